import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'

const n = z.number().int()
const MOST = 10_000_000
/** 数量, in the unit of the item. */
export const quantity = n.min(1).max(MOST)

/** 快用完 / 快到期 / 已过期 / 账实不符 / 全部 / 停用 */
export const supplyTabs = ['low', 'expiring', 'expired', 'mismatch', 'all', 'closed'] as const
export const supplyTab = z.enum(supplyTabs)
export type SupplyTab = z.infer<typeof supplyTab>

/** 入库 / 出库 / 盘点 / 报废 / 冲正 */
export const movementKinds = ['received', 'given', 'counted', 'disposed', 'reversed'] as const
export const movementKind = z.enum(movementKinds)
export type MovementKind = z.infer<typeof movementKind>
/** 配发 / 采购 / 捐赠, form 18 */
export const sources = ['allocated', 'bought', 'donated'] as const
export const source = z.enum(sources)
export type Source = z.infer<typeof source>
/** 责任人 / 卡点 / 户 / 企业商户 / 下级 / 其他 */
export const recipientKinds = ['duty', 'gate', 'household', 'business', 'office', 'other'] as const
export const recipientKind = z.enum(recipientKinds)
export type RecipientKind = z.infer<typeof recipientKind>

/** 领用人: found, or in free words. */
export const recipient = z.object({ kind: recipientKind, id: id().nullable(), name: z.string() })
export type Recipient = z.infer<typeof recipient>

/** A batch (批次) with what is left of it. */
export const lot = z.object({ lotId: id().nullable(), /** 效期: good to the end of this day */ expiresOn: day().nullable(), receivedAt: instant().nullable(), quantity: n })
export type Lot = z.infer<typeof lot>

/** What was sent, by expiry. */
export const sentLot = z.object({ expiresOn: day().nullable(), n })
export type SentLot = z.infer<typeof sentLot>

export const itemFacts = { name: z.string().trim().min(1).max(40), /** 规格 */ spec: z.string().trim().max(40).default(''), /** 单位 */ unit: z.string().trim().min(1).max(10), /** 最低库存 */ least: n.min(0).max(MOST) }
export const newItem = z.object(itemFacts)

/** 物资, with what is derived of its movements. */
export const supplyLine = z.object({
  itemId: id(), areaId: id(), areaName: z.string(), name: z.string(), spec: z.string(), unit: z.string(), least: n, state: z.enum(['open', 'closed']),
  /** 结存, expired ones among it; below zero where more was given out than came in. */ balance: n, /** 能用的: without what has expired */ usable: n,
  /** 已过期 / 快到期, pieces */ expired: n, expiring: n, /** The earliest 效期 of what is left. */ expiresOn: day().nullable(),
  /** 近 7 天发放 */ used: n, /** 还能用几天, by that; null where nothing was given out. */ days: n.nullable(),
  /** 账实不符: more was given out than there was. */ mismatch: z.boolean(), /** 申领, under way */ asked: n.nullable(),
})
export type SupplyLine = z.infer<typeof supplyLine>

/** 出入库, a line of form 18. */
export const movement = z.object({
  movementId: id(), itemId: id(), areaName: z.string(), /** 物资 */ item: z.string(), spec: z.string(), unit: z.string(), kind: movementKind, /** + 入, − 出 */ quantity: n, /** 结存 after it */ balance: n,
  source: source.nullable(), expiresOn: day().nullable(), donor: z.string().nullable(), donorNamed: z.boolean(), recipientKind: recipientKind.nullable(), /** 领用人, but for a household: that is told by its door */ recipient: z.string().nullable(), householdId: id().nullable(), door: z.string().nullable(), purpose: z.string().nullable(),
  countedAs: n.nullable(), note: z.string().nullable(), /** Given out beyond what there was. */ beyond: n, /** Given out although expired. */ stale: n,
  reverses: id().nullable(), reversed: z.boolean(), requestId: id().nullable(), at: instant(), byName: z.string().nullable(), undoneAt: instant().nullable(), mayUndo: z.boolean(), mayReverse: z.boolean(),
})
export type Movement = z.infer<typeof movement>

/** 待答复 / 在路上,待签收 / 已签收 / 未批 / 撤回 */
export const requestStates = ['asked', 'sent', 'arrived', 'refused', 'withdrawn'] as const
export const requestState = z.enum(requestStates)
export type RequestState = z.infer<typeof requestState>
/** 申领 */
export const supplyRequest = z.object({
  requestId: id(), itemId: id(), areaId: id(), areaName: z.string(), name: z.string(), spec: z.string(), unit: z.string(), quantity: n, why: z.string().nullable(), askedAt: instant(), askerName: z.string().nullable(), state: requestState,
  sentQuantity: n.nullable(), answeredAt: instant().nullable(), officeName: z.string().nullable(), answererName: z.string().nullable(), answer: z.string().nullable(),
  arrivedQuantity: n.nullable(), arrivedAt: instant().nullable(), receiverName: z.string().nullable(), /** 结存 of the community, for whoever decides. */ balance: n, least: n, used: n,
  /** Whether it is the caller's own office that asked. */ own: z.boolean(),
})
export type SupplyRequest = z.infer<typeof supplyRequest>
/** What the office that answers has itself. */
export const requestCard = supplyRequest.extend({ stock: n.nullable(), mayTakeBack: z.boolean() })
export type RequestCard = z.infer<typeof requestCard>

export const supplyCard = supplyLine.extend({ lots: z.array(lot), movements: z.array(movement), /** 常领的 */ recipients: z.array(recipient), requests: z.array(supplyRequest), /** Whether it is the caller's own cupboard. */ own: z.boolean(), /** Whether there is an office to ask. */ mayAsk: z.boolean(), /** Whether it can go without a trace. */ empty: z.boolean() })
export type SupplyCard = z.infer<typeof supplyCard>

/** 各社区: where something is short. */
export const supplyPlace = z.object({ areaId: id(), name: z.string(), items: n, low: n, expired: n, asked: n, sent: n })
export type SupplyPlace = z.infer<typeof supplyPlace>

/** 捐赠物资接收使用公示: what came, and what of just these batches went where. */
export const donations = z.object({
  received: z.array(z.object({ movementId: id(), /** null: 爱心人士 */ donor: z.string().nullable(), name: z.string(), spec: z.string(), unit: z.string(), quantity: n, at: instant() })),
  used: z.array(z.object({ name: z.string(), spec: z.string(), unit: z.string(), received: n, uses: z.array(z.object({ purpose: z.string(), quantity: n })), /** 报废 */ disposed: n, left: n })),
})
export type Donations = z.infer<typeof donations>
