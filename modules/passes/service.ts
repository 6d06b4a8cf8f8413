import { scopeOf, type Ctx, type Jobs, type Scope } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { normalPlate } from '../people/rules.ts'
import { settingOf } from '../settings/service.ts'
import { areaById } from '../territory/service.ts'
import { passTabs, type passesApi } from './contract.ts'
import { decodePass, serialIn } from './rules.ts'
import { batchView, issueMany, issueManyJob, previewIssue, resumeBatch, undoBatch } from './service/bulk.ts'
import { issueHousehold, issuePerson, issueVehicle, recheckVehicle, reinstatePass, renewPass, reprintPass, revokePass, undoRecheck } from './service/issuing.ts'
import { keysJob, passKeys, passStops, verifyCode } from './service/keys.ts'
import { announceMine, answerMine, householdLink, myPass, withdrawMine } from './service/mine.ts'
import { passPapers } from './service/papers.ts'
import { addPassPhoto, passPhoto, photosJob, removePassPhoto } from './service/photos.ts'
import { announceVisitor, answer, arrive, reopenVisitor } from './service/visiting.ts'
import { cardOf, healthStatusOf, toLine } from './service/views.ts'
import * as store from './store.ts'

export { judgeCodes, proveCodes, type ProvenCode } from './service/many.ts'
export { passesStopped, passKeys, passStops, rotateKeys, verifyCode, verifySignature } from './service/keys.ts'
export { arrivedAtGate, arrive as arriveVisitor, undoArrivedAtGate, announce as announceVisit } from './service/visiting.ts'
export { photoOfSerial } from './service/photos.ts'
export { vehiclesAtGate, vehiclesOfPasses, type VehicleSeen } from './service/vehicles.ts'
export { healthStatusOf } from './service/views.ts'

/** 今日: vehicles to be looked at again, and visits the household has not answered. */
export const rechecksDue = (ctx: Ctx, { limit }: { limit: number }) => store.rechecksDue(ctx.sql, ctx.today, ctx.now, limit)
export const visitsToAnswer = (ctx: Ctx, { limit }: { limit: number }) => store.visitsToAnswer(ctx.sql, ctx.now, limit)

const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))
/** A number, the beginning of a plate, or the beginning of a name. */
const typedAs = (text: string | undefined) => ({ serial: text ? serialIn(text) : undefined, plate: text ? normalPlate(text) : undefined, name: text || undefined })

export const passesService: Service<typeof passesApi, Ctx> = {
  async listPasses(ctx, { tab, areaId, householdId, text, order, after, limit }) {
    const soonDays = await settingOf(ctx, 'passes.soonDays')
    const rows = await store.listPasses(ctx.sql, { tab, householdId, range: await rangeOf(ctx, areaId), ...typedAs(text), now: ctx.now, soonDays, order: readOrder(order, '-issued'), after: readKey(after, 2), limit })
    const page = toWalkedPage(rows, limit)
    return { items: page.items.map((row) => toLine(ctx, row, soonDays)), next: page.next }
  },
  passCounts: async (ctx, { areaId }) => store.countTabs(ctx.sql, await rangeOf(ctx, areaId), { now: ctx.now, soonDays: await settingOf(ctx, 'passes.soonDays') }, passTabs),
  getPass: (ctx, { passId }) => cardOf(ctx, passId),
  passKeys: (ctx) => passKeys(ctx),
  passStops: (ctx, { since, areaId }) => passStops(ctx, since, areaId),
  async checkCode(ctx, { code }) {
    const found = await verifyCode(ctx, code)
    const read = decodePass(code)
    const proven = found.ok || found.claims !== undefined
    const pass = proven && typeof read !== 'string' ? await store.findBySerial(ctx.sql, read.claims.serial) : undefined
    return {
      ok: found.ok, reason: found.ok ? null : found.reason, stop: found.ok ? null : (found.stop ?? null),
      pass: pass ? toLine(ctx, pass, await settingOf(ctx, 'passes.soonDays')) : null, status: pass?.householdId ? await healthStatusOf(ctx, pass.householdId) : null,
    }
  },
  async healthOf(ctx, { householdId }) {
    await store.getHome(ctx.sql, householdId)
    return healthStatusOf(ctx, householdId)
  },
  issueHousehold, issuePerson, issueVehicle, previewIssue, issueMany, resumeBatch, undoBatch, reprintPass, renewPass, revokePass, reinstatePass, recheckVehicle, undoRecheck, passPapers, addPassPhoto, removePassPhoto, passPhoto,
  getBatch: (ctx, { batchId }) => batchView(ctx, batchId),
  announceVisitor, reopenVisitor, householdLink, announceMine, answerMine, withdrawMine,
  async confirmVisitor(ctx, { passId }) {
    await answer(ctx, passId, true)
    return cardOf(ctx, passId)
  },
  async declineVisitor(ctx, { passId }) {
    await answer(ctx, passId, false)
    return cardOf(ctx, passId)
  },
  async arriveVisitor(ctx, { passId }) {
    await arrive(ctx, passId, ctx.now)
    return cardOf(ctx, passId)
  },
  myPass: (ctx) => myPass(ctx),
}

export const passesJobs: Jobs = {
  'passes.keys': keysJob,
  'passes.issueMany': issueManyJob,
  'passes.photos': photosJob,
  // The trigger follows every episode at once; this catches what two transactions did not see of each other, and a changed setting.
  'passes.follow': { everyMinutes: 10, run: async (runner) => { await runner.tx(async (ctx) => { for (const { householdId } of await store.outOfStep(ctx.sql)) await store.followQuarantine(ctx.sql, householdId) }) } },
}
