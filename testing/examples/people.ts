import type { peopleApi } from '../../modules/people/contract.ts'
import { peopleApi as api } from '../../modules/people/contract.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

let serial = 0

/** Somebody in the first grid of the example's community. */
export async function somebody({ c }: ExampleWorld): Promise<{ personId: string; householdId: string }> {
  const worker = await c.as('communityWorker')
  return worker.call(api.registerPerson, { areaId: c.compounds[0]?.grids[0]?.id ?? '', building: '3', unit: '2', room: `${500 + ++serial}`, name: '李桂兰', sex: '2', phone: '19900001234' })
}

/** Two records that may be one person. */
export async function twoRecords(w: ExampleWorld): Promise<{ keptId: string; otherId: string }> {
  return { keptId: (await somebody(w)).personId, otherId: (await somebody(w)).personId }
}

export const peopleExamples: ExamplesOf<typeof peopleApi> = {
  listPeople: async () => ({ limit: 20 }),
  peopleCounts: async () => ({}),
  search: async () => ({ text: '锦绣 3-2-501' }),
  findPeople: async () => ({ text: '李' }),
  personCard: async (w) => ({ personId: (await somebody(w)).personId }),
  householdCard: async (w) => ({ householdId: (await somebody(w)).householdId }),
  registerPerson: async ({ c }) => ({ areaId: c.villageGroup.id, room: '17号', name: '赵志强', sex: '1' }),
  editPerson: async (w) => ({ personId: (await somebody(w)).personId, version: 1, workplace: '新平小学' }),
  movePersonOut: async (w) => ({ personId: (await somebody(w)).personId, reason: '搬到外市' }),
  bringPersonBack: async (w) => {
    const { personId } = await somebody(w)
    await w.caller.call(api.movePersonOut, { personId, reason: '搬到外市' })
    return { personId }
  },
  movePerson: async (w) => ({ personId: (await somebody(w)).personId, areaId: w.c.villageGroup.id, room: '18号' }),
  setHouseholder: somebody,
  recordHouseholdVisit: async (w) => ({ householdId: (await somebody(w)).householdId, note: '家中有老人' }),
  takeBackHouseholdVisit: async (w) => {
    const { householdId } = await somebody(w)
    await w.caller.call(api.recordHouseholdVisit, { householdId })
    return { householdId }
  },
  baseDataByArea: async () => ({}),
  listBaseData: async () => ({ gap: 'noPhone' as const }),
  completeBaseData: async (w) => ({ gap: 'unvisited' as const, id: (await somebody(w)).householdId }),
  takeBackBaseData: async (w) => ({ gap: 'noHouseholder' as const, id: (await somebody(w)).householdId }),
  listDoubles: async () => ({}),
  doubleCounts: async () => ({}),
  comparePeople: twoRecords,
  mergePeople: twoRecords,
  unmergePeople: async (w) => w.caller.call(api.mergePeople, await twoRecords(w)),
  decideDouble: async (w) => { const { keptId, otherId } = await twoRecords(w); return { oneId: keptId, otherId, same: 'no' as const } },
  registerVehicle: async (w) => ({ householdId: (await somebody(w)).householdId, plate: `云HD${String(10000 + ++serial)}` }),
  removeVehicle: async (w) => {
    const { householdId } = await somebody(w)
    return w.caller.call(api.registerVehicle, { householdId, kind: 'tricycle', description: '红色三轮车' })
  },
  revealPerson: async (w) => ({ personId: (await somebody(w)).personId, reason: '电话核实' }),
}
