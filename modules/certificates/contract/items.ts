import * as z from 'zod'
import { id, instant, text } from '../../../kernel/fields.ts'

/** Whose list says so: 民政部等六部门 / 湖北 / 本系统提示. */
export const listSources = ['national', 'hubei', 'own'] as const
export const listSource = z.enum(listSources)

/** 不应由社区出具的一项, and where somebody who asks for it has to go. */
export const notIssued = z.object({
  code: z.string(), name: z.string(), source: listSource,
  /** 文号和条款 */
  basis: z.string(),
  /** 去哪里办. This system's own hint ([B]): the list names what is not issued, not every counter. */
  office: z.string(),
  /** 要带什么 */
  bring: z.string(),
  /** 当面怎么说 */
  says: z.string(),
  /** What people call it. */
  said: z.array(z.string()),
})
export type NotIssued = z.infer<typeof notIssued>

/** 谁批: 经办人自己 / 另一人复核 / 社区负责人. */
export const approvals = ['none', 'second', 'head'] as const
export const approval = z.enum(approvals)
export type Approval = z.infer<typeof approval>

/** 可以开的一项 */
export const certificateItem = z.object({
  code: z.string().regex(/^[\p{L}\p{N}]{2,40}$/u), name: text(40).min(2), /** 依据 */ basis: text(200).min(2), /** 用途 */ use: text(200).min(2),
  /** 查什么 */
  checks: z.array(text(100).min(2)).min(1).max(8), said: z.array(text(20).min(1)).max(20),
  /** What the worker adds by hand for {说明}; null where nothing is. */
  asks: text(60).nullable(),
  /** 正文, with {姓名} and the like. */
  template: text(1000).min(10),
  /** 正文可改 */
  editable: z.boolean(), approval, /** 有效天数 */ validDays: z.number().int().min(1).max(730).nullable(), seal: text(40).min(2),
  /** 本系统示例: shipped with the program, until the subdistrict puts its own in its place. */
  example: z.boolean(),
})
export type CertificateItem = z.infer<typeof certificateItem>

export const itemInForce = certificateItem.extend({ itemId: id().nullable(), version: z.number().int(), stopped: z.boolean(), officeName: z.string().nullable(), savedAt: instant().nullable(), saverName: z.string().nullable() })
export type ItemInForce = z.infer<typeof itemInForce>

/** For finding it by full pinyin and initials. */
const found = { keys: z.array(z.string()) }
export const itemShown = itemInForce.extend(found)
export const notIssuedShown = notIssued.extend(found)
export type NotIssuedShown = z.infer<typeof notIssuedShown>
export type ItemShown = z.infer<typeof itemShown>
