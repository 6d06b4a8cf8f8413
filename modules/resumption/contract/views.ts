import * as z from 'zod'
import type { Day } from '../../../kernel/dates.ts'
import { bothLanguages, day, id, instant } from '../../../kernel/fields.ts'
import { readinessPoint, resumptionTerms, trade, trades } from '../../policies/contract.ts'

/** 企业 / 个体工商户 */
export const businessKinds = ['enterprise', 'soleTrader'] as const
export const businessKind = z.enum(businessKinds)
export type BusinessKind = z.infer<typeof businessKind>

/** 未复工 / 已申请 / 已复工 / 停业整改 / 不再经营 */
export const businessStates = ['notResumed', 'applied', 'resumed', 'suspended', 'closed'] as const
export const businessState = z.enum(businessStates)
export type BusinessState = z.infer<typeof businessState>

/** What can be done with a business. */
export const businessActions = ['apply', 'withdraw', 'check', 'nameReason', 'suspend', 'close', 'reopen'] as const
export type BusinessAction = (typeof businessActions)[number]

/** 未复工原因 (report 1, 三): 工人不够 / 防疫设备不齐 / 原料不足 / 消费达不到 / 其他 */
export const idleReasons = ['workers', 'equipment', 'materials', 'demand', 'other'] as const
export const idleReason = z.enum(idleReasons)
export type IdleReason = z.infer<typeof idleReason>

/** 核查结果: 复工 / 复查合格 / 还缺 / 限期整改 / 停业 / 行业暂不复工 */
export const readinessOutcomes = ['resumed', 'kept', 'missing', 'mend', 'suspended', 'tradeClosed'] as const

/** 条件核查 as it was decided, with the order it was decided by. */
export const readinessCheck = z.object({
  outcome: z.enum(readinessOutcomes),
  /** Null and empty where no order asks anything. */
  policyId: id().nullable(), orderNo: z.string(), clause: z.string(),
  missing: z.array(readinessPoint),
  /** 哪天再看 */
  lookOn: day().nullable(),
  because: bothLanguages,
  /** 原文 */
  quote: z.string().nullable(),
})
export type ReadinessCheck = z.infer<typeof readinessCheck>

/** Where a business stands: all that a step changes and taking it back restores. */
export interface Standing { state: BusinessState; reason: IdleReason | null; reasonNote: string | null; appliedOn: Day | null; resumedOn: Day | null; lookOn: Day | null; decision: ReadinessCheck | null }

export const businessLine = z.object({
  businessId: id(), kind: businessKind, name: z.string(), /** 统一社会信用代码 */ creditCode: z.string().nullable(), trade, areaId: id(), areaName: z.string(), address: z.string(),
  /** 负责人 */
  contactName: z.string().nullable(), phoneMasked: z.string().nullable(),
  /** 员工总数 / 拟返岗 / 其中来自高风险地区, persons */
  staff: z.number().int().nullable(), toReturn: z.number().int().nullable(), fromHighRisk: z.number().int().nullable(),
  state: businessState, reason: idleReason.nullable(), reasonNote: z.string().nullable(), appliedOn: day().nullable(), resumedOn: day().nullable(),
  /** 该哪天去看: a check of what was missing, or a recheck. */
  lookOn: day().nullable(), lookDue: z.boolean(),
  /** 还缺什么, by the last check. */
  missing: z.array(readinessPoint),
})
export type BusinessLine = z.infer<typeof businessLine>

/** 经过: one step, by whom, and whether it was taken back. */
export const businessStep = z.object({ id: id(), at: instant(), kind: z.string(), params: z.record(z.string(), z.unknown()), actorName: z.string().nullable(), undone: z.boolean() })

/** 企业卡 */
export const businessCard = businessLine.extend({
  decision: readinessCheck.nullable(),
  /** 现行方案要什么; null where it asks nothing. */
  terms: resumptionTerms.extend({ orderNo: z.string() }).nullable(),
  steps: z.array(businessStep), actions: z.array(z.enum(businessActions)),
  /** The last step, while it can be taken back: the same day. */
  undoable: id().nullable(),
})
export type BusinessCard = z.infer<typeof businessCard>

/** 申请进度: 已收到 / 撤回 / 不再经营, or what the check came to. */
export const askedStates = ['received', 'withdrawn', 'closed', ...readinessOutcomes] as const
export type AskedState = (typeof askedStates)[number]

/** 我的复工申请: what an owner's phone sees of it. */
export const ownAsked = z.object({
  /** Only in the answer to asking: the phone keeps it and asks by it. */
  receipt: z.string().nullable(),
  /** As it was typed. */
  name: z.string(), askedAt: instant(), state: z.enum(askedStates),
  /** 核查的理由, by the order: what is missing and which day somebody looks again. */
  because: bothLanguages.nullable(),
  communityName: z.string(), officePhone: z.string().nullable(),
})
export type OwnAsked = z.infer<typeof ownAsked>

/** 状态页签: whoever is in business, 未复工, 待核查, 该复查, 没有原因, 已复工, 停业, 不再经营. */
export const businessTabs = ['all', 'notResumed', 'toCheck', 'recheck', 'noReason', 'resumed', 'suspended', 'closed'] as const
export const businessTab = z.enum(businessTabs)
export type BusinessTab = z.infer<typeof businessTab>

const n = z.number().int()
/** 复工情况: each figure is as many as the list it opens. */
export const resumptionFigures = z.object({
  tabs: z.record(businessTab, n), enterprises: n, soleTraders: n,
  /** Of those that have not resumed; null: nobody has asked yet. */
  byReason: z.array(z.object({ reason: idleReason.nullable(), n })),
  byTrade: z.array(z.object({ trade: z.enum(trades), all: n, notResumed: n })),
})
export type ResumptionFigures = z.infer<typeof resumptionFigures>
