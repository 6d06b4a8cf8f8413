import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { pictureTypeOf } from '../../../kernel/pictures.ts'
import { zonesErrors as errors, type ZoneItem } from '../contract.ts'
import * as store from '../store.ts'
import { callerOf, shown } from './items.ts'

/** As many as anybody looks at; more are evidence of nothing. */
const MOST = 9

export async function addZonePhoto(ctx: Ctx, { itemId }: { itemId: string }): Promise<ZoneItem> {
  await store.lockItem(ctx.sql, itemId)
  const item = await store.getItem(ctx.sql, itemId)
  if (item.state === 'closed' || item.closedBy !== null) throw refuse(errors.itemSettled, { state: 'closed' })
  const { upload } = ctx
  const contentType = upload && (await pictureTypeOf(ctx.files, upload.fileId))
  if (!upload || !contentType) throw refuse(errors.notAPicture, { filename: upload?.filename ?? '' })
  if ((await store.photosOf(ctx.sql, [itemId])).length >= MOST) throw refuse(errors.tooManyPhotos, { n: MOST })
  const { accountId: by, name: takerName } = callerOf(ctx)
  await store.insertPhoto(ctx.sql, { photoId: ctx.newId(), itemId, areaPath: item.areaPath, fileId: upload.fileId, contentType, bytes: upload.bytes, takenAt: ctx.now, takerName, by })
  return shown(ctx, itemId)
}

export async function removeZonePhoto(ctx: Ctx, { photoId }: { photoId: string }): Promise<ZoneItem> {
  const { fileId, itemId } = await store.getPhoto(ctx.sql, photoId)
  await store.deletePhoto(ctx.sql, photoId)
  await ctx.files.remove(fileId)
  return shown(ctx, itemId)
}

export async function zonePhoto(ctx: Ctx, { photoId }: { photoId: string }): Promise<FileReply> {
  const { fileId, contentType } = await store.getPhoto(ctx.sql, photoId)
  return { filename: `${photoId}.${contentType.slice('image/'.length)}`, contentType, body: ctx.files.read(fileId) }
}
