import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { roleName, type accountsApi } from '../contract.ts'
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
  const failed: { requestId: string; name: string; code: string }[] = []
  let done = 0
  for (const requestId of new Set(requestIds)) {
    const request = await store.lockRequest(ctx.sql, requestId)
    try {
      if (request.state !== 'waiting') throw new AlreadyDecided()
      if (grant) await grantRole(ctx, { accountId: request.accountId, role: roleName.parse(request.role), areaId: request.areaId, reason })
      await store.settleRequest(ctx.sql, requestId, { state: grant ? 'granted' : 'refused', at: ctx.now, byName, reason })
      done += 1
    } catch (error) {
      const code = error instanceof AlreadyDecided ? 'accounts.requestDecided' : error instanceof Refusal ? error.spec.code : undefined
      if (code === undefined) throw error
      failed.push({ requestId, name: request.name, code })
    }
  }
  return { granted: grant ? done : 0, refused: grant ? 0 : done, failed }
}

class AlreadyDecided extends Error {}
