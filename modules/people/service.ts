import { scopeOf, type Ctx, type Jobs, type Scope } from '../../kernel/ctx.ts'
import { instantAt, type Day } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../kernel/errors.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { areaById } from '../territory/service.ts'
import { peopleErrors, type peopleApi } from './contract.ts'
import { mayKnow, readAsked } from './rules.ts'
import { baseDataByArea, checkNumbers, completeBaseData, listBaseData, takeBackBaseData } from './service/base-data.ts'
import { householdCard, personCard, toBrief, toRow } from './service/cards.ts'
import { decideDouble, doubleCounts, findDoubles, listDoubles } from './service/doubles.ts'
import { editPerson } from './service/edit.ts'
import { findPeople, idsFound, search } from './service/finding.ts'
import { comparePeople, mergePeople, unmergePeople } from './service/merging.ts'
import { movePerson } from './service/move.ts'
import { registerPerson } from './service/register.ts'
import { recordTimeline } from './service/timeline.ts'
import { registerVehicle, removeVehicle } from './service/vehicles.ts'
import { recordVisit, takeBackVisit } from './service/visiting.ts'
import { countsOf, dropStays, findByIndexes, getPerson, groupsByArea, groupsOf, leaveHome, listRows, personExists, replaceHouseholder, setState } from './store.ts'

export { completePhone } from './service/edit.ts'
export { personBrief } from './service/cards.ts'
export { baseDataByPart, baseDataToComplete } from './service/base-data.ts'
export { rememberDifferent, rememberPair, saidDifferent } from './service/doubles.ts'
export { pinyinOf } from './service/pinyin.ts'
export { registerMany, registerPerson, sealIdentity, type Registered, type Sealed } from './service/register.ts'
export { recordTimeline, recordTimelines, type Happened } from './service/timeline.ts'

/** Whether a record of that id is in the territory; nothing else about it. */
export const isInRegister = async (ctx: Ctx, personId: string): Promise<boolean> => /^[0-9a-f-]{36}$/.test(personId) && (await personExists(ctx.sql, personId))
/** People of the territory with one of these blind indexes. */
export const findPeopleByIndex = (ctx: Ctx, by: { documentIndex?: string | null | undefined; phoneIndex?: string | null | undefined }) =>
  findByIndexes(ctx.sql, by.documentIndex ? [by.documentIndex] : [], by.phoneIndex ? [by.phoneIndex] : [])
/** 年龄、性别、关爱、居住类别 of several areas, for forms with a row for each. */
export const groupsOfAreas = (ctx: Ctx, areaIds: readonly string[]) => groupsByArea(ctx.sql, areaIds, ctx.today)
/** 到期删除: former stays that ended before this day. */
export const forgetStays = (ctx: Ctx, before: Day): Promise<number> => dropStays(ctx.sql, instantAt(before, '00:00'), ctx.today)
export const findPeopleByIndexes = (ctx: Ctx, documentIndexes: readonly string[], phoneIndexes: readonly string[]) => findByIndexes(ctx.sql, documentIndexes, phoneIndexes)

const rangeOf = async (ctx: Ctx, areaId: string | undefined) => (areaId === undefined ? undefined : scopeOf((await areaById(ctx, areaId)).areaPath))

/** More than anybody reads through; they type another character. */
const FOUND_MOST = 2000

/** A large community is counted in some 20 ms; a district of a million would take a second. */
const COUNTED_ANEW = 60_000

async function fewEnoughToSort(ctx: Ctx, range: Scope): Promise<void> {
  const people = (await countsOf(ctx.sql, range)).filter((c) => c.subject === 'person').reduce((n, c) => n + c.n, 0)
  if (people > COUNTED_ANEW) throw refuse(frameErrors.tooManyToSort, { most: COUNTED_ANEW })
}

export const peopleService: Service<typeof peopleApi, Ctx> = {
  async listPeople(ctx, { areaId, text, after, limit, order: asked, ...filter }) {
    if (filter.careGroup && !mayKnow(ctx.actor, filter.careGroup)) return { items: [], next: null }
    const range = await rangeOf(ctx, areaId)
    const order = readOrder(asked, 'address')
    if (order.by === 'age' && !text) await fewEnoughToSort(ctx, range ?? ctx.actor.scope)
    const page = toWalkedPage(await listRows(ctx.sql, {
      ...filter, limit, range, ids: text ? await idsFound(ctx, text, filter.state, FOUND_MOST) : undefined, order, after: readKey(after, order.by === 'age' ? 2 : 3),
    }), limit)
    return { items: page.items.map((row) => toRow(ctx, row)), next: page.next }
  },
  async peopleCounts(ctx, { areaId }) {
    const range = (await rangeOf(ctx, areaId)) ?? ctx.actor.scope
    const counts = await countsOf(ctx.sql, range)
    const of = (subject: string, state: string) => counts.find((c) => c.subject === subject && c.state === state)?.n ?? 0
    const present = of('person', 'present')
    return { households: of('household', 'present'), present, movedOut: of('person', 'movedOut'), groups: present > COUNTED_ANEW ? null : await groupsOf(ctx.sql, range) }
  },
  search,
  findPeople: async (ctx, { text, limit }) => ({ items: await findPeople(ctx, readAsked(text), limit) }),
  personCard: (ctx, { personId }) => personCard(ctx, personId),
  householdCard: (ctx, { householdId }) => householdCard(ctx, householdId),
  async registerPerson(ctx, input) {
    const made = await registerPerson(ctx, input)
    const person = await getPerson(ctx.sql, made.personId)
    await recordTimeline(ctx, { kind: 'people.registered', areaPath: person.areaPath, ...made })
    await ctx.enqueue('people.findDoubles', { personId: made.personId })
    return made
  },
  async editPerson(ctx, input) {
    const done = await editPerson(ctx, input)
    await ctx.enqueue('people.findDoubles', { personId: input.personId })
    await ctx.enqueue('people.checkNumbers', { personId: input.personId })
    return done
  },
  movePerson,
  async movePersonOut(ctx, { personId, reason }) {
    await changeState(ctx, personId, 'present', 'movedOut', 'people.movedOut', { reason })
    return {}
  },
  async bringPersonBack(ctx, { personId }) {
    await changeState(ctx, personId, 'movedOut', 'present', 'people.broughtBack', {})
    return {}
  },
  async setHouseholder(ctx, { householdId, personId }) {
    if ((await replaceHouseholder(ctx.sql, householdId, personId, ctx.now)) === 0) throw refuse(frameErrors.notFound)
    const person = await getPerson(ctx.sql, personId)
    await recordTimeline(ctx, { kind: 'people.householder', areaPath: person.areaPath, personId, householdId, params: { name: person.name } })
    return {}
  },
  async recordHouseholdVisit(ctx, { householdId, note }) {
    await recordVisit(ctx, householdId, note ?? '')
    return {}
  },
  async takeBackHouseholdVisit(ctx, { householdId }) {
    await takeBackVisit(ctx, householdId)
    return {}
  },
  baseDataByArea,
  listBaseData,
  completeBaseData,
  takeBackBaseData,
  listDoubles,
  doubleCounts,
  comparePeople,
  mergePeople,
  unmergePeople,
  decideDouble,
  registerVehicle,
  removeVehicle,
  async revealPerson(ctx, { personId }) {
    const { documentSealed, phoneSealed } = await getPerson(ctx.sql, personId)
    return { documentNo: documentSealed ? ctx.vault.open(documentSealed) : null, phone: phoneSealed ? ctx.vault.open(phoneSealed) : null }
  },
}

export const peopleJobs: Jobs = { 'people.findDoubles': findDoubles, 'people.checkNumbers': checkNumbers }

async function changeState(ctx: Ctx, personId: string, from: string, to: string, kind: string, params: Record<string, unknown>): Promise<void> {
  const { householdId, areaPath } = await getPerson(ctx.sql, personId)
  await leaveHome(ctx.sql, personId, ctx.now)
  if (!(await setState(ctx.sql, personId, from, to, ctx.now))) throw refuse(peopleErrors.notPresent)
  await recordTimeline(ctx, { kind, areaPath, personId, householdId, params })
}
