import type { Ctx } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { pictureTypeOf } from '../../../kernel/pictures.ts'
import { disinfectionErrors as errors, type Disinfection, type disinfectionApi, type DisinfectionCard, type PointKind, type TerminalCard } from '../contract.ts'
import { MOST_PHOTOS } from '../data.ts'
import { judge } from '../rules.ts'
import * as store from '../store.ts'
import { actorOf, nowOf, toLine, toRecord } from './actor.ts'
import { terminalCardOf } from './terminals.ts'

type Input<K extends keyof typeof disinfectionApi> = ParsedInputOf<(typeof disinfectionApi)[K]>
type Told = Pick<Input<'recordDisinfection'>, 'agent' | 'concentration' | 'method' | 'fromAt' | 'at' | 'note'>

/** As it is kept, marked by the rules; what says it happened in the future happened now. */
function rowOf(ctx: Ctx, { agent, concentration, method, fromAt: begun, at: said, note }: Told, kind: PointKind | null) {
  const fromAt = begun ?? null
  const at: Instant = said === undefined || said > ctx.now ? ctx.now : said
  if (fromAt !== null && fromAt > at) throw refuse(errors.endsBefore)
  const { by, name } = actorOf(ctx)
  const done = { agent, concentration: agent === 'alcohol' ? null : (concentration ?? null), method, fromAt, at }
  return { ...done, note: note || null, marks: judge(done, kind), receivedAt: ctx.now, accountId: by, byName: name }
}

export async function recordDisinfection(ctx: Ctx, { pointId, disinfectionId = ctx.newId(), squareMetres, people, ...told }: Input<'recordDisinfection'>) {
  await store.lockPoint(ctx.sql, pointId)
  const point = await store.getPoint(ctx.sql, pointId, nowOf(ctx))
  await store.insertRecord(ctx.sql, { ...rowOf(ctx, told, point.kind), id: disinfectionId, pointId, terminalId: null, areaPath: point.areaPath, squareMetres: squareMetres ?? point.squareMetres, people: people || null, result: null, evaluation: null })
  return { disinfectionId, record: toRecord(ctx, await store.getRecord(ctx.sql, disinfectionId)), point: toLine(ctx, await store.getPoint(ctx.sql, pointId, nowOf(ctx))) }
}

/** 终末消毒: only once it is good it is owed no more. */
export async function recordTerminal(ctx: Ctx, { terminalId, team, result, evaluation, squareMetres, people, ...told }: Input<'recordTerminal'>) {
  await store.lockTerminal(ctx.sql, terminalId)
  const terminal = await store.getTerminal(ctx.sql, terminalId)
  if (terminal.state !== 'asked') throw refuse(errors.terminalSettled, { state: terminal.state })
  const id = ctx.newId()
  await store.insertRecord(ctx.sql, { ...rowOf(ctx, told, null), id, pointId: null, terminalId, areaPath: terminal.areaPath, squareMetres, people: [team, people].filter(Boolean).join(' '), result, evaluation })
  if (evaluation === 'qualified') await store.setTerminal(ctx.sql, terminalId, 'done', null)
  return { disinfectionId: id, terminal: await terminalCardOf(ctx, terminalId) }
}

async function undo(ctx: Ctx, id: string): Promise<Disinfection> {
  const record = toRecord(ctx, await store.getRecord(ctx.sql, id))
  if (!record.mayUndo) throw refuse(errors.notTheDay)
  await store.undoRecord(ctx.sql, id, ctx.now, actorOf(ctx).name)
  return toRecord(ctx, await store.getRecord(ctx.sql, id))
}
/** A terminal one is taken back by whoever may ask for it. */
export async function undoDisinfection(ctx: Ctx, { disinfectionId }: { disinfectionId: string }): Promise<Disinfection> {
  await store.lockRecord(ctx.sql, disinfectionId)
  if ((await store.getRecord(ctx.sql, disinfectionId)).terminalId !== null) throw refuse(errors.notTheDay)
  return undo(ctx, disinfectionId)
}
export async function undoTerminal(ctx: Ctx, { disinfectionId }: { disinfectionId: string }): Promise<TerminalCard> {
  await store.lockRecord(ctx.sql, disinfectionId)
  const { terminalId } = await undo(ctx, disinfectionId)
  if (terminalId === null) throw refuse(errors.notTheDay)
  await store.setTerminal(ctx.sql, terminalId, 'asked', null)
  return terminalCardOf(ctx, terminalId)
}

export const recordCardOf = async (ctx: Ctx, disinfectionId: string): Promise<DisinfectionCard> => ({ ...toRecord(ctx, await store.getRecord(ctx.sql, disinfectionId)), pictures: await store.photosOf(ctx.sql, disinfectionId) })

export async function addDisinfectionPhoto(ctx: Ctx, { disinfectionId }: { disinfectionId: string }): Promise<DisinfectionCard> {
  await store.lockRecord(ctx.sql, disinfectionId)
  const { areaPath, photos } = await store.getRecord(ctx.sql, disinfectionId)
  const { upload } = ctx
  const contentType = upload && (await pictureTypeOf(ctx.files, upload.fileId))
  if (!upload || !contentType) throw refuse(errors.notAPicture, { filename: upload?.filename ?? '' })
  if (photos >= MOST_PHOTOS) throw refuse(errors.tooManyPhotos, { n: MOST_PHOTOS })
  const { by, name } = actorOf(ctx)
  await store.insertPhoto(ctx.sql, { photoId: ctx.newId(), disinfectionId, areaPath, fileId: upload.fileId, contentType, bytes: upload.bytes, takenAt: ctx.now, takerName: name, by })
  return recordCardOf(ctx, disinfectionId)
}
export async function removeDisinfectionPhoto(ctx: Ctx, { photoId }: { photoId: string }): Promise<DisinfectionCard> {
  const { fileId, disinfectionId } = await store.getPhoto(ctx.sql, photoId)
  await store.deletePhoto(ctx.sql, photoId)
  await ctx.files.remove(fileId)
  return recordCardOf(ctx, disinfectionId)
}
export async function disinfectionPhoto(ctx: Ctx, { photoId }: { photoId: string }): Promise<FileReply> {
  const { fileId, contentType } = await store.getPhoto(ctx.sql, photoId)
  return { filename: `${photoId}.${contentType.slice('image/'.length)}`, contentType, body: ctx.files.read(fileId) }
}
