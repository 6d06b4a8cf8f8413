import * as z from 'zod'
import { bothLanguages, id, instant } from '../../../kernel/fields.ts'
import { dutyRole } from '../../duty/contract.ts'
import { level } from '../../territory/contract.ts'

/** 社区疫情状态 of a community / 小区等级 of a compound, village group, grid, building or unit. */
export const zoneKinds = ['communityState', 'compoundGrade'] as const
export const zoneKind = z.enum(zoneKinds)
export type ZoneKind = z.infer<typeof zoneKind>

/** 未发现病例 / 出现病例 / 暴发疫情 / 传播疫情: 《新冠肺炎疫情社区防控工作方案(试行)》, 2020-01-24. */
export const communityStates = ['noCase', 'caseFound', 'outbreak', 'spread'] as const
/** 封控 / 管控 / 防范 / 已解除 */
export const compoundGrades = ['lifted', 'prevention', 'control', 'lockdown'] as const
export const zoneValues = [...communityStates, ...compoundGrades] as const
export const zoneValue = z.enum(zoneValues)
export type ZoneValue = z.infer<typeof zoneValue>

/** 未完成 / 已完成 / 不适用 / 已不需要 (closed by a lower grade) */
export const itemStates = ['open', 'done', 'skipped', 'closed'] as const
export const itemState = z.enum(itemStates)
export type ItemState = z.infer<typeof itemState>

export const zone = z.object({
  zoneId: id(), kind: zoneKind, value: zoneValue,
  /** 执行时间 */
  fromAt: instant(),
  /** 文号 / 签发机关 */
  orderNo: z.string(), issuer: z.string(),
  /** 具体范围 */
  scopeNote: z.string().nullable(), reason: z.string().nullable(),
  setAt: instant(), setterName: z.string().nullable(),
  state: z.enum(['current', 'former', 'undone']),
  mayUndo: z.boolean(),
})
export type Zone = z.infer<typeof zone>

export const zoneItem = z.object({
  itemId: id(), areaId: id(), areaName: z.string(), kind: zoneKind, title: bothLanguages,
  /** 依据 */
  source: bothLanguages.nullable(),
  ownerRole: dutyRole.nullable(), ownerAccountId: id().nullable(),
  /** 责任人; null while nobody is on that duty. */
  ownerName: z.string().nullable(), mine: z.boolean(),
  dueAt: instant(), state: itemState, overdue: z.boolean(),
  note: z.string().nullable(), settledAt: instant().nullable(), settlerName: z.string().nullable(),
  photos: z.array(z.object({ photoId: id(), takenAt: instant(), takerName: z.string().nullable() })),
  actions: z.array(z.enum(['done', 'skip', 'photo', 'assign', 'reopen'])),
})
export type ZoneItem = z.infer<typeof zoneItem>

const progress = { total: z.number().int(), done: z.number().int(), late: z.number().int() }
export const zoneArea = z.object({
  areaId: id(), name: z.string(), fullName: z.string(), level, kind: zoneKind,
  /** Null where no order has said anything. */
  value: zoneValue.nullable(), fromAt: instant().nullable(), orderNo: z.string().nullable(), issuer: z.string().nullable(), scopeNote: z.string().nullable(),
  households: z.number().int(), persons: z.number().int(),
  ...progress,
})
export type ZoneArea = z.infer<typeof zoneArea>

export const zoneCard = z.object({
  area: z.object({ areaId: id(), name: z.string(), fullName: z.string(), level, households: z.number().int(), persons: z.number().int() }),
  kind: zoneKind.nullable(),
  current: zone.nullable(),
  items: z.array(zoneItem), ...progress,
  /** Measures of former grades that are no longer needed. */
  closed: z.array(zoneItem),
  history: z.array(zone),
  /** What the caller may set it to. */
  values: z.array(zoneValue),
})
export type ZoneCard = z.infer<typeof zoneCard>

/** Before anything is set: what the change opens, closes and leaves as it is. */
export const zonePreview = z.object({
  opens: z.array(z.object({ title: bothLanguages, source: bothLanguages.nullable(), dueAt: instant(), ownerRole: dutyRole, ownerName: z.string().nullable() })),
  closes: z.array(z.object({ title: bothLanguages, state: itemState })),
  keeps: z.number().int(),
})

/** 公示: value, place, since when, by which order; nothing else. */
export const publicZone = z.object({ kind: zoneKind, value: zoneValue, place: z.string(), fromAt: instant(), orderNo: z.string(), issuer: z.string() })

/** 一项措施 of a list: what, who by default (职责), within how many hours after the state or grade begins, by which paper (依据). */
export const checklistMeasure = z.object({
  /** Keeps a measure one and the same from list to list, so that it goes on when the grade changes. */
  key: z.string().regex(/^[\w-]{1,60}$/), title: bothLanguages, ownerRole: dutyRole, dueHours: z.number().int().min(1).max(720), source: bothLanguages.nullable(),
})
export type ChecklistMeasure = z.infer<typeof checklistMeasure>

/** 措施清单 of a state or grade, as it holds for the caller's office. */
export const checklist = z.object({
  value: zoneValue, measures: z.array(checklistMeasure),
  /** Shipped with the program, of an office above, or one's own. */
  from: z.enum(['shipped', 'above', 'own']), officeName: z.string().nullable(), savedAt: instant().nullable(), saverName: z.string().nullable(),
  /** One's own versions, newest first. */
  versions: z.array(z.object({ checklistId: id(), version: z.number().int(), n: z.number().int(), savedAt: instant(), saverName: z.string().nullable(), inForce: z.boolean() })),
})
export type Checklist = z.infer<typeof checklist>
