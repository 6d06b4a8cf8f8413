import QRCode from 'qrcode'
import { inScope, scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { fillWords } from '../../../kernel/words.ts'
import { readList, writeTemplate, xlsxType } from '../../sheets/service.ts'
import { areaById, areasCalled, type Area } from '../../territory/service.ts'
import { disinfectionErrors as errors, listColumns, type disinfectionApi, type ListColumn, type PointCard, type PointList } from '../contract.ts'
import { MOST_POINTS } from '../data.ts'
import { listHeadings, pointListBook, readPointRow, type LeftOut, type ListRow } from '../rules.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'
import { actorOf, nowOf, rangeOf, toLine, toRecord } from './actor.ts'

type Input<K extends keyof typeof disinfectionApi> = ParsedInputOf<(typeof disinfectionApi)[K]>

/** As many as stand on the card of a point. */
const SHOWN = 30

export async function pointCardOf(ctx: Ctx, pointId: string): Promise<PointCard> {
  const records = (await store.recordsOfPoint(ctx.sql, pointId, SHOWN)).map((row) => toRecord(ctx, row))
  return { ...toLine(ctx, await store.getPoint(ctx.sql, pointId, nowOf(ctx))), records, empty: records.length === 0 }
}

export async function addPoints(ctx: Ctx, { points }: Input<'addPoints'>) {
  const areas = new Map<string, Area>()
  for (const id of new Set(points.map(({ areaId }) => areaId))) areas.set(id, await areaById(ctx, id))
  const rows = points.map((one) => ({ ...one, id: ctx.newId(), areaPath: areas.get(one.areaId)?.areaPath ?? '' }))
  return { pointIds: await store.insertPoints(ctx.sql, rows, ctx.now, actorOf(ctx).name) }
}

export async function editPoint(ctx: Ctx, { pointId, ...values }: Input<'editPoint'>): Promise<PointCard> {
  await store.lockPoint(ctx.sql, pointId)
  await store.updatePoint(ctx.sql, pointId, values)
  return pointCardOf(ctx, pointId)
}

export const setPoint = (state: 'open' | 'closed') => async (ctx: Ctx, { pointId }: { pointId: string }): Promise<PointCard> => {
  await store.lockPoint(ctx.sql, pointId)
  await store.setPointState(ctx.sql, pointId, state)
  return pointCardOf(ctx, pointId)
}

export async function removePoints(ctx: Ctx, { pointIds }: Input<'removePoints'>) {
  const gone = await store.deleteEmpty(ctx.sql, pointIds)
  return { pointIds: gone, kept: pointIds.length - gone.length }
}

export const offeredPoints = async (ctx: Ctx, { areaId }: Input<'offeredPoints'>) => ({ items: await store.offered(ctx.sql, await rangeOf(ctx, areaId), MOST_POINTS) })

/** So many labels are printed at once: each code takes its time. */
const LABELS = 200
export async function pointLabels(ctx: Ctx, { areaId, pointId }: Input<'pointLabels'>) {
  const rows = await store.labelsOf(ctx.sql, { range: await rangeOf(ctx, areaId), pointId, limit: LABELS })
  const base = `${ctx.settings.publicUrl.replace(/\/+$/, '')}/m/w/point/`
  const items = await Promise.all(rows.slice(0, LABELS).map(async (one) => ({ ...one, url: base + one.pointId, qrSvg: await QRCode.toString(base + one.pointId, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }) })))
  return { items, more: rows.length > LABELS }
}

const WIDTH: Partial<Record<ListColumn, number>> = { name: 28, place: 20 }
export async function pointListTemplate(): Promise<FileReply> {
  const columns = listColumns.map((column) => ({ heading: listHeadings[column], width: WIDTH[column] ?? 14, instruction: zh.bulk.hints[column], choices: column === 'kind' ? Object.values(zh.kinds) : [] }))
  return { filename: '消毒点位名单模板.xlsx', contentType: xlsxType, body: await writeTemplate('消毒点位', columns, Object.values(zh.bulk.notes).map((line) => fillWords(line, { most: MOST_POINTS }))) }
}

async function readRows(ctx: Ctx): Promise<(ListRow | LeftOut)[]> {
  const list = await readList(ctx, pointListBook, { needs: 'name', most: MOST_POINTS })
  if (list === 'tooLong') throw refuse(errors.listTooLong, { most: MOST_POINTS })
  if (list === 'unreadable') throw refuse(errors.listUnreadable)
  if (list === 'noHeadings') throw refuse(errors.listHeadings, { headings: [listHeadings.name, listHeadings.squareMetres].join('、') })
  return list.rows.map(({ rowNo, cell }) => readPointRow(rowNo, cell, zh.kinds))
}

/** 登记点位名单: who is new is added, wrong rows come back with number and reason, and the same list once more adds nothing. */
export async function importPoints(ctx: Ctx, { areaId }: Input<'importPoints'>): Promise<PointList> {
  const within = await areaById(ctx, areaId)
  const rows = await readRows(ctx)
  const wrong: LeftOut[] = rows.flatMap((row) => ('fault' in row ? [row] : []))
  const right = rows.flatMap((row) => ('fault' in row ? [] : [row]))
  const called = await areasCalled(ctx, right.flatMap(({ place }) => (place ? [place] : [])))
  const placed = right.flatMap((row) => {
    const [area, another] = row.place === '' ? [within] : (called.get(row.place) ?? []).filter((one) => inScope(scopeOf(within.areaPath), one.areaPath))
    if (area && !another) return [{ row, id: ctx.newId(), area }]
    wrong.push({ rowNo: row.rowNo, name: row.name, fault: area ? 'placeSeveral' : 'placeUnknown' })
    return []
  })
  const pointIds = await store.insertPoints(ctx.sql, placed.map(({ row, id, area }) => ({ ...row, id, areaId: area.id, areaPath: area.areaPath, gateId: null, venueId: null })), ctx.now, actorOf(ctx).name)
  const made = new Set(pointIds)
  return { pointIds, already: placed.filter(({ id }) => !made.has(id)).map(({ row }) => ({ rowNo: row.rowNo, name: row.name })), wrong: wrong.toSorted((a, b) => a.rowNo - b.rowNo) }
}
