import { inScope, scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { fillWords } from '../../../kernel/words.ts'
import { readList, writeTemplate, xlsxType } from '../../sheets/service.ts'
import { areaById, areasCalled, type Area } from '../../territory/service.ts'
import { listColumns, MOST_BUSINESSES, resumptionErrors as errors, type BusinessList, type ListColumn, type resumptionApi } from '../contract.ts'
import { businessKey, businessListBook, isSame, listHeadings, readListRow, type Known, type LeftOut, type ListRow } from '../rules.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'
import { actorOf } from './actor.ts'
import { sealedPhone } from './registering.ts'

const WIDTH: Partial<Record<ListColumn, number>> = { name: 30, creditCode: 24, address: 30, reason: 24 }
const CHOICES: Partial<Record<ListColumn, readonly string[]>> = { kind: Object.values(zh.kinds), trade: Object.values(zh.trades), resumed: [zh.bulk.yes, zh.bulk.no], reason: Object.values(zh.reasons) }

export async function businessListTemplate(): Promise<FileReply> {
  const columns = listColumns.map((column) => ({ heading: listHeadings[column], width: WIDTH[column] ?? 14, instruction: zh.bulk.hints[column], choices: CHOICES[column] ?? [] }))
  return { filename: '企业和商户名单模板.xlsx', contentType: xlsxType, body: await writeTemplate('企业和商户', columns, Object.values(zh.bulk.notes).map((line) => fillWords(line, { most: MOST_BUSINESSES }))) }
}

/** 登记企业和商户名单: who is new is added; wrong rows come back with row and reason, and of those that are there already nothing is added. */
export async function importBusinesses(ctx: Ctx, { areaId }: ParsedInputOf<(typeof resumptionApi)['importBusinesses']>): Promise<BusinessList> {
  const within = await areaById(ctx, areaId)
  const rows = await readRows(ctx)
  const wrong: LeftOut[] = rows.flatMap((row) => ('fault' in row ? [row] : []))
  const placed = await inPlaces(ctx, within, rows.flatMap((row) => ('fault' in row ? [] : [row])), wrong)
  await store.waitForTwin(ctx.sql)
  const find = finder(await store.known(ctx.sql, scopeOf(within.areaPath)))
  const already: BusinessList['already'] = []
  const fresh: { row: ListRow; area: Area }[] = []
  for (const { row, area } of placed) {
    const self = { creditCode: row.creditCode, nameKey: businessKey(row.name), areaId: area.id, address: row.address }
    const twin = find(self)
    if (twin === undefined) fresh.push({ row, area })
    else if (twin === 'above') wrong.push({ rowNo: row.rowNo, name: row.name, fault: 'twice' })
    else already.push({ rowNo: row.rowNo, name: row.name })
  }
  return { businessIds: await addAll(ctx, fresh), already, wrong: wrong.toSorted((a, b) => a.rowNo - b.rowNo) }
}

/** Knows the register and what stood further up in the file; each newcomer is remembered. */
function finder(register: readonly Known[]): (one: Known) => 'register' | 'above' | undefined {
  const seen = new Map<string, { one: Known; where: 'register' | 'above' }[]>()
  const keysOf = (one: Known) => [`name ${one.nameKey}`, ...(one.creditCode ? [`code ${one.creditCode}`] : [])]
  const remember = (one: Known, where: 'register' | 'above') => { for (const key of keysOf(one)) seen.set(key, [...(seen.get(key) ?? []), { one, where }]) }
  for (const one of register) remember(one, 'register')
  return (one) => {
    const twin = keysOf(one).flatMap((key) => seen.get(key) ?? []).find((other) => isSame(other.one, one))
    if (!twin) remember(one, 'above')
    return twin?.where
  }
}

async function inPlaces(ctx: Ctx, within: Area, rows: readonly ListRow[], wrong: LeftOut[]): Promise<{ row: ListRow; area: Area }[]> {
  const called = await areasCalled(ctx, rows.flatMap((row) => (row.place ? [row.place] : [])))
  return rows.flatMap((row) => {
    if (row.place === '') return [{ row, area: within }]
    const [area, another] = (called.get(row.place) ?? []).filter((one) => inScope(scopeOf(within.areaPath), one.areaPath))
    if (area && !another) return [{ row, area }]
    wrong.push({ rowNo: row.rowNo, name: row.name, fault: area ? 'placeSeveral' : 'placeUnknown' })
    return []
  })
}

/** What had resumed before it was registered here has not been checked here. */
async function addAll(ctx: Ctx, fresh: readonly { row: ListRow; area: Area }[]): Promise<string[]> {
  const all = fresh.map(({ row, area }): store.NewBusiness => ({
    id: ctx.newId(), kind: row.kind, name: row.name, nameKey: businessKey(row.name), creditCode: row.creditCode, trade: row.trade, areaId: area.id, areaPath: area.areaPath, address: row.address, contactName: row.contactName, ...sealedPhone(ctx, row.phone),
    staff: row.staff, toReturn: row.toReturn, fromHighRisk: row.fromHighRisk, standing: { state: row.resumed ? 'resumed' : 'notResumed', reason: row.reason, reasonNote: row.reasonNote }, at: ctx.now, byName: actorOf(ctx).name,
  }))
  await store.insertMany(ctx.sql, all)
  await store.insertSteps(ctx.sql, all.map((b) => ({ id: ctx.newId(), businessId: b.id, areaPath: b.areaPath, at: ctx.now, kind: 'listed', params: { state: b.standing.state }, before: null, policyId: null, ...actorOf(ctx) })))
  return all.map((b) => b.id)
}

async function readRows(ctx: Ctx): Promise<(ListRow | LeftOut)[]> {
  const list = await readList(ctx, businessListBook, { needs: 'name', most: MOST_BUSINESSES })
  if (list === 'tooLong') throw refuse(errors.listTooLong, { most: MOST_BUSINESSES })
  if (list === 'unreadable') throw refuse(errors.listUnreadable)
  if (list === 'noHeadings') throw refuse(errors.listHeadings, { headings: [listHeadings.name, listHeadings.kind].join('、') })
  return list.rows.map(({ rowNo, cell }) => readListRow(rowNo, cell))
}
