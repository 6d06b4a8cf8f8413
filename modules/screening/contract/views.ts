import * as z from 'zod'
import { bothLanguages, id, instant } from '../../../kernel/fields.ts'
import { contactKind, decision, measure, symptom } from '../../policies/contract.ts'
import { documentKind } from '../../people/contract.ts'
import { askedField } from './ten-points.ts'
import { tipShown } from './tips.ts'
import { channel, origin, purpose, relation, temperatureSite, transport } from './facts.ts'

/** 待核实 / 已纳管 / 不纳管 / 已移交 / 已合并 */
export const screeningStates = ['toVerify', 'managed', 'notManaged', 'handedOver', 'joined'] as const
export const screeningState = z.enum(screeningStates)
export type ScreeningState = z.infer<typeof screeningState>

export const screeningActions = ['verify', 'dismiss', 'handOver', 'undo'] as const
export const screeningAction = z.enum(screeningActions)
export type ScreeningAction = z.infer<typeof screeningAction>

/** 不纳管原因: by the policy, or found out on the spot (domain §11 form 15). */
export const dismissReasons = ['wrongInformation', 'notLivingHere', 'periodPast', 'onlyPassedThrough', 'nobodyThere', 'alreadyManaged', 'other'] as const
export const dismissReason = z.enum(dismissReasons)
export type DismissReason = z.infer<typeof dismissReason>

/** What is missing or cannot be so; nothing of it stops a record, all of it is shown. */
export const gaps = [
  'originUnknown', 'arrivalUnknown', 'purposeMissing', 'symptomsNotAsked', 'temperatureMissing', 'deviceError', 'documentMissing', 'documentWrong',
  'phoneMissing', 'addressMissing', 'exposureDateMissing',
] as const
export const gap = z.enum(gaps)
export type Gap = z.infer<typeof gap>

/** 说法不一: the fields in which two reports of one arrival can differ. */
export const contradictable = ['name', 'origin', 'arrivedOn', 'symptoms', 'contact', 'temperature', 'address'] as const
export const contradiction = z.object({
  field: z.enum(contradictable),
  /** What the first said; codes for symptoms and contact, `none` where it was denied. */
  first: z.string(),
  second: z.string(),
  screeningId: id(),
  channel,
  reportedAt: instant(),
})
export type Contradiction = z.infer<typeof contradiction>

/** 一条排查记录 in a list. */
export const screeningLine = z.object({
  screeningId: id(),
  /** 回执号 */
  receiptNo: z.string(),
  channel,
  state: screeningState,
  personId: id().nullable(),
  name: z.string(),
  phoneMasked: z.string().nullable(),
  areaName: z.string(),
  address: z.string().nullable(),
  originName: z.string(),
  originClass: z.string().nullable(),
  purpose: purpose.nullable(),
  arrivedOn: z.string(),
  /** False while nobody knows the day. */
  dayTold: z.boolean(),
  symptoms: z.array(symptom),
  /** ℃ */
  temperature: z.number().nullable(),
  deviceError: z.boolean(),
  measure: measure.nullable(),
  reportedAt: instant(),
  /** 应核实时限 */
  verifyBy: instant().nullable(),
  reporterName: z.string().nullable(),
  episodeId: id().nullable(),
  joinedTo: id().nullable(),
})
export type ScreeningLine = z.infer<typeof screeningLine>

/** 还没问清的一条, with what is missing in the order of the ten points. */
export const unclearLine = screeningLine.extend({
  /** 清晰的项数, of ten */
  clear: z.number().int(),
  missing: z.array(askedField),
})
export type UnclearLine = z.infer<typeof unclearLine>

/** 排查卡: everything that was said, and what was decided and why. */
export const screeningCard = screeningLine.extend({
  sex: z.string().nullable(),
  birthOn: z.string().nullable(),
  documentKind,
  documentMasked: z.string().nullable(),
  householdId: id().nullable(),
  origin,
  originPlace: z.string().nullable(),
  leftOn: z.string().nullable(),
  transport: transport.nullable(),
  tripNo: z.string().nullable(),
  via: z.string().nullable(),
  companions: z.number().nullable(),
  purposeNote: z.string().nullable(),
  contact: contactKind,
  /** False while nobody has asked: `none` then says nothing. */
  contactAsked: z.boolean(),
  occupation: z.string().nullable(),
  closeContacts: z.string().nullable(),
  lastExposureOn: z.string().nullable(),
  symptomsAsked: z.boolean(),
  temperatureSite: temperatureSite.nullable(),
  receivedAt: instant(),
  verifiedAt: instant().nullable(),
  verifierName: z.string().nullable(),
  decision: decision.nullable(),
  dismissReason: dismissReason.nullable(),
  note: z.string().nullable(),
  /** 可疑线索 raised by it */
  lead: z.object({ leadId: id(), state: z.enum(['open', 'received', 'closed']), dueAt: instant() }).nullable(),
  /** Other reports of the same arrival. */
  joined: z.array(z.object({ screeningId: id(), channel, reportedAt: instant(), reporterName: z.string().nullable() })),
  contradictions: z.array(contradiction),
  areaId: id(),
  /** 门牌 as told */
  door: z.object({ building: z.string(), unit: z.string(), room: z.string() }),
  /** 邻里反映 */
  tips: z.array(tipShown),
  /** How many are managed behind that door now. */
  managedAtDoor: z.number().int(),
  /** 代报人 */
  toldBy: z.object({ name: z.string(), relation, phoneMasked: z.string().nullable() }).nullable(),
  /** Somebody in the register who is probably meant. */
  probably: z.object({ personId: id(), name: z.string(), by: z.enum(['document', 'phone']) }).nullable(),
  handedTo: z.string().nullable(),
  gaps: z.array(gap),
  /** 十清晰: what is not clear yet; null where nobody is to be asked. */
  missing: z.array(askedField).nullable(),
  actions: z.array(screeningAction),
})
export type ScreeningCard = z.infer<typeof screeningCard>

/** What came of a report, for the last step of the form. */
export const outcome = z.object({
  screeningId: id(),
  receiptNo: z.string(),
  state: screeningState,
  personId: id().nullable(),
  decision: decision.nullable(),
  /** Why nothing is decided yet, or what the decision says. */
  because: bothLanguages.nullable(),
  episodeId: id().nullable(),
  /** An episode that ran already was extended. */
  extended: z.boolean(),
  leadId: id().nullable(),
  /** The health centre takes over by then. */
  leadDueAt: instant().nullable(),
  /** The earlier report of the same arrival. */
  joinedTo: id().nullable(),
  deviceError: z.boolean(),
  verifyBy: instant().nullable(),
})
export type Outcome = z.infer<typeof outcome>
