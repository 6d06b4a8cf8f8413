import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { Refusal, refuse } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { accountsErrors, roleName, type accountsApi } from '../contract.ts'
import * as store from '../store.ts'
import { grantRole } from './grants.ts'

type Input<K extends 'listRoleRequests' | 'decideRoleRequests'> = ParsedInputOf<(typeof accountsApi)[K]>

export async function listRoleRequests(ctx: Ctx, { after, limit }: Input<'listRoleRequests'>) {
  const page = toPage(await store.listRequests(ctx.sql, readKey(after, 2), limit), limit, (row) => [row.askedAt, row.id])
  return { ...page, items: page.items.map((row) => ({ ...row, role: roleName.parse(row.role) })) }
}

/** One by one through the same door as a single grant: what is refused there is refused here, and the others go through. */
export async function decideRoleRequests(ctx: Ctx, { requestIds, grant, reason }: Input<'decideRoleRequests'>) {
  const byName = ctx.actor.kind === 'staff' ? ctx.actor.name : ''
  const wanted = new Set(requestIds)
  const failed: { requestId: string; name: string; code: string }[] = []
  for (const requestId of wanted) {
    const { name, state, accountId, role, areaId } = await store.lockRequest(ctx.sql, requestId)
    const code = await refusalOf(async () => {
      if (state !== 'waiting') throw refuse(accountsErrors.requestDecided)
      if (grant) await grantRole(ctx, { accountId, role: roleName.parse(role), areaId, reason })
      await store.settleRequest(ctx.sql, requestId, { state: grant ? 'granted' : 'refused', at: ctx.now, byName, reason })
    })
    if (code !== undefined) failed.push({ requestId, name, code })
  }
  const done = wanted.size - failed.length
  return { granted: grant ? done : 0, refused: grant ? 0 : done, failed }
}

/** The code of the refusal; undefined where it went through. */
async function refusalOf(act: () => Promise<void>): Promise<string | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.spec.code
    throw error
  }
}
