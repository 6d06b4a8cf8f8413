import { volunteersApi as api, type volunteersApi } from '../../modules/volunteers/contract.ts'
import type { InputOf } from '../../kernel/endpoint.ts'
import { linksApi } from '../../modules/links/contract.ts'
import { Caller, clock } from '../world.ts'
import { aGate } from './passage.ts'
import { anElder } from './care.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

let serial = 0
const worker = (w: ExampleWorld) => w.c.as('communityWorker')
const inHours = (hours: number): string => new Date(Date.parse(clock.now) + hours * 3_600_000).toISOString()
/** A party member of a unit who has just reported in. */
export const aMember = (over: object = {}): InputOf<typeof api.addVolunteer> => ({ name: `报到${++serial}`, kind: 'partyMember', unit: '市水务局', phone: `1990003${String(serial).padStart(4, '0')}`, skills: ['keeping'], ...over })
export async function aVolunteer(w: ExampleWorld, over?: object): Promise<{ volunteerId: string }> {
  return { volunteerId: (await (await worker(w)).call(api.addVolunteer, aMember(over))).volunteerId }
}
export const aTask = (over: object = {}) => ({ kind: 'delivery', place: '3幢楼下', from: inHours(2), to: inHours(5), wanted: 2, ...over } as const)
export async function aCallForHands(w: ExampleWorld, over?: object): Promise<{ callId: string }> {
  return { callId: (await (await worker(w)).call(api.callForHands, aTask(over))).callId }
}
export async function aTaker(w: ExampleWorld): Promise<{ callId: string; volunteerId: string; serviceId: string }> {
  const [{ callId }, { volunteerId }] = [await aCallForHands(w), await aVolunteer(w)]
  const { takers } = await (await worker(w)).call(api.takePlace, { callId, volunteerId })
  return { callId, volunteerId, serviceId: takers[0]?.serviceId ?? '' }
}
const served = () => ({ kind: 'publicity', place: '小区门口', from: inHours(-3), to: inHours(-1) } as const)
export async function aServed(w: ExampleWorld): Promise<{ volunteerId: string; serviceId: string }> {
  const { volunteerId } = await aVolunteer(w, { inPublic: true })
  return { volunteerId, serviceId: (await (await worker(w)).call(api.recordService, { volunteerId, ...served() })).serviceId }
}
const month = () => ({ month: clock.now.slice(0, 7) })
export const signUp = (): InputOf<typeof api.askToHelp> => ({ kind: 'resident', name: '刘愿来', phone: '19900037777', skills: ['driving'], free: ['weekend'] })
/** Signed up by the code on the wall, as Today counts it. */
export async function aSignUp(w: ExampleWorld): Promise<unknown> {
  const { url } = await (await worker(w)).call(linksApi.createDeclarationLink, { areaId: w.c.community.id })
  return new Caller({ link: url.split('/').at(-1) ?? '' }).call(api.askToHelp, { ...signUp(), name: `刘愿${++serial}` })
}

export const volunteersExamples: ExamplesOf<typeof volunteersApi> = {
  listVolunteers: async (w) => { await aVolunteer(w); return {} },
  volunteerCounts: async () => ({}),
  listUnits: async (w) => { await aVolunteer(w); return {} },
  unitPaper: async (w) => { await aVolunteer(w); return { unit: '市水务局' } },
  listHonours: async (w) => { await aServed(w); return month() },
  honoursPaper: async () => month(),
  pointRulesNow: async () => ({}),
  publishPointRules: async () => ({ basis: '居民会议通过并公示5天', items: [{ kind: 'gate', points: 3, per: 'hour', mostADay: 24 }] }),
  listCalls: async (w) => { await aCallForHands(w); return {} },
  callCounts: async () => ({}),
  callForHands: async (w) => ({ shift: { gateId: (await aGate(w)).gateId, on: new Date(Date.parse(clock.now) + 86_400_000).toISOString().slice(0, 10), slot: 0 } }),
  getCall: (w) => aCallForHands(w),
  withdrawCall: (w) => aCallForHands(w),
  reopenCall: async (w) => { const call = await aCallForHands(w); await (await worker(w)).call(api.withdrawCall, call); return call },
  takePlace: async (w) => ({ ...(await aCallForHands(w)), ...(await aVolunteer(w)) }),
  dropPlace: async (w) => ({ serviceId: (await aTaker(w)).serviceId }),
  recordServices: async (w) => { const { callId, serviceId } = await aTaker(w); clock.forward(6 * 60); return { callId, items: [{ serviceId, came: true }] } },
  recordService: async (w) => ({ ...(await aVolunteer(w)), ...served() }),
  undoServices: async (w) => ({ serviceIds: [(await aServed(w)).serviceId] }),
  addVolunteer: async (w) => ({ kind: 'resident', personId: (await anElder(w)).personId, skills: ['counselling'] }),
  enterVolunteers: async () => ({ kind: 'partyMember', lines: `周敏 市水务局 1990007${String(++serial).padStart(4, '0')}` }),
  removeVolunteers: async (w) => ({ volunteerIds: [(await aVolunteer(w)).volunteerId] }),
  getVolunteer: (w) => aVolunteer(w),
  editVolunteer: async (w) => ({ ...(await aVolunteer(w)), kind: 'cadre', unit: '市水务局', skills: ['driving'], free: ['weekend'], inPublic: true }),
  turnVolunteer: async (w) => ({ ...(await aVolunteer(w)), to: 'paused', reason: '出差到月底' }),
  revealVolunteerPhone: async (w) => ({ ...(await aVolunteer(w)), reason: '请来值守' }),
  exchangePoints: async (w) => ({ volunteerId: (await aServed(w)).volunteerId, points: 5, what: '洗衣液一瓶' }),
  undoExchange: async (w) => ({ entryId: (await (await worker(w)).call(api.exchangePoints, { volunteerId: (await aServed(w)).volunteerId, points: 5, what: '洗衣液一瓶' })).entryId }),
  askToHelp: async () => signUp(),
  myHelp: async () => ({ receipts: '' }),
}
