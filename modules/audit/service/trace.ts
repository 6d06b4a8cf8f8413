import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { normalDocument, normalPhone } from '../../people/rules.ts'
import { findPeopleByIndex, isInRegister } from '../../people/service.ts'
import { settingOf } from '../../settings/service.ts'
import { auditErrors, type auditApi } from '../contract.ts'
import { hourOf, viewersOf } from '../rules.ts'
import * as store from '../store.ts'

const MOST_EVENTS = 2000

/**
 * 谁看过这个人: the auditor sees no personal data, so the person is named by what a complaint carries: the number of the record,
 * or a document or telephone number that is matched blind by its keyed index.  What comes back is about the staff alone.
 */
export async function traceAccess(ctx: Ctx, { by, text }: ParsedInputOf<(typeof auditApi)['traceAccess']>) {
  const personIds = await recordsMatching(ctx, by, text)
  const found = await store.eventsAbout(ctx.sql, ctx.actor.scope, personIds, MOST_EVENTS + 1)
  const events = found.slice(0, MOST_EVENTS)
  const hours = new Map(events.flatMap(({ accountId, at }) => (accountId === null ? [] : [[`${accountId} ${hourOf(at)}`, { accountId, hour: hourOf(at) }] as const])))
  const perHour = await store.seenPerHour(ctx.sql, [...hours.values()])
  const seen = new Map(perHour.map(({ accountId, hour, n }) => [`${accountId} ${hour}`, n]))
  const watch = await settingOf(ctx, 'audit.watch')
  return { personIds, events: events.length, more: found.length > MOST_EVENTS, viewers: viewersOf(events, watch, (accountId, hour) => seen.get(`${accountId} ${hour}`) ?? 0) }
}

/** Records a complaint can name: by the number of the record, or a document or telephone number matched blind; refused where there is none. */
export async function recordsMatching(ctx: Ctx, by: 'id' | 'document' | 'phone', text: string): Promise<string[]> {
  const found = by === 'id' ? ((await isInRegister(ctx, text)) ? [text] : []) : (await findPeopleByIndex(ctx, indexOf(ctx, by, text))).map(({ id }) => id)
  if (found.length === 0) throw refuse(auditErrors.nobodyMatches)
  return found
}

const indexOf = (ctx: Ctx, by: 'document' | 'phone', text: string) =>
  by === 'document' ? { documentIndex: ctx.vault.index('document', normalDocument(text)) } : { phoneIndex: ctx.vault.index('phone', normalPhone(text)) }
