import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import type { ListCard, pushedlistsApi, PushedList, PushedRow } from '../contract.ts'
import { propose, readSource } from '../rules.ts'
import { findList, getRow, listRows, ownLists, parts, type Part } from '../store.ts'
import type { ListRow, RowRow } from '../tables.ts'

type Input<K extends keyof typeof pushedlistsApi> = ParsedInputOf<(typeof pushedlistsApi)[K]>

const nothing = { total: 0, wrong: 0, unassigned: 0, waiting: 0, answered: 0, results: [] }

/** A list as the caller sees it: whole where their office brought it in, else the part they have to answer. */
function toList(ctx: Ctx, list: ListRow | undefined, part: Part | undefined): PushedList {
  const { total, wrong, unassigned, waiting, answered, results } = part ?? nothing
  const deadlineAt = list?.deadlineAt ?? part?.deadlineAt ?? null
  return {
    listId: list?.id ?? part?.listId ?? '', title: list?.title ?? part?.title ?? '', source: list?.source ?? part?.source ?? null, issuer: list?.issuer ?? null,
    issuedAt: list?.issuedAt ?? part?.issuedAt ?? null, deadlineAt, state: list?.state ?? 'open', filename: list?.filename ?? null,
    total, wrong, unassigned, waiting, answered, results: results ?? [], overdue: deadlineAt !== null && deadlineAt < ctx.now && waiting + unassigned > 0,
    own: list !== undefined, createdAt: list?.createdAt ?? null, createdByName: list?.createdByName ?? null, undone: list?.undone ?? null,
  }
}

export async function listLists(ctx: Ctx): Promise<{ items: PushedList[] }> {
  const lists = new Map((await ownLists(ctx.sql)).map((list) => [list.id, list]))
  const open = await parts(ctx.sql)
  const begun = [...lists.values()].filter((list) => !open.some((part) => part.listId === list.id))
  return { items: [...begun.filter((list) => list.state !== 'undone').map((list) => toList(ctx, list, undefined)), ...open.map((part) => toList(ctx, lists.get(part.listId), part)), ...begun.filter((list) => list.state === 'undone').map((list) => toList(ctx, list, undefined))] }
}

export async function cardOf(ctx: Ctx, listId: string): Promise<ListCard> {
  const list = await findList(ctx.sql, listId)
  const [part] = await parts(ctx.sql, listId)
  if (!list && !part) throw refuse(frameErrors.notFound)
  return { ...toList(ctx, list, part), columns: list?.columns ?? [], found: foundIn(list) }
}

/** What the file's own cells say of the batch, to begin the form with. */
function foundIn(list: ListRow | undefined): ListCard['found'] {
  const sample = (field: string) => list?.columns.find((column) => column.field === field)?.samples[0] ?? ''
  return { issuedAt: instantIn(sample('issuedAt')), deadlineAt: instantIn(sample('deadlineAt')), source: readSource(sample('source')), title: sample('title') || null }
}

/** 2020-02-26 16:00 and its like, in Shanghai. */
function instantIn(text: string): string | null {
  const m = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D*(?:(\d{1,2})\D(\d{2}))?/.exec(text)
  if (!m) return null
  const two = (part: string | undefined, or: string) => (part ?? or).padStart(2, '0')
  const iso = `${m[1]}-${two(m[2], '')}-${two(m[3], '')}T${two(m[4], '00')}:${two(m[5], '00')}:00+08:00`
  return Number.isNaN(Date.parse(iso)) ? null : iso
}

export function toRow(ctx: Ctx, row: RowRow): PushedRow {
  const { id, areaPath: _path, documentWrong, reportId, activeMeasure, activeUntil, endedOn, personState, answerNote, ...rest } = row
  const open = row.state === 'waiting' || row.state === 'wrong'
  return {
    ...rest, rowId: id, note: answerNote, overdue: row.state === 'waiting' && row.deadlineAt < ctx.now, joined: row.screeningId !== null && reportId !== row.screeningId,
    proposal: open ? propose({ activeMeasure, activeUntil, endedOn, personState, screeningState: row.screeningState, documentWrong, hasPhone: row.phoneMasked !== null }) : null,
  }
}

export const rowOf = async (ctx: Ctx, rowId: string): Promise<PushedRow> => toRow(ctx, await getRow(ctx.sql, rowId))

export async function rowsOf(ctx: Ctx, { listId, tab, result, after, limit }: Input<'listRows'>) {
  await cardOf(ctx, listId)
  const [key] = readKey(after, 1) ?? []
  const rows = await listRows(ctx.sql, { listId, tab, result, now: ctx.now, after: typeof key === 'number' ? key : undefined, limit })
  const page = toPage(rows, limit, (row) => [row.rowNo])
  return { ...page, items: page.items.map((row) => toRow(ctx, row)) }
}
