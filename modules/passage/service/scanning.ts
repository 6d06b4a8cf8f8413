import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf, TogetherCall } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse, type Refusal } from '../../../kernel/errors.ts'
import { atMs, msOf } from '../../../kernel/dates.ts'
import { lastDayOf, numberOf } from '../../passes/rules.ts'
import { judgeCodes, proveCodes, vehiclesOfPasses, type ProvenCode } from '../../passes/service.ts'
import type { GateVehicle } from '../../passes/contract.ts'
import type { passageApi, PassageRecord, RecordedPassage } from '../contract.ts'
import { carOf, passStateOf } from '../rules.ts'
import { joinAll } from './joining.ts'
import { knownLately } from './known.ts'
import { placesLately } from './places.ts'
import { keptBefore, lookOf, takeRecords } from './recording.ts'

type Scan = ParsedInputOf<typeof passageApi.scanPassage>
type Verified = Awaited<ReturnType<typeof judgeCodes>>[number]

/**
 * 扫码进出, of many gates at once: signatures proven, decided and written in one transaction. Whoever shows a code that is no good is
 * recorded with it: that is a fact too, and the decision says why.
 */
export async function scanPassage(ctx: Ctx, calls: readonly TogetherCall<Scan>[]): Promise<(RecordedPassage | Refusal)[]> {
  const proven = await proveCodes(ctx, calls.map(({ input }) => input.scanned))
  // All that is asked of the database goes there in one message.
  const before = keptBefore(ctx, calls.map(({ input: { eventId, at = ctx.now } }) => ({ eventId, at })))
  const [verified, vehicles] = await Promise.all([judgeCodes(ctx, proven), vehiclesOfPasses(ctx, proven.flatMap((one) => ('serial' in one && one.kind === 'vehicle' ? [one.serial] : []))), before, lookUpHomes(ctx, calls, proven)])
  const records = calls.map(({ input }, i) => recordOf(ctx, input, verified[i], vehicles))
  const taken = await takeRecords(ctx, records.map((record, i) => ({ record, keeper: calls[i]?.actor })), { placesOf: placesLately, knownOf: knownLately, keptBefore: () => before })
  await joinAll(ctx, records, taken)
  // A gate outside the caller's territory is not there for them, as everywhere.
  return taken.map((one) => (one.problem === 'noSuchGate' ? refuse(frameErrors.notFound) : one))
}

/** What the decisions will ask of the households, so that it is remembered by then. */
async function lookUpHomes(ctx: Ctx, calls: readonly TogetherCall<Scan>[], proven: readonly ProvenCode[]): Promise<void> {
  const places = [...(await placesLately(ctx, [...new Set(calls.map(({ input }) => input.gateId))])).values()]
  const times = calls.map(({ input }) => (input.at === undefined ? ctx.now : atMs(msOf(input.at)))).toSorted()
  await knownLately(ctx, proven.flatMap((one) => ('serial' in one ? one.householdId ?? [] : [])), [], ...lookOf(places, times))
}

function recordOf(ctx: Ctx, { scanned: _scanned, at = ctx.now, ...rest }: Scan, verified: Verified | undefined, vehicles: ReadonlyMap<number, GateVehicle>): PassageRecord {
  const record = { ...rest, at }
  const claims = verified && (verified.ok ? verified.claims : verified.claims)
  if (!verified || !claims || claims.kind === 'certificate') return { ...record, subject: 'unknown', passState: verified && !claims ? passStateOf(verified) : 'notOurs' }
  const [passNo, state, car] = [numberOf(claims.kind, claims.serial), passStateOf(verified), vehicles.get(claims.serial)]
  return {
    ...record, subject: claims.kind, passNo, passState: state, ...(claims.kind === 'vehicle' ? carOf(car?.plate ?? passNo, { state, special: car?.special ?? false }) : {}), passUntil: lastDayOf(atMs(claims.expires * 1000)),
    ...(claims.kind === 'visitor'
      ? { visitorConfirmed: verified.ok, ...(claims.householdId ? { visitsHouseholdId: claims.householdId } : {}) }
      : { ...(claims.householdId ? { householdId: claims.householdId } : {}), ...(claims.personId ? { personId: claims.personId } : {}) }),
  }
}
