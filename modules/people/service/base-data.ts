import { scopeOf, type Ctx, type Job } from '../../../kernel/ctx.ts'
import { ageOn } from '../../../kernel/dates.ts'
import type { OutputOf, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { areaById } from '../../territory/service.ts'
import { peopleErrors, type peopleApi } from '../contract.ts'
import { addressKey, baseDataGaps, completeShare, confirmable, documentDoubt, doorText, gapOf, type BaseDataFigures, type BaseDataGap } from '../rules.ts'
import * as store from '../store.ts'
import { editPerson } from './edit.ts'
import { recordTimeline } from './timeline.ts'
import { recordVisit, seenAtDoor, takeBackVisit } from './visiting.ts'

type Line = OutputOf<typeof peopleApi.baseDataByArea>['area']
const filled = (gaps: Readonly<Record<string, number>>): Line['gaps'] => Object.fromEntries(baseDataGaps.map((gap) => [gap, Math.max(0, gaps[gap] ?? 0)])) as Line['gaps']

/** 底数 of an area and of those right below it, from the counters. */
export async function baseDataByArea(ctx: Ctx, { areaId }: ParsedInputOf<typeof peopleApi.baseDataByArea>): Promise<OutputOf<typeof peopleApi.baseDataByArea>> {
  const own = areaId ?? (ctx.actor.kind === 'staff' ? ctx.actor.areaId : undefined)
  if (own === undefined) throw refuse(frameErrors.notFound)
  const { parentId } = await areaById(ctx, own)
  const lines = (await store.figuresOf(ctx.sql, own)).map((row): Line => {
    const line = { ...row, gaps: filled(row.gaps) }
    return { ...line, complete: completeShare(line) }
  })
  const [area, ...below] = lines
  if (!area) throw refuse(frameErrors.notFound)
  return { area, below, aboveId: ctx.actor.kind === 'staff' && own !== ctx.actor.areaId ? parentId : null }
}

/** 户, 人 and 底数缺项 by the areas directly below one (`part`, the number of each), for the dashboard. */
export async function baseDataByPart(ctx: Ctx, areaPath: string): Promise<(BaseDataFigures & { part: string })[]> {
  const parts = new Map<string, BaseDataFigures & { part: string }>()
  for (const { part, subject, state, n } of await store.figuresByPart(ctx.sql, areaPath)) {
    const one = parts.get(part) ?? { part, households: 0, persons: 0, gaps: filled({}) }
    parts.set(part, one)
    if (subject === 'gap') one.gaps = { ...one.gaps, [state]: Math.max(0, n) }
    else if (subject === 'household') one.households += n
    else one.persons += n
  }
  return [...parts.values()]
}

/** 待补清单: what is missing of one kind, in the order in which somebody walks. */
export async function listBaseData(ctx: Ctx, { areaId, gap, after, limit }: ParsedInputOf<typeof peopleApi.listBaseData>): Promise<OutputOf<typeof peopleApi.listBaseData>> {
  const range = areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath)
  const rows = await (gapOf[gap] === 'person' ? store.personsToComplete : store.householdsToComplete)(ctx.sql, gap, range, readKey(after, 3), limit)
  const page = toPage(rows, limit, (row) => [row.areaPath, row.walkKey, row.id])
  return {
    next: page.next,
    items: page.items.map(({ areaPath: _a, walkKey: _w, birthOn, ...row }) => ({ ...row, age: ageOn(birthOn, ctx.today) ?? null, doubt: row.doubt as OutputOf<typeof peopleApi.listBaseData>['items'][number]['doubt'] })),
  }
}

type Completed = ParsedInputOf<typeof peopleApi.completeBaseData>

/** 补全一项: typed, chosen, or confirmed not to be there; whoever does it at the door has seen the household. */
export async function completeBaseData(ctx: Ctx, input: Completed): Promise<OutputOf<typeof peopleApi.completeBaseData>> {
  const { gap, id } = input
  const subject = gapOf[gap]
  const { householdId, areaPath } = subject === 'person' ? await store.getPerson(ctx.sql, id) : { householdId: id, areaPath: (await store.getHousehold(ctx.sql, id)).areaPath }
  if (input.none) await confirm(ctx, gap, id, true)
  else await fillIn[gap](ctx, input)
  if (subject === 'household' && gap !== 'unvisited') await recordTimeline(ctx, { kind: 'people.completed', areaPath, householdId, params: { gap } })
  if (gap === 'unvisited') return { visited: true }
  return { visited: input.atDoor && householdId !== null && (await seenAtDoor(ctx, householdId)) }
}

async function confirm(ctx: Ctx, gap: BaseDataGap, id: string, none: boolean): Promise<void> {
  const what = confirmable[gap]
  if (what === undefined) throw refuse(frameErrors.notFound)
  await store.confirmNone(ctx.sql, gapOf[gap], id, what, none, ctx.now)
}

const version = async (ctx: Ctx, personId: string): Promise<number> => (await store.getPerson(ctx.sql, personId)).version
const fillIn: Record<BaseDataGap, (ctx: Ctx, input: Completed) => Promise<unknown>> = {
  noPhone: async (ctx, { id, value }) => {
    if (!value) throw refuse(peopleErrors.phoneWrong)
    return editPerson(ctx, { personId: id, version: await version(ctx, id), phone: value })
  },
  noDocument: (ctx, input) => writeNumber(ctx, input),
  doubtful: (ctx, input) => writeNumber(ctx, input),
  noHouseholder: async (ctx, { id, value }) => {
    if (!value || (await store.replaceHouseholder(ctx.sql, id, value, ctx.now)) === 0) throw refuse(frameErrors.notFound)
  },
  unvisited: (ctx, { id }) => recordVisit(ctx, id, ''),
  noRoom: writeDoor,
}

async function writeNumber(ctx: Ctx, { id, value, documentKind }: Completed): Promise<void> {
  const stored = await store.getPerson(ctx.sql, id)
  if (!value) throw refuse(peopleErrors.documentWrong, { fault: 'missing', expected: '' })
  await editPerson(ctx, { personId: id, version: stored.version, documentKind: documentKind ?? (stored.documentKind === 'none' ? 'residentId' : stored.documentKind as 'residentId'), documentNo: value })
  await settleDoubts(ctx, '', id)
}

async function writeDoor(ctx: Ctx, { id, value, building, unit }: Completed): Promise<void> {
  const home = await store.getHousehold(ctx.sql, id)
  const door = { building: building ?? home.building, unit: unit ?? home.unit, room: value ?? '' }
  const [taken] = await store.findHouseholds(ctx.sql, [{ areaId: home.areaId, addressKey: addressKey(door) }])
  if (taken && taken.id !== id) throw refuse(peopleErrors.doorTaken, { door: doorText(door) })
  await store.setDoor(ctx.sql, id, { ...door, address: doorText(door), addressKey: addressKey(door) }, ctx.now)
}

/** 撤销: what was just filled in is open again. */
export async function takeBackBaseData(ctx: Ctx, { gap, id, none, visit }: ParsedInputOf<typeof peopleApi.takeBackBaseData>): Promise<OutputOf<typeof peopleApi.takeBackBaseData>> {
  if (none) await confirm(ctx, gap, id, false)
  else if (gap === 'noPhone') await editPerson(ctx, { personId: id, version: await version(ctx, id), phone: null })
  else if (gap === 'noDocument') await editPerson(ctx, { personId: id, version: await version(ctx, id), documentKind: 'none' })
  else if (gap === 'noHouseholder') await store.clearHouseholder(ctx.sql, id)
  else if (gap === 'unvisited') await takeBackVisit(ctx, id)
  else throw refuse(frameErrors.notFound)
  const householdId = gapOf[gap] === 'person' ? (await store.getPerson(ctx.sql, id)).householdId : id
  if (visit && gap !== 'unvisited' && householdId !== null) await takeBackVisit(ctx, householdId)
  return {}
}

/** Kinds of base data somebody still has to complete in the own territory, with how much of each: for Today. */
export async function baseDataToComplete(ctx: Ctx): Promise<{ gap: BaseDataGap; n: number }[]> {
  const totals = await store.gapTotals(ctx.sql, ctx.actor.scope)
  return baseDataGaps.flatMap((gap) => ((totals[gap] ?? 0) > 0 ? [{ gap, n: totals[gap] ?? 0 }] : []))
}

const NUMBERS_AT_ONCE = 2000
const FIRST = '00000000-0000-0000-0000-000000000000'

async function settleDoubts(ctx: Ctx, after: string, only: string | null): Promise<string | undefined> {
  const rows = await store.numbersFrom(ctx.sql, after, only, NUMBERS_AT_ONCE)
  const changed = rows.flatMap((row) => {
    const doubt = documentDoubt({ ...row, documentNo: ctx.vault.open(row.documentSealed) }, ctx.today) ?? null
    return doubt === row.doubt ? [] : [{ id: row.id, doubt }]
  })
  if (changed.length > 0) await store.writeDoubts(ctx.sql, changed)
  if (only !== null) await store.dropDoubt(ctx.sql, only)
  return rows.length < NUMBERS_AT_ONCE ? undefined : rows.at(-1)?.id
}

/** The numbers on record are sealed, so only the program can look at them: after a change, after a roster, and every week all of them. */
export const checkNumbers: Job = {
  everyMinutes: 7 * 24 * 60, long: true,
  run: async (runner, { personId }) => {
    const only = typeof personId === 'string' ? personId : null
    for (let after: string | undefined = FIRST; after !== undefined;) {
      const from: string = after
      after = await runner.tx((ctx) => settleDoubts(ctx, from, only))
    }
  },
}
