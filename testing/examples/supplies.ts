import sql from 'sql-template-tag'
import { suppliesApi as api, type suppliesApi } from '../../modules/supplies/contract.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

let serial = 0
const worker = (w: ExampleWorld) => w.c.as('communityWorker')
const officer = (w: ExampleWorld) => w.c.as('subdistrictOfficer')
export const anItemOf = (over: object = {}) => ({ name: `医用外科口罩${++serial}`, spec: '17.5×9.5cm', unit: '只', least: 100, ...over })
export async function anItem(w: ExampleWorld, over?: object): Promise<{ itemId: string }> {
  return { itemId: (await (await worker(w)).call(api.addSupplies, { items: [anItemOf(over)] })).itemIds[0] ?? '' }
}
export const toTheGate = { recipientKind: 'gate', recipient: '北门卡点', purpose: '卡点值守' } as const
/** With so many in stock. */
export async function stocked(w: ExampleWorld, quantity = 200, over: { expiresOn?: string } = {}): Promise<{ itemId: string; movementId: string }> {
  const item = await anItem(w)
  return { ...item, movementId: (await (await worker(w)).call(api.receiveSupplies, { ...item, quantity, source: 'allocated', ...over })).movementId }
}
export async function asked(w: ExampleWorld): Promise<{ requestId: string }> {
  return { requestId: (await (await worker(w)).call(api.askSupplies, { ...(await anItem(w)), quantity: 500 })).requestId }
}
export async function sent(w: ExampleWorld): Promise<{ requestId: string }> {
  const request = await asked(w)
  await (await officer(w)).call(api.sendSupplies, { ...request, quantity: 300 })
  return request
}
/** As if it had been written a day earlier. */
const yesterday = (w: ExampleWorld, movementId: string) => w.c.tx('system', (ctx) => ctx.sql.run(sql`update supply_movement set at = at - interval '1 day', received_at = received_at - interval '1 day' where id = ${movementId}`))
const arrived = async (w: ExampleWorld) => { const request = await sent(w); await (await worker(w)).call(api.confirmSupplies, { ...request, quantity: 300 }); return request }

export const suppliesExamples: ExamplesOf<typeof suppliesApi> = {
  listSupplies: async () => ({}),
  supplyCounts: async () => ({}),
  supplyPlaces: async () => ({}),
  getSupply: anItem,
  addSupplies: async () => ({ items: [anItemOf()] }),
  editSupply: async (w) => ({ ...(await anItem(w)), ...anItemOf() }),
  closeSupply: anItem,
  reopenSupply: async (w) => { const item = await anItem(w); await (await worker(w)).call(api.closeSupply, item); return item },
  removeSupplies: async (w) => ({ itemIds: [(await anItem(w)).itemId] }),
  receiveSupplies: async (w) => ({ ...(await anItem(w)), quantity: 500, source: 'donated', donor: '康乐药房', donorNamed: true, expiresOn: '2022-02-26' }),
  giveSupplies: async (w) => ({ itemId: (await stocked(w)).itemId, quantity: 20, ...toTheGate }),
  countSupplies: async (w) => ({ itemId: (await stocked(w)).itemId, countedAs: 180, note: '上周发放没有记' }),
  disposeSupplies: async (w) => ({ itemId: (await stocked(w)).itemId, quantity: 5, reason: '破损' }),
  undoMovement: async (w) => ({ movementId: (await stocked(w)).movementId }),
  reverseMovement: async (w) => { const { movementId } = await stocked(w); await yesterday(w, movementId); return { movementId, reason: '记错了物资' } },
  listMovements: async () => ({}),
  findRecipients: async () => ({ text: '北门' }),
  donations: async () => ({ from: '2020-02-01', to: '2020-02-29' }),
  listRequests: async () => ({}),
  requestCounts: async () => ({}),
  getRequest: asked,
  askSupplies: async (w) => ({ ...(await anItem(w)), quantity: 500, why: '新增两个卡点' }),
  withdrawRequest: asked,
  sendSupplies: async (w) => ({ ...(await asked(w)), quantity: 300 }),
  refuseRequest: async (w) => ({ ...(await asked(w)), reason: '街道也没有了' }),
  takeBackAnswer: sent,
  confirmSupplies: async (w) => ({ ...(await sent(w)), quantity: 290 }),
  takeBackArrival: arrived,
}
