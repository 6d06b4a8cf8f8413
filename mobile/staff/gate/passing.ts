import type { GateExit } from '../../../modules/exits/contract.ts'
import { certificateCodeIn } from '../../../modules/exits/rules/codes.ts'
import type { CarriedHousehold, Direction, PassageDecision, PassState } from '../../../modules/passage/contract.ts'
import { carOf, carPassAt, carriedState, certificateOf, decidePassage, exitFits, factsOf, gateAt, type PassageDraft, shownBy } from '../../../modules/passage/rules.ts'
import type { Verified } from '../../../modules/passes/contract.ts'
import { verifyPass } from '../../../modules/passes/rules/code.ts'
import { lastDayOf, numberOf } from '../../../modules/passes/rules/states.ts'
import { checkDocument } from '../../../modules/people/rules/documents.ts'
import { normalPlate } from '../../../modules/people/rules/plates.ts'
import { newCommandId } from '../../../ui/client.ts'
import { verifySignature } from '../../passes/ed25519.ts'
import { fieldNow, putInBox } from '../outbox/box.ts'
import { staffState } from '../state.ts'
import { homesAt, isNews, ownPassages, withOwn, type GateCarried } from './known.ts'

/** Who stands there, as far as it is known: by a code, by the register, or by what was told. */
export interface Standing { draft: PassageDraft; household: CarriedHousehold | null; verified: Verified | null }

export const isCode = (text: string): boolean => /^wg:/i.test(text) || certificateCodeIn(text) !== undefined
const livesWith = (gate: GateCarried, personId: string): CarriedHousehold | null => homesAt(gate).households.find(({ members }) => members.some((one) => one.personId === personId)) ?? null
const at = (gate: GateCarried, householdId: string | null | undefined): CarriedHousehold | null => (householdId ? homesAt(gate).households.find((one) => one.householdId === householdId) ?? null : null)

/** 验证: no network is asked, of a pass or of a certificate. */
export async function readCode(text: string, gate: GateCarried): Promise<Standing> {
  const code = certificateCodeIn(text)
  return code === undefined ? readPass(text, gate) : ofCertificate(code, text, gate)
}

/** So that the first pass of a shift is read as fast as the tenth: the households are put together and the keys read in before anybody stands there. */
export function makeReady(gate: GateCarried): void {
  homesAt(gate)
  for (const { publicKey } of gate.keys?.keys ?? []) void verifySignature(publicKey, new Uint8Array(), new Uint8Array(64))
}

async function readPass(text: string, gate: GateCarried): Promise<Standing> {
  const { clockOff } = staffState()
  const verified = await verifyPass(text, { keys: gate.keys, revocations: gate.revocations, now: new Date().toISOString(), clock: { aheadSeconds: -clockOff }, verify: verifySignature })
  const shown = shownBy(verified)
  const { passNo = '', passState = 'valid' } = shown
  if (shown.subject === 'visitor') return { draft: { ...shown, direction: isInside(passNo) ? 'out' : 'in', ...onceOnly(passNo, passState, gate) }, household: null, verified }
  const household = shown.personId ? livesWith(gate, shown.personId) : at(gate, shown.householdId)
  const draft: PassageDraft = { ...shown, direction: 'out', ...(household ? { householdId: household.householdId } : {}) }
  if (shown.subject !== 'vehicle') return withExit({ draft, household, verified }, gate)
  const car = homesAt(gate).passes.find((one) => one.serial === verified.claims?.serial)
  const state = carPassAt(passState, gate.data?.gate.kind ?? 'compound', car !== undefined || issuedHere(verified, gate))
  return { draft: { ...draft, passState: state, ...carOf(car?.plate ?? passNo, { state, special: car?.special ?? false }) }, household, verified }
}

/** By the place the code names; a pass may be newer than the data. */
const issuedHere = ({ claims }: Verified, { data }: GateCarried): boolean => !claims || !data?.gate.places || data.gate.places.includes(claims.areaNo)

/** 验码提醒: how far what was verified by may be behind, each as its words take it; nothing of it stops anybody. */
export const warningsOf = ({ verified }: Standing): [key: string, params: Record<string, number>][] =>
  (verified?.warnings ?? []).map(({ kind, ...params }) => [`passes.warnings.${kind}`, Object.fromEntries(Object.entries(params).map(([name, n]) => [name, Math.abs(Number(n))]))])

/** Let in here before with the same pass: whoever shows it again goes home. */
const isInside = (passNo: string): boolean => ownPassages(staffState().records).findLast(({ record, decision }) => record.passNo === passNo && decision.outcome === 'allow')?.record.direction === 'in'

/** A visit is made once: a code this phone has let in is used up, also before the stop comes back from the server; one that was made good again meanwhile is good. */
function onceOnly(passNo: string, state: PassState, { revocations }: GateCarried): Pick<PassageDraft, 'visitorConfirmed' | 'passState'> {
  const used = ownPassages(staffState().records).some((one) => one.record.passNo === passNo && one.record.direction === 'in' && isNews(one, revocations?.at ?? ''))
  return { passState: used && state === 'valid' ? 'used' : state, visitorConfirmed: state === 'valid' && !used }
}

/** A certificate is known by the mark of its code; one that was made after the data goes with the record, and the server finds it. */
async function ofCertificate(code: string, text: string, gate: GateCarried): Promise<Standing> {
  const mark = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code))))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  const exit = exitsHere(gate).find((one) => one.codeMark === mark)
  return exit ? ofExit(exit, gate) : { draft: { direction: 'out', subject: 'unknown', certificateCode: text.trim().slice(-300) }, household: null, verified: null }
}
/** As things stand here: whoever went out through this gate, which the data do not know yet, is out. */
export function exitsHere(gate: GateCarried): GateExit[] {
  const own = new Map(ownPassages(staffState().records).flatMap((one) => (one.record.certificate?.exitId && isNews(one, gate.data?.madeAt ?? '') ? [[one.record.certificate.exitId, one.record.direction] as const] : [])))
  return homesAt(gate).exits.map((one) => (own.has(one.exitId) ? { ...one, state: own.get(one.exitId) === 'out' ? 'out' : 'allowed' } : one))
}
/** 凭外出证明: on the way out while it is good, on the way in while its holder is out. */
export function ofExit(exit: GateExit, gate: GateCarried): Standing {
  const draft: PassageDraft = { direction: exit.state === 'out' ? 'in' : 'out', subject: 'person', personId: exit.personId, ...(exit.householdId ? { householdId: exit.householdId } : {}) }
  return { draft: attach(draft, exit), household: at(gate, exit.householdId), verified: null }
}
/** Nobody who is not ready to go passes by it; coming back is always taken. */
const attach = (draft: PassageDraft, exit: GateExit): PassageDraft =>
  exitFits(exit, exit.state === 'out' ? 'in' : 'out') ? { ...draft, certificate: certificateOf(exit) } : draft

/** Certificates of whoever stands there, as far as that is known. */
export const exitsOf = ({ draft, household }: Pick<Standing, 'draft' | 'household'>, gate: GateCarried): GateExit[] =>
  exitsHere(gate).filter((one) => (draft.personId ? one.personId === draft.personId : household !== null && one.householdId === household.householdId))
/** The certificate of the person, where there is one and it is known who it is. */
export function withExit(standing: Standing, gate: GateCarried): Standing {
  const { certificate: _before, ...draft } = standing.draft
  const [exit] = draft.personId ? exitsOf({ draft, household: standing.household }, gate) : []
  return { ...standing, draft: exit ? attach(draft, exit) : draft }
}

export const ofHousehold = (household: CarriedHousehold): Standing => ({ draft: { direction: 'out', subject: 'household', householdId: household.householdId }, household, verified: null })
/** 车: with the pass it has here and whose it is; whoever drives, it is the car that passes. */
export function ofPlate(typed: string, gate: GateCarried): Standing {
  const plate = normalPlate(typed)
  const { passes, vehicles } = homesAt(gate)
  const pass = passes.find((one) => one.plate === plate)
  const householdId = pass?.householdId ?? vehicles.find((one) => one.plate === plate)?.householdId
  const known = pass && { state: carriedState(pass, fieldNow()), special: pass.special }
  const shown = pass && known ? { passNo: numberOf('vehicle', pass.serial), passState: known.state, passUntil: lastDayOf(pass.until) } : {}
  return { draft: { direction: 'in', subject: 'vehicle', ...(householdId ? { householdId } : {}), ...shown, ...carOf(plate, known) }, household: at(gate, householdId), verified: null }
}
/** Who is in no register here, by a name or an identity number; the server looks that up. */
export function ofNobody(typed: string): Standing {
  const told = typed.trim()
  return { draft: { direction: 'in', subject: 'unknown', ...(told === '' ? {} : checkDocument('residentId', told).fault === undefined ? { document: told } : { name: told }) }, household: null, verified: null }
}

/** 紧急 pressed before anybody was asked for: mostly somebody who has to get out. */
export const ofWhoever = (): Standing => ({ draft: { direction: 'out', subject: 'unknown' }, household: null, verified: null })

/** With the direction somebody goes: a certificate for the way out says nothing of the way in, and the other way round. */
export function going(standing: Standing, direction: Direction, gate: GateCarried): Standing {
  const { certificate, ...draft } = standing.draft
  const exit = exitsHere(gate).find((one) => one.exitId === certificate?.exitId)
  const fits = certificate !== undefined && (exit === undefined || exitFits(exit, direction))
  return { ...standing, draft: { ...draft, direction, ...(fits ? { certificate } : {}) } }
}

/** The same rules as the server’s, on what this phone carries and has recorded itself. */
export function decideAtGate({ draft, household }: Standing, gate: GateCarried): PassageDecision {
  const now = fieldNow()
  const here = gate.data?.gate ?? gate.gates.find((one) => one.gateId === gate.gateId)
  if (!here) throw new Error('no gate is carried')
  const whose = household ?? at(gate, draft.visitsHouseholdId)
  const known = whose && withOwn(whose, ownPassages(staffState().records), gate.data?.madeAt ?? now)
  return decidePassage(factsOf(draft, gateAt(here, now), known), gate.data?.policy ?? null, now)
}

/** Kept at once, whatever was decided: who was turned back is a fact as well. */
export async function keepPassage(standing: Standing, gate: GateCarried, decision: PassageDecision, said: { title: string; lines: string[] }): Promise<string | undefined> {
  const { outcome, step, reason, policy } = decision
  const item = { ...standing.draft, eventId: newCommandId(), gateId: gate.gateId, at: fieldNow(), decision: { outcome, step, reason, policy } }
  const record = await putInBox({ command: 'passage.recordPassages', about: standing.household?.householdId ?? null, input: { items: [item], decided: decision }, ...said })
  return record?.id
}
