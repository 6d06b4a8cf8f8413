import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import { addDays, instantAt } from '../../kernel/dates.ts'
import type { ParsedInputOf, Service } from '../../kernel/endpoint.ts'
import { readKey, readOrder, toWalkedPage } from '../../kernel/page.ts'
import { accountsCalled } from '../accounts/service.ts'
import type { auditApi } from './contract.ts'
import { auditChainState, chainChecks, nightlyJob, verifyChain, verifyJob } from './service/chain.ts'
import { traceAccess } from './service/trace.ts'
import * as store from './store.ts'

export { recentlyBroken, verifyStretch } from './service/chain.ts'
export { recordsMatching } from './service/trace.ts'

async function listAuditEvents(ctx: Ctx, input: ParsedInputOf<(typeof auditApi)['listAuditEvents']>) {
  const { accountId, subject, act, endpoints, ip, refused, limit } = input
  const rows = await store.listEvents(ctx.sql, {
    scope: ctx.actor.scope, accountId, subject, act, endpoints, ip, refused, limit, desc: readOrder(input.order, '-at').desc, after: readKey(input.after, 2), between: spanOf(input),
  })
  return toWalkedPage(rows, limit)
}

/** One day, or from one to another with both of them. */
function spanOf({ day, from, to }: { day?: string | undefined; from?: string | undefined; to?: string | undefined }) {
  const [first, last] = [day ?? from, day ?? to]
  if (first === undefined && last === undefined) return undefined
  return { from: instantAt(first ?? '1900-01-01', '00:00'), to: instantAt(addDays(last ?? '2999-12-30', 1), '00:00') }
}

export const auditService: Service<typeof auditApi, Ctx> = {
  listAuditEvents, auditChainState, chainChecks, verifyChain, traceAccess,
  listActors: async (ctx, { text }) => ({ items: await accountsCalled(ctx, text) }),
}
export const auditJobs: Jobs = { 'audit.verify': verifyJob, 'audit.nightly': nightlyJob }
