import type { Ctx } from '../../kernel/ctx.ts'
import { dayOf } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, toWalkedPage } from '../../kernel/page.ts'
import type { volunteersApi } from './contract.ts'
import { honoursPaper, unitPaper } from './rules.ts'
import { callForHands, dropPlace, reopenCall, takePlace, withdrawCall } from './service/calling.ts'
import { callCardOf, cardOf, clockOf, monthSpan, nowOf, officeFor, rangeOf, toCall, toLine } from './service/reading.ts'
import { exchangePoints, pointRulesNow, publishPointRules, recordService, recordServices, undoExchange, undoServices } from './service/recording.ts'
import { addVolunteer, askToHelp, editVolunteer, enterVolunteers, myHelp, removeVolunteers, revealVolunteerPhone, turnVolunteer } from './service/registering.ts'
import * as store from './store.ts'

export { callsSoon } from './service/calling.ts'
/** 今日待办: who signed up and waits to be taken in. */
export const volunteersWaiting = (ctx: Ctx, limit: number) => store.waitingIn(ctx.sql, ctx.actor.scope, limit)

export const volunteersService: Service<typeof volunteersApi, Ctx> = {
  addVolunteer, enterVolunteers, removeVolunteers, editVolunteer, turnVolunteer, revealVolunteerPhone, askToHelp, myHelp, callForHands, withdrawCall, reopenCall, takePlace, dropPlace, recordServices, recordService, undoServices, exchangePoints, undoExchange, pointRulesNow, publishPointRules,
  async listVolunteers(ctx, { tab, kind, skill, unit, areaId, text, since, until, after, limit }) {
    const page = toWalkedPage(await store.listRows(ctx.sql, { ...nowOf(ctx), tab, kind, skill, unit, range: await rangeOf(ctx, areaId), text, served: since && until ? { since, until } : undefined, after: readKey(after, store.KEY_WIDTH), limit }), limit)
    return { ...page, items: page.items.map(toLine) }
  },
  async volunteerCounts(ctx, { kind, skill, unit, areaId }) {
    const [range, { from, to }] = [await rangeOf(ctx, areaId), monthSpan(ctx.today.slice(0, 7))]
    return { tabs: await store.countTabs(ctx.sql, { range, kind, skill, unit }, ctx.now), ...(await store.served(ctx.sql, range, from, to)), units: await store.unitsIn(ctx.sql, range) }
  },
  getVolunteer: (ctx, { volunteerId }) => cardOf(ctx, volunteerId),
  async listUnits(ctx, { areaId, after, limit }) {
    const page = toWalkedPage(await store.listUnits(ctx.sql, { range: await rangeOf(ctx, areaId), after: readKey(after, 2), limit }), limit)
    return { ...page, items: page.items.map(({ lastAt, ...row }) => ({ ...row, lastOn: lastAt === null ? null : dayOf(lastAt) })) }
  },
  async unitPaper(ctx, { unit }) {
    const people = await store.peopleOfUnit(ctx.sql, ctx.actor.scope, unit)
    return { paper: unitPaper({ unit, office: await officeFor(ctx), people, on: ctx.today }), people: people.length }
  },
  async listHonours(ctx, { month, areaId, after, limit }) {
    return toWalkedPage(await store.listHonours(ctx.sql, { ...monthSpan(month), range: await rangeOf(ctx, areaId), after: readKey(after, 3), limit }), limit)
  },
  async honoursPaper(ctx, { month }) {
    const span = { ...monthSpan(month), range: ctx.actor.scope }
    const rows = toWalkedPage(await store.listHonours(ctx.sql, { ...span, after: undefined, limit: 1000 }), 1000).items
    const unnamed = await store.unnamed(ctx.sql, ctx.actor.scope, span.from, span.to)
    return { n: rows.length, unnamed, paper: honoursPaper({ month, office: await officeFor(ctx), rows, unnamed, basis: (await pointRulesNow(ctx)).rules.basis, on: ctx.today }) }
  },
  async listCalls(ctx, { tab, areaId, after, limit }) {
    const page = toWalkedPage(await store.listCalls(ctx.sql, { tab, range: await rangeOf(ctx, areaId), clock: clockOf(ctx), after: readKey(after, 2), limit }), limit)
    return { ...page, items: page.items.map((row) => toCall(ctx, row)) }
  },
  callCounts: async (ctx, { areaId }) => store.countCalls(ctx.sql, await rangeOf(ctx, areaId), clockOf(ctx)),
  getCall: (ctx, { callId }) => callCardOf(ctx, callId),
}
