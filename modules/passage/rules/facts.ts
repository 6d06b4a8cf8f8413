import { msOf, type Instant } from '../../../kernel/dates.ts'
import type { GateExit } from '../../exits/contract.ts'
import type { PolicyEdition } from '../../policies/contract.ts'
import type { PassClaims, PassReason, Verified } from '../../passes/contract/code.ts'
import type { Direction, GateFacts, GateKind, HeldElsewhere, PassageFacts, PassagePolicy, PassState } from '../contract/facts.ts'
import type { CarriedHousehold, GateBrief, PassageRecord } from '../contract/records.ts'
import { keepsSettlement } from './stops.ts'

/** What the keeper has entered when a decision is asked for: a record without its id, time and decision. */
export type PassageDraft = Omit<PassageRecord, 'eventId' | 'gateId' | 'at' | 'decision' | 'happened' | 'keeperName' | 'note' | 'identity' | 'companions'> & Partial<Pick<PassageRecord, 'identity' | 'companions'>>

/** 一户, as far as a decision asks: of its people only who is managed or has a lead open need be there. */
export type HomeFacts = Pick<CarriedHousehold, 'grade' | 'exits' | 'outSince'> & { /** Never of what a phone carries: it has the households behind its gate and no others. */ outside?: boolean; members: readonly Pick<CarriedHousehold['members'][number], 'personId' | 'managed' | 'leadOpen'>[] }

/** 住在卡点里面: a settlement's gate is the door of those behind it and of nobody else; at a station's, a road's or a dock's all are alike. A household that is not seen from here lives elsewhere. */
export const livesBehind = ({ kind, areaPath }: { kind: GateKind; areaPath: string }, homePath: string | undefined): boolean => !keepsSettlement(kind) || homePath?.startsWith(areaPath) === true

/**
 * 别处的证: at a settlement's gate a pass speaks for the household behind it, whose it is or who is visited. A car's is good in its whole community
 * and in no other: it is the car that passes, whoever sits in it.
 */
const isElsewhere = ({ passNo, subject, vehiclePass }: PassageDraft, { kind }: Pick<GateFacts, 'kind'>, household: HomeFacts | null): boolean =>
  subject === 'vehicle' ? vehiclePass === 'otherCommunity' : keepsSettlement(kind) && Boolean(passNo) && (household === null || household.outside === true)

/**
 * The facts of a decision, out of what is known of the gate, the household (of a visitor the one visited) and what the keeper entered. The phone makes
 * them from what it carries, the server from its rows; a child or an old person taken along is entered with whoever takes them.
 */
export function factsOf(draft: PassageDraft, gate: Pick<GateBrief, keyof GateFacts | 'grade'>, household: HomeFacts | null, held: HeldElsewhere | null = null): PassageFacts {
  const { kind, ways, hours, closedBy } = gate
  const home = draft.subject === 'visitor' ? null : household
  const elsewhere = isElsewhere(draft, gate, household)
  return {
    direction: draft.direction,
    gate: { kind, ways, hours, closedBy, elsewhere: gate.elsewhere },
    grade: home && !home.outside ? home.grade : gate.grade,
    emergency: draft.emergency ?? null,
    purpose: draft.purpose ?? null,
    identity: draft.identity ?? 'notCompared',
    household: home && knownOf(home, draft.personId),
    held,
    // A car's pass is the car's, whoever sits in it.
    pass: draft.passState === undefined || draft.subject === 'vehicle' ? null : { state: draft.passState, until: draft.passUntil ?? null },
    elsewhere,
    vehicle: draft.plate === undefined ? null : { plate: draft.plate, special: draft.specialVehicle ?? null, pass: draft.vehiclePass ?? null },
    visitor: draft.subject === 'visitor' ? { confirmed: draft.visitorConfirmed === true && !elsewhere } : null,
    certificate: draft.certificate ?? null,
    temperature: draft.temperature ?? null,
    companions: draft.companions ?? [],
    code: draft.code?.colour ?? null,
  }
}

function knownOf(household: HomeFacts, personId: string | undefined): PassageFacts['household'] {
  const self = (id: string): boolean | null => (personId === undefined ? null : id === personId)
  const lead = household.members.filter((m) => m.leadOpen).map((m) => ({ self: self(m.personId) }))
  return {
    outside: household.outside === true,
    managed: household.members.flatMap((m) => (m.managed ? [{ ...m.managed, self: self(m.personId) }] : [])),
    leadOpen: lead.find((one) => one.self === true) ?? lead.find((one) => one.self === null) ?? null,
    exits: household.exits,
    outSince: household.outSince,
  }
}

/** What of an order a gate needs. */
export const passagePolicyOf = (edition: Pick<PolicyEdition, 'id' | 'orderNo' | 'document'> | undefined): PassagePolicy | null =>
  edition === undefined ? null : {
    policyId: edition.id, orderNo: edition.orderNo, temperature: edition.document.temperature, feverLeadMinutes: edition.document.deadlines.feverLeadMinutes,
    passage: edition.document.passage ?? null,
  }

/** How far back exits matter, in days. */
export const daysBack = (policy: PassagePolicy | null): number => policy?.passage?.quota.days ?? 1

/** 凭外出证明: on the way out once nothing is missing, on the way in while its holder is out; a certificate says nothing of the other way. */
export const exitFits = ({ state, missing }: Pick<GateExit, 'state' | 'missing'>, direction: Direction): boolean => (state === 'out' ? direction === 'in' : direction === 'out' && missing.length === 0)
export const certificateOf = ({ number, kind, escorted, exitId }: GateExit): NonNullable<PassageRecord['certificate']> => ({ number, kind, escorted, exitId })

/** Two decisions on one passage are the same where they let somebody through alike and for the same reason. */
export const decidesAlike = (a: { outcome: string; reason: { code: string } }, b: { outcome: string; reason: { code: string } }): boolean =>
  a.outcome === b.outcome && a.reason.code === b.reason.code

/** A phone's clock may be some minutes fast; what is further ahead counts from when it arrived, and what the clock said is kept. */
const FAST_MINUTES = 15
export const isAhead = (at: Instant, now: Instant): boolean => msOf(at) - msOf(now) > FAST_MINUTES * 60_000

const states: Record<PassReason, PassState> = {
  notOurs: 'notOurs', unknownKey: 'unknownKey', keyExpired: 'expired', badSignature: 'forged', damaged: 'damaged', notYetValid: 'notYetValid', expired: 'expired', revoked: 'revoked', replaced: 'replaced',
}
/** On a screen a code is good for minutes, its pass for months; a visitor's is good as long as the visit. */
const isOldScreen = ({ medium, kind }: PassClaims): boolean => medium === 'phone' && kind !== 'visitor'
/** What verifying a code says, as a decision takes it. */
export function passStateOf(found: Verified): PassState {
  if (found.ok) return 'valid'
  if (found.reason === 'expired' && found.claims && isOldScreen(found.claims)) return 'codeExpired'
  return found.stop ?? states[found.reason]
}
