import { privacyApi as api, type privacyApi } from '../../modules/privacy/contract.ts'
import { runJobs, todayInTest } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'
import { somebody } from './people.ts'

const order = { orderNo: '指挥部令第30号', reason: '应急响应终止' }

export async function anEvent({ c }: ExampleWorld): Promise<{ eventId: string }> {
  return (await c.as('districtCommand')).call(api.openEvent, { areaId: c.subdistrict.id, title: '新冠肺炎疫情防控', orderNo: '指挥部令第1号', startedOn: '2020-01-24' })
}
const stopped = async (w: ExampleWorld) => {
  const event = await anEvent(w)
  await (await w.c.as('districtCommand')).call(api.stopCollecting, { ...event, ...order })
  return event
}
export const frozen = async (w: ExampleWorld) => {
  const event = await stopped(w)
  await (await w.c.as('districtCommand')).call(api.freezeEvent, { ...event, ...order })
  return event
}
const reviewed = async (w: ExampleWorld) => {
  const event = await frozen(w)
  await (await w.c.as('districtCommand')).call(api.reviewEvent, { ...event, kinds: [] })
  return event
}
export const approved = async (w: ExampleWorld) => {
  const event = await reviewed(w)
  await (await w.c.as('healthBureau')).call(api.approveEvent, { ...event, ...order })
  return event
}

export async function aRequest(w: ExampleWorld): Promise<{ requestId: string }> {
  const { personId } = await somebody(w)
  const { requestId } = await (await w.c.as('communityWorker')).call(api.askFor, { personId, kind: 'correct', text: '门牌号登记错了' })
  return { requestId }
}

export const privacyExamples: ExamplesOf<typeof privacyApi> = {
  modeHere: async () => ({}),
  noticeHere: async () => ({}),
  noticeForStaff: async ({ c }) => ({ areaId: c.community.id }),
  myData: async () => ({}),
  askMine: async () => ({ kind: 'correct', text: '门牌号登记错了' }),
  withdrawMine: aRequest,
  askFor: async (w) => ({ personId: (await somebody(w)).personId, kind: 'correct', text: '门牌号登记错了' }),
  listRequests: async (w) => { await aRequest(w); return {} },
  requestCounts: async () => ({}),
  answerRequest: async (w) => ({ ...(await aRequest(w)), granted: true, answer: '已经更正' }),
  reopenRequest: async (w) => {
    const request = await aRequest(w)
    await (await w.c.as('communityWorker')).call(api.answerRequest, { ...request, granted: true, answer: '已经更正' })
    return request
  },
  listEvents: async (w) => { await anEvent(w); return {} },
  countEvent: anEvent,
  openEvent: async ({ c }) => ({ areaId: c.district.id, title: '新冠肺炎疫情防控', orderNo: '指挥部令第1号', startedOn: '2020-01-24' }),
  stopCollecting: async (w) => ({ ...(await anEvent(w)), ...order }),
  resumeCollecting: stopped,
  freezeEvent: async (w) => ({ ...(await stopped(w)), ...order }),
  unfreezeEvent: frozen,
  reviewEvent: async (w) => ({ ...(await frozen(w)), kinds: [{ kind: 'readings', decision: 'keep', reason: '行政复议需要', keepUntil: todayInTest() }] }),
  approveEvent: async (w) => ({ ...(await reviewed(w)), ...order }),
  destroyEvent: approved,
  setRetention: async () => ({ kind: 'readings', months: 6 }),
  destroyExpired: async (w) => { await runJobs(); return anEvent(w) },
}

