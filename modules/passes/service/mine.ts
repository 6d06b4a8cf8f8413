import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import type { ShownLink } from '../../links/contract.ts'
import { householdLink as linkOfHousehold } from '../../links/service.ts'
import { linkOf } from '../../links/rules.ts'
import { settingOf } from '../../settings/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { passesErrors, type MyPass, type passesApi } from '../contract.ts'
import { numberOf, stateOf, whyOf } from '../rules.ts'
import * as store from '../store.ts'
import type { PassRow } from '../tables.ts'
import { keep } from './issuing.ts'
import { codesFor } from './keys.ts'
import { announce, answer } from './visiting.ts'
import { drawn, healthStatusOf } from './views.ts'

type Input<K extends keyof typeof passesApi> = ParsedInputOf<(typeof passesApi)[K]>

/** The household behind a personal link: the link says whose, never the caller, nor where its person lives by now. */
async function homeOf(ctx: Ctx): Promise<store.Home> {
  const { householdId } = linkOf(ctx.actor, 'personal')
  if (householdId === null) throw refuse(frameErrors.linkInvalid)
  return store.getHome(ctx.sql, householdId)
}

export async function myPass(ctx: Ctx): Promise<MyPass> {
  const home = await homeOf(ctx)
  const found = await store.findGood(ctx.sql, { householdId: home.id })
  const pass = found && (await store.getPass(ctx.sql, found.id))
  const visits = await store.visitsOf(ctx.sql, home.id, ctx.now)
  const good = [...(pass ? [pass] : []), ...visits].filter((one) => ['valid', 'early'].includes(stateOf(one, ctx.now)) && one.arrivedAt === null && (one.kind === 'visitor' || stateOf(one, ctx.now) === 'valid'))
  const codes = await codesFor(ctx, good, 'phone')
  const community = await communityOf(ctx, home.areaPath)
  const office = await areaById(ctx, community.id).catch(() => undefined)
  const code = pass && codes.get(pass.passId)
  return {
    address: home.address, areaName: community.name, officePhone: (office as { officePhone?: string | null } | undefined)?.officePhone ?? null, now: ctx.now,
    pass: pass ? {
      passId: pass.passId, number: numberOf(pass.kind, pass.serial), state: stateOf(pass, ctx.now), why: whyOf(pass, ctx.now, true), validUntil: pass.validUntil, members: home.members,
      code: code ? { ...code, qrSvg: await drawn(code.text) } : null,
    } : null,
    status: await healthStatusOf(ctx, home.id),
    visitors: await Promise.all(visits.map((visit) => visitView(ctx, visit, codes.get(visit.passId)))),
    visitHours: await settingOf(ctx, 'passes.visitHours'),
  }
}

async function visitView(ctx: Ctx, visit: PassRow, code: { text: string; expiresAt: string } | undefined): Promise<MyPass['visitors'][number]> {
  const state = stateOf(visit, ctx.now)
  return {
    passId: visit.passId, number: numberOf(visit.kind, visit.serial), name: visit.visitorName ?? '', purpose: visit.purpose ?? 'other', state, validFrom: visit.validFrom, validUntil: visit.validUntil,
    mayAnswer: visit.announcedBy === 'community' && visit.arrivedAt === null && (state === 'waiting' || state === 'declined'), mayWithdraw: visit.arrivedAt === null && (state === 'valid' || state === 'early'),
    code: code ? { qrSvg: await drawn(code.text), expiresAt: code.expiresAt } : null,
  }
}

/** A visit of this household; anybody else's is not there. */
async function own(ctx: Ctx, passId: string): Promise<PassRow> {
  const home = await homeOf(ctx)
  const pass = await store.getPass(ctx.sql, passId)
  if (pass.householdId !== home.id || pass.kind !== 'visitor') throw refuse(frameErrors.notFound)
  return pass
}

export async function announceMine(ctx: Ctx, visit: Input<'announceMine'>): Promise<MyPass> {
  await announce(ctx, (await homeOf(ctx)).id, visit, 'household')
  return myPass(ctx)
}

export async function answerMine(ctx: Ctx, { passId, yes }: Input<'answerMine'>): Promise<MyPass> {
  await own(ctx, passId)
  await answer(ctx, passId, yes)
  return myPass(ctx)
}

export async function withdrawMine(ctx: Ctx, { passId }: Input<'withdrawMine'>): Promise<MyPass> {
  const pass = await own(ctx, passId)
  const state = stateOf(pass, ctx.now)
  if (pass.arrivedAt !== null || !['valid', 'early', 'waiting'].includes(state)) throw refuse(passesErrors.notInState, { state })
  await store.endPass(ctx.sql, passId, { state: 'revoked', at: ctx.now, by: null, byName: null, reason: 'withdrawn' })
  await keep(ctx, pass, 'withdrawn', { name: pass.visitorName ?? '' })
  return myPass(ctx)
}

export async function householdLink(ctx: Ctx, { householdId }: Input<'householdLink'>): Promise<ShownLink> {
  const home = await store.getHome(ctx.sql, householdId)
  const person = await store.firstMember(ctx.sql, householdId)
  if (!person) throw refuse(passesErrors.nobodyHere)
  return linkOfHousehold(ctx, { personId: person.id, areaId: home.areaId, areaPath: home.areaPath })
}

