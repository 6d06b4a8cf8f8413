import type { InputOf } from '../../../kernel/endpoint.ts'
import { checkDocument, isPhone } from '../../../modules/people/rules.ts'
import type { documentKind as documentKinds, PersonBrief } from '../../../modules/people/contract.ts'
import type { screeningApi, Origin, Purpose, ToldBy } from '../../../modules/screening/contract.ts'
import type { Say } from '../../../ui/words.ts'
import type * as z from 'zod'
import type { Health } from '../HealthFields.tsx'
import type { Facts } from '../Preview.tsx'

export type AskedAt = 'door' | 'desk' | 'gate' | 'phone'
export type Found = Pick<PersonBrief, 'id' | 'name' | 'age' | 'address'>
export interface Newcomer {
  name: string; phone: string; documentKind: z.infer<typeof documentKinds>; documentNo: string
  areaId: string | undefined; building: string; unit: string; room: string
}

/** What the form holds, from the first letter of a name to the last digit of the temperature. */
export interface Told extends Health {
  /** Desk, door, gate or telephone; the role's own where nobody says otherwise. */
  channel: AskedAt | undefined
  /** Who told it, where it was not the person. */
  toldBy: { name: string; relation: ToldBy['relation']; phone: string } | undefined
  person: Found | undefined
  newcomer: Newcomer | undefined
  origin: Origin | undefined
  originName: string
  originPlace: string
  arrivedOn: string
  purpose: Purpose | undefined
  transport: NonNullable<InputOf<typeof screeningApi.recordScreening>['transport']> | undefined
  tripNo: string
  companions: number | undefined
}

export const nothingTold: Told = {
  channel: undefined, toldBy: undefined,
  person: undefined, newcomer: undefined, origin: undefined, originName: '', originPlace: '', arrivedOn: '', purpose: undefined,
  transport: undefined, tripNo: '', companions: undefined, contact: undefined, lastExposureOn: '', symptoms: undefined, temperature: undefined,
}

/** The journey stays, for the next of the same family; who and how they feel is asked anew. */
export const nextOf = (told: Told, person: Found | undefined): Told => ({ ...told, person, newcomer: undefined, contact: undefined, lastExposureOn: '', symptoms: undefined, temperature: undefined })

export type Faults = Record<string, string>

/** What stands at its field. A report with gaps is still accepted by the server; the form asks once for what was forgotten. */
export function faultsOf(told: Told, t: Say, today: string): Faults {
  const faults: Faults = {}
  const no = told.newcomer
  if (!told.person && !no) faults['who'] = t('screening.form.required')
  if (no && !no.name.trim()) faults['name'] = t('screening.form.required')
  if (no?.phone.trim() && !isPhone(no.phone)) faults['phone'] = t('screening.form.phoneWrong')
  if (no?.documentNo && checkDocument(no.documentKind, no.documentNo, today).fault) faults['documentNo'] = t('screening.form.documentShape')
  if (told.toldBy && !told.toldBy.name.trim()) faults['toldBy'] = t('screening.form.required')
  if (told.toldBy?.phone.trim() && !isPhone(told.toldBy.phone)) faults['toldByPhone'] = t('screening.form.phoneWrong')
  if (!told.origin) faults['origin'] = t('screening.form.required')
  if (!told.arrivedOn) faults['arrivedOn'] = t('screening.form.chooseOne')
  if (!told.purpose) faults['purpose'] = t('screening.form.chooseOne')
  if (told.symptoms === undefined) faults['symptoms'] = t('screening.form.askSymptoms')
  if (told.contact && told.contact !== 'none' && !told.lastExposureOn) faults['lastExposureOn'] = t('screening.form.required')
  return faults
}

const optional = <K extends string, V>(key: K, value: V | undefined | ''): Partial<Record<K, V>> => (value === undefined || value === '' ? {} : { [key]: value } as Record<K, V>)

const common = (told: Told) => ({
  originName: told.originName, ...optional('originPlace', told.originPlace), arrivedOn: told.arrivedOn, ...optional('contact', told.contact),
  ...optional('lastExposureOn', told.lastExposureOn), symptoms: told.symptoms ?? [], ...optional('temperature', told.temperature),
})

/** For the preview, as soon as there is something to decide by. */
export const factsOf = (told: Told): Facts | undefined => (told.origin === undefined || told.arrivedOn === '' ? undefined : {
  ...optional('personId', told.person?.id), ...optional('areaId', told.newcomer?.areaId), origin: told.origin, ...common(told),
})

export function recordOf(told: Told, channel: AskedAt, verify: boolean, tipId?: string): InputOf<typeof screeningApi.recordScreening> {
  const { newcomer: no } = told
  const who = told.person ? { personId: told.person.id } : { newcomer: {
    name: no?.name.trim() ?? '', documentKind: no?.documentNo ? no.documentKind : 'none' as const, ...optional('documentNo', no?.documentNo.trim()), ...optional('phone', no?.phone.trim()),
    building: no?.building ?? '', unit: no?.unit ?? '', room: no?.room ?? '',
  } }
  return {
    who, ...optional('areaId', no?.areaId), channel: told.channel ?? channel, ...optional('tipId', tipId),
    ...(told.toldBy?.name.trim() ? { toldBy: { name: told.toldBy.name.trim(), relation: told.toldBy.relation, ...optional('phone', told.toldBy.phone.trim()) } } : {}), origin: told.origin ?? 'unknown', ...common(told), symptomsAsked: told.symptoms !== undefined, contactAsked: told.contact !== undefined,
    ...optional('purpose', told.purpose), ...optional('transport', told.transport), ...optional('tripNo', told.tripNo.trim()), ...optional('companions', told.companions), verify,
  }
}
