import { scopeOf, type Ctx, type Jobs } from '../../kernel/ctx.ts'
import { addDays, instantAt } from '../../kernel/dates.ts'
import type { ParsedInputOf, Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { areaById } from '../territory/service.ts'
import type { Matter, MatterCard, mattersApi, MatterTab } from './contract.ts'
import { CALLER_DAYS } from './data.ts'
import { figuresToRates } from './rules.ts'
import { addMatterPhoto, matterPhoto, removeMatterPhoto } from './service/photos.ts'
import { addOwnPhoto, myMatters, reportMatter } from './service/residents.ts'
import { cardOf, ownIdOf, staffOf, toMatter } from './service/reading.ts'
import { registerMatter } from './service/registering.ts'
import { undoMatterStep } from './service/stepping.ts'
import { askExclusion, assignMatter, callBackMatter, callerPhone, contactMatter, extendMatter, finishMatter, handBackMatter, objectMatter, ruleExclusion, rateMatter, reportInMatter, takeMatter, whistleMatter, withdrawMatter } from './service/working.ts'
import * as store from './store.ts'

export { handOverMatters, mattersInHand } from './service/handing.ts'

type Asked = Partial<ParsedInputOf<typeof mattersApi.matterCounts>>
async function filterOf(ctx: Ctx, { areaId, by, holderId, ...rest }: Asked): Promise<store.Filter> {
  const { accountId } = staffOf(ctx)
  return {
    ...rest, range: areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath), now: ctx.now, ownId: ownIdOf(ctx),
    holderId: by === 'me' ? accountId : holderId, notHolderId: by === 'others' || by === 'below' ? accountId : undefined, nobodyToo: by === 'below',
  }
}

export const mattersService: Service<typeof mattersApi, Ctx> = {
  registerMatter, callerPhone, takeMatter, contactMatter, assignMatter, objectMatter, extendMatter, whistleMatter, reportInMatter, rateMatter, handBackMatter, finishMatter, callBackMatter, withdrawMatter, askExclusion, ruleExclusion,
  undoMatterStep, reportMatter, addOwnPhoto, myMatters, addMatterPhoto, removeMatterPhoto, matterPhoto,
  async listMatters(ctx, { tab, order, after, limit, ...asked }) {
    const rows = await store.listRows(ctx.sql, { ...(await filterOf(ctx, asked)), tab, order: readOrder(order, tab === 'closed' || tab === 'all' ? '-registered' : 'due'), after: readKey(after, 2), limit })
    const page = toWalkedPage(rows, limit)
    return { ...page, items: page.items.map((row) => toMatter(ctx, row)) }
  },
  matterCounts: async (ctx, asked) => store.countTabs(ctx.sql, await filterOf(ctx, asked)),
  async matterRates(ctx, asked) {
    const filter = await filterOf(ctx, asked)
    const figures = await store.countFigures(ctx.sql, filter)
    return { figures, ...figuresToRates(figures), departments: await store.departmentFigures(ctx.sql, filter) }
  },
  async mattersAbout(ctx, { personId }) {
    const rows = await store.rowsOfPerson(ctx.sql, personId, ownIdOf(ctx))
    return { items: rows.map((row) => toMatter(ctx, row)).map(({ matterId, number, kind, state, overdue, words, registeredAt, dueAt }) => ({ matterId, number, kind, state, overdue, words, registeredAt, dueAt })) }
  },
  getMatter: (ctx, { matterId }) => cardOf(ctx, matterId),
}

export const mattersJobs: Jobs = {
  'matters.forgetCallers': { everyMinutes: 24 * 60, run: (runner) => runner.tx(async (ctx) => { await store.forgetCallers(ctx.sql, instantAt(addDays(ctx.today, -CALLER_DAYS), '00:00')) }) },
}

/** For Today: what stands in a tab, the shortest time first, as its list shows it; with the departments called. */
export async function mattersDue(ctx: Ctx, { tab, clock, limit, ...asked }: Pick<Asked, 'by' | 'figure'> & { tab: MatterTab; clock: 'due' | 'report'; limit: number }): Promise<{ items: (Matter & Pick<MatterCard, 'departments'>)[]; total: number; late: number }> {
  const { rows, total, late } = await store.rowsDue(ctx.sql, await filterOf(ctx, asked), tab, clock, limit)
  return { items: rows.map((row) => ({ ...toMatter(ctx, row), departments: row.departments })), total, late }
}
