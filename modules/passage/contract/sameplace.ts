import * as z from 'zod'
import { id, instant, reason } from '../../../kernel/fields.ts'
import { pageInput } from '../../../kernel/page.ts'
import { direction } from './facts.ts'
import { subjectKind } from './records.ts'

/** Whose way is followed: a person, or a household whose pass was used; how many days back and how many minutes around, where not as set. */
export const whoseWay = {
  personId: id().optional(), householdId: id().optional(),
  days: z.coerce.number().int().min(1).max(28).optional(), minutes: z.coerce.number().int().min(1).max(120).optional(),
}
/** The trail keeps why it was asked for. */
export const samePlaceInput = { ...whoseWay, reason: reason(), ...pageInput }

/** 场所: shown; 没有查场所的权限 (disease control has it); 没有手机号 to find visits by. */
export const venuesSeen = z.enum(['shown', 'notYours', 'noPhone'])

/** 本人(户)的进出: what there is to compare with. */
export const ownWay = z.object({
  householdId: id().nullable(), who: z.string(), address: z.string(), days: z.number().int(), minutes: z.number().int(), from: instant(), to: instant(),
  /** 进出次数、卡点数 */
  passages: z.number().int(), gates: z.number().int(),
  /** 进出公共场所次数 */
  visits: z.number().int(), venues: venuesSeen,
})
export type OwnWay = z.infer<typeof ownWay>

/** 同时同地的人 (户、车、访客、报的名字): a fact about two times at one place, and not that anybody met. */
export const samePlace = z.object({
  key: z.string(),
  /** 卡点 or 公共场所 */
  at: z.enum(['gate', 'venue']),
  subject: subjectKind,
  /** 姓名; of a household's pass its householder's. */
  who: z.string(),
  /** 房号, told place, or the masked telephone. */
  beside: z.string(),
  householdId: id().nullable(), personId: id().nullable(), plate: z.string().nullable(),
  /** 次数: how many of their passages or visits were so near. */
  times: z.number().int(),
  /** 最近相隔, seconds; 0 where both were inside at once. */
  apart: z.number().int(),
  /** Their own time then, and the time of whoever is asked about. */
  theirAt: instant(), ownAt: instant(), direction: direction.nullable(),
  placeName: z.string(), areaName: z.string(),
  /** 进出记录 it was. */
  eventId: id().nullable(),
})
export type SamePlace = z.infer<typeof samePlace>
