import type { Ctx } from '../../../kernel/ctx.ts'
import { ageOn, instantAt } from '../../../kernel/dates.ts'
import { may } from '../../accounts/rules.ts'
import { careWork, uncaredHomes, type CareWork } from '../../care/service.ts'
import { groupsFor } from '../../people/rules.ts'
import type { TodayItem } from '../contract.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** Whoever arranges it looks after what is late; whoever walks sees whose turn it is. */
export const careVisitTab = (role: string): 'overdue' | 'toVisit' => (may(role, 'care.keep') ? 'overdue' : 'toVisit')

/** 没人照料: at once, since their carer was taken away. */
export async function careAlone(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const homes = await uncaredHomes(ctx)
  const items = homes.slice(0, limit).map(({ householdId, since, left, taken, areaName, door, law }) => item({
    id: `careAlone:${householdId}`, kind: 'careAlone', dueAt: since, state: 'overdue', name: left.map(({ name }) => name).join('、'), address: `${areaName}${door}`, personId: left[0]?.personId ?? null,
    what: say('careAlone'), why: say('careAlone', { names: taken.map(({ name }) => name).join('、'), law: law.zh, lawEn: law.en }), opens: { page: '/care', search: { home: householdId } },
  }))
  return { items, total: homes.length, overdue: homes.length }
}

const ofPerson = (ctx: Ctx, row: CareWork, tab: string) => ({ name: row.name, sex: row.sex, age: ageOn(row.birthOn, ctx.today) ?? null, address: row.address, personId: row.personId, opens: { page: '/care', search: { tab, open: row.personId } } })
const collected = (rows: readonly CareWork[], items: TodayItem[]): Collected => ({ items, total: rows[0]?.total ?? 0, overdue: rows[0]?.late ?? 0 })

/** 关爱走访: by building, the overdue first. */
export async function careVisits(ctx: Ctx, { limit, role }: Wanted): Promise<Collected> {
  const tab = careVisitTab(role)
  const rows = await careWork(ctx, tab, limit)
  return collected(rows, rows.map((row) => {
    const dueAt = instantAt(row.dueOn, '24:00')
    return item({
      ...ofPerson(ctx, row, tab), id: `careVisit:${row.personId}`, kind: 'careVisit', dueAt, state: stateOf(dueAt, ctx.now),
      what: say(row.askAgainOn !== null ? 'careAsk' : row.missed > 0 ? 'careAgain' : 'careVisit'), why: say('careVisit', { careGroups: groupsFor(ctx.actor, row.groups), days: row.days, day: row.dueOn }),
    })
  }))
}

/** 两次没见到: whoever is to be called about. */
export async function careCalls(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await careWork(ctx, 'missed', limit)
  return collected(rows, rows.map((row) => {
    const dueAt = instantAt(row.dueOn, '24:00')
    return item({
      ...ofPerson(ctx, row, 'missed'), id: `careCall:${row.personId}`, kind: 'careCall', dueAt, state: stateOf(dueAt, ctx.now),
      what: say(row.contactName === null ? 'careFind' : 'careCall', { who: row.contactName ?? '' }), why: say('careCall', { n: row.missed, day: row.lastOn ?? '' }),
    })
  }))
}
