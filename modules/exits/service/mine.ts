import type { Ctx, LinkActor } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, Refusal, refuse, refuseAndKeep } from '../../../kernel/errors.ts'
import { normalDocument } from '../../people/rules.ts'
import { findPeopleByIndex } from '../../people/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { exitsErrors, type OwnExit, type exitsApi } from '../contract.ts'
import { missLimits } from '../data.ts'
import { actionsOf, endedOf, missingOf } from '../rules.ts'
import * as store from '../store.ts'
import type { ExitRow } from '../tables.ts'
import { zh } from '../words.zh.ts'
import { en } from '../words.en.ts'
import { apply, checkDays } from './applying.ts'
import { forAction } from './actor.ts'
import { withdrawExit } from './deciding.ts'
import { standingOf } from './reading.ts'
import { arrive, leave } from './tripping.ts'

type Input<K extends keyof typeof exitsApi> = ParsedInputOf<(typeof exitsApi)[K]>

function linkOf(ctx: Ctx): LinkActor {
  if (ctx.actor.kind !== 'link') throw refuse(frameErrors.linkInvalid)
  if (ctx.actor.stopped) throw refuse(frameErrors.frozen)
  return ctx.actor
}

/**
 * By the declaration code anybody may hold the phone: who knows name and number asks for that person, and is told nothing about
 * anybody's health, not even by the sentence why.
 */
async function toOwn(ctx: Ctx, row: ExitRow, receipt: string | null): Promise<OwnExit> {
  const link = linkOf(ctx)
  const community = await communityOf(ctx, row.areaPath)
  const office = await areaById(ctx, community.id).catch(() => undefined)
  const told = row.decision.against !== null && link.purpose !== 'personal' ? { zh: zh.mine.askCommunity, en: en.mine.askCommunity } : row.decision.because
  const actions = actionsOf(standingOf(row), ctx.today)
  return {
    receipt, kind: row.kind, state: row.state, name: row.name, destinationName: row.destinationName, leavesOn: row.leavesOn, untilOn: row.untilOn, because: told, missing: missingOf(standingOf(row)), ended: endedOf(standingOf(row)), certificateNo: row.certificateNo, certifiedUntil: row.certifiedUntil,
    plate: row.plate, seatNo: row.seatNo, departsAt: row.departsAt, place: row.place, dueBackAt: row.state === 'out' ? row.dueBackAt : null, communityName: community.name, officePhone: office?.officePhone ?? null,
    canGoOut: actions.includes('goOut'), canComeBack: actions.includes('comeBack'), canWithdraw: actions.includes('withdraw'),
  }
}

/** Who may ask by this link: the person of an episode, the people of a household by its code, nobody by the community's. */
async function peopleOf(ctx: Ctx): Promise<{ personId: string; name: string }[]> {
  const link = linkOf(ctx)
  if (link.purpose !== 'personal' || link.personId === null) return []
  const all = await store.livingWith(ctx.sql, link.personId)
  return link.episodeId === null ? all : all.filter(({ personId }) => personId === link.personId)
}

/** Somebody of the link's; else whoever name and document number fit. */
async function whoAsks(ctx: Ctx, asked: string | undefined, name: string | undefined, documentNo: string | undefined): Promise<string> {
  const people = await peopleOf(ctx)
  const own = asked === undefined ? people[0] : people.find(({ personId }) => personId === asked)
  if (own) return own.personId
  if (people.length > 0) throw refuse(exitsErrors.notFound)
  if (!name || !documentNo) throw refuse(exitsErrors.notFound)
  return byNumber(ctx, name.trim(), documentNo)
}

/** The code hangs on a wall, so numbers could be tried out by it: every miss is counted and kept in the trail, and after some nothing is told any more. */
async function byNumber(ctx: Ctx, name: string, documentNo: string): Promise<string> {
  const { linkId, areaPath } = linkOf(ctx)
  const miss = { linkId, nameIndex: ctx.vault.index('token', name) }
  await store.waitForTwin(ctx.sql, linkId)
  const { throughCode, ofName } = await store.countMisses(ctx.sql, miss, ctx.now)
  if (throughCode >= missLimits.perCodePerHour || ofName >= missLimits.perNamePerDay) throw refuseAndKeep(exitsErrors.tooManyMisses, {}, { cause: 'tooManyMisses' })
  const found = await findPeopleByIndex(ctx, { documentIndex: ctx.vault.index('document', normalDocument(documentNo)) })
  const person = found.find((one) => one.name === name)
  if (person) return person.id
  await store.insertMiss(ctx.sql, { ...miss, id: ctx.newId(), areaPath, at: ctx.now })
  throw refuseAndKeep(exitsErrors.notFound, {}, { cause: 'wrongNumber' })
}

export async function askToGoOut(ctx: Ctx, { personId: asks, name, documentNo, temperature, symptoms, ...asked }: Input<'askToGoOut'>): Promise<OwnExit> {
  // Before anybody is looked for: a day that is wrong must not tell whether the number was right.
  checkDays(asked, ctx.today, ctx.today)
  const personId = await whoAsks(ctx, asks, name, documentNo)
  const receipt = ctx.newToken()
  const exitId = await apply(ctx, personId, asked, { temperature, symptoms }, { channel: 'phone', askedOn: ctx.today, receiptIndex: ctx.vault.index('token', receipt) })
  return toOwn(ctx, await store.getRow(ctx.sql, exitId, ctx.today), receipt)
}

export async function myExits(ctx: Ctx, { receipts }: Input<'myExits'>): Promise<{ items: OwnExit[]; people: { personId: string; name: string }[] }> {
  const people = await peopleOf(ctx)
  const found: { row: ExitRow; receipt: string | null }[] = []
  for (const receipt of receipts.split(',').filter(Boolean)) {
    const row = await store.byReceipt(ctx.sql, ctx.vault.index('token', receipt), ctx.today)
    if (row) found.push({ row, receipt })
  }
  // What the community entered for somebody of the link stands beside what this phone asked for.
  for (const row of await store.rowsOfPeople(ctx.sql, people.map(({ personId }) => personId), ctx.today)) if (!found.some((one) => one.row.exitId === row.exitId)) found.push({ row, receipt: null })
  const items = []
  for (const { row, receipt } of found) items.push(await toOwn(ctx, row, receipt))
  return { items, people: linkOf(ctx).episodeId === null ? people : [] }
}

export async function withdrawOwnExit(ctx: Ctx, { receipt }: Input<'withdrawOwnExit'>): Promise<OwnExit> {
  linkOf(ctx)
  const row = await store.byReceipt(ctx.sql, ctx.vault.index('token', receipt), ctx.today)
  if (!row) throw refuse(exitsErrors.notFound)
  await withdrawExit(ctx, { exitId: row.exitId })
  return toOwn(ctx, await store.getRow(ctx.sql, row.exitId, ctx.today), receipt)
}

/** Who is in quarantine is said to the person alone, not to whoever holds the phone. */
const leaveQuietly: typeof leave = (ctx, row, taken) => leave(ctx, row, taken).catch((error: unknown) => {
  if (error instanceof Refusal && error.spec.code === exitsErrors.keptIn.code && linkOf(ctx).purpose !== 'personal') throw refuse(exitsErrors.askCommunity)
  throw error
})

export async function reportOwnTrip(ctx: Ctx, { receipt, way, temperature, symptoms }: Input<'reportOwnTrip'>) {
  const row = await store.byReceipt(ctx.sql, ctx.vault.index('token', receipt), ctx.today)
  if (!row) throw refuse(exitsErrors.notFound)
  const taken = { temperature, symptoms, at: undefined }
  const left = way === 'out' ? await leaveQuietly(ctx, await forAction(ctx, row.exitId, 'goOut'), taken) : true
  if (way === 'back') await arrive(ctx, await forAction(ctx, row.exitId, 'comeBack'), taken)
  return { left, exit: await toOwn(ctx, await store.getRow(ctx.sql, row.exitId, ctx.today), receipt) }
}
