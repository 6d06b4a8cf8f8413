import type { Ctx } from '../../../kernel/ctx.ts'
import type { FileReply } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { pictureTypeOf } from '../../../kernel/pictures.ts'
import { mattersErrors as errors, type MatterCard } from '../contract.ts'
import { MOST_PHOTOS } from '../data.ts'
import * as store from '../store.ts'
import { cardOf, rowOf, staffOf } from './reading.ts'
import { rowFor } from './stepping.ts'

export async function addMatterPhoto(ctx: Ctx, { matterId }: { matterId: string }): Promise<MatterCard> {
  const row = await rowFor(ctx, matterId, 'photo')
  await keepPhoto(ctx, row, staffOf(ctx))
  return cardOf(ctx, matterId)
}

export async function keepPhoto(ctx: Ctx, { matterId, areaPath }: { matterId: string; areaPath: string }, taker: { accountId: string; name: string } | undefined, most = MOST_PHOTOS): Promise<void> {
  const { upload } = ctx
  const contentType = upload && (await pictureTypeOf(ctx.files, upload.fileId))
  if (!upload || !contentType) throw refuse(errors.notAPicture, { filename: upload?.filename ?? '' })
  if ((await store.photosOf(ctx.sql, matterId)).length >= most) throw refuse(errors.tooManyPhotos, { n: most })
  await store.insertPhoto(ctx.sql, { photoId: ctx.newId(), matterId, areaPath, fileId: upload.fileId, contentType, bytes: upload.bytes, takenAt: ctx.now, takerName: taker?.name ?? null, by: taker?.accountId ?? null })
}

export async function removeMatterPhoto(ctx: Ctx, { photoId }: { photoId: string }): Promise<MatterCard> {
  const { fileId, matterId } = await store.getPhoto(ctx.sql, photoId)
  await rowFor(ctx, matterId, 'photo')
  await store.deletePhoto(ctx.sql, photoId)
  await ctx.files.remove(fileId)
  return cardOf(ctx, matterId)
}

export async function matterPhoto(ctx: Ctx, { photoId }: { photoId: string }): Promise<FileReply> {
  const { fileId, contentType, matterId } = await store.getPhoto(ctx.sql, photoId)
  await rowOf(ctx, matterId)
  return { filename: `${photoId}.${contentType.slice('image/'.length)}`, contentType, body: ctx.files.read(fileId) }
}
