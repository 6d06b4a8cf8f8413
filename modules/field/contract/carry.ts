import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'
import { careResult, uncaredHome } from '../../care/contract.ts'
import { careGroup } from '../../people/contract.ts'
import { pointLine } from '../../disinfection/contract.ts'
import { carriedAnnouncement } from '../../publicity/contract.ts'
import { policyEdition } from '../../policies/contract.ts'

/** 一个在管的人 with what is due today, numbers masked; what a role has no business with is null or empty. */
export const carriedPerson = z.object({
  /** Of an episode, or of a household’s delivery alone. */
  key: z.string(),
  episodeId: id().nullable(), personId: id().nullable(), householdId: id().nullable(), name: z.string(), sex: z.string(), birthOn: day().nullable(), phoneMasked: z.string().nullable(),
  /** 小区 / 村组, then 幢 单元 室. */
  place: z.string(), building: z.string(), unit: z.string(), room: z.string(),
  measure: z.string().nullable(), anchorOn: day().nullable(), endsOn: day().nullable(),
  windows: z.array(z.object({ window: z.string(), opensAt: instant(), closesAt: instant(), state: z.enum(['open', 'done', 'missed', 'explained']) })),
  visits: z.array(z.object({ visitId: id(), purpose: z.string(), dueAt: instant().nullable(), need: z.string().nullable(), tried: z.boolean() })),
  last: z.object({ temperature: z.number().nullable(), takenAt: instant() }).nullable(),
  lead: z.boolean(),
})
export type CarriedPerson = z.infer<typeof carriedPerson>

/** 关爱对象 whose turn it is by tomorrow: what is needed at the door, the contact’s number masked. */
export const carriedCare = z.object({
  personId: id(), householdId: id().nullable(), name: z.string(), sex: z.string(), birthOn: day().nullable(), place: z.string(), building: z.string(), unit: z.string(), room: z.string(),
  groups: z.array(careGroup), days: z.number().int(), dueOn: day(), missed: z.number().int(), measure: z.string().nullable(),
  /** 不需要走访: only to be asked again. */
  askAgain: z.boolean(),
  last: z.object({ on: day(), result: careResult }).nullable(), contact: z.object({ name: z.string(), phoneMasked: z.string().nullable() }).nullable(),
})
export type CarriedCare = z.infer<typeof carriedCare>

/** 一户: the door and who is registered behind it, so that somebody known is not typed again. */
export const carriedDoor = z.object({
  householdId: id(), place: z.string(), building: z.string(), unit: z.string(), room: z.string(),
  people: z.array(z.object({ personId: id(), name: z.string(), sex: z.string(), birthOn: day().nullable() })),
})
export type CarriedDoor = z.infer<typeof carriedDoor>

/** What the duty is, and where somebody may say that a person stays. */
export const carriedDuty = z.object({
  role: z.string(), areaId: id(), areaName: z.string(), homeCode: z.string(), officePhone: z.string().nullable(), places: z.array(z.object({ areaId: id(), name: z.string() })),
})
export type CarriedDuty = z.infer<typeof carriedDuty>

/** A part travels by itself, so that a second sync brings only what changed; exactly one of the contents is there. */
export const carriedPart = z.object({
  part: z.string(), hash: z.string(), duty: carriedDuty.optional(), policy: policyEdition.nullable().optional(), people: z.array(carriedPerson).optional(), care: z.array(carriedCare).optional(), /** 家里没人照料的 */ homes: z.array(uncaredHome).optional(), doors: z.array(carriedDoor).optional(), /** 消毒点位 */ points: z.array(pointLine).optional(), /** 待传达的公告 */ announcements: z.array(carriedAnnouncement).optional(),
})
export type CarriedPart = z.infer<typeof carriedPart>

export const carried = z.object({
  madeAt: instant(),
  /** Not shown any more after this: people have been released, orders changed. */
  expiresAt: instant(),
  /** All parts of this duty; whatever else the phone has is forgotten. */
  all: z.array(z.string()),
  /** Those the phone does not have, or has otherwise. */
  parts: z.array(carriedPart),
})
export type Carried = z.infer<typeof carried>
