import { addDays, instantAt } from '../../kernel/dates.ts'
import { exitsApi as api, type ExitCard, type exitsApi } from '../../modules/exits/contract.ts'
import type { ExitKind } from '../../modules/policies/contract.ts'
import { todayInTest } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'
import { somebody } from './people.ts'
import { policyInForceHere } from './policies.ts'

export const toShenzhen = { destinationCode: '440300', destinationName: '广东省深圳市' } as const
const where = { migrantWork: toShenzhen, visiting: { destinationName: '昆明市亲戚家' }, medical: { destinationName: '州人民医院' }, localWork: { destinationName: '开化街道工地' } } as const

/** Somebody asks to go out, under report 1's order, with a reading. */
export async function anExit(w: ExampleWorld, kind: ExitKind = 'migrantWork', more: { personId?: string; temperature?: number; employer?: string; leavesOn?: string; untilOn?: string } = {}): Promise<ExitCard> {
  await policyInForceHere(w)
  const personId = more.personId ?? (await somebody(w)).personId
  return (await w.c.as('communityWorker')).call(api.applyForExit, { kind, ...where[kind], leavesOn: todayInTest(), temperature: 36.5, ...more, personId })
}
const one = async (w: ExampleWorld, kind?: ExitKind) => ({ exitId: (await anExit(w, kind)).exitId })

export async function certified(w: ExampleWorld, more: Parameters<typeof anExit>[2] = {}): Promise<ExitCard> {
  const { exitId } = await anExit(w, 'migrantWork', more)
  return (await (await w.c.as('healthCentreDoctor')).call(api.certifyExit, { exitId })).exit
}
export const aBus = (seats = 45) => ({ ...toShenzhen, plate: '云H12345', seats, company: '文山客运公司', place: '社区广场', departsAt: instantAt(addDays(todayInTest(), 1), '08:00') })
/** Somebody with a seat in a bus. */
export async function seated(w: ExampleWorld): Promise<{ transportId: string; seatId: string; exitId: string }> {
  const worker = await w.c.as('communityWorker')
  const { exitId } = await certified(w)
  const { transportId } = await worker.call(api.createTransport, aBus())
  const { seatIds } = await worker.call(api.assignSeats, {})
  return { transportId, seatId: seatIds[0] ?? '', exitId }
}
const boarded = async (w: ExampleWorld) => {
  const { transportId, seatId, exitId } = await seated(w)
  await (await w.c.as('communityWorker')).call(api.boardPassenger, { seatId, temperature: 36.4 })
  return { transportId, seatId, exitId }
}
/** Somebody gone with the bus. */
export async function departed(w: ExampleWorld): Promise<{ transportId: string; exitId: string }> {
  const { transportId, exitId } = await boarded(w)
  await (await w.c.as('communityWorker')).call(api.handOver, { transportId, receiverName: '客运站王站长' })
  return { transportId, exitId }
}
const out = async (w: ExampleWorld) => {
  const { exitId } = await one(w, 'localWork')
  await (await w.c.as('communityWorker')).call(api.goOut, { exitId, temperature: 36.4 })
  return { exitId }
}
const asked = { kind: 'medical', destinationName: '州人民医院', leavesOn: '2020-02-26' } as const

export const exitsExamples: ExamplesOf<typeof exitsApi> = {
  listExits: async () => ({ tab: 'all' }),
  exitCounts: async () => ({}),
  exitRules: async () => ({}),
  ownExitRules: async () => ({}),
  getExit: (w) => one(w),
  revealEmergency: async (w) => ({ ...(await one(w)), reason: '过时未返回,联系家属' }),
  applyForExit: async (w) => ({ personId: (await somebody(w)).personId, ...asked, leavesOn: todayInTest() }),
  applyForMany: async (w) => ({ people: [{ personId: (await somebody(w)).personId, temperature: 36.5 }], kind: 'migrantWork', ...toShenzhen, leavesOn: todayInTest(), employer: '鹏城电子厂' }),
  exitListTemplate: async () => ({}),
  importExits: async () => ({ kind: 'migrantWork', ...toShenzhen, leavesOn: todayInTest() }),
  withdrawExits: async (w) => ({ exitIds: [(await one(w)).exitId] }),
  allowExit: async (w) => ({ exitId: (await (await w.c.as('communityWorker')).call(api.applyForExit, { personId: (await somebody(w)).personId, ...asked, leavesOn: todayInTest() })).exitId }),
  nameExitEscort: async (w) => ({ ...(await one(w, 'localWork')), escortName: '韦医生' }),
  refuseExit: async (w) => ({ ...(await one(w)), reason: '厂里来电说暂缓' }),
  withdrawExit: (w) => one(w),
  reviveExit: async (w) => { const exit = await one(w); await (await w.c.as('communityWorker')).call(api.withdrawExit, exit); return exit },
  reopenExit: async (w) => { const exit = await one(w); await (await w.c.as('communityWorker')).call(api.refuseExit, { ...exit, reason: '厂里来电说暂缓' }); return exit },
  certifyExit: (w) => one(w),
  certifyMany: async (w) => ({ exitIds: [(await one(w)).exitId] }),
  undoCertificates: async (w) => ({ exitIds: [(await certified(w)).exitId] }),
  goOut: async (w) => ({ ...(await one(w, 'localWork')), temperature: 36.4 }),
  comeBack: async (w) => ({ ...(await out(w)), temperature: 36.6 }),
  noteNotBack: async (w) => ({ ...(await out(w)), reason: '在外住一晚' }),
  undoTrip: out,
  askToGoOut: async () => asked,
  myExits: async () => ({}),
  withdrawOwnExit: async () => ({ receipt: 'x' }),
  reportOwnTrip: async () => ({ receipt: 'x', way: 'out', temperature: 36.5 }),
  destinations: async () => ({}),
  listTransports: async () => ({}),
  getTransport: async (w) => ({ transportId: (await seated(w)).transportId }),
  createTransport: async () => aBus(),
  editTransport: async (w) => ({ transportId: (await seated(w)).transportId, ...aBus(30) }),
  cancelTransport: async (w) => ({ transportId: (await seated(w)).transportId, reason: '车辆故障' }),
  reviveTransport: async (w) => { const { transportId } = await seated(w); await (await w.c.as('communityWorker')).call(api.cancelTransport, { transportId, reason: '车辆故障' }); return { transportId } },
  assignSeats: async (w) => { await certified(w); await (await w.c.as('communityWorker')).call(api.createTransport, aBus()); return {} },
  releaseSeats: async (w) => ({ seatIds: [(await seated(w)).seatId] }),
  retakeSeats: async (w) => { const { seatId } = await seated(w); await (await w.c.as('communityWorker')).call(api.releaseSeats, { seatIds: [seatId] }); return { seatIds: [seatId] } },
  moveSeat: async (w) => { const { seatId } = await seated(w); return { seatId, toTransportId: (await (await w.c.as('communityWorker')).call(api.createTransport, { ...aBus(), plate: '云H67890' })).transportId } },
  boardPassenger: async (w) => ({ seatId: (await seated(w)).seatId, temperature: 36.4 }),
  boardMany: async (w) => { const { transportId, seatId } = await seated(w); return { transportId, measured: [{ seatId, temperature: 36.4 }] } },
  undoBoarding: async (w) => ({ seatId: (await boarded(w)).seatId }),
  handOver: async (w) => ({ transportId: (await boarded(w)).transportId, receiverName: '客运站王站长' }),
  undoHandOver: async (w) => ({ transportId: (await departed(w)).transportId }),
  exportManifest: async (w) => ({ transportId: (await seated(w)).transportId, format: 'xlsx', reason: '交客运公司' }),
}

