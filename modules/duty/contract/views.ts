import * as z from 'zod'
import { day, id, instant } from '../../../kernel/fields.ts'
import { level } from '../../territory/contract.ts'

/**
 * 挂联职责: 领导挂联 (市级、处级) / 街道协调 / 社区督促 / 小区(村组)包干 / 网格员 / 楼栋长, and the three teams 医生 / 干部 / 物业.
 * Source: report 1 二(二), “街道有人协调、社区有人督促、小区有人包干”.
 */
export const dutyRoles = [
  'leader', 'subdistrictCoordinator', 'communitySupervisor', 'compoundKeeper', 'gridWorker', 'buildingHead', 'doctorTeam', 'cadreTeam', 'propertyTeam',
] as const
export const dutyRole = z.enum(dutyRoles)
export type DutyRole = z.infer<typeof dutyRole>

/** 在岗 / 未到岗 / 账号已停用 / 已离岗 / 已撤销 */
export const dutyStates = ['current', 'planned', 'gone', 'ended', 'undone'] as const
export type DutyState = (typeof dutyStates)[number]

export const assignment = z.object({
  assignmentId: id(),
  areaId: id(),
  areaName: z.string(),
  level,
  dutyRole,
  state: z.enum(dutyStates),
  accountId: id().nullable(),
  name: z.string(),
  /** 单位 / 职务 */
  office: z.string().nullable(),
  title: z.string().nullable(),
  officePhone: z.string().nullable(),
  onBoard: z.boolean(),
  orderNo: z.string().nullable(),
  startsOn: day(),
  endsOn: day().nullable(),
  createdAt: instant(),
  creatorName: z.string().nullable(),
  endedAt: instant().nullable(),
  enderName: z.string().nullable(),
  endReason: z.string().nullable(),
  /** What went over to this one from the former: managed persons, leads and matters. */
  handed: z.object({ from: z.string(), episodes: z.number().int(), leads: z.number().int(), matters: z.number().int() }).nullable(),
  actions: z.array(z.enum(['change', 'end', 'undo'])),
})
export type Assignment = z.infer<typeof assignment>

/** Whoever answers, in a line of a list. */
const answerer = z.object({ assignmentId: id(), dutyRole, name: z.string(), title: z.string().nullable(), officePhone: z.string().nullable(), state: z.enum(dutyStates), startsOn: day() })
export type Answerer = z.infer<typeof answerer>

/** 辖区 with who answers for it. */
export const dutyArea = z.object({
  areaId: id(), level, name: z.string(), fullName: z.string(),
  households: z.number().int(), persons: z.number().int(), hasChildren: z.boolean(),
  holders: z.array(answerer),
  /** The duty nobody fills here: 缺, 或账号已停用. */
  gap: z.enum(['nobody', 'gone']).nullable(),
  gapRole: dutyRole.nullable(),
  /** Areas below nobody answers for. */
  gapsBelow: z.number().int(),
})
export type DutyArea = z.infer<typeof dutyArea>

/** 配备标准: households per worker, from and to. */
export const standard = z.object({
  from: z.coerce.number().int().min(1).max(10_000), to: z.coerce.number().int().min(1).max(10_000),
  /** 依据 */
  source: z.string().trim().min(1).max(200),
})
export type Standard = z.infer<typeof standard>

export const dutySummary = z.object({
  households: z.number().int(), persons: z.number().int(),
  /** 社区工作力量: persons in the duties of supervisor, keeper and grid worker. */
  workers: z.number().int(),
  /** How many there should be: at least (households / to), at best (households / from). */
  needed: z.object({ least: z.number().int(), best: z.number().int() }),
  standard,
  gaps: z.number().int(), overloaded: z.number().int(), leaders: z.number().int(),
  /** Whether the caller may set the standard. */
  maySetStandard: z.boolean(),
})
export type DutySummary = z.infer<typeof dutySummary>

/** 一个人的负担 */
export const workload = z.object({
  accountId: id().nullable(), name: z.string(), dutyRoles: z.array(dutyRole),
  households: z.number().int(), areas: z.array(z.object({ areaId: id(), name: z.string(), households: z.number().int() })), over: z.boolean(),
})
export type Workload = z.infer<typeof workload>

/** What to do about it, a sentence by its key below `duty.advice`. */
export const advice = z.object({
  key: z.enum(['fill', 'fillWith', 'replace', 'share', 'moveArea', 'moreWorkers', 'unassigned']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  areaId: id().nullable(), dutyRole: dutyRole.nullable(), accountId: id().nullable(),
})
export type Advice = z.infer<typeof advice>

export const dutyCard = z.object({
  area: dutyArea,
  /** From the top down: who answers above, as far as one may see, and here. */
  chain: z.array(z.object({ areaId: id(), name: z.string(), level, holders: z.array(assignment) })),
  /** Duties that may be given here, those of this level first. */
  roles: z.array(dutyRole),
  editable: z.boolean(),
  history: z.array(assignment),
  workload: z.object({ workers: z.number().int(), households: z.number().int(), perWorker: z.number().int().nullable(), least: z.number().int(), best: z.number().int(), over: z.boolean() }).nullable(),
  advice: z.array(advice),
})
export type DutyCard = z.infer<typeof dutyCard>

export const candidate = z.object({
  accountId: id(), name: z.string(), role: z.string(), areaName: z.string(), officePhone: z.string().nullable(),
  /** 现在负责的户数 */
  households: z.number().int(), areas: z.number().int(),
})
export type Candidate = z.infer<typeof candidate>

/** 公示牌: exactly what the public sees. A key here is a key on the street. */
const boardLine = z.object({
  /** 三级挂联 / 三支队伍 / 下面的小区、网格、楼栋 */
  part: z.enum(['chain', 'teams', 'below']),
  place: z.string(), dutyRole, name: z.string(), title: z.string().nullable(), office: z.string().nullable(), officePhone: z.string().nullable(),
})
export const board = z.object({
  areaName: z.string(), fullName: z.string(), level,
  /** 监督电话 */
  supervisionPhone: z.string().nullable(),
  /** 社区电话 */
  officePhone: z.string().nullable(),
  lines: z.array(boardLine),
  /** 更新 */
  updatedOn: day(),
})
export type Board = z.infer<typeof board>
export type BoardLine = z.infer<typeof boardLine>

export const boardOf = z.object({
  board, published: z.boolean(), url: z.string(), qrSvg: z.string(),
  /** Those on duty who would stand there without a phone. */
  withoutPhone: z.number().int(),
})
