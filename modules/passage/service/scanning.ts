import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf, TogetherCall } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse, type Refusal } from '../../../kernel/errors.ts'
import { atMs, msOf } from '../../../kernel/dates.ts'
import { kindIn } from '../../passes/rules.ts'
import { judgeCodes, proveCodes, vehiclesOfPasses, type ProvenCode, type VehicleSeen } from '../../passes/service.ts'
import type { passageApi, PassageRecord, RecordedPassage } from '../contract.ts'
import { carOf, carPassAt, shownBy } from '../rules.ts'
import { householdsOf } from '../store.ts'
import { heldElsewhere } from './elsewhere.ts'
import { joinAll } from './joining.ts'
import { knownLately } from './known.ts'
import { placesLately, type Place } from './places.ts'
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
  const [verified, vehicles, , , places] = await Promise.all([judgeCodes(ctx, proven), vehiclesOfPasses(ctx, proven.flatMap((one) => ('serial' in one && one.kind === 'vehicle' ? [one.serial] : []))), before, lived, lookUpHomes(ctx, calls, proven)])
  const records = calls.map(({ input }, i) => recordOf(ctx, input, verified[i], vehicles, places.get(input.gateId)))
  const taken = await takeRecords(ctx, records.map((record, i) => ({ record, keeper: calls[i]?.actor })), { placesOf: placesLately, knownOf: knownLately, keptBefore: () => before, householdsOf: () => lived, heldElsewhere: visitorsHeld })
  await joinAll(ctx, records, taken)
  // A gate outside the caller's territory is not there for them, as everywhere.
  return taken.map((one) => (one.problem === 'noSuchGate' ? refuse(frameErrors.notFound) : one))
}

/** Scans see the whole territory: nobody is out of their sight but a visitor, who is nobody's household. */
const visitorsHeld: typeof heldElsewhere = (ctx, unseen) => heldElsewhere(ctx, unseen.filter(({ by }) => by.passNo && kindIn(by.passNo) === 'visitor'))

/** What the decisions will ask of the households, so that it is remembered by then; and the places of the gates. */
async function lookUpHomes(ctx: Ctx, calls: readonly TogetherCall<Scan>[], proven: readonly ProvenCode[]): Promise<Map<string, Place>> {
  const places = await placesLately(ctx, [...new Set(calls.map(({ input }) => input.gateId))])
  const times = calls.map(({ input }) => (input.at === undefined ? ctx.now : atMs(msOf(input.at)))).toSorted()
  await knownLately(ctx, proven.flatMap((one) => ('serial' in one ? one.householdId ?? [] : [])), [], ...lookOf([...places.values()], times))
  return places
}

function recordOf(ctx: Ctx, { scanned: _scanned, at = ctx.now, ...rest }: Scan, verified: Verified | undefined, vehicles: ReadonlyMap<number, VehicleSeen>, place: Place | undefined): PassageRecord {
  const shown = verified ? shownBy(verified) : { subject: 'unknown' as const, passState: 'notOurs' as const }
  const car = shown.subject === 'vehicle' && verified?.claims ? vehicles.get(verified.claims.serial) : undefined
  if (shown.subject !== 'vehicle') return { ...rest, at, ...shown }
  const here = car === undefined || place === undefined || place.gate.areaPath.startsWith(car.communityPath)
  const passState = carPassAt(shown.passState ?? 'notOurs', place?.gate.kind ?? 'compound', here)
  return { ...rest, at, ...shown, passState, ...carOf(car?.plate ?? shown.passNo ?? '', { state: passState, special: car?.special ?? false }) }
}
