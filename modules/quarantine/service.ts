import { scopeOf, type Ctx } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../kernel/errors.ts'
import { readKey, readOrder, toPage, toWalkedPage } from '../../kernel/page.ts'
import { areaById } from '../territory/service.ts'
import { quarantineErrors, type quarantineApi } from './contract.ts'
import { dayCount } from './rules.ts'
import { actorOf, channelOf, forAction, keepChange } from './service/actor.ts'
import { recordCall, undoCall } from './service/calling.ts'
import { episodeCard, toLine } from './service/cards.ts'
import { assignRoom, assignStaff, cancelEpisode, changeMeasure, endOtherwise, recordExposure } from './service/changing.ts'
import { takeChecks, takeOne } from './service/checking.ts'
import { myEpisode, residentOf } from './service/mine.ts'
import { checkSheet, emptyCheckSheet, pasteChecks, undoPaste } from './service/pasting.ts'
import { releaseEarly, releaseEpisode, releaseMany, undoRelease } from './service/releasing.ts'
import { recordTest } from './service/testing.ts'
import { undoCheck, undoGap, undoVisit } from './service/taking-back.ts'
import { recordVisit, recordVisits } from './service/visiting.ts'
import * as store from './store.ts'

export { careInHand, handOverCare, type CareHanded, type HandOver } from './service/handing.ts'
export { episodeCard } from './service/cards.ts'
export { episodesByArea, type EpisodesByArea } from './service/by-area.ts'
export { openEpisode } from './service/opening.ts'
export { lastEpisode, managedBelow, reviseEpisode, type ManagedRow } from './service/revising.ts'
export { makeChecksDue, quarantineJobs, sweepChecks } from './service/daily.ts'
export { careHeld, careLateByCommunity, checksDone, dueChecks, gapsToExplain, releasesDue, testsDue, visitsDone, visitsDue, type CheckWork, type GapWork, type HeldWork, type Places, type ReleaseDue, type TestWork, type VisitWork, type WorkRow } from './service/today.ts'

const rangeOf = async (ctx: Ctx, areaId: string | undefined) => (areaId === undefined ? undefined : scopeOf((await areaById(ctx, areaId)).areaPath))

export const quarantineService: Service<typeof quarantineApi, Ctx> = {
  async listEpisodes(ctx, { areaId, after, limit, order, ...filter }) {
    const rows = await store.listLines(ctx.sql, {
      day: filter.day ?? ctx.today, slice: filter.slice, anchorFrom: filter.anchorFrom, anchorTo: filter.anchorTo, tab: filter.tab, originClass: filter.originClass, measure: filter.measure,
      range: await rangeOf(ctx, areaId), order: readOrder(order, 'ends'), after: readKey(after, 2), limit, today: ctx.today, now: ctx.now,
    })
    const page = toWalkedPage(rows, limit)
    return { items: page.items.map((row) => toLine(ctx, row)), next: page.next }
  },
  episodeCounts: async (ctx, { areaId }) => store.countTabs(ctx.sql, (await rangeOf(ctx, areaId)) ?? ctx.actor.scope, ctx.today, ctx.now),
  getEpisode: (ctx, { episodeId }) => episodeCard(ctx, episodeId),
  async changeMeasure(ctx, { episodeId, measure, roomId, ...order }) {
    await changeMeasure(ctx, episodeId, measure, roomId, order)
    return {}
  },
  recordExposure: (ctx, i) => recordExposure(ctx, i.episodeId, i.contact, i.lastExposureOn, i.reason),
  async assignRoom(ctx, { episodeId, roomId }) {
    await assignRoom(ctx, episodeId, roomId)
    return {}
  },
  async assignStaff(ctx, { episodeId, doctorId, workerId }) {
    await assignStaff(ctx, episodeId, doctorId, workerId)
    return {}
  },
  async moveOut(ctx, { episodeId, reason }) {
    await endOtherwise(ctx, episodeId, 'moveOut', reason)
    return {}
  },
  async sendToHospital(ctx, { episodeId, reason }) {
    await endOtherwise(ctx, episodeId, 'hospital', reason)
    return {}
  },
  async cancelEpisode(ctx, { episodeId, reason }) {
    await cancelEpisode(ctx, episodeId, reason)
    return {}
  },
  async recordCheck(ctx, taken) {
    await store.lockEpisode(ctx.sql, taken.episodeId)
    const { episodeId: _id, ...done } = await takeOne(ctx, taken, channelOf(ctx))
    return done
  },
  async undoCheck(ctx, { checkId }) {
    await undoCheck(ctx, checkId)
    return {}
  },
  async recordChecks(ctx, { channel, checks }) {
    const { recorded, refused } = await takeChecks(ctx, checks, channel)
    return { recorded: recorded.length, abnormal: recorded.filter((r) => r.abnormal).length, refused }
  },
  checkSheet: (ctx) => checkSheet(ctx),
  emptyCheckSheet: (ctx, { dueOnly }) => emptyCheckSheet(ctx, dueOnly),
  pasteChecks: (ctx, { rows }) => pasteChecks(ctx, rows),
  undoPaste: (ctx, { rowIds }) => undoPaste(ctx, rowIds),
  recordCall: (ctx, call) => recordCall(ctx, call),
  async undoCall(ctx, { callId }) {
    await undoCall(ctx, callId)
    return {}
  },
  async reportOwnCheck(ctx, taken) {
    const { episodeId } = residentOf(ctx)
    const { checkId, abnormal, deviceError, window } = await takeOne(ctx, { ...taken, episodeId }, 'self')
    return { checkId, abnormal, deviceError, window }
  },
  myEpisode: (ctx) => myEpisode(ctx),
  async listVisits(ctx, { state, visitor, after, limit }) {
    const rows = await store.listVisits(ctx.sql, { state, visitor, after: readKey(after, 2), limit })
    const page = toPage(rows, limit, (row) => [state === 'owed' ? row.dueAt : row.madeAt, row.id])
    return { items: page.items.map(({ areaPath: _p, householdId: _h, personId: _i, accountId: _a, recordedAt: _r, closedAt: _c, ...row }) => row), next: page.next }
  },
  recordVisit: (ctx, visit) => recordVisit(ctx, visit),
  recordVisits: (ctx, round) => recordVisits(ctx, round),
  async undoVisit(ctx, { visitId }) {
    await undoVisit(ctx, visitId)
    return {}
  },
  async explainGap(ctx, { episodeId, dueOn, window, reason }) {
    const episode = await forAction(ctx, episodeId, 'explainGap')
    if ((await store.explain(ctx.sql, { episodeId, dueOn, window, reason, ...actorOf(ctx), at: ctx.now })) === 0) throw refuse(quarantineErrors.nothingMissed)
    await store.settleMissedVisits(ctx.sql, [episodeId])
    await keepChange(ctx, episode, { kind: 'gapExplained', after: { dueOn, window }, reason }, { on: dueOn, window })
    return {}
  },
  async undoGap(ctx, { episodeId, ...gap }) {
    await undoGap(ctx, episodeId, gap)
    return {}
  },
  async recordTest(ctx, { episodeId, ...test }) {
    await recordTest(ctx, episodeId, test)
    return {}
  },
  async releaseEpisode(ctx, { episodeId }) {
    await releaseEpisode(ctx, episodeId)
    return {}
  },
  releaseMany: (ctx, { episodeIds }) => releaseMany(ctx, episodeIds),
  async releaseEarly(ctx, { episodeId, orderNo, reason }) {
    await releaseEarly(ctx, episodeId, orderNo, reason)
    return {}
  },
  async undoRelease(ctx, { episodeId }) {
    await undoRelease(ctx, episodeId)
    return {}
  },
  remindMany: async (ctx, { episodeIds }) => ({
    reminded: episodeIds ? await store.remindDue(ctx.sql, ctx.now, episodeIds) : await store.remindAllOpen(ctx.sql, ctx.now),
  }),
  listSites: async (ctx) => ({ items: await store.listSites(ctx.sql) }),
  async getSite(ctx, { siteId }) {
    const [site] = await store.listSites(ctx.sql, siteId)
    if (!site) throw refuse(frameErrors.notFound)
    const rooms = await store.listRooms(ctx.sql, siteId)
    const plan = rooms.map((r) => ({ ...r, people: r.people.map((p) => ({ episodeId: p.episodeId, name: p.name, dayNo: dayCount(p.anchorOn, p.endsOn, ctx.today).dayNo })) }))
    return { ...site, plan }
  },
  async freeRooms(ctx, { episodeId }) {
    const [episode] = episodeId ? await store.episodesByIds(ctx.sql, [episodeId]) : []
    if (episodeId && !episode) throw refuse(frameErrors.notFound)
    return { items: await store.freeRooms(ctx.sql, episode?.areaPath ?? ctx.actor.scope.lo) }
  },
  async updateSite(ctx, { siteId, ...change }) {
    if ((await store.saveSite(ctx.sql, siteId, change)) === 0) throw refuse(frameErrors.notFound)
    return {}
  },
  async createSite(ctx, { areaId, name, address, phone }) {
    const area = await areaById(ctx, areaId)
    const siteId = ctx.newId()
    await store.insertSite(ctx.sql, { id: siteId, areaId, areaPath: area.areaPath, name, address: address ?? null, phone: phone ?? null, at: ctx.now })
    return { siteId }
  },
  async addRooms(ctx, { siteId, names, beds }) {
    if ((await store.listSites(ctx.sql, siteId)).length === 0) throw refuse(frameErrors.notFound)
    const added = await store.insertRooms(ctx.sql, siteId, names.map((name) => ({ id: ctx.newId(), name })), beds)
    if (added === 0) throw refuse(quarantineErrors.roomTaken, { room: names.slice(0, 3).join(', ') })
    return { added }
  },
}
