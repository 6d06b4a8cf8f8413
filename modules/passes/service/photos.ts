import type { Ctx, Job } from '../../../kernel/ctx.ts'
import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { pictureTypeOf } from '../../../kernel/pictures.ts'
import { settingOf } from '../../settings/service.ts'
import { passesErrors, type PassCard } from '../contract.ts'
import * as store from '../store.ts'
import { forAction, keep } from './issuing.ts'
import { actorOf, cardOf } from './views.ts'

/** A face on the pass: whoever was there before is taken away with the file. */
export async function addPassPhoto(ctx: Ctx, { passId }: { passId: string }): Promise<PassCard> {
  const pass = await forAction(ctx, passId, 'photo')
  const { upload } = ctx
  const contentType = upload && (await pictureTypeOf(ctx.files, upload.fileId))
  if (!upload || !contentType) throw refuse(passesErrors.notAPicture, { filename: upload?.filename ?? '' })
  const former = await store.findPhoto(ctx.sql, passId)
  const { by, byName: takerName } = actorOf(ctx)
  await store.putPhoto(ctx.sql, { passId, areaPath: pass.areaPath, fileId: upload.fileId, contentType, bytes: upload.bytes, takenAt: ctx.now, by, takerName })
  if (former) await ctx.files.remove(former.fileId)
  await keep(ctx, pass, 'photoAdded', {})
  return cardOf(ctx, passId)
}

export async function removePassPhoto(ctx: Ctx, { passId }: { passId: string }): Promise<PassCard> {
  await store.lockPass(ctx.sql, passId)
  const { fileId } = await store.getPhoto(ctx.sql, passId)
  await store.deletePhoto(ctx.sql, passId)
  await ctx.files.remove(fileId)
  await keep(ctx, await store.getPass(ctx.sql, passId), 'photoRemoved', {})
  return cardOf(ctx, passId)
}

export async function passPhoto(ctx: Ctx, { passId }: { passId: string }): Promise<FileReply> {
  const { fileId, contentType } = await store.getPhoto(ctx.sql, passId)
  return { filename: `${passId}.${contentType.slice('image/'.length)}`, contentType, body: ctx.files.read(fileId) }
}

/** The photo on a pass that was shown, where there is one: the keeper compares the face. */
export const photoOfSerial = (ctx: Ctx, serial: number): Promise<{ passId: string; takenAt: Instant } | undefined> => store.photoOfSerial(ctx.sql, serial)

/** 照片到期删除: so many days after its pass has ended the face goes, file and row. */
export const photosJob: Job = {
  everyMinutes: 6 * 60,
  run: (runner) => runner.tx(async (ctx) => {
    const days = await settingOf(ctx, 'passes.photoDays')
    for (const { fileId } of await store.deletePhotosEnded(ctx.sql, addMinutes(ctx.now, -days * 24 * 60))) await ctx.files.remove(fileId)
  }),
}
