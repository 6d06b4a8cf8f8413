import * as z from 'zod'
import { day, id, instant, text } from '../../../kernel/fields.ts'
import { careGroup, residency } from '../../people/contract.ts'
import { measure } from '../../policies/contract.ts'

/** 一人一行 / 一个小区、网格一行 */
export const formKinds = ['people', 'areas'] as const
export const formKind = z.enum(formKinds)
export type FormKind = z.infer<typeof formKind>

/** 写法: 2020-02-26 · 2020年2月26日 · 2020.2.26 · 2020.2 / 是、否 · √ · 只写“是” / without the community or with it. */
export const ways = ['dash', 'han', 'dots', 'month', 'yesNo', 'tick', 'yesOnly', 'short', 'full'] as const
export type Way = (typeof ways)[number]
/** 一次 / 每日 / 每周 / 每月 */
export const frequencies = ['once', 'daily', 'weekly', 'monthly'] as const
export const frequency = z.enum(frequencies)
export type Frequency = z.infer<typeof frequency>

/** 今天要交 · 逾期 · 还早 · 已填 · 停用 */
export const formStates = ['due', 'overdue', 'later', 'filled', 'stopped'] as const
export const formState = z.enum(formStates)
export type FormState = z.infer<typeof formState>
export const formTabs = ['all', 'due', 'overdue', 'later', 'filled', 'stopped'] as const
export const formTab = z.enum(formTabs)
export type FormTab = z.infer<typeof formTab>

/** 列的来源: an element of the catalogue, `text`, `blank` or `formula`; null where nobody has said. */
export const column = z.object({
  index: z.number().int().min(0).max(500), heading: z.string().max(200), source: z.string().max(40).nullable(), way: z.enum(ways).nullable(),
  /** The same in every line. */
  text: z.string().max(200), hidden: z.boolean(), twice: z.boolean(),
})
export type Column = z.infer<typeof column>

/** 条件: who of an area belongs in the form. */
export const conditions = z.object({
  ageFrom: z.coerce.number().int().min(0).max(130).optional(), ageTo: z.coerce.number().int().min(0).max(130).optional(), sex: z.enum(['1', '2']).optional(), residency: residency.optional(),
  careGroups: z.array(careGroup).max(10).optional(),
  /** 正在管控: by any measure or by one. */
  managed: z.union([z.literal('any'), measure]).optional(),
})
export type Conditions = z.infer<typeof conditions>
/** 按小区(居民小组)/ 按网格 */
export const rowLevels = ['settlement', 'grid'] as const
export const who = z.object({ areaId: id(), conditions, /** Of a form with a row for each area. */ level: z.enum(rowLevels).optional() })
export type Who = z.infer<typeof who>
/** By row: the person meant, or `skip`. */
export const picks = z.record(z.string().regex(/^\d{1,7}$/), z.union([id(), z.literal('skip')]))
export type Picks = z.infer<typeof picks>

/** 准入: 已准入 / 不予准入 / 未准入. */
export const admissionStates = ['admitted', 'declined', 'none'] as const
export const admission = z.object({ state: z.enum(admissionStates), reason: z.string().nullable(), until: day().nullable(), officeName: z.string().nullable(), decidedAt: instant().nullable() })
export type Admission = z.infer<typeof admission>

export const formLine = z.object({
  formId: id(), areaId: id(), areaName: z.string(), kind: formKind, name: z.string(), department: z.string(), /** 文号或依据 */ basis: z.string(), frequency, state: formState,
  /** 最迟什么时候交; null for one whose day nobody has said. */
  dueAt: instant().nullable(),
  /** 这一期已填: when, by whom. */
  filled: z.object({ at: instant(), by: z.string().nullable() }).nullable(),
  admission,
})
export type FormLine = z.infer<typeof formLine>

/** 填报记录 */
export const filling = z.object({
  fillingId: id(), onDay: day(), at: instant(), actorName: z.string().nullable(), lines: z.number().int(), cells: z.number().int(), filled: z.number().int(), open: z.number().int(), clear: z.boolean(), filename: z.string(),
  /** The file can still be fetched. */
  kept: z.boolean(), undone: z.boolean(),
})
export type Filling = z.infer<typeof filling>

export const formCard = formLine.extend({
  filename: z.string(), format: z.enum(['xlsx', 'csv']), askedAt: instant(), /** 按保存期限删除 */ fileRemovedAt: instant().nullable(),
  dueOn: day().nullable(), dueWeekday: z.number().int().nullable(), dueDate: z.number().int().nullable(), dueTime: z.string(), stopReason: z.string().nullable(),
  /** 表头; null until somebody has pointed at it. */
  head: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  columns: z.array(column), who: who.nullable(), picks,
  /** 此表要身份证号、电话 of residents. */
  asksForNumbers: z.boolean(),
  fillings: z.array(filling),
  /** 重复字段率: of its columns, 0–1, and the forms that ask the same. */
  duplicates: z.object({ share: z.number(), names: z.array(z.string()) }),
  creatorName: z.string().nullable(),
})
export type FormCard = z.infer<typeof formCard>

/** 这一格: stands there already · written by the house · the house ought to know it · nobody asked the house. */
export const cellStates = ['kept', 'filled', 'missing', 'open'] as const
export const previewCell = z.object({ text: z.string(), state: z.enum(cellStates) })
export const previewLine = z.object({ rowNo: z.number().int(), added: z.boolean(), subjectId: id().nullable(), cells: z.array(previewCell) })

/** Somebody a line may mean, with what is needed to tell. */
export const candidate = z.object({ personId: id(), name: z.string(), sex: z.string(), birthOn: day().nullable(), documentMasked: z.string().nullable(), address: z.string() })
/** 不在本社区 · 证号是别人的 · 证号没有登记 · 有几位像 · 只有姓名 · 没有姓名 */
export const unmatchedReasons = ['notHere', 'nameDiffers', 'numberUnknown', 'several', 'nameOnly', 'noName'] as const
export type UnmatchedReason = (typeof unmatchedReasons)[number]
export const unmatched = z.object({ rowNo: z.number().int(), name: z.string(), reason: z.enum(unmatchedReasons), candidates: z.array(candidate) })
export type Unmatched = z.infer<typeof unmatched>

/** 预览: how the form would come out now. */
export const preview = z.object({
  asOf: instant(),
  /** People or areas with a line, of these already in the sheet, and lines added to it. */
  lines: z.number().int(), standing: z.number().int(), added: z.number().int(),
  cells: z.number().int(), filled: z.number().int(), open: z.number().int(),
  /** By column: how many of its cells are filled, and left open. */
  columns: z.array(z.object({ index: z.number().int(), filled: z.number().int(), open: z.number().int() })),
  shown: z.array(previewLine),
  /** 缺什么: people of whom the register lacks something the form asks, the first of them. */
  gaps: z.array(z.object({ personId: id(), rowNo: z.number().int(), name: z.string(), address: z.string(), missing: z.array(z.string()) })),
  gapsInAll: z.number().int(),
  unmatched: z.array(unmatched), unmatchedInAll: z.number().int(), skipped: z.number().int(),
})
export type Preview = z.infer<typeof preview>

/** 表样: the first rows of the file, to point at the headings. */
export const sheetSample = z.object({ rows: z.array(z.object({ rowNo: z.number().int(), cells: z.array(z.string()) })) })

export const formFigures = z.object({
  tabs: z.record(formTab, z.number().int()),
  /** 本月: forms filled, cells asked and written by the house, fillings of forms nobody admitted. */
  month: z.object({ fillings: z.number().int(), cells: z.number().int(), filled: z.number().int(), unadmitted: z.number().int() }),
  /** 估计省下: minutes, at so many seconds a cell. */
  saved: z.object({ minutes: z.number().int(), secondsPerCell: z.number() }),
  /** 未准入 forms in use. */
  unadmitted: z.number().int(),
})
export type FormFigures = z.infer<typeof formFigures>

/** What is said of a form besides its layout. */
export const facts = {
  name: text(80).min(1), department: text(60).default(''), basis: text(60).default(''), frequency, dueOn: day().optional(), dueWeekday: z.number().int().min(1).max(7).optional(), dueDate: z.number().int().min(1).max(31).optional(),
  dueTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).default('17:00'),
}
