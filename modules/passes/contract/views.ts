import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'
import { measure } from '../../policies/contract.ts'

export const passKinds = ['household', 'person', 'vehicle', 'visitor'] as const
export const passKind = z.enum(passKinds)
export type PassKind = z.infer<typeof passKind>

/** 待确认 / 未到期 (not yet begun) / 有效 / 停用 (somebody of the household is in quarantine) / 已过期 / 已作废 / 已谢绝. Only four are stored; the rest follows from time and quarantine. */
export const passStates = ['waiting', 'early', 'valid', 'suspended', 'expired', 'revoked', 'declined'] as const
export const passState = z.enum(passStates)
export type PassState = z.infer<typeof passState>

export const passActions = ['print', 'reprint', 'renew', 'revoke', 'reinstate', 'recheck', 'confirm', 'decline', 'arrive', 'photo'] as const
export type PassAction = (typeof passActions)[number]

/** 车辆事由: 保供 / 防疫 / 通勤 / 就医 / 其他. */
export const vehiclePurposes = ['supplies', 'epidemic', 'commuting', 'medical', 'other'] as const
/** 访客类别: 访客 / 快递 / 外卖 / 装修 / 家政 / 其他. */
export const visitorPurposes = ['guest', 'parcel', 'meal', 'renovation', 'housekeeping', 'other'] as const
/** 补办原因: 丢失 / 损坏 / 信息有变. */
export const reprintReasons = ['lost', 'damaged', 'changed'] as const

/** 车辆种类, as in the base data. */
const vehicleKind = z.string()

export const vehicle = z.object({
  /** 车牌, capitals without spaces; 云H·A1234 is `plateText` of it. */
  plate: z.string(), kind: vehicleKind,
  /** 特种车辆 (救护、消防、抢险、环卫、警、物资): always passes. */
  special: z.boolean(),
  /** 车主 / 所属单位 */
  owner: z.string().nullable(), driver: z.string().nullable(),
  /** 随车人数, with the driver. */
  companions: z.number().int().nullable(),
  route: z.string().nullable(),
  /** 复核间隔, days, and the next day. */
  recheckDays: z.number().int().nullable(), recheckOn: day().nullable(),
})

export const visitor = z.object({
  name: z.string(), phoneMasked: z.string().nullable(),
  /** 来自 */
  from: z.string().nullable(),
  /** 被访户: its householder. */
  host: z.string().nullable(),
  announcedBy: z.enum(['household', 'community']), confirmedAt: instant().nullable(), arrivedAt: instant().nullable(),
})

export const passLine = z.object({
  passId: id(), kind: passKind, serial: z.number().int(),
  /** 户000123 */
  number: z.string(),
  state: passState, special: z.boolean(),
  /** Householder, person, owner or visitor; for a keeper only 姓 and 某. */
  name: z.string(),
  /** 小区 and door; for a vehicle without a household its area. */
  address: z.string(),
  householdId: id().nullable(), personId: id().nullable(),
  /** 家庭人数, present */
  members: z.number().int().nullable(),
  plate: z.string().nullable(), purpose: z.string().nullable(),
  validFrom: instant(), validUntil: instant(),
  /** To expire within the days of the setting. */
  soon: z.boolean(),
  recheckOn: day().nullable(), recheckLate: z.boolean(),
  issue: z.number().int(), issuedAt: instant(), issuerName: z.string().nullable(),
})
export type PassLine = z.infer<typeof passLine>

/** Why it is as it is, as a key under `passes.why` with what fills it. */
export const passWhy = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type PassWhy = z.infer<typeof passWhy>

/** 社区健康状态: internal, derived, never a health code. 正常 / 待核实 / 监测中 / 隔离中. */
export const healthStates = ['clear', 'toVerify', 'observed', 'quarantined'] as const
export const healthStatus = z.object({ state: z.enum(healthStates), why: passWhy })
export type HealthStatus = z.infer<typeof healthStatus>

export const passHolder = z.object({
  personId: id(), name: z.string(), relation: z.string().nullable(), age: z.number().int().nullable(), documentMasked: z.string().nullable(), phoneMasked: z.string().nullable(), householder: z.boolean(),
  measure: measure.nullable(),
})

export const passCard = passLine.extend({
  areaId: id(), areaName: z.string(),
  /** 照片: when it was taken, where there is one. */
  photoAt: instant().nullable(),
  why: passWhy, holders: z.array(passHolder), vehicle: vehicle.nullable(), visitor: visitor.nullable(), note: z.string().nullable(),
  status: healthStatus.nullable(),
  /** Every print: its number, and whether it is still the good one. */
  history: z.array(z.object({ id: id(), at: instant(), kind: z.string(), params: z.record(z.string(), z.unknown()), actorName: z.string().nullable() })),
  actions: z.array(z.enum(passActions)),
})
export type PassCard = z.infer<typeof passCard>

/** What stands on paper beside the code. */
export const passPaper = z.object({
  passId: id(), kind: passKind, number: z.string(), issue: z.number().int(), special: z.boolean(),
  compound: z.string(), door: z.string(), name: z.string(), members: z.number().int().nullable(), memberNames: z.array(z.string()),
  documentMasked: z.string().nullable(), phoneMasked: z.string().nullable(),
  plate: z.string().nullable(), vehicleKind: z.string().nullable(), owner: z.string().nullable(), driver: z.string().nullable(), companions: z.number().int().nullable(), route: z.string().nullable(), purpose: z.string().nullable(),
  validFrom: instant(), validUntil: instant(),
  /** 签发单位 */
  office: z.string(), issuerName: z.string().nullable(),
  /** 照片: when it was taken, where there is one. */
  photoAt: instant().nullable(),
  qrSvg: z.string(),
})
export type PassPaper = z.infer<typeof passPaper>

export const skipReasons = ['hasOne', 'quarantined', 'nobody'] as const
const skips = z.object({ hasOne: z.number().int(), quarantined: z.number().int(), nobody: z.number().int() })
export const bulkPreview = z.object({ areaName: z.string(), households: z.number().int(), toIssue: z.number().int(), skipped: skips })
export const passBatch = z.object({
  batchId: id(), areaId: id(), areaName: z.string(), state: z.enum(['running', 'done', 'undone', /** 中断: tried again and again in vain */ 'failed']), households: z.number().int(), seen: z.number().int(), issued: z.number().int(),
  skipped: skips,
  /** Who was left out because of quarantine or an empty flat: the first hundred. */
  left: z.array(z.object({ householdId: id(), address: z.string(), reason: z.enum(skipReasons) })),
  at: instant(), accountName: z.string().nullable(), validUntil: instant(), mayUndo: z.boolean(),
})
export type PassBatch = z.infer<typeof passBatch>

/** What a household sees of its own passes, on its own page. */
export const myPass = z.object({
  address: z.string(), areaName: z.string(), officePhone: z.string().nullable(), now: instant(),
  pass: z.object({
    passId: id(), number: z.string(), state: passState, why: passWhy, validUntil: instant(), members: z.number().int(),
    /** null while it is not good. */
    code: z.object({ text: z.string(), qrSvg: z.string(), notBefore: instant(), expiresAt: instant() }).nullable(),
  }).nullable(),
  status: healthStatus,
  visitors: z.array(z.object({
    passId: id(), number: z.string(), name: z.string(), purpose: z.string(), state: passState, validFrom: instant(), validUntil: instant(), mayAnswer: z.boolean(), mayWithdraw: z.boolean(),
    /** To send to the visitor; null while it is not confirmed or not good. */
    code: z.object({ qrSvg: z.string(), expiresAt: instant() }).nullable(),
  })),
  /** Hours a visit may last. */
  visitHours: z.number().int(),
})
export type MyPass = z.infer<typeof myPass>
