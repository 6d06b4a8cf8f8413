import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { may } from '../../accounts/rules.ts'
import { answererFor } from '../../duty/service.ts'
import { areaById } from '../../territory/service.ts'
import { zonesErrors as errors, type ChecklistMeasure, type Zone, type ZoneCard, type zonesApi } from '../contract.ts'
import { changeOf, dueOf, kindOf, valuesOf } from '../rules.ts'
import * as store from '../store.ts'
import type { ZoneRow } from '../tables.ts'
import { measuresAt } from './checklists.ts'
import { callerOf, toItems } from './items.ts'

type Input<K extends keyof typeof zonesApi> = ParsedInputOf<(typeof zonesApi)[K]>

export const rangeOf = async (ctx: Ctx, areaId: string | undefined) => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))

export async function zoneAreas(ctx: Ctx, { tab, areaId, after, limit }: Input<'zoneAreas'>) {
  const rows = await store.listAreas(ctx.sql, { tab, range: await rangeOf(ctx, areaId), now: ctx.now, after: readKey(after, 1)?.[0] as string | undefined, limit })
  const page = toPage(rows, limit, (row) => [row.areaPath])
  return { ...page, items: page.items.map(({ areaPath: _path, ...row }) => row) }
}

const toZone = (ctx: Ctx, row: ZoneRow, newest: boolean): Zone => ({
  zoneId: row.zoneId, kind: row.kind, value: row.value, fromAt: row.fromAt, orderNo: row.orderNo, issuer: row.issuer, scopeNote: row.scopeNote, reason: row.reason, setAt: row.setAt,
  setterName: row.setterName, state: row.undoneAt !== null ? 'undone' : row.supersededAt !== null ? 'former' : 'current',
  mayUndo: newest && may(callerOf(ctx).role, 'zones.set') && dayOf(row.setAt) === ctx.today,
})

export async function zoneCard(ctx: Ctx, areaId: string): Promise<ZoneCard> {
  const { areaPath: _path, areaId: id, name, fullName, level, households, persons } = await store.getArea(ctx.sql, areaId)
  const kind = kindOf(level)
  const history = await store.historyOf(ctx.sql, areaId)
  const current = history.find((row) => row.undoneAt === null && row.supersededAt === null)
  const items = kind ? await toItems(ctx, await store.itemsOf(ctx.sql, areaId, kind)) : []
  const rows = kind ? await store.itemsOf(ctx.sql, areaId, kind) : []
  const standing = items.filter((_, i) => rows[i]?.closedBy === null)
  return {
    area: { areaId: id, name, fullName, level, households, persons }, kind, current: current ? toZone(ctx, current, true) : null,
    items: standing, closed: items.filter((_, i) => rows[i]?.closedBy !== null),
    total: standing.filter(({ state }) => state !== 'skipped').length, done: standing.filter(({ state }) => state === 'done').length, late: standing.filter(({ overdue }) => overdue).length,
    history: history.map((row) => toZone(ctx, row, row === current)), values: kind && may(callerOf(ctx).role, 'zones.set') ? [...valuesOf(kind)] : [],
  }
}

async function changeAt(ctx: Ctx, i: Pick<Input<'setZone'>, 'areaId' | 'kind' | 'value'>) {
  const area = await store.getArea(ctx.sql, i.areaId)
  if (kindOf(area.level) !== i.kind || !valuesOf(i.kind).includes(i.value)) throw refuse(errors.notHere, { level: area.level })
  const standing = (await store.itemsOf(ctx.sql, i.areaId, i.kind)).filter((item) => item.closedBy === null)
  return { area, ...changeOf(standing, await measuresAt(ctx, area.areaPath, i.value)) }
}

export async function previewZone(ctx: Ctx, i: Input<'previewZone'>) {
  const { area, opens, closes, keeps } = await changeAt(ctx, i)
  const due = i.fromAt ?? ctx.now
  const shown = []
  for (const measure of opens) {
    const owner = await answererFor(ctx, area.areaPath, measure.ownerRole)
    shown.push({ title: measure.title, source: measure.source, ownerRole: measure.ownerRole, dueAt: dueOf(measure, due), ownerName: owner?.name ?? null })
  }
  return {
    opens: shown,
    closes: closes.map(({ title, state }) => ({ title, state })), keeps: keeps.length,
  }
}

export async function setZone(ctx: Ctx, i: Input<'setZone'>): Promise<ZoneCard> {
  const { area, opens, closes } = await changeAt(ctx, i)
  const fromAt = i.fromAt ?? ctx.now
  const current = await store.findCurrent(ctx.sql, i.areaId, i.kind)
  if (current?.value === i.value && current.orderNo === i.orderNo) throw refuse(errors.sameAlready, { value: i.value })
  if (current && fromAt < current.fromAt) throw refuse(errors.beforeCurrent, { orderNo: current.orderNo })
  const { accountId: by, name: byName } = callerOf(ctx)
  const id = ctx.newId()
  await store.insertZone(ctx.sql, { id, areaId: i.areaId, areaPath: area.areaPath, kind: i.kind, value: i.value, fromAt, orderNo: i.orderNo, issuer: i.issuer, scopeNote: i.scopeNote || null, reason: i.reason || null, at: ctx.now, by, byName })
  if (current) await store.supersede(ctx.sql, current.zoneId, id, ctx.now)
  await store.closeItems(ctx.sql, closes.map(({ itemId }) => itemId), id)
  await openItems(ctx, { id, kind: i.kind, areaId: i.areaId, areaPath: area.areaPath, fromAt, byName }, opens)
  return zoneCard(ctx, i.areaId)
}

interface Opening { id: string; kind: ZoneRow['kind']; areaId: string; areaPath: string; fromAt: string; byName: string }

/** Each measure begins with whoever has the duty there now. */
async function openItems(ctx: Ctx, z: Opening, measures: readonly ChecklistMeasure[]): Promise<void> {
  const items = []
  for (const [sort, measure] of measures.entries()) {
    const owner = await answererFor(ctx, z.areaPath, measure.ownerRole)
    items.push({
      id: ctx.newId(), areaId: z.areaId, areaPath: z.areaPath, kind: z.kind, openedBy: z.id, measureKey: measure.key, title: measure.title, source: measure.source, sort, ownerRole: measure.ownerRole,
      ownerAccountId: owner?.accountId ?? null, ownerName: owner?.name ?? null, dueAt: dueOf(measure, z.fromAt), at: ctx.now, byName: z.byName,
    })
  }
  await store.insertItems(ctx.sql, items)
}

/** 撤销, the same day: the former state stands again, with its measures as they were. */
export async function undoZone(ctx: Ctx, { zoneId }: Input<'undoZone'>): Promise<ZoneCard> {
  const row = await store.getZone(ctx.sql, zoneId)
  if (row.undoneAt !== null || row.supersededAt !== null) throw refuse(errors.superseded)
  if (dayOf(row.setAt) !== ctx.today) throw refuse(errors.notTheDay)
  await store.dropOpened(ctx.sql, zoneId)
  await store.undo(ctx.sql, zoneId, ctx.now)
  await store.reopenClosed(ctx.sql, zoneId)
  return zoneCard(ctx, row.areaId)
}
