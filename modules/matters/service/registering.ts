import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addDays, instantAt } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { isPhone } from '../../people/rules.ts'
import { personBrief, sealIdentity } from '../../people/service.ts'
import { areaById, areasAbove } from '../../territory/service.ts'
import { mattersErrors as errors, type MatterCard, type MatterChannel, type mattersApi } from '../contract.ts'
import { REPEAT_DAYS } from '../data.ts'
import { earlierOf, termOf } from '../rules.ts'
import * as store from '../store.ts'
import { cardOf, rowOf, staffOf } from './reading.ts'
import { keep, step } from './stepping.ts'

type Input<K extends keyof typeof mattersApi> = ParsedInputOf<(typeof mattersApi)[K]>
type Told = Omit<Input<'registerMatter'>, 'areaId' | 'channel' | 'done'> & { channel: MatterChannel }

/** Puts it down; the number is told to whoever asked. */
export async function enter(ctx: Ctx, told: Told, area: { id: string; areaPath: string }, receiptIndex: string | null): Promise<{ matterId: string; number: string }> {
  if (told.callerPhone && !isPhone(told.callerPhone)) throw refuse(errors.phoneWrong)
  const { phoneSealed, phoneMasked, phoneIndex } = sealIdentity(ctx, { documentKind: 'none', phone: told.callerPhone })
  const matterId = ctx.newId()
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  const { kind, words, urgent, channel, personId = null } = told
  const place = told.place || null
  const community = (await areasAbove(ctx, area.areaPath)).find(({ level }) => level === 'community')?.areaPath ?? area.areaPath
  const repeatOf = earlierOf(place, await store.listEarlier(ctx.sql, { kind, personId, phoneIndex, range: scopeOf(community), areaPath: area.areaPath, since: instantAt(addDays(ctx.today, -REPEAT_DAYS), '00:00') }))
  const { number } = await store.insertMatter(ctx.sql, {
    id: matterId, kind, words, place, urgent, channel, areaId: area.id, areaPath: area.areaPath, personId, callerName: personId === null ? told.callerName ?? null : null,
    callerPhoneSealed: phoneSealed, callerPhoneIndex: phoneIndex, repeatOf, callerPhoneMasked: phoneMasked, receiptIndex, at: ctx.now, day: ctx.today, by: staff?.accountId ?? null, byName: staff?.name ?? null, ...termOf(kind, urgent, ctx.now),
  })
  await keep(ctx, { matterId, number, areaPath: area.areaPath, personId, kind }, staff ? 'registered' : 'registeredByResident', { from: channel, kind, number }, null)
  return { matterId, number }
}

export async function registerMatter(ctx: Ctx, { areaId, done, ...told }: Input<'registerMatter'>): Promise<MatterCard> {
  const { accountId, name, areaId: office } = staffOf(ctx)
  const person = told.personId === undefined ? undefined : await personBrief(ctx, told.personId)
  const area = await areaById(ctx, areaId ?? person?.areaId ?? office)
  const { matterId } = await enter(ctx, told, area, null)
  return done === undefined ? cardOf(ctx, matterId) : step(ctx, await rowOf(ctx, matterId), { do: 'settleAtOnce', by: { id: accountId, name }, outcome: done }, { outcome: done })
}
