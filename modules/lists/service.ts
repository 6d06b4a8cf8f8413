import type { Ctx, StaffActor } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../kernel/errors.ts'
import type { listsApi, SavedView } from './contract.ts'
import { kept } from './rules.ts'
import * as store from './store.ts'

function me(ctx: Ctx): StaffActor {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}

/** One that the caller may see; 404 otherwise. */
async function seen(ctx: Ctx, page: string, viewId: string): Promise<SavedView> {
  const view = (await store.listViews(ctx.sql, page, me(ctx))).find(({ id }) => id === viewId)
  if (!view) throw refuse(frameErrors.notFound)
  return view
}

export const listsService: Service<typeof listsApi, Ctx> = {
  listViews: async (ctx, { page }) => ({ items: await store.listViews(ctx.sql, page, me(ctx)) }),
  async saveView(ctx, { query, ...view }) {
    const { accountId, name: accountName, areaPath } = me(ctx)
    const { id } = await store.putView(ctx.sql, { ...view, id: ctx.newId(), query: kept(query, view.shared), accountId, accountName, areaPath, at: ctx.now })
    return seen(ctx, view.page, id)
  },
  async removeView(ctx, { viewId }) {
    await store.removeView(ctx.sql, viewId, me(ctx).accountId)
    return {}
  },
  async openWith(ctx, { page, viewId }) {
    if (viewId !== null) await seen(ctx, page, viewId)
    await store.setDefault(ctx.sql, me(ctx).accountId, page, viewId)
    return {}
  },
}
