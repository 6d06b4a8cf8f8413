import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { everydayLink } from '../../links/rules.ts'
import { isPhone, normalName } from '../../people/rules.ts'
import { personBrief, recordTimeline, sealIdentity } from '../../people/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { reportsIn, volunteersErrors as errors, type OwnVolunteer, type VolunteerCard, type VolunteerKind, type volunteersApi } from '../contract.ts'
import { LINES_MOST, PER_CODE_PER_HOUR } from '../data.ts'
import { mayTurn, readLines } from '../rules.ts'
import * as store from '../store.ts'
import { cardOf, staffOf } from './reading.ts'

type Input<K extends keyof typeof volunteersApi> = ParsedInputOf<(typeof volunteersApi)[K]>

function sealedPhone(ctx: Ctx, phone: string | undefined) {
  if (phone && !isPhone(phone)) throw refuse(errors.phoneWrong)
  const { phoneSealed, phoneIndex, phoneMasked } = sealIdentity(ctx, { documentKind: 'none', phone })
  return { phoneSealed, phoneIndex, phoneMasked }
}
/** Whoever comes from a unit comes for it; a resident for nobody. */
function unitOf(kind: VolunteerKind, unit: string | undefined): string | null {
  if (kind !== 'resident' && !unit) throw refuse(errors.unitMissing)
  return kind === 'resident' ? null : (unit ?? null)
}
async function refuseTwin(ctx: Ctx, areaPath: string, who: { personId: string | null; name: string; phoneIndex: string | null; notId: string }): Promise<void> {
  const community = await communityOf(ctx, areaPath)
  if (await store.findTwin(ctx.sql, scopeOf(community.areaPath), who)) throw refuse(errors.already, { name: who.name })
}

export async function addVolunteer(ctx: Ctx, { personId, name, areaId, phone, unit, kind, skills, free, inPublic, reportedOn, note }: Input<'addVolunteer'>): Promise<VolunteerCard> {
  const staff = staffOf(ctx)
  const person = personId === undefined ? undefined : await personBrief(ctx, personId)
  const called = person?.name ?? (name ? normalName(name) : '')
  if (!called) throw refuse(errors.nameMissing)
  const sealed = sealedPhone(ctx, phone)
  if (!sealed.phoneMasked && !person?.phoneMasked) throw refuse(errors.phoneMissing)
  const { areaPath } = await areaById(ctx, areaId ?? person?.areaId ?? staff.areaId)
  // A helper belongs to the community, wherever in it they live.
  const community = await communityOf(ctx, areaPath)
  const of = unitOf(kind, unit)
  const id = ctx.newId()
  await refuseTwin(ctx, areaPath, { personId: person?.id ?? null, name: called, phoneIndex: sealed.phoneIndex, notId: id })
  await store.insertVolunteers(ctx.sql, [{
    id, areaId: community.id, areaPath: community.areaPath, personId: person?.id ?? null, name: called, kind, unit: of, reportedOn: reportsIn.includes(kind) ? (reportedOn ?? ctx.today) : null, ...sealed, skills, free, inPublic, state: 'active', note: note || null,
    at: ctx.now, byName: staff.name, linkId: null, receiptIndex: null,
  }])
  if (person) await recordTimeline(ctx, { kind: 'volunteers.joined', areaPath, personId: person.id, params: {} })
  return cardOf(ctx, id)
}

/** 按行登记: a unit’s own list in one go; nobody twice, neither in it nor beside whoever is there. */
export async function enterVolunteers(ctx: Ctx, { kind, unit, lines, reportedOn }: Input<'enterVolunteers'>) {
  const staff = staffOf(ctx)
  const { entered, left } = readLines(lines, unit ?? '')
  if (entered.length > LINES_MOST) throw refuse(errors.tooManyLines, { most: LINES_MOST })
  const community = await communityOf(ctx, staff.areaPath)
  const known = new Set((await store.knownPhones(ctx.sql, scopeOf(community.areaPath))).map((one) => `${one.phoneIndex} ${one.name}`))
  const fresh = entered.map((one) => ({ ...one, ...sealedPhone(ctx, one.phone), id: ctx.newId() })).filter(({ phoneIndex, name }) => {
    const key = `${phoneIndex ?? ''} ${name}`
    return !known.has(key) && known.add(key)
  })
  const on = reportsIn.includes(kind) ? (reportedOn ?? ctx.today) : null
  await store.insertVolunteers(ctx.sql, fresh.map(({ id, name, unit: of, phoneSealed, phoneIndex, phoneMasked }): store.NewVolunteer => ({
    id, areaId: community.id, areaPath: community.areaPath, personId: null, name, kind, unit: of, reportedOn: on, phoneSealed, phoneIndex, phoneMasked, skills: [], free: [], inPublic: false, state: 'active', note: null, at: ctx.now, byName: staff.name, linkId: null, receiptIndex: null,
  })))
  const added = new Set(fresh.map(({ line }) => line))
  const again = entered.filter(({ line }) => !added.has(line)).map(({ line, name }) => ({ line, text: name, fault: 'already' as const }))
  return { volunteerIds: fresh.map(({ id }) => id), left: [...left, ...again].toSorted((a, b) => a.line - b.line) }
}
/** 撤销登记. */
export async function removeVolunteers(ctx: Ctx, { volunteerIds }: Input<'removeVolunteers'>) {
  const removed = await store.removeUnused(ctx.sql, volunteerIds)
  return { removed, kept: volunteerIds.length - removed.length }
}

export async function editVolunteer(ctx: Ctx, { volunteerId, personId, kind, unit, phone, skills, free, inPublic, reportedOn, note }: Input<'editVolunteer'>): Promise<VolunteerCard> {
  const before = await store.lock(ctx.sql, volunteerId)
  const person = personId === undefined ? undefined : await personBrief(ctx, personId)
  if (person) await refuseTwin(ctx, before.areaPath, { personId: person.id, name: person.name, phoneIndex: null, notId: volunteerId })
  await store.updateVolunteer(ctx.sql, volunteerId, { personId: person?.id ?? null, kind, unit: unitOf(kind, unit), reportedOn: reportsIn.includes(kind) ? (reportedOn ?? null) : null, ...sealedPhone(ctx, phone), skills, free, inPublic, note: note || null })
  return cardOf(ctx, volunteerId)
}

/** 接收、暂停、退出、恢复. */
export async function turnVolunteer(ctx: Ctx, { volunteerId, to, reason }: Input<'turnVolunteer'>): Promise<VolunteerCard> {
  const { state, name, gone } = await store.lock(ctx.sql, volunteerId)
  if (to === 'active' && gone) throw refuse(errors.gone, { name })
  if (!mayTurn(state, to)) throw refuse(errors.notInState, { name, state })
  if (to === 'waiting' && !(await store.untouchedSignUp(ctx.sql, volunteerId))) throw refuse(errors.notInState, { name, state })
  if (to === 'active') {
    const { areaPath, personId, phoneIndex } = await cardRow(ctx, volunteerId)
    await refuseTwin(ctx, areaPath, { personId, name, phoneIndex, notId: volunteerId })
  }
  await store.turn(ctx.sql, volunteerId, to, reason ?? null)
  return cardOf(ctx, volunteerId)
}
const cardRow = (ctx: Ctx, volunteerId: string) => store.getRow(ctx.sql, volunteerId, { now: ctx.now, recent: ctx.now })

export async function revealVolunteerPhone(ctx: Ctx, { volunteerId }: Input<'revealVolunteerPhone'>): Promise<{ phone: string | null }> {
  const sealed = await store.sealedPhone(ctx.sql, volunteerId)
  return { phone: sealed === null ? null : ctx.vault.open(sealed) }
}

async function toOwn(ctx: Ctx, row: { name: string; state: OwnVolunteer['state']; createdAt: string; areaPath: string }, receipt: string | null): Promise<OwnVolunteer> {
  const community = await communityOf(ctx, row.areaPath)
  const office = await areaById(ctx, community.id).catch(() => undefined)
  return { receipt, name: row.name, state: row.state, createdAt: row.createdAt, communityName: community.name, officePhone: office?.officePhone ?? null }
}
/** 扫码报名: of the area the code hangs in; asking twice is asking once. */
export async function askToHelp(ctx: Ctx, { kind, name, unit, phone, skills, free, inPublic }: Input<'askToHelp'>): Promise<OwnVolunteer> {
  const link = everydayLink(ctx.actor, 'declaration')
  if (!phone) throw refuse(errors.phoneWrong)
  const sealed = sealedPhone(ctx, phone)
  const [called, of] = [normalName(name), unitOf(kind, unit)]
  if ((await store.askedThrough(ctx.sql, link.linkId, addMinutes(ctx.now, -60))) >= PER_CODE_PER_HOUR) throw refuse(errors.tooMany)
  const [receipt, same] = [ctx.newToken(), await store.waitingSame(ctx.sql, link.linkId, sealed.phoneIndex, called)]
  const receiptIndex = ctx.vault.index('token', receipt)
  if (same) await store.setReceipt(ctx.sql, same.id, receiptIndex)
  else await store.insertVolunteers(ctx.sql, [{ id: ctx.newId(), areaId: link.areaId, areaPath: link.areaPath, personId: null, name: called, kind, unit: of, reportedOn: reportsIn.includes(kind) ? ctx.today : null, ...sealed, skills, free, inPublic, state: 'waiting', note: null, at: ctx.now, byName: null, linkId: link.linkId, receiptIndex }])
  return toOwn(ctx, { name: called, state: 'waiting', createdAt: ctx.now, areaPath: link.areaPath }, receipt)
}
export async function myHelp(ctx: Ctx, { receipts }: Input<'myHelp'>): Promise<{ items: OwnVolunteer[] }> {
  everydayLink(ctx.actor, 'declaration')
  const tokens = receipts.split(',').filter(Boolean)
  const rows = tokens.length === 0 ? [] : await store.byReceipts(ctx.sql, tokens.map((token) => ctx.vault.index('token', token)))
  return { items: await Promise.all(rows.map((row) => toOwn(ctx, row, null))) }
}
