import * as z from 'zod'
import { bothLanguages, day, id, instant } from '../../../kernel/fields.ts'
import { personBrief } from '../../people/contract.ts'
import { measure, releaseConditions, stage, symptom } from '../../policies/contract.ts'

export const episodeStates = ['active', 'released', 'hospital', 'movedOut', 'cancelled'] as const
export const episodeState = z.enum(episodeStates)
export type EpisodeState = z.infer<typeof episodeState>

export const episodeActions = [
  'check', 'visit', 'changeMeasure', 'expose', 'assignRoom', 'assignStaff', 'moveOut', 'hospital', 'release', 'releaseEarly', 'undoRelease', 'cancel', 'explainGap', 'test',
] as const
export const episodeAction = z.enum(episodeActions)
export type EpisodeAction = z.infer<typeof episodeAction>

export const dueState = z.enum(['open', 'done', 'missed', 'explained'])
export const checkChannel = z.enum(['self', 'worker', 'doctor', 'visit'])
export const temperatureSite = z.enum(['forehead', 'wrist', 'armpit', 'ear'])

/** 一次管控 in a list. */
export const episodeLine = z.object({
  id: id(),
  person: personBrief,
  state: episodeState,
  measure,
  originClass: z.string(),
  /** 第 dayNo 天 / 共 days 天; day 0 is the anchor. */
  dayNo: z.number().int(),
  days: z.number().int(),
  startsOn: day(),
  /** Last day, inclusive. */
  endsOn: day(),
  place: z.enum(['home', 'site']),
  roomName: z.string().nullable(),
  /** Windows of today nobody has reported in yet, and those missed before without an explanation. */
  missingToday: z.number().int(),
  gaps: z.number().int(),
  openLead: z.boolean(),
  /** Last reading, ℃. */
  lastTemperature: z.number().nullable(),
  lastTakenAt: instant().nullable(),
})
export type EpisodeLine = z.infer<typeof episodeLine>

/** 一次测温 */
export const reading = z.object({
  id: id(), takenAt: instant(), temperature: z.number().nullable(), site: z.string().nullable(), deviceError: z.boolean(), symptoms: z.array(symptom),
  abnormal: z.boolean(), channel: z.string(), takerName: z.string().nullable(), window: z.string().nullable(), dueOn: day().nullable(), note: z.string().nullable(),
})
export const dueCheck = z.object({
  dueOn: day(), window: z.string(), opensAt: instant(), closesAt: instant(), state: dueState, remindedAt: instant().nullable(), escalatedAt: instant().nullable(),
  explanation: z.string().nullable(), explainerName: z.string().nullable(),
})
export const visitView = z.object({
  id: id(), visitor: z.string(), purpose: z.string(), state: z.enum(['owed', 'made', 'cancelled']), dueAt: instant().nullable(), madeAt: instant().nullable(),
  visitorName: z.string().nullable(), result: z.string().nullable(), note: z.string().nullable(),
  /** 要送什么, of a delivery. */
  need: z.string().nullable(),
})
export const testView = z.object({ dueOn: day(), takenOn: day().nullable(), result: z.enum(['negative', 'positive']).nullable(), recorderName: z.string().nullable(), recordedAt: instant().nullable() })
export const changeView = z.object({
  id: id(), kind: z.string(), before: z.record(z.string(), z.unknown()).nullable(), after: z.record(z.string(), z.unknown()).nullable(),
  orderNo: z.string().nullable(), reason: z.string().nullable(), at: instant(), accountName: z.string().nullable(),
})
/** 联系: one call or visit; `undone`: taken back right after, nothing of it counts. */
export const callWay = z.enum(['phone', 'visit'])
export const callView = z.object({
  id: id(), at: instant(), way: callWay, reached: z.boolean(), unchanged: z.boolean(), need: z.string().nullable(), note: z.string().nullable(), accountName: z.string().nullable(), undone: z.boolean(),
})
/** 解除五条件: what holds, what is missing. */
export const condition = z.object({ id: z.enum(releaseConditions), required: z.boolean(), met: z.boolean(), missing: z.number().int(), /** Part of it is known to another office only. */ beyond: z.boolean() })
export const staffRef = z.object({ id: id(), name: z.string(), officePhone: z.string().nullable() })

/** 管控卡 */
export const episodeCard = episodeLine.extend({
  /** One sentence why, kept from the decision. */
  because: bothLanguages,
  policyId: id(), orderNo: z.string(), clause: z.string(),
  anchor: z.enum(['arrival', 'lastExposure']), anchorOn: day(), stages: z.array(stage),
  siteName: z.string().nullable(), doctor: staffRef.nullable(), worker: staffRef.nullable(),
  /** ℃, from the policy: the line in the curve. */
  feverFrom: z.number(),
  readings: z.array(reading), due: z.array(dueCheck), visits: z.array(visitView), calls: z.array(callView), tests: z.array(testView), changes: z.array(changeView),
  conditions: z.array(condition), actions: z.array(episodeAction), becauseOfEpisodeId: id().nullable(), closedAt: instant().nullable(), closerName: z.string().nullable(),
})
export type EpisodeCard = z.infer<typeof episodeCard>

export const siteView = z.object({
  id: id(), areaId: id(), areaName: z.string(), name: z.string(), address: z.string().nullable(), phone: z.string().nullable(), state: z.enum(['open', 'closed']),
  rooms: z.number().int(), beds: z.number().int(), taken: z.number().int(),
})
export const roomView = z.object({ id: id(), name: z.string(), beds: z.number().int(), taken: z.number().int(), people: z.array(z.object({ episodeId: id(), name: z.string(), dayNo: z.number().int() })) })
