import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { newTo } from '../../../kernel/marks.ts'
import { dayOf, type Day } from '../../../kernel/dates.ts'
import { exitOfCertificate, exitsAtGate } from '../../exits/service.ts'
import { decodePass, isPassNumber, kindIn, lastDayOf, numberOf, serialIn } from '../../passes/rules.ts'
import { photoOfSerial, vehiclesAtGate, verifyCode } from '../../passes/service.ts'
import { maskName, normalPlate, plateKind, readAddress, readAsked } from '../../people/rules.ts'
import { findPeopleByIndex } from '../../people/service.ts'
import { settingOf } from '../../settings/service.ts'
import { gateData as dataShape, type GateData, type passageApi, type PassState } from '../contract.ts'
import { briefOf, carPassAt, gateParts, gradeAt, livesBehind, passStateOf, shownBy, vehicleOf } from '../rules.ts'
import * as store from '../store.ts'
import { callerOf } from './caller.ts'
import { documentIndexOf, heldElsewhere, toldOf, type Unseen } from './elsewhere.ts'
import { carriedHouseholds, rulesOf } from './known.ts'

type Input<K extends keyof typeof passageApi> = ParsedInputOf<(typeof passageApi)[K]>

export async function myGates(ctx: Ctx) {
  const rows = await store.gatesFor(ctx.sql, callerOf(ctx).accountId, ctx.now, await settingOf(ctx, 'passage.earlyMinutes'))
  return { items: rows.map((row) => ({ ...briefOf(row, rows, 'open', ctx.now), rostered: row.rostered, onPost: row.onPost })) }
}

/** The gate, its order and grades, for decisions now. */
async function here(ctx: Ctx, gateId: string) {
  const gate = await store.getGate(ctx.sql, gateId)
  const { grades, policyAt } = await rulesOf(ctx, gate.areaPath)
  const policy = policyAt(ctx.now)
  const beside = await store.gatesAndBeside(ctx.sql, [gateId])
  return { areaPath: gate.areaPath, gate: briefOf(gate, beside, gradeAt(grades, gate.areaPath, ctx.now), ctx.now), policy, grades }
}

/** More households than any place with gates has. */
const MOST_HOMES = 20_000
/** So many in one answer; a phone asks again for the others. */
const AT_ONCE = 2000
export async function gateData(ctx: Ctx, { gateId, known: has }: Input<'gateData'>): Promise<GateData> {
  const { areaPath, gate, policy, grades } = await here(ctx, gateId)
  const range = scopeOf(areaPath)
  const doors = await store.doorsIn(ctx.sql, range, null, MOST_HOMES)
  const quote = policy?.passage?.quote
  const { parts, moving } = gateParts(await carriedHouseholds(ctx, doors, grades, policy), doors.length === 0 ? [] : await store.platesOf(ctx.sql, doors.map((d) => d.householdId)), await exitsAtGate(ctx, { range }), await vehiclesAtGate(ctx, areaPath))
  const fresh = newTo(has, parts)
  let homes = 0
  const now = fresh.filter((part) => (homes += part.households.length) <= AT_ONCE || homes === part.households.length)
  return dataShape.parse({
    gate: { ...gate, places: await store.placesOfCommunity(ctx.sql, areaPath) }, policy, says: quote === undefined ? null : { zh: quote, en: quote }, all: parts.map(({ part }) => part), parts: now, moving, madeAt: ctx.now, more: now.length < fresh.length,
  })
}

const MOST_FOUND = 12
type Here = Awaited<ReturnType<typeof here>>
interface Hit { householdId: string; personId: string | null }

/** Whoever is not seen from here may be in quarantine elsewhere. */
export async function findAtGate(ctx: Ctx, { gateId, q }: Input<'findAtGate'>) {
  const at = await here(ctx, gateId)
  const { by: known, ...answer } = await search(ctx, at, q)
  const by: Unseen['by'] = known
  // A visitor's code finds whom they visit, not who they are.
  if (answer.found.length > 0 && answer.visitor === null) return { ...answer, held: null, documentIndex: null }
  const held = (await heldElsewhere(ctx, [{ n: 0, place: at.areaPath, at: ctx.now, policy: at.policy, by }])).get(0)
  return { ...answer, held: held ? toldOf(held) : null, documentIndex: by.document ? documentIndexOf(ctx, by.document) : null }
}

/** Room, name, initials, identity number, plate, number of a pass, or what a scanner types: whatever is quickest; and by what they are asked for elsewhere. */
async function search(ctx: Ctx, at: Here, q: string) {
  const range = scopeOf(at.areaPath)
  const scanned = await passScanned(ctx, q, at)
  if (scanned) return { ...(await found(ctx, at, scanned.row?.householdId ? [{ householdId: scanned.row.householdId, personId: scanned.row.personId }] : [])), ...scanned.shown, by: scanned.by }
  const exitId = await exitOfCertificate(ctx, q)
  if (exitId !== undefined) {
    const [exit] = await exitsAtGate(ctx, { exitIds: [exitId] })
    if (exit?.householdId) return { ...(await found(ctx, at, [{ householdId: exit.householdId, personId: exit.personId }])), exitId, by: {} }
  }
  const plate = plateKind(q) === undefined ? null : normalPlate(q)
  if (plate !== null) {
    const [row, home] = [await store.passOfPlate(ctx.sql, plate, at.areaPath), await store.householdOfPlate(ctx.sql, plate, range)]
    const householdId = row?.householdId ?? home?.householdId
    const state = row && carPassAt(standing(ctx, row), at.gate.kind, row.here)
    return {
      ...(await found(ctx, at, householdId ? [{ householdId, personId: null }] : [])), by: { plate },
      pass: row && state ? await passShown(ctx, row, { kind: row.kind, no: numberOf(row.kind, row.serial), state, until: lastDayOf(row.validUntil) }) : null, vehicle: vehicleOf(plate, row && state && { state, special: row.special }),
    }
  }
  const asked = readAsked(q)
  const own = asked.whole === '' ? [] : await findPeopleByIndex(ctx, { documentIndex: documentIndexOf(ctx, asked.whole) })
  const homes = own.flatMap(({ id, householdId }) => (householdId ? [{ householdId, personId: id }] : []))
  const by = { ...(asked.whole ? { document: asked.whole } : {}), ...(asked.name ? { name: asked.name } : {}) }
  if (homes.length > 0) return { ...(await found(ctx, at, homes)), by }
  // A room alone is enough where the place is known: it is read as one of the gate's own.
  const doors = asked.doors.length > 0 ? asked.doors : readAddress(`本处${q}`).doors
  return { ...(await found(ctx, at, await store.findDoors(ctx.sql, { range, doors, name: asked.name, letters: asked.pinyin, limit: MOST_FOUND + 1 }))), by }
}

async function found(ctx: Ctx, { areaPath, gate, policy, grades }: Here, hits: readonly Hit[]) {
  const shown = hits.slice(0, MOST_FOUND)
  const doors = shown.length === 0 ? [] : await store.doorsById(ctx.sql, [...new Set(shown.map((h) => h.householdId))])
  const paths = new Map(doors.map((d) => [d.householdId, d.areaPath]))
  const households = new Map((await carriedHouseholds(ctx, doors, grades, policy)).map((h) => [h.householdId, { ...h, outside: !livesBehind({ kind: gate.kind, areaPath }, paths.get(h.householdId)) }]))
  return {
    exits: shown.length === 0 ? [] : await exitsAtGate(ctx, { householdIds: shown.map((h) => h.householdId) }), exitId: null,
    gate, policy, more: hits.length > MOST_FOUND, pass: null, vehicle: null, visitor: null,
    found: shown.flatMap(({ householdId, personId }) => {
      const household = households.get(householdId)
      return household ? [{ ...household, personId }] : []
    }),
  }
}

/** A signed code is proven before it is believed, and says itself whose it is where the register does not show it here; a number somebody typed is looked up. */
async function passScanned(ctx: Ctx, q: string, { gate, areaPath }: Here) {
  const read = decodePass(q)
  const isCode = typeof read !== 'string' || read === 'damaged'
  const serial = typeof read === 'string' ? (isPassNumber(q) ? serialIn(q) : undefined) : read.claims.serial
  if (!isCode && serial === undefined) return undefined
  const verified = isCode ? await verifyCode(ctx, q) : undefined
  const code = verified && shownBy(verified)
  const row = serial === undefined || (verified && !verified.claims) ? undefined : await store.passOfSerial(ctx.sql, serial, areaPath)
  const kind = row?.kind ?? (code && code.subject !== 'unknown' ? code.subject : (kindIn(q) ?? 'household'))
  const proven = verified ? passStateOf(verified) : row ? standing(ctx, row) : 'notOurs'
  const state = kind === 'vehicle' ? carPassAt(proven, gate.kind, row?.here === true) : proven
  const no = row ? numberOf(row.kind, row.serial) : (code?.passNo ?? (isCode || serial === undefined ? '' : numberOf(kind, serial)))
  const pass = await passShown(ctx, row, { kind, no, state, until: row ? lastDayOf(row.validUntil) : (code?.passUntil ?? dayOf(ctx.now)) })
  const visitor = kind === 'visitor' ? { nameMasked: maskName(row?.visitorName ?? ''), visitsHouseholdId: row?.householdId ?? code?.visitsHouseholdId ?? null, address: row?.address ?? '', confirmed: state === 'valid' && (row?.state ?? 'valid') === 'valid' } : null
  const by = { ...(no ? { passNo: no } : {}), ...(code?.householdId ? { householdId: code.householdId } : {}), ...(code?.personId ? { personId: code.personId } : {}) }
  return { row, by, shown: { pass, visitor, vehicle: kind === 'vehicle' ? vehicleOf(row?.plate ?? no, { state, special: row?.special ?? false }) : null } }
}

const passShown = async (ctx: Ctx, row: store.PassRow | undefined, pass: { no: string; kind: store.PassRow['kind']; state: PassState; until: Day }) =>
  ({ photoOf: (row && (await photoOfSerial(ctx, row.serial))) ?? null, ...pass })

const standing = (ctx: Ctx, row: store.PassRow): PassState => {
  if (row.state === 'revoked' || row.state === 'declined') return 'revoked'
  if (row.arrivedAt !== null) return 'used'
  if (row.suspendedAt !== null) return 'suspended'
  return row.validUntil <= ctx.now ? 'expired' : row.validFrom > ctx.now || row.state === 'waiting' ? 'notYetValid' : 'valid'
}
