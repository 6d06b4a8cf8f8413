import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { id, instant, listOf, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'

/** 组织层级, from the top; rules.ts says what may stand below what. */
export const level = z.enum([
  'city', 'district', 'subdistrict', 'community', 'compound', 'villageGroup', 'grid', 'building', 'unit',
])
export type Level = z.infer<typeof level>

const named = z.object({ name: z.string() })
export const territoryErrors = declareErrors('territory', {
  wrongLevel: { status: 422, params: z.object({ level: z.string(), parentLevel: z.string() }) },
  levelsDiffer: { status: 409, params: z.object({ level: z.string(), otherLevel: z.string() }) },
  nameTaken: { status: 409, params: z.object({ name: z.string(), parent: z.string() }) },
  codeWrong: { status: 422, params: z.object({ code: z.string() }) },
  codeNotBelow: { status: 422, params: z.object({ code: z.string(), above: z.string() }) },
  codeTaken: { status: 409, params: z.object({ code: z.string(), name: z.string() }) },
  underItself: { status: 409, params: named },
  alreadyThere: { status: 409, params: named },
  closed: { status: 409, params: named },
  /** The area one works for is moved, merged and closed by the office above. */
  ownArea: { status: 409, params: named },
  notEmpty: { status: 409, params: z.object({ name: z.string(), areas: z.number(), households: z.number(), persons: z.number() }) },
  sameContents: { status: 409, params: z.object({ households: z.number(), persons: z.number() }) },
  bandWrong: { status: 422 },
})

/** 辖区 */
export const area = z.object({
  id: id(),
  parentId: id().nullable(),
  areaPath: z.string(),
  level,
  name: z.string(),
  /** 全称: names from the subdistrict down. */
  fullName: z.string(),
  /** 行政区划代码, 6, 9 or 12 digits, where there is one. */
  code: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  officePhone: z.string().nullable(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  /** 户, 人 present at and below, from the maintained counters. */
  households: z.number().int(),
  persons: z.number().int(),
  hasChildren: z.boolean(),
  /** A grid outside the wanted size; a hint, never a limit. */
  warning: z.enum(['small', 'large']).nullable(),
})
export type AreaView = z.infer<typeof area>

const place = z.object({ id: id(), level, name: z.string(), fullName: z.string(), areaPath: z.string() })
const band = z.object({ from: z.coerce.number().int().min(1).max(100_000), to: z.coerce.number().int().min(1).max(100_000) })
const change = z.object({
  id: id(),
  kind: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  /** 文号 */
  orderNo: z.string().nullable(),
  reason: z.string().nullable(),
  at: instant(),
  accountName: z.string().nullable(),
})

const view = { permission: 'territory.view' } as const
const edit = { permission: 'territory.edit' } as const
const done = z.object({})
const orderNo = () => text(60).optional()
const areaName = () => z.string().trim().min(1).max(60)
const audited = { act: 'change', subjects: (i: { areaId: string }) => [i.areaId] } as const
const moved = { ...audited, reason: (i: { reason: string }) => i.reason } as const

export const territoryApi = {
  areaChildren: query({
    path: '/territory/areas', access: view,
    summary: 'One level of the area tree 辖区树; without a parent, the caller’s own area',
    input: z.object({ parentId: id().optional(), closedToo: z.stringbool().optional() }),
    output: z.object({ items: z.array(area), gridHouseholds: band }),
  }),
  areaById: query({
    path: '/territory/areas/:areaId', access: view, summary: 'One area 辖区 with the areas above it',
    input: z.object({ areaId: id() }),
    output: z.object({
      area,
      above: z.array(z.object({ id: id(), level, name: z.string(), code: z.string().nullable(), areaPath: z.string() })),
    }),
  }),
  searchAreas: query({
    path: '/territory/search', access: view, summary: 'Find areas by name, full name or pinyin 查找辖区',
    input: z.object({
      text: text(60), levels: listOf(level).optional(), limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    output: z.object({ items: z.array(place) }),
  }),
  areaHistory: query({
    path: '/territory/areas/:areaId/history', access: view, summary: 'What happened to an area 辖区变更记录',
    input: z.object({ areaId: id() }), output: z.object({ items: z.array(change) }),
  }),
  gridWarnings: query({
    path: '/territory/grid-warnings', access: view, summary: 'Grids outside the wanted size 网格规模提示',
    input: z.object({ ...pageInput }), output: pageOf(area),
  }),
  createArea: command({
    path: '/territory/areas', access: edit, summary: 'Create an area 新建辖区',
    input: z.object({
      parentId: id(), level, name: areaName(), code: text(12).optional(), officePhone: text(30).optional(), orderNo: orderNo(),
    }),
    output: z.object({ areaId: id(), areaPath: z.string(), fullName: z.string() }),
    errors: [
      territoryErrors.wrongLevel, territoryErrors.nameTaken, territoryErrors.closed,
      territoryErrors.codeWrong, territoryErrors.codeNotBelow, territoryErrors.codeTaken,
    ],
    audit: { act: 'change', subjects: (_i, o) => [o.areaId] },
  }),
  renameArea: command({
    path: '/territory/areas/:areaId/rename', access: edit, summary: 'Rename 更名; full names below follow',
    input: z.object({ areaId: id(), name: areaName(), orderNo: orderNo(), reason: text(300).optional() }), output: done,
    errors: [territoryErrors.nameTaken], audit: audited,
  }),
  setAreaDetails: command({
    path: '/territory/areas/:areaId/details', access: edit, summary: 'Official code and office phone 代码与电话',
    input: z.object({ areaId: id(), code: text(12).nullable(), officePhone: text(30).nullable() }), output: done,
    errors: [territoryErrors.codeWrong, territoryErrors.codeNotBelow, territoryErrors.codeTaken], audit: audited,
  }),
  moveArea: command({
    path: '/territory/areas/:areaId/move', access: edit,
    summary: 'Move below another area 划转; all rows follow at once, by a job',
    input: z.object({ areaId: id(), toParentId: id(), orderNo: orderNo(), reason: reason() }), output: done,
    errors: [
      territoryErrors.underItself, territoryErrors.alreadyThere, territoryErrors.wrongLevel, territoryErrors.closed,
      territoryErrors.ownArea, territoryErrors.nameTaken, territoryErrors.sameContents,
    ],
    audit: moved,
  }),
  mergeAreas: command({
    path: '/territory/areas/:areaId/merge', access: edit,
    summary: 'Merge into another area of the same level 合并; the merged one is closed and keeps its history',
    input: z.object({ areaId: id(), intoAreaId: id(), orderNo: orderNo(), reason: reason() }), output: done,
    errors: [
      territoryErrors.underItself, territoryErrors.levelsDiffer, territoryErrors.closed, territoryErrors.ownArea,
      territoryErrors.sameContents,
    ],
    audit: moved,
  }),
  closeArea: command({
    path: '/territory/areas/:areaId/close', access: edit, summary: 'Close an empty area 撤销',
    input: z.object({ areaId: id(), orderNo: orderNo(), reason: reason() }), output: done,
    errors: [territoryErrors.notEmpty, territoryErrors.ownArea, territoryErrors.closed], audit: moved,
  }),
  reopenArea: command({
    path: '/territory/areas/:areaId/reopen', access: edit, summary: 'Reopen a closed area 恢复',
    input: z.object({ areaId: id() }), output: done,
    errors: [territoryErrors.closed, territoryErrors.nameTaken], audit: audited,
  }),
  setGridHouseholds: command({
    path: '/territory/grid-households', access: { permission: 'accounts.manage' },
    summary: 'The wanted size of a grid in households 网格规模',
    input: band, output: done, errors: [territoryErrors.bandWrong],
  }),
}
