import { atMs } from '../../../kernel/dates.ts'
import type { Verified } from '../../passes/contract/code.ts'
import { lastDayOf, numberOf } from '../../passes/rules/states.ts'
import type { PassageRecord } from '../contract/records.ts'
import { passStateOf } from './facts.ts'

type Shown = Pick<PassageRecord, 'subject' | 'passNo' | 'passState' | 'passUntil' | 'householdId' | 'personId' | 'visitsHouseholdId' | 'visitorConfirmed'>
/**
 * 扫到的码, as a record takes it, the same on the phone and at the server. A personal pass goes with its person: the home that was printed into it may be
 * the one before, so whoever reads it looks up where they live by now.
 */
export function shownBy(verified: Verified): Shown {
  const { claims } = verified
  if (!claims || claims.kind === 'certificate') return { subject: 'unknown', passState: claims ? 'notOurs' : passStateOf(verified) }
  const { kind, serial, expires, householdId, personId } = claims
  const shown = { subject: kind, passNo: numberOf(kind, serial), passState: passStateOf(verified), passUntil: lastDayOf(atMs(expires * 1000)) }
  if (kind === 'visitor') return { ...shown, visitorConfirmed: verified.ok, ...(householdId ? { visitsHouseholdId: householdId } : {}) }
  return { ...shown, ...(personId ? { personId } : householdId ? { householdId } : {}) }
}
