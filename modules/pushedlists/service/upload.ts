import type { Ctx } from '../../../kernel/ctx.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { MOST_COLUMNS } from '../../sheets/rules.ts'
import { readHead, recogniseFile } from '../../sheets/service.ts'
import { pushedlistsErrors, type ListCard, type PushedColumn, type PushedField } from '../contract.ts'
import { canBeTaken, pushedBook } from '../rules.ts'
import { insertList, lockList, setOpening } from '../store.ts'
import { cardOf } from './reading.ts'

const e = pushedlistsErrors

/** The file as it came is kept: the feedback is written into its own layout. */
export async function uploadList(ctx: Ctx, input: { filename?: string | undefined }): Promise<ListCard> {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  if (!ctx.upload) throw refuse(e.fileEmpty)
  const filename = (input.filename ?? ctx.upload.filename).slice(-200)
  const file = await recogniseFile(ctx.files, ctx.upload)
  if (file === 'empty') throw refuse(e.fileEmpty)
  if (file === 'oldExcel') throw refuse(e.fileOldExcel, { filename })
  const head = await readHead(ctx.files, file, pushedBook)
  if (head === 'unreadable') throw refuse(e.fileUnreadable, { filename })
  if (head === 'empty') throw refuse(e.fileEmpty)
  if (head === 'tooWide') throw refuse(e.fileTooWide, { most: MOST_COLUMNS })
  if (head === 'noHeadings') throw refuse(e.noHeadings)
  const { actor } = ctx
  const id = ctx.newId()
  await insertList(ctx.sql, {
    id, areaId: actor.areaId, areaPath: actor.areaPath, title: filename.replace(/\.\w+$/, ''), ...file, filename, headerRow: head.headerRow, columns: head.columns,
    at: ctx.now, by: actor.accountId, byName: actor.name,
  })
  return cardOf(ctx, id)
}

export interface Opening {
  listId: string; title: string; source: ListCard['source'] & string; issuer?: string | undefined; issuedAt: string; deadlineAt: string
  columns?: { index: number; field: PushedColumn['field'] }[] | undefined
}

/** Batch, source and deadline are said; the rows are taken in by a job. */
export async function openList(ctx: Ctx, input: Opening): Promise<ListCard> {
  const list = await lockList(ctx.sql, input.listId)
  if (list.state !== 'uploaded' && list.state !== 'failed') throw refuse(e.listNotInState, { state: list.state })
  if (Date.parse(input.deadlineAt) <= Date.parse(input.issuedAt)) throw refuse(e.deadlineFirst)
  const chosen = new Map(input.columns?.map((column) => [column.index, column.field]))
  const columns = list.columns.map((column): PushedColumn => ({ ...column, field: chosen.has(column.index) ? (chosen.get(column.index) ?? null) : column.field }))
  refuseDoubles(columns)
  if (!canBeTaken(columns.map((column) => column.field))) throw refuse(e.columnsMissing)
  await setOpening(ctx.sql, list.id, { title: input.title, source: input.source, issuer: input.issuer ?? null, issuedAt: input.issuedAt, deadlineAt: input.deadlineAt, columns })
  await ctx.enqueue('pushedlists.take', { listId: list.id })
  return cardOf(ctx, list.id)
}

function refuseDoubles(columns: readonly PushedColumn[]): void {
  const taken = new Set<PushedField>()
  for (const { field, heading, letter } of columns) {
    if (field === null || field === 'ignored') continue
    if (taken.has(field)) throw refuse(e.columnTwice, { column: heading || letter })
    taken.add(field)
  }
}
