import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf, TogetherCall } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse, type Refusal } from '../../../kernel/errors.ts'
import { toInstant } from '../../../kernel/dates.ts'
import { lastDayOf, numberOf } from '../../passes/rules.ts'
import { verifyCodes } from '../../passes/service.ts'
import type { passageApi, PassageRecord, RecordedPassage } from '../contract.ts'
import { passStateOf } from '../rules.ts'
import { joinAll } from './joining.ts'
import { knownLately } from './known.ts'
import { placesLately } from './places.ts'
import { takeRecords, type Sources } from './recording.ts'

type Scan = ParsedInputOf<typeof passageApi.scanPassage>
const lately: Sources = { placesOf: placesLately, knownOf: knownLately }
type Verified = Awaited<ReturnType<typeof verifyCodes>>[number]

/**
 * 扫码进出, of many gates at once: signatures proven, decided and written in one transaction. Whoever shows a code that is no good is
 * recorded with it: that is a fact too, and the decision says why.
 */
export async function scanPassage(ctx: Ctx, calls: readonly TogetherCall<Scan>[]): Promise<(RecordedPassage | Refusal)[]> {
  const verified = await verifyCodes(ctx, calls.map(({ input }) => input.scanned))
  const records = calls.map(({ input }, i) => recordOf(ctx, input, verified[i]))
  const taken = await takeRecords(ctx, records.map((record, i) => ({ record, keeper: calls[i]?.actor })), lately)
  await joinAll(ctx, records, taken)
  // A gate outside the caller's territory is not there for them, as everywhere.
  return taken.map((one) => (one.problem === 'noSuchGate' ? refuse(frameErrors.notFound) : one))
}

function recordOf(ctx: Ctx, { scanned: _scanned, at = ctx.now, ...rest }: Scan, verified: Verified | undefined): PassageRecord {
  const record = { ...rest, at }
  const claims = verified && (verified.ok ? verified.claims : verified.claims)
  if (!verified || !claims || claims.kind === 'certificate') return { ...record, subject: 'unknown', passState: 'notOurs' }
  return {
    ...record, subject: claims.kind, passNo: numberOf(claims.kind, claims.serial), passState: passStateOf(verified), passUntil: lastDayOf(toInstant(new Date(claims.expires * 1000))),
    ...(claims.kind === 'visitor'
      ? { visitorConfirmed: verified.ok, ...(claims.householdId ? { visitsHouseholdId: claims.householdId } : {}) }
      : { ...(claims.householdId ? { householdId: claims.householdId } : {}), ...(claims.personId ? { personId: claims.personId } : {}) }),
  }
}
