import type { PassageDecision, PassageRecord } from '../../../modules/passage/contract.ts'
import { passageRecord } from '../../../modules/passage/contract.ts'
import { decidePassage, factsOf, type PassageDraft, passStateOf } from '../../../modules/passage/rules.ts'
import { verifyPass } from '../../../modules/passes/rules/code.ts'
import type { CarriedHousehold } from '../../../modules/passage/contract.ts'
import type { Verified } from '../../../modules/passes/contract.ts'
import { normalPlate } from '../../../modules/people/rules/plates.ts'
import { newCommandId } from '../../../ui/client.ts'
import { verifySignature } from '../../passes/ed25519.ts'
import { fieldNow, putInBox } from '../outbox/box.ts'
import { staffState } from '../state.ts'
import { withOwn, type GateCarried } from './known.ts'

/** Who stands there, as far as it is known: by a code, by the register, or by what was told. */
export interface Standing { draft: PassageDraft; household: CarriedHousehold | null; verified: Verified | null }

/** 验证: no network is asked. */
export async function readPassCode(text: string, gate: GateCarried): Promise<Standing> {
  const { clockOff } = staffState()
  const verified = await verifyPass(text, { keys: gate.keys, revocations: gate.revocations, now: new Date().toISOString(), clock: { aheadSeconds: -clockOff }, verify: verifySignature })
  const { claims } = verified
  const household = (claims?.householdId ? gate.data?.households.find((one) => one.householdId === claims.householdId) : undefined) ?? null
  const state = passStateOf(verified)
  const until = claims ? { passUntil: new Date(claims.expires * 1000 + 8 * 3_600_000).toISOString().slice(0, 10) } : {}
  const about = { direction: 'out' as const, ...(claims ? { passNo: String(claims.serial) } : {}) }
  if (claims?.kind === 'vehicle') return { draft: { ...about, subject: 'vehicle', plate: `#${claims.serial}`, vehiclePass: state }, household: null, verified }
  if (claims?.kind === 'visitor') return { draft: { ...about, direction: 'in', subject: 'visitor', visitorConfirmed: verified.ok, passState: state, ...(claims.householdId ? { visitsHouseholdId: claims.householdId } : {}) }, household: null, verified }
  const ids = { ...(claims?.householdId ? { householdId: claims.householdId } : {}), ...(claims?.personId ? { personId: claims.personId } : {}) }
  return { draft: { ...about, ...ids, ...until, subject: claims?.personId ? 'person' : claims ? 'household' : 'unknown', passState: state }, household, verified }
}

export const ofHousehold = (household: CarriedHousehold): Standing => ({ draft: { direction: 'out', subject: 'household', householdId: household.householdId }, household, verified: null })
export const ofPlate = (typed: string): Standing => ({ draft: { direction: 'in', subject: 'vehicle', plate: normalPlate(typed) }, household: null, verified: null })
export const ofNobody = (name: string): Standing => ({ draft: { direction: 'in', subject: 'unknown', ...(name.trim() ? { name: name.trim() } : {}) }, household: null, verified: null })

/** The same rules as the server’s, on what this phone carries and has recorded itself. */
export function decideAtGate({ draft, household }: Standing, gate: GateCarried): PassageDecision {
  const now = fieldNow()
  const here = gate.data?.gate ?? gate.gates.find((one) => one.gateId === gate.gateId)
  if (!here) throw new Error('no gate is carried')
  const known = household && withOwn(household, ownPassages(), gate.data?.madeAt ?? now)
  return decidePassage(factsOf(draft, here, known), gate.data?.policy ?? null, now)
}

function ownPassages(): { record: PassageRecord; decision: PassageDecision }[] {
  return staffState().records.flatMap(({ record }) => {
    if (record.command !== 'passage.recordPassages') return []
    const [item] = (record.input as { items: unknown[] }).items
    const read = passageRecord.safeParse(item)
    const decision = (record.input as { decided?: PassageDecision }).decided
    return read.success && decision ? [{ record: read.data, decision }] : []
  })
}

/** Kept at once, whatever was decided: who was turned back is a fact as well. */
export async function keepPassage(standing: Standing, gate: GateCarried, decision: PassageDecision, said: { title: string; lines: string[] }): Promise<string | undefined> {
  const { outcome, step, reason, policy } = decision
  const item = { ...standing.draft, eventId: newCommandId(), gateId: gate.gateId, at: fieldNow(), decision: { outcome, step, reason, policy } }
  const record = await putInBox({ command: 'passage.recordPassages', about: standing.household?.householdId ?? null, input: { items: [item], decided: decision }, ...said })
  return record?.id
}
