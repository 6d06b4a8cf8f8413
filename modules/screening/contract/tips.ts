import * as z from 'zod'
import { day, id, instant, text } from '../../../kernel/fields.ts'

/** 看到了什么: 有外地来人 / 有人发热咳嗽 / 隔离的人外出 / 聚集 / 其他. */
export const tipSights = ['arrived', 'unwell', 'outside', 'gathering', 'other'] as const
export const tipSight = z.enum(tipSights)
export type TipSight = z.infer<typeof tipSight>

/** 邻里协查: what a neighbour saw, where and when; nothing about who says it but a telephone, if they want. */
export const tipGiven = {
  /** 小区 / 村组 of the code's area. */
  areaId: id().optional(),
  building: text(20).default(''), unit: text(20).default(''), room: text(30).default(''),
  seen: z.array(tipSight).min(1).max(5),
  words: text(300).optional(),
  /** 人数 */
  people: z.number().int().min(1).max(200).optional(),
  seenOn: day().optional(),
  phone: text(20).optional(),
}

export const tipShown = z.object({
  tipId: id(), seen: z.array(tipSight), words: z.string().nullable(), people: z.number().nullable(), seenOn: z.string().nullable(), phoneMasked: z.string().nullable(), at: instant(),
})
export type TipShown = z.infer<typeof tipShown>
