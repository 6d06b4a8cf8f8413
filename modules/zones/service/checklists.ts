import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { zonesErrors as errors, zoneValues, type Checklist, type ChecklistMeasure, type zonesApi, type ZoneValue } from '../contract.ts'
import { measuresOf } from '../data/measures.ts'
import { titleTwice } from '../rules.ts'
import * as store from '../store.ts'
import { callerOf } from './items.ts'

type Input<K extends keyof typeof zonesApi> = ParsedInputOf<(typeof zonesApi)[K]>

const officeOf = (ctx: Ctx): { officeId: string; areaPath: string } => {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notFound)
  return { officeId: ctx.actor.areaId, areaPath: ctx.actor.areaPath }
}

/** The measures that go with a value at a place: the nearest office's own list, at last the shipped one. */
export async function measuresAt(ctx: Ctx, areaPath: string, value: ZoneValue): Promise<readonly ChecklistMeasure[]> {
  return (await store.checklistsFor(ctx.sql, areaPath)).find((list) => list.value === value)?.measures ?? measuresOf[value]
}

export async function zoneChecklists(ctx: Ctx) {
  return { items: await lists(ctx), mayChange: may(callerOf(ctx).role, 'zones.set') }
}

async function lists(ctx: Ctx): Promise<Checklist[]> {
  const { officeId, areaPath } = officeOf(ctx)
  const [inForce, own] = [await store.checklistsFor(ctx.sql, areaPath), await store.ownChecklists(ctx.sql, officeId)]
  return zoneValues.map((value) => {
    const list = inForce.find((one) => one.value === value)
    return {
      value, measures: [...(list?.measures ?? measuresOf[value])], from: !list ? 'shipped' : list.officeId === officeId ? 'own' : 'above', officeName: list?.officeName ?? null,
      savedAt: list?.savedAt ?? null, saverName: list?.saverName ?? null, versions: own.filter((one) => one.value === value).map(({ value: _v, ...version }) => version),
    }
  })
}

async function listOf(ctx: Ctx, value: ZoneValue): Promise<Checklist> {
  const found = (await lists(ctx)).find((list) => list.value === value)
  if (!found) throw refuse(frameErrors.notFound)
  return found
}

/** A new version of the office's own list; what is open anywhere stays as it is. */
export async function saveZoneChecklist(ctx: Ctx, { value, measures }: Input<'saveZoneChecklist'>) {
  const twice = titleTwice(measures)
  if (twice !== undefined) throw refuse(errors.sameTwice, { title: twice })
  const { officeId, areaPath } = officeOf(ctx)
  const { accountId: by, name: byName } = callerOf(ctx)
  const checklistId = ctx.newId()
  const former = await store.retireChecklist(ctx.sql, officeId, value)
  await store.insertChecklist(ctx.sql, { id: checklistId, officeId, areaPath, value, measures: measures.map((m) => ({ ...m, key: m.key ?? `own-${ctx.newId()}` })), at: ctx.now, by, byName })
  return { checklistId, former: former ?? null, list: await listOf(ctx, value) }
}

export async function useZoneChecklist(ctx: Ctx, { value, checklistId }: Input<'useZoneChecklist'>): Promise<Checklist> {
  const { officeId } = officeOf(ctx)
  await store.retireChecklist(ctx.sql, officeId, value)
  if (checklistId !== null && (await store.reviveChecklist(ctx.sql, officeId, value, checklistId)) === 0) throw refuse(frameErrors.notFound)
  return listOf(ctx, value)
}
