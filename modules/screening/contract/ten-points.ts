import * as z from 'zod'
import { day, id, personName, temperature, text } from '../../../kernel/fields.ts'
import { contactKind, symptom } from '../../policies/contract.ts'
import { origin, temperatureSite, transport } from './facts.ts'

/**
 * 十清晰: what must be known of somebody who arrived; which of the ten points needs which stands in data/ten-points.ts. Kept in
 * `screening.missing` by migrations/0036-ten-points.sql.
 */
export const askedFields = [
  'companions', 'name', 'occupation', 'address', 'phone', 'arrivedOn', 'origin', 'via', 'transport', 'tripNo', 'contact', 'symptoms', 'temperature', 'measure', 'household', 'closeContacts',
] as const
export const askedField = z.enum(askedFields)
export type AskedField = z.infer<typeof askedField>

/** 问过,没有: no telephone, a number of the trip that nobody remembers. */
export const confirmableFields = ['phone', 'tripNo'] as const satisfies readonly AskedField[]

/** 补问: what was asked afterwards; each is kept where it belongs, and only what was not known is filled. */
export const cleared = z.object({
  companions: z.number().int().min(0).max(200), name: personName(), occupation: text(80), phone: text(20), arrivedOn: day(),
  origin, originName: text(80), via: text(120), transport, tripNo: text(40), closeContacts: text(200),
  /** Heard like a second report: a fever goes to the health centre, a contact is decided upon again. */
  contact: contactKind, lastExposureOn: day(), symptoms: z.array(symptom), temperature: temperature(), temperatureSite,
  building: text(20), unit: text(20), room: text(30),
}).partial()
export type Cleared = z.infer<typeof cleared>

/** 十清晰 of one area. */
export const clarity = z.object({
  areaId: id(), name: z.string(), level: z.string(),
  /** 排查人数, 十项都清晰的人数; persons, each arrival once. */
  screened: z.number().int(), complete: z.number().int(),
  /** 还差某一项的人数; somebody who lacks two is counted under both. */
  missing: z.record(askedField, z.number().int()),
})
export type AreaClarity = z.infer<typeof clarity>
