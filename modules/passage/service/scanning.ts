import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf, TogetherCall } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse, type Refusal } from '../../../kernel/errors.ts'
import { atMs, msOf } from '../../../kernel/dates.ts'
import { judgeCodes, proveCodes, vehiclesOfPasses, type ProvenCode } from '../../passes/service.ts'
import type { GateVehicle } from '../../passes/contract.ts'
import type { passageApi, PassageRecord, RecordedPassage } from '../contract.ts'
import { carOf, shownBy } from '../rules.ts'
import { householdsOf } from '../store.ts'
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
  const lived = householdsOf(ctx.sql, proven.flatMap((one) => ('serial' in one ? one.personId ?? [] : [])))
  const [verified, vehicles] = await Promise.all([judgeCodes(ctx, proven), vehiclesOfPasses(ctx, proven.flatMap((one) => ('serial' in one && one.kind === 'vehicle' ? [one.serial] : []))), before, lived, lookUpHomes(ctx, calls, proven)])
  const records = calls.map(({ input }, i) => recordOf(ctx, input, verified[i], vehicles))
  const taken = await takeRecords(ctx, records.map((record, i) => ({ record, keeper: calls[i]?.actor })), { placesOf: placesLately, knownOf: knownLately, keptBefore: () => before, householdsOf: () => lived })
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
  const shown = verified ? shownBy(verified) : { subject: 'unknown' as const, passState: 'notOurs' as const }
  const car = shown.subject === 'vehicle' && verified?.claims ? vehicles.get(verified.claims.serial) : undefined
  return { ...rest, at, ...shown, ...(shown.subject === 'vehicle' ? carOf(car?.plate ?? shown.passNo ?? '', { state: shown.passState ?? 'notOurs', special: car?.special ?? false }) : {}) }
}
