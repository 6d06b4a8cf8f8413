import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { addDays, dayOf } from '../../kernel/dates.ts'
import { passageApi as api, type Gate, type Passage } from '../../modules/passage/contract.ts'
import { stepsToWatch, watchPassages } from '../../modules/passage/service.ts'
import { register } from '../people.ts'
import { aCommunity, clock } from '../world.ts'
import type { InputOf } from '../../kernel/endpoint.ts'
import { firstCompound } from './duty.ts'
import { policyInForceHere } from './policies.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

let gates = 0
export const gateInput = (w: ExampleWorld, name = `${++gates}号门`) => ({ areaId: firstCompound(w).id, name, kind: 'compound' }) as const
export const aGate = async (w: ExampleWorld, more: Partial<InputOf<typeof api.createGate>> = {}): Promise<Gate> =>
  (await w.c.as('communityWorker')).call(api.createGate, { ...gateInput(w), ...more })
export const aRecord = (gateId: string, more: Partial<InputOf<typeof api.recordPassage>> = {}) =>
  ({ eventId: uuidv7(), gateId, at: clock.now, direction: 'out', subject: 'unknown', name: '王强', told: '3幢1单元201', temperature: 36.4, purpose: 'shopping', ...more }) as const
/** Held at the gate with a fever. */
export const aHeld = async (w: ExampleWorld): Promise<Passage> => {
  const { gateId } = await aGate(w)
  return (await w.c.as('gatekeeper')).call(api.recordPassage, aRecord(gateId, { temperature: 38.2 }))
}
const gateOnly = async (w: ExampleWorld) => ({ gateId: (await aGate(w)).gateId })
/** One shift filled, to be copied to the week after. */
async function aWeek(w: ExampleWorld): Promise<{ gateId: string; to: string }> {
  const { gateId } = await aGate(w)
  await (await w.c.as('communityWorker')).call(api.setShift, { gateId, on: addDays(dayOf(clock.now), 1), slot: 0, keeperName: '周建国' })
  return { gateId, to: addDays(dayOf(clock.now), 7) }
}
/** At the east gate of a community, with an order in force and somebody who lives there. Nothing has been looked at yet: the clock of another test may have been later than this one's. */
export async function atAGate(order?: Parameters<typeof policyInForceHere>[1]) {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  await c.tx('system', ({ sql: q }) => q.run(sql`delete from setting where key = 'passage.watchedUntil'`))
  const [worker, keeper] = [await c.as('communityWorker'), await c.as('gatekeeper')]
  const w = { c, caller: worker }
  await policyInForceHere(w, order)
  const gate = await aGate(w, { name: '东门' })
  const { personId, householdId } = await register(worker, c)
  return { c, w, worker, keeper, gate, gateId: gate.gateId, personId, householdId }
}
/** Of a household of the register. */
export const own = (householdId: string, more: object = {}) => ({ subject: 'household', householdId, name: undefined, told: undefined, ...more }) as const

/** Looks at all that has arrived, as the job does; in how many steps. */
export async function watchAll(c: ExampleWorld['c']): Promise<number> {
  const steps = await c.tx('system', stepsToWatch)
  for (const step of steps) await c.tx('system', (ctx) => watchPassages(ctx, step))
  return steps.length
}
/** A car in twice without having been out. */
export async function aPattern(w: ExampleWorld): Promise<{ patternId: string }> {
  const { gateId } = await aGate(w)
  const keeper = await w.c.as('gatekeeper')
  const car = { direction: 'in', subject: 'vehicle', plate: `云H${10000 + ++gates}`, vehiclePass: 'valid', happened: 'allow' } as const
  for (const _ of [1, 2]) await keeper.call(api.recordPassage, aRecord(gateId, car))
  await watchAll(w.c)
  return { patternId: (await keeper.call(api.listPatterns, {})).items[0]?.patternId ?? '' }
}


export const passageExamples: ExamplesOf<typeof api> = {
  listGates: async () => ({}),
  gateCounts: async () => ({}),
  getGate: gateOnly,
  createGate: async (w) => gateInput(w),
  editGate: async (w) => ({ ...(await gateOnly(w)), name: `${++gates}号门`, kind: 'compound', shiftStarts: ['06:00', '14:00', '22:00'] }),
  closeGate: async (w) => ({ ...(await gateOnly(w)), orderNo: '指挥部通告第7号' }),
  reopenGate: async (w) => {
    const gate = await gateOnly(w)
    await (await w.c.as('communityWorker')).call(api.closeGate, { ...gate, orderNo: '指挥部通告第7号' })
    return gate
  },
  removeGate: async (w) => ({ ...(await gateOnly(w)), reason: '合并到东门' }),
  restoreGate: async (w) => {
    const gate = await gateOnly(w)
    await (await w.c.as('communityWorker')).call(api.removeGate, { ...gate, reason: '合并到东门' })
    return gate
  },
  listShifts: async (w) => ({ ...(await gateOnly(w)), from: dayOf(clock.now) }),
  setShift: async (w) => ({ ...(await gateOnly(w)), on: addDays(dayOf(clock.now), 1), slot: 0, keeperId: (await w.c.as('gatekeeper')).accountId, leaderName: '陈建国' }),
  copyShifts: aWeek,
  undoCopyShifts: async (w) => ({ copyId: (await (await w.c.as('communityWorker')).call(api.copyShifts, await aWeek(w))).copyId }),
  signOn: gateOnly,
  undoSignOn: async (w) => {
    const gate = await gateOnly(w)
    await w.caller.call(api.signOn, gate)
    return gate
  },
  handOver: async (w) => {
    const gate = await gateOnly(w)
    await w.caller.call(api.signOn, gate)
    return { ...gate, items: [{ item: '测温枪', count: 2 }, { item: '口罩', count: 40 }], remarks: '3幢有人咨询办证' }
  },
  gatePost: gateOnly,
  myGates: async () => ({}),
  gateData: gateOnly,
  findAtGate: async (w) => ({ ...(await gateOnly(w)), q: '501' }),
  recordPassages: async (w) => ({ items: [aRecord((await aGate(w)).gateId)] }),
  scanPassage: async (w) => ({ eventId: uuidv7(), ...(await gateOnly(w)), direction: 'in', scanned: 'WG:NOTACODE' }),
  recordPassage: async (w) => aRecord((await aGate(w)).gateId),
  takeBackPassage: async (w) => ({ eventId: (await aHeld(w)).eventId }),
  listPassages: async () => ({}),
  passageCounts: async () => ({}),
  getPassage: async (w) => ({ eventId: (await aHeld(w)).eventId }),
  settlePassage: async (w) => ({ eventId: (await aHeld(w)).eventId, note: '卫生院已接走' }),
  unsettlePassage: async (w) => {
    const { eventId } = await aHeld(w)
    await (await w.c.as('gatekeeper')).call(api.settlePassage, { eventId, note: '卫生院已接走' })
    return { eventId }
  },
  passageFlow: async () => ({}),
  listPresent: async () => ({}),
  ownWay: async (w) => ({ personId: (await register(await w.c.as('communityWorker'), w.c)).personId }),
  listSamePlace: async (w) => ({ personId: (await register(await w.c.as('communityWorker'), w.c)).personId, reason: '3号线索流调' }),
  listPatterns: async () => ({}),
  patternCounts: async () => ({}),
  settlePattern: async (w) => ({ ...(await aPattern(w)), note: '登记时漏记了出门' }),
  unsettlePattern: async (w) => {
    const one = await aPattern(w)
    await (await w.c.as('communityWorker')).call(api.settlePattern, { ...one, note: '登记时漏记了出门' })
    return one
  },
}
