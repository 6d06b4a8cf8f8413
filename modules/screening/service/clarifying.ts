import type { Ctx } from '../../../kernel/ctx.ts'
import type { OutputOf, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { peopleErrors } from '../../people/contract.ts'
import { isPhone } from '../../people/rules.ts'
import { peopleService, personBrief, sealIdentity } from '../../people/service.ts'
import type { AskedField, Cleared, screeningApi } from '../contract.ts'
import { pointsOf, revocable } from '../rules.ts'
import { getRow, lockRow, saveChange } from '../store.ts'
import { missingIn } from '../store/ten-points.ts'
import type { ScreeningRow } from '../tables.ts'
import { addHealth } from './from-lists.ts'
import { tell } from './happened.ts'
import { passOn } from './joining.ts'

type Answers = ParsedInputOf<typeof screeningApi.clarify>
type Done = OutputOf<typeof screeningApi.clarify>

const editsPeople = (ctx: Ctx): boolean => ctx.actor.kind === 'staff' && may(ctx.actor.role, 'people.edit')
const leftOver = async (ctx: Ctx, screeningId: string): Promise<Done> => ({ missing: pointsOf(await missingIn(ctx.sql, screeningId)).missing })

/** 补问: each answer goes where it belongs. The register comes first, so that everybody locks in one order. */
export async function clarify(ctx: Ctx, { screeningId, facts, none }: Answers): Promise<Done> {
  const before = await getRow(ctx.sql, screeningId)
  const missing = await missingIn(ctx.sql, screeningId)
  const inRegister = await toRegister(ctx, before, missing, facts, none)
  const row = await lockRow(ctx.sql, screeningId)
  const change = { ...journeyTold(row, facts), ...(inRegister ? {} : { ...papersTold(ctx, row, missing, facts), ...noneTold(row, none) }) }
  if (Object.keys(change).length > 0) await saveChange(ctx.sql, screeningId, change)
  if (change.origin !== undefined && row.decision !== null) await passOn(ctx, { ...row, ...change })
  await hearHealth(ctx, screeningId, facts)
  const after = await leftOver(ctx, screeningId)
  const n = missing.length - after.missing.length
  if (n > 0) await tell(ctx, { ...row, ...change }, 'clarified', { n })
  return after
}

/** Telephone and door of somebody in the register are theirs, not this record's. True where it was answered there. */
async function toRegister(ctx: Ctx, row: ScreeningRow, missing: readonly AskedField[], facts: Cleared, none: Answers['none']): Promise<boolean> {
  if (row.personId === null || !editsPeople(ctx)) return false
  const { phone, building, unit, room } = facts
  const hasNone = none === 'phone'
  if (missing.includes('phone') && (phone || hasNone)) {
    await peopleService.completeBaseData(ctx, { gap: 'noPhone', id: row.personId, ...(phone ? { value: phone } : {}), none: hasNone, atDoor: false })
    return true
  }
  if (!missing.includes('address') || !room) return false
  const { householdId } = await personBrief(ctx, row.personId)
  if (householdId === null) return false
  await peopleService.completeBaseData(ctx, { gap: 'noRoom', id: householdId, building, unit, value: room, none: false, atDoor: false })
  return true
}

const only = <T extends object>(values: T) => 
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as { [K in keyof T]?: Exclude<T[K], undefined> }

/** What is plainly told of the journey; the day, the place and the name only where they were not known: a decision rests on them. */
function journeyTold(row: ScreeningRow, facts: Cleared): Partial<ScreeningRow> {
  const { companions, occupation, via, transport, tripNo, closeContacts } = facts
  return {
    ...only({ companions, occupation, via, transport, tripNo, closeContacts }),
    ...(row.name === '' && facts.name ? { name: facts.name } : {}),
    ...(!row.dayTold && facts.arrivedOn ? { arrivedOn: facts.arrivedOn, dayTold: true } : {}),
    ...(row.origin === 'unknown' && facts.origin ? { origin: facts.origin, originName: facts.originName ?? '' } : {}),
  }
}

/** 没有: asked, and there is none. */
const noneTold = ({ confirmed }: ScreeningRow, none: Answers['none']): Partial<ScreeningRow> => (none ? { confirmed: [...new Set([...confirmed, none])] } : {})

/** Of somebody who is not in the register yet, or for whoever may not write there. */
function papersTold(ctx: Ctx, row: ScreeningRow, missing: readonly AskedField[], facts: Cleared): Partial<ScreeningRow> {
  if (facts.phone && !isPhone(facts.phone)) throw refuse(peopleErrors.phoneWrong)
  const { phoneSealed, phoneIndex, phoneMasked } = sealIdentity(ctx, { documentKind: 'none', phone: facts.phone })
  const { building, unit, room } = row
  return {
    ...(missing.includes('phone') && facts.phone ? { phoneSealed, phoneIndex, phoneMasked } : {}),
    ...(missing.includes('address') && facts.room ? { building: facts.building ?? building, unit: facts.unit ?? unit, room: facts.room || room } : {}),
  }
}

/** Contact, symptoms and a reading are a second report of the same arrival: a fever goes the way of all others. */
async function hearHealth(ctx: Ctx, screeningId: string, { contact, lastExposureOn, symptoms, temperature, temperatureSite }: Cleared): Promise<void> {
  if (contact === undefined && symptoms === undefined && temperature === undefined) return
  await addHealth(ctx, screeningId, {
    symptoms: symptoms ?? [], symptomsAsked: symptoms !== undefined, ...only({ contact, lastExposureOn, temperature, temperatureSite }),
  })
}

const EMPTY: Partial<Record<AskedField, Partial<ScreeningRow>>> = {
  companions: { companions: null }, occupation: { occupation: null }, via: { via: null }, transport: { transport: null }, tripNo: { tripNo: null }, closeContacts: { closeContacts: null },
  phone: { phoneSealed: null, phoneIndex: null, phoneMasked: null },
}

/** 撤销: open again, wherever it was written; what is a fact of health or of a decision stays. */
export async function takeBackClarified(ctx: Ctx, { screeningId, field }: ParsedInputOf<typeof screeningApi.takeBackClarified>): Promise<Done> {
  const before = await getRow(ctx.sql, screeningId)
  if (!revocable.includes(field)) return leftOver(ctx, screeningId)
  if (field === 'phone' && before.personId !== null && editsPeople(ctx)) {
    const inVain = (await personBrief(ctx, before.personId)).phoneMasked === null
    await peopleService.takeBackBaseData(ctx, { gap: 'noPhone', id: before.personId, none: inVain, visit: false })
  }
  const row = await lockRow(ctx.sql, screeningId)
  await saveChange(ctx.sql, screeningId, { ...EMPTY[field], confirmed: row.confirmed.filter((one) => one !== field) })
  return leftOver(ctx, screeningId)
}
