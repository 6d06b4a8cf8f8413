import * as z from 'zod'
import { day, id, instant, personName, temperature, text } from '../../../kernel/fields.ts'
import { documentKind, sexCode } from '../../people/contract.ts'
import { contactKind, symptom } from '../../policies/contract.ts'

/** 渠道: 上门 / 窗口 / 卡点 / 电话 / 本人申报 / 家人代报 / 协查名单 / 邻里协查 / 移交来. */
export const channels = ['door', 'desk', 'gate', 'phone', 'declaration', 'family', 'pushedList', 'tip', 'handedOver'] as const
export const channel = z.enum(channels)
export type Channel = z.infer<typeof channel>

/** 来由 (来干什么) */
export const purposes = ['returnHome', 'visitFamily', 'work', 'study', 'medical', 'business', 'travel', 'transit', 'other'] as const
export const purpose = z.enum(purposes)
export type Purpose = z.infer<typeof purpose>

/** 与当事人的关系, of whoever tells it for somebody else: 父母 / 子女 / 配偶 / 亲属 / 房东 / 单位 / 其他. */
export const relations = ['parent', 'child', 'spouse', 'relative', 'landlord', 'employer', 'other'] as const
export const relation = z.enum(relations)

/** 代报人: who told it, where it was not the person: a child or an old person without a telephone. */
export const toldBy = z.object({ name: personName(), relation, phone: text(20).optional() })
export type ToldBy = z.infer<typeof toldBy>

/** 交通方式 */
export const transports = ['car', 'train', 'coach', 'plane', 'ship', 'onFoot', 'other'] as const
export const transport = z.enum(transports)

/** 测温部位: 额 / 腕 / 腋 / 耳 */
export const temperatureSites = ['forehead', 'wrist', 'armpit', 'ear'] as const
export const temperatureSite = z.enum(temperatureSites)

/** 来源地: a 6-digit division code, abroad (境外), or not known. */
export const origin = z.union([z.string().regex(/^\d{6}$/), z.enum(['abroad', 'unknown'])])
export type Origin = z.infer<typeof origin>

/** 从哪里来、来干什么 (shared by everybody who travelled together) */
export const journey = {
  origin,
  /** 来源地名称, as shown: 湖北省武汉市; a country when abroad. */
  originName: text(80),
  /** 街道、小区: a risk area may be as small as a building. */
  originPlace: text(80).optional(),
  leftOn: day().optional(),
  arrivedOn: day(),
  transport: transport.optional(),
  /** 班次车牌座位 */
  tripNo: text(40).optional(),
  /** 途经地 */
  via: text(120).optional(),
  /** 同行人数 */
  companions: z.number().int().min(0).max(200).optional(),
  purpose: purpose.optional(),
  purposeNote: text(120).optional(),
}

/** 身体状况、测体温 and what else is each person's own, as it is put right; what is not named stays. */
const ofPerson = {
  /** 接触史; 'close' and 'secondary' only as the CDC has told. */
  contact: contactKind,
  /** Asked and answered: `none` then means that there was none. */
  contactAsked: z.boolean(),
  lastExposureOn: day().optional(),
  symptoms: z.array(symptom),
  /** Asked and answered: an empty list then means none. */
  symptomsAsked: z.boolean(),
  /** ℃; absent when not measured, never a default. */
  temperature: temperature().optional(),
  temperatureSite: temperatureSite.optional(),
  /** 职业 or 工作单位, as told; asked afterwards, not at the gate. */
  occupation: text(80).optional(),
  /** 密接: with whom they lived, travelled and worked; 没有 is an answer. Names, no numbers. */
  closeContacts: text(200).optional(),
}
export const healthPutRight = z.object(ofPerson).partial()

/** The same as it is told first. */
export const health = {
  ...ofPerson, contact: ofPerson.contact.default('none'), contactAsked: ofPerson.contactAsked.default(false),
  symptoms: ofPerson.symptoms.default([]), symptomsAsked: ofPerson.symptomsAsked.default(false),
}

/** 现住址 below the area: 3 幢 2 单元 501 室 */
export const door = { building: text(20).default(''), unit: text(20).default(''), room: text(30).default('') }

/** 姓名、证件、电话、住址 of somebody not yet found in the register. */
export const newcomer = z.object({
  name: personName(),
  sex: sexCode.optional(),
  birthOn: day().optional(),
  documentKind: documentKind.default('none'),
  documentNo: text(40).optional(),
  /** 手机; an old person may give a child's. */
  phone: text(20).optional(),
  ...door,
})
export type Newcomer = z.infer<typeof newcomer>

export const journeyFacts = z.object(journey)
export type JourneyFacts = z.infer<typeof journeyFacts>
export const healthFacts = z.object(health)
export type HealthFacts = z.infer<typeof healthFacts>

/** Who it is about: somebody in the register, or somebody new. */
export const who = z.union([z.object({ personId: id() }), z.object({ newcomer })])
export type Who = z.infer<typeof who>

export const reportedAt = instant().optional()

/** The facts of one report by themselves, in which another can contradict it. */
export interface AsTold {
  name: string
  origin: Origin
  originName: string
  arrivedOn: string
  dayTold: boolean
  contact: z.infer<typeof contactKind>
  symptoms: z.infer<typeof symptom>[]
  symptomsAsked: boolean
  temperature: number | null
  building: string
  unit: string
  room: string
}
