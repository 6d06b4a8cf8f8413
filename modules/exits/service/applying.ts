import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { sealIdentity } from '../../people/service.ts'
import { exitsErrors, type ExitCard, type exitsApi } from '../contract.ts'
import { decideExit, firstState, openStates } from '../rules.ts'
import * as store from '../store.ts'
import { actorOf, tell } from './actor.ts'
import { ordersOf, strictest, takeReadings, type Orders, type PersonFacts } from './facts.ts'
import { cardOf } from './reading.ts'
import { said } from './saying.ts'

type Input<K extends keyof typeof exitsApi> = ParsedInputOf<(typeof exitsApi)[K]>
type Asked = Pick<Input<'applyForExit'>, 'kind' | 'destinationCode' | 'destinationName' | 'employer' | 'note' | 'leavesOn' | 'untilOn' | 'escortName' | 'emergencyName' | 'emergencyPhone'>
export interface Applied { channel: 'phone' | 'paper' | 'desk'; askedOn: string; receiptIndex: string | null }

export function checkDays(asked: Pick<Asked, 'leavesOn' | 'untilOn'>, askedOn: string, today: string): void {
  if (asked.leavesOn < askedOn || askedOn > today || (asked.untilOn !== undefined && asked.untilOn < asked.leavesOn)) throw refuse(exitsErrors.wrongDay)
}

/** One request as a row: what the order in force decides stands with it. */
async function rowOf(ctx: Ctx, person: PersonFacts, asked: Asked, how: Applied, orders: Orders): Promise<store.NewExit> {
  const order = await orders.at(person.areaPath)
  const decision = said(decideExit({ kind: asked.kind, own: person.own, household: strictest(person.household) }, order))
  if (decision.needs.includes('seat') && asked.destinationCode === undefined) throw refuse(exitsErrors.noDivision)
  const { by, name } = actorOf(ctx)
  const emergency = asked.emergencyPhone ? sealIdentity(ctx, { documentKind: 'none', phone: asked.emergencyPhone }) : undefined
  return {
    id: ctx.newId(), areaId: person.areaId, areaPath: person.areaPath, communityId: person.communityId, personId: person.personId, householdId: person.householdId, kind: asked.kind, state: firstState(decision), channel: how.channel, askedOn: how.askedOn,
    at: ctx.now, by, byName: name, destinationCode: asked.destinationCode ?? null, destinationName: asked.destinationName, employer: asked.employer || null, note: asked.note || null, leavesOn: asked.leavesOn, untilOn: asked.untilOn ?? null,
    escortName: asked.escortName || null, emergencyName: asked.emergencyName || null, emergencySealed: emergency?.phoneSealed ?? null, emergencyMasked: emergency?.phoneMasked ?? null, policyId: order?.id ?? null, decision, receiptIndex: how.receiptIndex,
  }
}

const asRow = (row: store.NewExit) => ({ ...row, exitId: row.id })
const told = (row: store.NewExit) => [
  { row: asRow(row), kind: 'applied', params: { channel: row.channel, askedOn: row.askedOn } },
  ...(row.state === 'refused' ? [{ row: asRow(row), kind: 'refusedByOrder', params: { because: row.decision.because.zh, becauseEn: row.decision.because.en } }] : []),
  ...(row.state === 'allowed' ? [{ row: asRow(row), kind: 'allowedByOrder', params: { because: row.decision.because.zh, becauseEn: row.decision.because.en } }] : []),
]

/** One person asks; what the order can decide is decided at once. */
export async function apply(ctx: Ctx, personId: string, asked: Asked, health: Pick<Input<'applyForExit'>, 'temperature' | 'symptoms'>, how: Applied): Promise<string> {
  checkDays(asked, how.askedOn, ctx.today)
  const [person] = await store.personFacts(ctx.sql, [personId])
  if (!person) throw refuse(frameErrors.notFound)
  if (!person.present) throw refuse(exitsErrors.notPresent, { name: person.name })
  await store.waitForTwin(ctx.sql, `${personId} ${asked.kind}`)
  const [open] = await store.openOf(ctx.sql, [personId], asked.kind, openStates, ctx.today, null)
  if (open) throw refuse(exitsErrors.alreadyAsked, { name: person.name, state: open.state })
  const orders = ordersOf(ctx)
  const row = await rowOf(ctx, person, asked, how, orders)
  await store.insertExits(ctx.sql, [row])
  await takeReadings(ctx, 'applied', [{ row: asRow(row), ...health }], orders)
  await tell(ctx, told(row))
  return row.id
}

export async function applyForExit(ctx: Ctx, { personId, channel, askedOn, temperature, symptoms, ...asked }: Input<'applyForExit'>): Promise<ExitCard> {
  return cardOf(ctx, await apply(ctx, personId, asked, { temperature, symptoms }, { channel, askedOn: askedOn ?? ctx.today, receiptIndex: null }))
}

/** A list on paper: each stands for itself; who is left out is named with the reason. */
export async function applyForMany(ctx: Ctx, { people, channel, askedOn = ctx.today, ...asked }: Input<'applyForMany'>) {
  checkDays(asked, askedOn, ctx.today)
  const ids = [...new Set(people.map((one) => one.personId))]
  const facts = new Map((await store.personFacts(ctx.sql, ids)).map((one) => [one.personId, one]))
  const open = new Set((await store.openOf(ctx.sql, ids, asked.kind, openStates, ctx.today, null)).map((one) => one.personId))
  const orders = ordersOf(ctx)
  const refused: { personId: string; name: string | null; reason: 'alreadyAsked' | 'notPresent' | 'notFound' }[] = []
  const rows: { row: store.NewExit; temperature: number | undefined }[] = []
  for (const personId of ids) {
    const [person, own] = [facts.get(personId), people.find((one) => one.personId === personId)]
    const reason = !person ? 'notFound' : !person.present ? 'notPresent' : open.has(personId) ? 'alreadyAsked' : undefined
    if (reason || !person) { refused.push({ personId, name: person?.name ?? null, reason: reason ?? 'notFound' }); continue }
    const row = await rowOf(ctx, person, { ...asked, ...Object.fromEntries(Object.entries(own ?? {}).filter(([key, value]) => key !== 'personId' && key !== 'temperature' && value !== undefined)) }, { channel, askedOn, receiptIndex: null }, orders)
    rows.push({ row, temperature: own?.temperature })
  }
  await store.insertExits(ctx.sql, rows.map(({ row }) => row))
  await takeReadings(ctx, 'applied', rows.map(({ row, temperature }) => ({ row: asRow(row), temperature, symptoms: [] })), orders)
  await tell(ctx, rows.flatMap(({ row }) => told(row)))
  return { exitIds: rows.map(({ row }) => row.id), refused }
}
