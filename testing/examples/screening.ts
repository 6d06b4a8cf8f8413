import { screeningApi as api, type screeningApi } from '../../modules/screening/contract.ts'
import { checkDigitOf } from '../../modules/people/rules.ts'
import type { InputOf } from '../../kernel/endpoint.ts'
import { territoryApi } from '../../modules/territory/contract.ts'
import { linksApi } from '../../modules/links/contract.ts'
import { aCommunity, Caller, type Community, type Place } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'
import { policyInForceHere } from './policies.ts'

let serial = 0
/** A synthetic identity number: unassigned area 999, valid check digit. */
export function anIdentityNumber(birth = '19850612'): string {
  const body = `999001${birth}${String(100 + (++serial % 900))}`
  return `${body}${checkDigitOf(body)}`
}

/** Another community of the same subdistrict. */
export async function aNeighbour(c: Community): Promise<Place> {
  const officer = await c.as('subdistrictOfficer')
  const { areaId } = await officer.call(territoryApi.createArea, { parentId: c.subdistrict.id, level: 'community', name: `邻社区${++serial}` })
  const { area } = await officer.call(territoryApi.areaById, { areaId })
  return { id: area.id, path: area.areaPath, name: area.name, level: area.level }
}

/** A community with report 1's order in force, and its worker. */
export async function aDesk(): Promise<{ c: Community; worker: Caller }> {
  const c = await aCommunity()
  const worker = await c.as('communityWorker')
  await policyInForceHere({ c, caller: worker })
  return { c, worker }
}

/** A resident behind the community's declaration code. */
export async function aDeclarer(c: Community): Promise<Caller> {
  const link = await (await c.as('communityWorker')).call(linksApi.createDeclarationLink, { areaId: c.community.id })
  return new Caller({ link: link.url.split('/').at(-1) ?? '' })
}

type Recorded = InputOf<typeof screeningApi.recordScreening>
/** Somebody new from Chengdu, measured and asked. */
export const anArrival = (w: Pick<ExampleWorld, 'c'>, change: Partial<Recorded> = {}): Recorded => ({
  who: { newcomer: { name: '周敏', documentKind: 'residentId', documentNo: anIdentityNumber(), phone: '19900005678', building: '1', unit: '1', room: `${100 + ++serial}` } },
  areaId: w.c.compounds[0]?.grids[0]?.id ?? w.c.community.id,
  channel: 'desk', origin: '510104', originName: '四川省成都市锦江区', arrivedOn: '2020-02-26', purpose: 'returnHome', symptoms: [], symptomsAsked: true,
  temperature: 36.4, ...change,
})

export async function aRecord(w: ExampleWorld, change: Partial<Recorded> = {}): Promise<{ screeningId: string }> {
  await policyInForceHere(w)
  const { screeningId } = await (await w.c.as('communityWorker')).call(api.recordScreening, anArrival(w, change))
  return { screeningId }
}

/** A neighbour's tip about a door, given through the area's code. */
export async function aTip(w: ExampleWorld): Promise<string> {
  const worker = await w.c.as('communityWorker')
  await (await aDeclarer(w.c)).call(api.reportTip, { areaId: w.c.compounds[0]?.id, building: '7', unit: '1', room: `${100 + ++serial}`, seen: ['arrived'], phone: '19900007777' })
  const { items } = await worker.call(api.listScreenings, { channels: ['tip'] })
  return (await worker.call(api.getScreening, { screeningId: items[0]?.screeningId ?? '' })).tips[0]?.tipId ?? ''
}

export const screeningExamples: ExamplesOf<typeof screeningApi> = {
  listScreenings: async () => ({ tab: 'toVerify' }),
  screeningCounts: async () => ({}),
  getScreening: (w) => aRecord(w),
  tenPointsByArea: async () => ({}),
  listUnclear: async () => ({ field: 'closeContacts' }),
  tenPointsOf: async (w) => ({ personId: (await (await w.c.as('communityWorker')).call(api.getScreening, await aRecord(w, { verify: true }))).personId ?? '' }),
  clarify: async (w) => ({ ...(await aRecord(w)), facts: { occupation: '教师', via: '直达' }, none: 'tripNo' }),
  takeBackClarified: async (w) => ({ ...(await aRecord(w)), field: 'occupation' }),
  handOverTargets: async () => ({}),
  previewDecision: async (w) => {
    await policyInForceHere(w)
    return { origin: '420100', originName: '湖北省武汉市', arrivedOn: '2020-02-26', symptoms: ['cough'], temperature: 36.8 }
  },
  recordScreening: async (w) => anArrival(w),
  declare: async () => ({
    origin: '420100', originName: '湖北省武汉市', arrivedOn: '2020-02-26', signedBy: '周敏', privacyRead: true, people: [{ name: '周敏', phone: '19900005678' }],
  }),
  reportTip: async () => ({ room: '501', seen: ['arrived'] }),
  revealTip: async (w) => ({ tipId: await aTip(w), reason: '回电核实' }),
  verifyScreening: (w) => aRecord(w),
  dismissScreening: async (w) => ({ ...(await aRecord(w)), reason: 'wrongInformation' }),
  handOver: async (w) => ({ ...(await aRecord(w)), toAreaId: (await aNeighbour(w.c)).id }),
  undoVerification: async (w) => {
    const record = await aRecord(w)
    await (await w.c.as('communityWorker')).call(api.dismissScreening, { ...record, reason: 'onlyPassedThrough' })
    return record
  },
}
