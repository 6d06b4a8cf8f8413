import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../kernel/errors.ts'
import { readKey, toPage } from '../../kernel/page.ts'
import { areaById } from '../territory/service.ts'
import type { Mode, privacyApi } from './contract.ts'
import { dataKinds } from './data/kinds.ts'
import { destroyEvent, destroyExpired, destroyKept } from './service/destroying.ts'
import * as events from './service/events.ts'
import * as requests from './service/requests.ts'
import * as store from './store.ts'

/** How many months a kind of data is kept; undefined until its event ends. */
export const keptMonths = async (ctx: Ctx, kind: string): Promise<number | undefined> => (await events.retention(ctx))[kind]
/** 平战结合: how an area stands at this moment. */
export const modeAt = async (ctx: Ctx, areaPath: string): Promise<Mode> => ((await store.emergencyAt(ctx.sql, areaPath, ctx.now)) ? 'emergency' : 'normal')
export { requestsDue } from './service/requests.ts'

export const privacyService: Service<typeof privacyApi, Ctx> = {
  noticeHere: (ctx) => requests.noticeAt(ctx, ctx.actor.kind === 'link' ? ctx.actor.areaPath : '/'),
  noticeForStaff: async (ctx, { areaId }) => requests.noticeAt(ctx, (await areaById(ctx, areaId)).areaPath),
  myData: (ctx) => requests.mine(ctx),
  async askMine(ctx, asked) {
    const { receiptNo, dueAt } = await requests.ask(ctx, requests.resident(ctx).personId, asked, 'link')
    return { receiptNo, dueAt }
  },
  async withdrawMine(ctx, { requestId }) {
    await requests.withdraw(ctx, requestId)
    return {}
  },
  askFor: (ctx, { personId, ...asked }) => requests.ask(ctx, personId, asked, 'desk'),
  async listRequests(ctx, { tab: state, after, limit }) {
    const rows = await store.listRequests(ctx.sql, { state, after: readKey(after, 2), limit, now: ctx.now })
    const page = toPage(rows, limit, (row) => [row.dueAt, row.requestId])
    return { items: page.items.map((row) => requests.toRequest(ctx, row)), next: page.next }
  },
  requestCounts: (ctx) => store.requestCounts(ctx.sql, ctx.now),
  async answerRequest(ctx, { requestId, granted, answer }) {
    await requests.answer(ctx, requestId, granted, answer)
    return {}
  },
  async reopenRequest(ctx, { requestId }) {
    await requests.reopen(ctx, requestId)
    return {}
  },
  modeHere: async (ctx) => ({ mode: await modeAt(ctx, ctx.actor.kind === 'staff' ? ctx.actor.areaPath : '/') }),
  listEvents: async (ctx) => ({ items: await events.listEvents(ctx) }),
  countEvent: (ctx, { eventId }) => events.count(ctx, eventId),
  openEvent: (ctx, input) => events.openEvent(ctx, input),
  stopCollecting: (ctx, { eventId, ...order }) => events.stop(ctx, eventId, order),
  async resumeCollecting(ctx, { eventId }) {
    await events.resume(ctx, eventId)
    return {}
  },
  async freezeEvent(ctx, { eventId, ...order }) {
    await events.freeze(ctx, eventId, order)
    return {}
  },
  async unfreezeEvent(ctx, { eventId }) {
    await events.unfreeze(ctx, eventId)
    return {}
  },
  async reviewEvent(ctx, { eventId, kinds }) {
    await events.review(ctx, eventId, kinds)
    return {}
  },
  async approveEvent(ctx, { eventId, ...order }) {
    await events.approve(ctx, eventId, order)
    return {}
  },
  async destroyEvent(ctx, { eventId }) {
    await events.beginDestroying(ctx, eventId)
    return {}
  },
  async setRetention(ctx, { kind, months }) {
    if (!dataKinds.some((k) => k.id === kind)) throw refuse(frameErrors.notFound)
    const { [kind]: _former, ...others } = (await store.readSetting<Record<string, number>>(ctx.sql, 'privacy.retentionMonths')) ?? {}
    await store.writeSetting(ctx.sql, 'privacy.retentionMonths', months === null ? others : { ...others, [kind]: months })
    return {}
  },
  destroyExpired: (ctx, { eventId }) => destroyExpired(ctx, eventId),
}

export const privacyJobs: Jobs = { 'privacy.destroyEvent': destroyEvent, 'privacy.destroyKept': destroyKept }
