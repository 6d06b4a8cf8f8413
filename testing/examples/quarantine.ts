import { uuidv7 } from 'uuidv7'
import { quarantineApi as api, type quarantineApi } from '../../modules/quarantine/contract.ts'
import { openEpisode } from '../../modules/quarantine/service.ts'
import { decide } from '../../modules/policies/rules.ts'
import { policyInForce } from '../../modules/policies/service.ts'
import type { ContactKind } from '../../modules/policies/contract.ts'
import { todayInTest } from '../world.ts'
import { policyInForceHere } from './policies.ts'
import { somebody } from './people.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

interface Arrival { originCode?: string; arrivedOn?: string; contact?: ContactKind }

/** Somebody managed under report 1's order, from Sichuan unless said otherwise. */
export async function somebodyManaged(w: ExampleWorld, { originCode = '510104', arrivedOn = todayInTest(), contact = 'none' }: Arrival = {}, who?: { personId: string; householdId: string }): Promise<{ episodeId: string; personId: string; householdId: string }> {
  await policyInForceHere(w)
  const person = who ?? (await somebody(w))
  const grid = w.c.compounds[0]?.grids[0]
  const { episodeId } = await w.c.tx('communityWorker', async (ctx) => {
    const edition = await policyInForce(ctx, grid?.path ?? '', ctx.now)
    const decision = decide({ homeCode: '532601', originCode, originAbroad: false, originName: '四川省', arrivedOn, contact, lastExposureOn: arrivedOn, symptoms: [], reportedAt: ctx.now }, edition, ctx.now)
    return openEpisode(ctx, { screeningId: null, ...person, areaId: grid?.id ?? '', areaPath: grid?.path ?? '', decision, policyId: edition.id })
  })
  return { ...person, episodeId }
}

const one = async (w: ExampleWorld) => ({ episodeId: (await somebodyManaged(w)).episodeId })
const aRowFor = ({ episodeId }: { episodeId: string }) => ({ rowId: uuidv7(), line: 1, episodeId, cells: { name: '某某', temperature: '36.6' } })
const order = { orderNo: '指挥部令第9号', reason: '家中不具备隔离条件' }

export async function aSite(w: ExampleWorld, beds = 1, areaId = w.c.subdistrict.id): Promise<{ siteId: string; roomId: string }> {
  const officer = await w.c.as('subdistrictOfficer')
  const { siteId } = await officer.call(api.createSite, { areaId, name: '大香格里拉酒店' })
  await officer.call(api.addRooms, { siteId, names: ['301'], beds })
  const site = await officer.call(api.getSite, { siteId })
  return { siteId, roomId: site.plan[0]?.id ?? '' }
}

async function aVisit(w: ExampleWorld): Promise<{ visitId: string }> {
  await somebodyManaged(w)
  const worker = await w.c.as('communityWorker')
  const visits = await worker.call(api.listVisits, {})
  return { visitId: visits.items[0]?.id ?? '' }
}

async function aGap(w: ExampleWorld): Promise<{ episodeId: string; dueOn: string; window: string; reason: string }> {
  const { episodeId } = await somebodyManaged(w)
  await w.c.tx('system', async (ctx) => { await ctx.sql.run({ text: "update check_due set state = 'missed' where episode_id = $1", values: [episodeId] }) })
  return { episodeId, dueOn: todayInTest(), window: 'afternoon', reason: '体温计坏了,已换' }
}

export const quarantineExamples: ExamplesOf<typeof quarantineApi> = {
  listEpisodes: async () => ({ tab: 'active' }),
  episodeCounts: async () => ({}),
  getEpisode: one,
  changeMeasure: async (w) => ({ ...(await one(w)), measure: 'centralQuarantine', ...order }),
  recordExposure: async (w) => ({ ...(await one(w)), contact: 'close', lastExposureOn: todayInTest(), reason: '流调判定' }),
  assignRoom: async (w) => {
    const { roomId } = await aSite(w, 2)
    return { episodeId: (await somebodyManaged(w, { originCode: '420102' })).episodeId, roomId }
  },
  assignStaff: async (w) => ({ ...(await one(w)), doctorId: (await w.c.as('healthCentreDoctor')).accountId }),
  moveOut: async (w) => ({ ...(await one(w)), reason: '搬到外市' }),
  sendToHospital: async (w) => ({ ...(await one(w)), reason: '高热' }),
  cancelEpisode: async (w) => ({ ...(await one(w)), reason: '登记错误' }),
  recordCheck: async (w) => ({ ...(await one(w)), temperature: 36.6, symptoms: [] }),
  undoCheck: async (w) => ({ checkId: (await w.caller.call(api.recordCheck, { ...(await one(w)), temperature: 36.6, symptoms: [] })).checkId }),
  recordChecks: async (w) => ({ checks: [{ ...(await one(w)), temperature: 36.7 }] }),
  checkSheet: async () => ({}),
  emptyCheckSheet: async () => ({}),
  pasteChecks: async (w) => ({ rows: [aRowFor(await one(w))] }),
  undoPaste: async (w) => {
    const row = aRowFor(await one(w))
    await w.caller.call(api.pasteChecks, { rows: [row] })
    return { rowIds: [row.rowId] }
  },
  recordCall: async (w) => ({ ...(await one(w)), way: 'phone', reached: true, unchanged: true, temperature: 36.5 }),
  undoCall: async (w) => {
    const { callId } = await w.caller.call(api.recordCall, { ...(await one(w)), way: 'phone', reached: true, temperature: 36.5 })
    return { callId }
  },
  reportOwnCheck: async () => ({ temperature: 36.6 }),
  myEpisode: async () => ({}),
  listVisits: async () => ({ state: 'owed' }),
  recordVisit: async (w) => ({ ...(await aVisit(w)), result: 'made', temperature: 36.4 }),
  recordVisits: async (w) => ({ visits: [{ ...(await aVisit(w)), result: 'made' }] }),
  undoVisit: async (w) => {
    const { visitId } = await aVisit(w)
    await w.caller.call(api.recordVisit, { visitId, result: 'made' })
    return { visitId }
  },
  explainGap: aGap,
  undoGap: async (w) => {
    const { reason: _reason, ...gap } = await aGap(w)
    await w.caller.call(api.explainGap, { ...gap, reason: '忘了' })
    return gap
  },
  recordTest: async (w) => ({ ...(await one(w)), dueOn: todayInTest(), takenOn: todayInTest(), result: 'negative' }),
  releaseEpisode: async (w) => {
    const { episodeId } = await somebodyManaged(w, { arrivedOn: '2020-01-25' })
    await w.c.tx('system', async (ctx) => { await ctx.sql.run({ text: 'delete from check_due where episode_id = $1', values: [episodeId] }) })
    return { episodeId }
  },
  releaseMany: async (w) => ({ episodeIds: [(await one(w)).episodeId] }),
  releaseEarly: async (w) => ({ ...(await one(w)), ...order }),
  undoRelease: async (w) => {
    const { episodeId } = await somebodyManaged(w)
    await (await w.c.as('subdistrictOfficer')).call(api.releaseEarly, { episodeId, ...order })
    return { episodeId }
  },
  remindMany: async () => ({}),
  listSites: async () => ({}),
  getSite: async (w) => ({ siteId: (await aSite(w, 1, w.c.community.id)).siteId }),
  freeRooms: one,
  updateSite: async (w) => ({ siteId: (await aSite(w)).siteId, state: 'closed' }),
  createSite: async (w) => ({ areaId: w.c.subdistrict.id, name: '城南酒店' }),
  addRooms: async (w) => ({ siteId: (await aSite(w)).siteId, names: ['401', '402'], beds: 2 }),
}
