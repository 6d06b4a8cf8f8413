import { scopeOf, type Ctx, type Scope } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { areaById } from '../territory/service.ts'
import { exitKinds, type ExitKind } from '../policies/contract.ts'
import { policyIfAny } from '../policies/service.ts'
import type { exitsApi } from './contract.ts'
import { applyForExit, applyForMany } from './service/applying.ts'
import { certifyExit, certifyMany, undoCertificates } from './service/certifying.ts'
import { allowExit, nameExitEscort, refuseExit, reopenExit, reviveExit, withdrawExit, withdrawExits } from './service/deciding.ts'
import { exitListTemplate, importExits } from './service/list.ts'
import { exportManifest } from './service/manifest.ts'
import { askToGoOut, myExits, reportOwnTrip, withdrawOwnExit } from './service/mine.ts'
import { cardOf, toLine } from './service/reading.ts'
import { assignSeats, boardMany, boardPassenger, moveSeat, releaseSeats, retakeSeats, undoBoarding } from './service/seating.ts'
import { cancelTransport, createTransport, destinations, editTransport, handOver, listTransports, reviveTransport, transportCard, undoHandOver } from './service/transport.ts'
import { comeBack, goOut, noteNotBack, undoTrip } from './service/tripping.ts'
import * as store from './store.ts'

export { exitOfCertificate, exitsAtGate, passedGate, undoPassedGate } from './service/gate.ts'
export { departuresDue } from './service/transport.ts'
export type { ExitWork } from './store.ts'

/** 今日待办: what waits for the community, for the health centre, and who is not back. */
export const exitsToDecide = (ctx: Ctx, limit: number) => store.toDo(ctx.sql, 'toDecide', ctx.now, ctx.today, limit)
export const certificatesDue = (ctx: Ctx, limit: number) => store.toDo(ctx.sql, 'certificateDue', ctx.now, ctx.today, limit)
export const exitsNotBack = (ctx: Ctx, limit: number) => store.notBack(ctx.sql, ctx.now, limit)

const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))

/** What is said beside each reason comes from the order, never from the page. */
async function rulesHere(ctx: Ctx) {
  const areaPath = ctx.actor.kind === 'staff' || ctx.actor.kind === 'link' ? ctx.actor.areaPath : '/'
  const exits = (await policyIfAny(ctx, areaPath, ctx.now))?.document.exits
  return { items: exits ? exitKinds.map((kind) => ({ kind, says: exits.kinds[kind].says })) : [] }
}

export const exitsService: Service<typeof exitsApi, Ctx> = {
  async listExits(ctx, { tab: asked, kind, areaId, personId, text, order, after, limit }) {
    const tab = text === undefined ? asked : 'all'
    const rows = await store.listRows(ctx.sql, { tab, kind, personId, name: text, range: await rangeOf(ctx, areaId), order: readOrder(order, tab === 'all' || tab === 'out' || tab === 'gone' || tab === 'refused' ? '-applied' : 'leaves'), after: readKey(after, 2), limit, now: ctx.now, today: ctx.today })
    const page = toWalkedPage(rows, limit)
    return { ...page, items: page.items.map((row) => toLine(ctx, row)) }
  },
  async exitCounts(ctx, { areaId, kind }) {
    const range = await rangeOf(ctx, areaId)
    const left = await store.countGone(ctx.sql, range)
    const of = (one: ExitKind) => { const { persons = 0, requests = 0 } = left.find((row) => row.kind === one) ?? {}; return { persons, requests } }
    const tabs = { ...(await store.countTabs(ctx.sql, range, kind, ctx.now, ctx.today)), gone: left.filter((row) => kind === undefined || row.kind === kind).reduce((n, row) => n + row.requests, 0) }
    return { tabs, gone: { migrantWork: of('migrantWork'), visiting: of('visiting'), medical: of('medical'), localWork: of('localWork') } }
  },
  exitRules: rulesHere, ownExitRules: rulesHere,
  getExit: (ctx, { exitId }) => cardOf(ctx, exitId),
  async revealEmergency(ctx, { exitId }) {
    const { personId, emergencySealed } = await store.emergencyOf(ctx.sql, exitId)
    return { personId, phone: emergencySealed ? ctx.vault.open(emergencySealed) : null }
  },
  applyForExit, applyForMany, exitListTemplate, importExits, withdrawExits, allowExit, nameExitEscort, refuseExit, withdrawExit, reopenExit, reviveExit, certifyExit, certifyMany, undoCertificates, goOut, comeBack, noteNotBack, undoTrip, askToGoOut, myExits, withdrawOwnExit, reportOwnTrip,
  destinations, listTransports, getTransport: (ctx, { transportId }) => transportCard(ctx, transportId), createTransport, editTransport, cancelTransport, reviveTransport, assignSeats, releaseSeats, retakeSeats, moveSeat, boardPassenger, boardMany, undoBoarding,
  handOver, undoHandOver, exportManifest,
}
