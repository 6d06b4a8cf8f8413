import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { colleagues } from '../../accounts/service.ts'
import { dutyErrors, type DutySheet, type dutyApi, type ListLine, type ListRow, type NamedRow } from '../contract.ts'
import { answererAt, dutyByWord, listHeadings, mayAssign, planList, readListRow, rolesFor, type Holder, type ListIssue, type Planned } from '../rules.ts'
import * as store from '../store.ts'
import type { DutySheetRow, StoredLine } from '../tables.ts'
import { zh } from '../words.zh.ts'
import { callerOf } from './actor.ts'
import { assignDuty, changeDuty, undoDuty } from './change.ts'
import { workInHand } from './hand-over.ts'
import { errorFile, readFile, type ReadRow, type WrongRows } from './list-file.ts'

export { dutySheetTemplate } from './list-file.ts'

type Input<K extends keyof typeof dutyApi> = ParsedInputOf<(typeof dutyApi)[K]>
const LISTS_SHOWN = 10

const issue = (row: ListRow, field: keyof typeof listHeadings, cell: string, code: string, params: ListIssue['params'] = {}): ListIssue => ({ rowNo: row.rowNo, heading: listHeadings[field], cell, code, params })

/** The account a name stands for where it can work; nobody of that name: only the name is kept; several: asked back. */
async function named(ctx: Ctx, rows: readonly ListRow[]): Promise<(NamedRow | ListIssue)[]> {
  const staff = await colleagues(ctx, [...new Set(rows.flatMap(({ dutyRole }) => rolesFor[dutyRole]))])
  const caller = callerOf(ctx)
  return rows.map((row) => {
    if (!mayAssign(caller, row.areaPath, row.dutyRole)) return issue(row, 'area', row.areaName, 'officeAbove')
    const same = staff.filter((one) => one.name === row.name && (rolesFor[row.dutyRole] as readonly string[]).includes(one.role) && (row.areaPath.startsWith(one.areaPath) || one.areaPath.startsWith(row.areaPath)))
    const reaching = same.filter((one) => row.areaPath.startsWith(one.areaPath))
    const hits = reaching.length > 0 ? reaching : same
    const byPhone = hits.length > 1 && row.officePhone !== '' ? hits.filter(({ officePhone }) => officePhone === row.officePhone) : hits
    if (byPhone.length > 1 || (hits.length > 1 && byPhone.length === 0)) return issue(row, 'name', row.name, 'nameTwice', { n: hits.length })
    return { ...row, accountId: byPhone[0]?.id ?? null }
  })
}

interface Worked extends Planned { work: ListLine['work'] }

/** What the rows would change as things are now, with the work that would go over; rows it cannot be done for are asked back. */
async function plan(ctx: Ctx, rows: readonly NamedRow[]): Promise<{ worked: Worked[]; issues: ListIssue[] }> {
  const open = await store.openAt(ctx.sql, [...new Set(rows.map(({ areaId }) => areaId))], ctx.today)
  const holders = open.map(({ assignmentId, areaId, dutyRole, accountId, name }): Holder => ({ assignmentId, areaId, dutyRole, accountId, name }))
  const { planned, issues } = planList(rows, holders, ctx.today)
  const roles = new Map((await colleagues(ctx, undefined)).map(({ id, role }) => [id, role]))
  const worked: Worked[] = []
  for (const one of planned) {
    const { row, former } = one
    const work = former?.accountId ? await workInHand(ctx, former.accountId, row.areaPath) : undefined
    if (work && work.asDoctor > 0 && row.accountId !== null && roles.get(row.accountId) !== 'healthCentreDoctor') issues.push(issue(row, 'name', row.name, 'notADoctor', { n: work.asDoctor }))
    else if (work && work.matters > 0 && row.accountId !== null && !may(roles.get(row.accountId) ?? '', 'matters.work')) issues.push(issue(row, 'name', row.name, 'noMatters', { n: work.matters }))
    else worked.push({ ...one, work: work ? { people: Math.max(work.asDoctor, work.asWorker), visits: work.visits, leads: work.leads, matters: work.matters } : null })
  }
  return { worked, issues }
}

export async function readDutySheet(ctx: Ctx): Promise<DutySheet> {
  const caller = callerOf(ctx)
  const filename = ctx.upload?.filename ?? ''
  const { headings, rows } = await readFile(ctx)
  const places = await store.openAreas(ctx.sql)
  const read = rows.map(({ rowNo, cell }) => readListRow(rowNo, cell, places, dutyByWord(zh.roles)))
  const people = await named(ctx, read.flatMap((one) => (Array.isArray(one) ? [] : [one])))
  const { worked, issues } = await plan(ctx, people.flatMap((one) => ('code' in one ? [] : [one])))
  const wrong = [...read.flatMap((one) => (Array.isArray(one) ? one : [])), ...people.flatMap((one) => ('code' in one ? [one] : [])), ...issues]
  const kept = wrongRows(headings, rows, wrong)
  const id = ctx.newId()
  await store.insertList(ctx.sql, {
    id, areaId: caller.areaId, areaPath: caller.areaPath, filename, lines: worked.map(stored), wrong: kept.rows.length, at: ctx.now, by: caller.accountId, byName: caller.name,
    wrongSealed: kept.rows.length > 0 ? ctx.vault.seal(JSON.stringify(kept)) : null,
  })
  return dutySheet(ctx, { sheetId: id })
}

const stored = ({ row, kind, former }: Planned): StoredLine => ({ row, kind, formerId: former?.assignmentId ?? null })
const wrongRows = (headings: string[], rows: readonly ReadRow[], wrong: readonly ListIssue[]): WrongRows => ({
  headings, rows: rows.flatMap(({ rowNo, cells }) => { const issues = wrong.filter((one) => one.rowNo === rowNo); return issues.length > 0 ? [{ rowNo, cells, issues }] : [] }),
})
const wrongOf = (ctx: Ctx, list: DutySheetRow): WrongRows => (list.wrongSealed === null ? { headings: [], rows: [] } : (JSON.parse(ctx.vault.open(list.wrongSealed)) as WrongRows))

const summaryOf = (ctx: Ctx, list: DutySheetRow) => ({
  sheetId: list.sheetId, filename: list.filename, state: list.state, readAt: list.readAt, readerName: list.readerName, confirmedAt: list.confirmedAt, rows: list.lines.length, wrongRows: list.wrong,
  actions: list.state === 'read' && list.lines.some(({ kind }) => kind !== 'same') ? ['confirm' as const] : list.state === 'done' && list.confirmedAt !== null && dayOf(list.confirmedAt) === ctx.today ? ['undo' as const] : [],
})

export async function listDutySheets(ctx: Ctx) {
  return { items: (await store.lastLists(ctx.sql, callerOf(ctx).areaPath, LISTS_SHOWN)).map((list) => summaryOf(ctx, list)) }
}

/** Before it is confirmed: as things are now. Afterwards: as it was done. */
export async function dutySheet(ctx: Ctx, { sheetId }: Input<'dutySheet'>): Promise<DutySheet> {
  const list = await store.getList(ctx.sql, sheetId)
  const { worked, issues } = list.state === 'read' ? await plan(ctx, list.lines.map(({ row }) => row)) : await asDone(ctx, list)
  return {
    ...summaryOf(ctx, list), lines: worked.map((one) => lineOf(ctx, one)), wrong: [...wrongOf(ctx, list).rows.flatMap((row) => row.issues), ...issues].toSorted((a, b) => a.rowNo - b.rowNo),
    stamp: stampOf(ctx, worked), closes: worked.filter(({ kind, row }) => kind === 'fills' && answererAt[row.level] === row.dutyRole).length,
  }
}

async function asDone(ctx: Ctx, list: DutySheetRow): Promise<{ worked: Worked[]; issues: ListIssue[] }> {
  const formers = new Map((await store.assignmentsByIds(ctx.sql, list.lines.flatMap(({ formerId }) => formerId ?? []))).map((one) => [one.assignmentId, one]))
  return { worked: list.lines.map(({ row, kind, formerId }) => ({ row, kind: kind as Planned['kind'], former: (formerId && formers.get(formerId)) || null, work: null })), issues: [] }
}

const lineOf = (ctx: Ctx, { row, kind, former, work }: Worked): ListLine => ({
  rowNo: row.rowNo, kind, areaId: row.areaId, areaName: row.areaName, dutyRole: row.dutyRole, name: row.name, title: row.title || null, officePhone: row.officePhone || null,
  startsOn: row.startsOn ?? ctx.today, hasAccount: row.accountId !== null, fromName: former?.name ?? null, work, mobileLeftOut: row.mobile,
})

/** One by one through the same doors as a single change, all in one transaction; refused when meanwhile somebody else has changed what it would do. */
export async function confirmDutySheet(ctx: Ctx, { sheetId, reason, stamp }: Input<'confirmDutySheet'>): Promise<DutySheet> {
  const list = await store.lockList(ctx.sql, sheetId)
  if (list.state !== 'read') throw refuse(dutyErrors.listDone)
  const { worked } = await plan(ctx, list.lines.map(({ row }) => row))
  if (stampOf(ctx, worked) !== stamp) throw refuse(dutyErrors.listChanged)
  const made: string[] = []
  for (const one of worked) if (one.kind !== 'same') made.push((await put(ctx, one, reason)).assignmentId)
  await store.setListDone(ctx.sql, sheetId, { lines: worked.map(stored), made, at: ctx.now })
  return dutySheet(ctx, { sheetId })
}

const stampOf = (ctx: Ctx, planned: readonly Planned[]): string => ctx.vault.index('token', JSON.stringify(planned.map(({ row, kind, former }) => [row.rowNo, kind, former?.assignmentId ?? null])))

function put(ctx: Ctx, { row, former }: Planned, reason: string) {
  const holder = {
    ...(row.accountId === null ? { name: row.name } : { accountId: row.accountId }), onBoard: true,
    ...(row.title ? { title: row.title } : {}), ...(row.office ? { office: row.office } : {}), ...(row.officePhone ? { officePhone: row.officePhone } : {}), ...(row.startsOn ? { startsOn: row.startsOn } : {}),
  }
  return former ? changeDuty(ctx, { assignmentId: former.assignmentId, reason, handOver: true, ...holder }) : assignDuty(ctx, { areaId: row.areaId, dutyRole: row.dutyRole, ...holder })
}

/** 撤销, the same day: the last first; a duty that has been changed or ended again since is left as it is now. */
export async function undoDutySheet(ctx: Ctx, { sheetId }: Input<'undoDutySheet'>) {
  const list = await store.lockList(ctx.sql, sheetId)
  if (list.state !== 'done' || list.confirmedAt === null) throw refuse(dutyErrors.listDone)
  if (dayOf(list.confirmedAt) !== ctx.today) throw refuse(dutyErrors.listNotTheDay)
  const standing = (await store.assignmentsByIds(ctx.sql, list.made)).filter(({ endedAt, undone }) => endedAt === null && !undone).map(({ assignmentId }) => assignmentId)
  const last = list.made.toReversed().filter((id) => standing.includes(id))
  for (const assignmentId of last) await undoDuty(ctx, { assignmentId })
  await store.setListUndone(ctx.sql, sheetId, ctx.now)
  return { undone: last.length, left: list.made.length - last.length }
}

export async function dutySheetErrors(ctx: Ctx, { sheetId }: Input<'dutySheetErrors'>): Promise<FileReply> {
  const list = await store.getList(ctx.sql, sheetId)
  return errorFile(list.filename, wrongOf(ctx, list))
}
