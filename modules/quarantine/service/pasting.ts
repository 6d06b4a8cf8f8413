import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, instantAt, toInstant, type Instant } from '../../../kernel/dates.ts'
import { fillWords, findIn, type WordTree } from '../../../kernel/words.ts'
import type { Symptom } from '../../policies/contract.ts'
import { policyById } from '../../policies/service.ts'
import type { CheckSheet, PasteKept, PasteRow, ReadingRules, Said, SheetPerson } from '../contract.ts'
import { visitorOf } from '../rules.ts'
import { readDegrees } from '../rules/degrees.ts'
import { indexOf, judgeRows, matchPerson, type Judged, type Takes } from '../rules/paste.ts'
import * as store from '../store.ts'
import { actorOf, channelOf } from './actor.ts'
import { recordCall, undoCall } from './calling.ts'
import { zh } from '../words.zh.ts'
import { takeChecks } from './checking.ts'
import { keptBecause, takeBack } from './taking-back.ts'

/** More people than this nobody works through in one spreadsheet. */
const MOST = 3000
/** What was read lately is enough to see that somebody has been measured already; the server looks at all of it when it saves. */
const RECENT_DAYS = 1
const EVER = '2000-01-01T00:00:00.000Z'

export const checkSheet = (ctx: Ctx): Promise<CheckSheet> => sheetOf(ctx, undefined, instantAt(addDays(ctx.today, -RECENT_DAYS), '00:00'))

async function sheetOf(ctx: Ctx, ids: readonly string[] | undefined, since: Instant): Promise<CheckSheet> {
  const visitor = visitorOf(actorOf(ctx).role) ?? null
  const rows = await store.sheetRows(ctx.sql, { ids, since, visitor, today: ctx.today, now: ctx.now, limit: MOST + 1 })
  const policies = [...new Set(rows.map(({ policyId }) => policyId))]
  const rules: ReadingRules[] = []
  for (const id of policies) {
    const { checkWindows, temperature } = (await policyById(ctx, id)).document
    rules.push({ checkWindows, temperature })
  }
  const people = rows.slice(0, MOST).map(({ policyId, readings, measure, ...row }): SheetPerson => ({
    ...row, measure: measure as SheetPerson['measure'], rule: policies.indexOf(policyId),
    readings: readings.map((r) => ({ ...r, takenAt: toInstant(new Date(r.takenAt)), symptoms: r.symptoms as Symptom[] })),
  }))
  return { now: ctx.now, people, rules, more: rows.length > MOST }
}

/** 复制空表: whoever is to be measured today (or everybody managed), as their line is recognised again when it comes back. */
export async function emptyCheckSheet(ctx: Ctx, dueOnly: boolean) {
  const { people } = await checkSheet(ctx)
  return {
    people: people.filter(({ due }) => due || !dueOnly).map(({ episodeId, name, address, roomName, documentMasked }) => ({ episodeId, name, place: roomName ?? address, tail: documentMasked?.slice(-4) ?? '' })),
  }
}

interface Refused { rowId: string; line: number; says: Said[] }
const refusal = ({ rowId, line }: PasteRow, code: Said['code'], field: Said['field'] = null, params: Said['params'] = {}): Refused => ({ rowId, line, says: [{ code, field, params }] })

/** Every row for itself: the good ones are recorded as if typed one by one, the others come back with their line and why. The same row sent again adds nothing. */
export async function pasteChecks(ctx: Ctx, all: readonly PasteRow[]) {
  const rows = [...new Map(all.map((row) => [row.rowId, row])).values()]
  const { meant, refused } = await whoIsMeant(ctx, rows)
  const ids = [...new Set(meant.flatMap(({ episodeId }) => episodeId ?? []))]
  await store.lockEpisodes(ctx.sql, ids)
  const sheet = await sheetOf(ctx, ids, EVER)
  const sent = await sentBefore(ctx, meant)
  const judged = judgeRows(sent.fresh, indexOf(sheet.people), sheet.rules, ctx.now)
  const good = sent.fresh.flatMap((row, i) => (judged[i]?.state === 'good' && judged[i].takes ? [{ row, takes: judged[i].takes, judged: judged[i] }] : []))
  const wrong = sent.fresh.flatMap((row, i): Refused[] => (judged[i]?.state === 'wrong' || judged[i]?.state === 'blank' ? [{ rowId: row.rowId, line: row.line, says: judged[i].says }] : []))
  const left = sent.fresh.filter((_, i) => judged[i]?.state === 'left')
  const saved = [...(await saveReadings(ctx, good.filter(({ takes }) => takes.visit === undefined))), ...(await saveVisits(ctx, good.filter(({ takes }) => takes.visit !== undefined)))]
  return { saved, known: [...sent.known, ...left].map(({ rowId, line }) => ({ rowId, line })), refused: [...refused, ...sent.refused, ...wrong].toSorted((a, b) => a.line - b.line) }
}

/** Rows whose person the page has not settled are matched here, by the same rules and among the same people. */
async function whoIsMeant(ctx: Ctx, rows: readonly PasteRow[]): Promise<{ meant: PasteRow[]; refused: Refused[] }> {
  if (rows.every(({ episodeId }) => episodeId !== undefined)) return { meant: [...rows], refused: [] }
  const index = indexOf((await sheetOf(ctx, undefined, ctx.now)).people)
  const meant: PasteRow[] = []
  const refused: Refused[] = []
  for (const row of rows) {
    const matched = row.episodeId === undefined ? matchPerson(row.cells, index) : undefined
    if (matched && 'fault' in matched) refused.push(refusal(row, matched.fault, matched.field, matched.params))
    else meant.push(matched ? { ...row, episodeId: matched.person.episodeId } : row)
  }
  return { meant, refused }
}

async function sentBefore(ctx: Ctx, rows: readonly PasteRow[]): Promise<{ fresh: PasteRow[]; known: PasteRow[]; refused: Refused[] }> {
  const before = new Map((await store.pastedBefore(ctx.sql, rows.map(({ rowId }) => rowId))).map((one) => [one.id, one]))
  const { by } = actorOf(ctx)
  const split = { fresh: [] as PasteRow[], known: [] as PasteRow[], refused: [] as Refused[] }
  for (const row of rows) {
    const one = before.get(row.rowId)
    if (!one) split.fresh.push(row)
    else if (!one.undone && one.accountId === by && one.episodeId === row.episodeId && one.temperature === (readDegrees(row.cells.temperature ?? '') ?? null)) split.known.push(row)
    else split.refused.push(refusal(row, 'savedBefore', null, { t: one.temperature?.toFixed(1) ?? '' }))
  }
  return split
}

interface Good { row: PasteRow; takes: Takes; judged: Judged }
interface Saved { rowId: string; line: number; episodeId: string; abnormal: boolean }

/** Where only a part of the day was written, the card says so beside the hour. */
function noteOf({ takes, judged }: Good): string | undefined {
  const part = judged.says.find(({ code }) => code === 'windowOnly')?.params['window']
  return [takes.note, ...(part === undefined ? [] : [fillWords(zh.paste.partOnly, { part: findIn(zh as WordTree, `paste.parts.${part}`) ?? String(part) })])].filter(Boolean).join(';') || undefined
}

async function saveReadings(ctx: Ctx, good: readonly Good[]): Promise<Saved[]> {
  if (good.length === 0) return []
  const lines = new Map(good.map(({ row }) => [row.rowId, row.line]))
  const { recorded } = await takeChecks(ctx, good.map((one) => ({ ...one.takes, checkId: one.row.rowId, note: noteOf(one) })), channelOf(ctx))
  return recorded.map(({ checkId, episodeId, abnormal }) => ({ rowId: checkId, line: lines.get(checkId) ?? 0, episodeId, abnormal }))
}

/** A line that says somebody was at the door is a call like any other, and settles the visits owed there today. */
async function saveVisits(ctx: Ctx, good: readonly Good[]): Promise<Saved[]> {
  const saved: Saved[] = []
  for (const one of good) {
    const { visit, note: _note, ...reading } = one.takes
    const call = { ...reading, note: noteOf(one), way: 'visit' as const, reached: visit === 'made', unchanged: false, visitIds: one.judged.person?.owed.slice(0, 10) ?? [], gaps: [] }
    const { abnormal } = await recordCall(ctx, call, one.row.rowId)
    saved.push({ rowId: one.row.rowId, line: one.row.line, episodeId: reading.episodeId, abnormal })
  }
  return saved
}

/** 撤销这次粘贴: row by row as a single record is taken back; a fever or a symptom is with the health centre and stays. */
export async function undoPaste(ctx: Ctx, rowIds: readonly string[]): Promise<{ undone: string[]; kept: { rowId: string; why: PasteKept }[] }> {
  const rows = new Map((await store.pastedBefore(ctx.sql, rowIds)).map((one) => [one.id, one]))
  const undone: string[] = []
  const kept: { rowId: string; why: PasteKept }[] = []
  for (const rowId of new Set(rowIds)) {
    const row = rows.get(rowId)
    const why = keptBecause(ctx, row)
    if (!row || why) kept.push({ rowId, why: why ?? 'gone' })
    else {
      if (row.isCall) await undoCall(ctx, rowId)
      else await takeBack(ctx, row)
      undone.push(rowId)
    }
  }
  return { undone, kept }
}
