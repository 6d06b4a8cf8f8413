import * as z from 'zod'
import { bothLanguages, text } from '../../../kernel/fields.ts'
import { measure } from './measures.ts'

/** 外出事由: 外出务工 / 走亲访友 / 外出看病 / 市内务工劳作. */
export const exitKinds = ['migrantWork', 'visiting', 'medical', 'localWork'] as const
export const exitKind = z.enum(exitKinds)
export type ExitKind = z.infer<typeof exitKind>

/** 一种外出的规定 */
export const exitRule = z.object({
  clause: z.string(),
  /** 凭健康证明 / 一律不批 / 每日登记测温 */
  answer: z.enum(['certificate', 'refuse', 'register']),
  /** 集中输送 / 自行前往 */
  transport: z.enum(['group', 'own']),
  /** Whether the community still decides after that. */
  approval: z.boolean(),
  /** 本人或同住人隔离期间: 不批 / 专人陪同 */
  confined: z.enum(['refuse', 'escort']),
  /** What is required, as it stands in the sentence why. */
  says: bothLanguages,
  /** 原文: the sentence of the order, word for word. */
  quote: text(600).optional(),
})
export type ExitRule = z.infer<typeof exitRule>

/** 外出管理: the four rules, and when somebody is taken for healthy or for not having come back. */
export const exitTerms = z.object({
  kinds: z.record(exitKind, exitRule),
  /** Measures during which the person and the whole household stay in. */
  confining: z.array(measure),
  certificate: z.object({
    /** Days looked back on: no fever, no symptom. */
    lookBackDays: z.number().int().min(1).max(30),
    /** Readings there must be within those days. */
    readings: z.number().int().min(1).max(30),
    /** Days a certificate holds, the day of issue included. */
    validDays: z.number().int().min(1).max(30),
  }),
  /** Whoever goes out for the day is back by then. */
  backBy: z.string().regex(/^\d{2}:\d{2}$/),
})
export type ExitTerms = z.infer<typeof exitTerms>
