import * as z from 'zod'
import { instant, text } from '../../../kernel/fields.ts'

/** 日常哨(综合执法) / 攻坚哨(重点难点) / 应急哨(突发). */
export const whistleKinds = ['routine', 'hard', 'emergency'] as const
export const whistleKind = z.enum(whistleKinds)
export type WhistleKind = z.infer<typeof whistleKind>

/** 打分: 1 to 5, and a word with it. */
const rating = z.object({ score: z.number().int().min(1).max(5), word: z.string().nullable() })

/** 报到部门: called in by a whistle, or come by themselves. */
export const department = z.object({
  name: text(40).min(2),
  /** 牵头 (首接): of several, the one that answers. */
  lead: z.boolean(),
  /** 到场的人 */
  who: z.string().nullable(), reportedAt: instant().nullable(),
  /** 双考核: of the subdistrict that called, and of the community it was for. */
  subdistrict: rating.nullable(), community: rating.nullable(),
})
export type Department = z.infer<typeof department>
export const raters = ['subdistrict', 'community'] as const

/** What a department did in some days: times called (and due, or come), in time, and the mean of its ratings. */
export const departmentFigures = z.object({ name: z.string(), called: z.number().int(), inTime: z.number().int(), subdistrict: z.number().nullable(), community: z.number().nullable() })
export type DepartmentFigures = z.infer<typeof departmentFigures>
