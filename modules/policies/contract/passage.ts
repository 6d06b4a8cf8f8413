import * as z from 'zod'
import { text } from '../../../kernel/fields.ts'
import { measure } from './measures.ts'

/** 小区封控级别, as the gate asks: 没有封控 / 防范区 / 管控区 / 封控区. */
export const passageGrades = ['open', 'prevention', 'control', 'lockdown'] as const
export const passageGrade = z.enum(passageGrades)
export type PassageGrade = z.infer<typeof passageGrade>

/** 出入事由: 采购 / 上班 / 就医 / 照护老人小孩 / 防疫 / 保供 / 务农劳作 / 走访 / 送货快递 / 上门服务 / 其他. */
export const passagePurposes = ['shopping', 'work', 'medical', 'care', 'epidemic', 'supply', 'farming', 'visiting', 'delivery', 'service', 'other'] as const
export const passagePurpose = z.enum(passagePurposes)
export type PassagePurpose = z.infer<typeof passagePurpose>

/** What stops somebody: 劝返, 转诊或转办, or nothing. */
export const passageVerdict = z.enum(['allow', 'refuse', 'refer'])

/** What a grade asks of whoever passes (domain §4.3). */
export const passageGradeRule = z.object({
  /** 出: 不限 / 按频次 / 只凭规定的事由或证明 / 足不出户. */
  leave: z.enum(['free', 'quota', 'purpose', 'closed']),
  /** 凭证出入 */
  pass: z.boolean(),
  /** 访客: 不限 / 被访户确认 / 一律劝返. */
  visitors: z.enum(['free', 'confirmed', 'refused']),
  /** 车辆: 不限 / 凭通行证 / 一律不得进出 (特种车辆、凭通行证的防疫和保供车辆除外). */
  vehicles: z.enum(['free', 'pass', 'refused']),
})
export type PassageGradeRule = z.infer<typeof passageGradeRule>

/** 出入规定: what an order says about going in and out. */
export const passageRules = z.object({
  /** 第五条 */
  clause: text(40).optional(),
  grades: z.object({ open: passageGradeRule, prevention: passageGradeRule, control: passageGradeRule, lockdown: passageGradeRule }),
  /** 频次: so many persons of a household once in so many days; by hours (2 天 = 48 小时) or by calendar days. */
  quota: z.object({ persons: z.number().int().min(1).max(10), days: z.number().int().min(1).max(30), counting: z.enum(['hours', 'calendarDays']) }),
  /** 不占频次的事由; also those that open a 管控区. */
  exempt: z.array(passagePurpose),
  /** 每次外出不超过几小时; null for no limit. */
  hoursOut: z.number().min(0.5).max(48).nullable(),
  /** 老人小孩由人带着的不占人数: under and from so many years. */
  companions: z.object({ childUnder: z.number().int().min(1).max(18), elderFrom: z.number().int().min(50).max(100) }),
  /** 开放时间前后宽限, minutes. */
  toleranceMinutes: z.number().int().min(0).max(180),
  /** 在管的人: 不得外出, or 外出先报批; for the whole household or for the person alone. */
  managed: z.array(z.object({ measure, rule: z.enum(['closed', 'approval']), whom: z.enum(['household', 'person']) })),
  /** 官方健康码: whether it is asked for, and what a colour other than green means here. */
  code: z.object({ asked: z.boolean(), yellow: passageVerdict, red: passageVerdict }),
  /** 原文 */
  quote: text(600).optional(),
})
export type PassageRules = z.infer<typeof passageRules>
