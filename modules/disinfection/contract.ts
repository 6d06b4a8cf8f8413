import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { agent, disinfection, disinfectionCard, disinfectionPlace, method, newPoint, offeredPoint, pointCard, pointKind, pointLine, pointList, pointTab, terminalCard, terminalKinds, terminalLine, terminalTabs } from './contract/views.ts'

export * from './contract/views.ts'

export const disinfectionErrors = declareErrors('disinfection', {
  notTheDay: { status: 409 },
  terminalSettled: { status: 409, params: z.object({ state: z.enum(terminalTabs) }) },
  endsBefore: { status: 422 },
  notAPicture: { status: 422, params: z.object({ filename: z.string() }) },
  tooManyPhotos: { status: 409, params: z.object({ n: z.number().int() }) },
  listUnreadable: { status: 422 },
  listTooLong: { status: 422, params: z.object({ most: z.number().int() }) },
  listHeadings: { status: 422, params: z.object({ headings: z.string() }) },
})
const errors = disinfectionErrors

const view = { permission: 'disinfection.view' } as const
const keep = { permission: 'disinfection.keep' } as const
const record = { permission: 'disinfection.record' } as const
const ask = { permission: 'disinfection.terminal' } as const
const aPoint = z.object({ pointId: id() })
const aTerminal = z.object({ terminalId: id() })
const aRecord = z.object({ disinfectionId: id() })
const n = z.number().int()
const onPoint = { act: 'change' as const, subjects: (i: { pointId: string }) => [i.pointId] }
const onTerminal = { act: 'change' as const, subjects: (i: { terminalId: string }) => [i.terminalId] }
const onRecord = { act: 'change' as const, subjects: (i: { disinfectionId: string }) => [i.disinfectionId] }
const onPoints = { act: 'change' as const, subjects: (_: unknown, o: { pointIds: string[] }) => o.pointIds }
/** 消毒剂、浓度、方式、起止、面积、人员: what was done. */
const done = {
  agent, /** mg/L */ concentration: n.min(1).max(100_000).optional(), method, /** 起 */ fromAt: instant().optional(), /** 止: when it was finished; now, where nothing is said */ at: instant().optional(),
  squareMetres: n.min(1).max(1_000_000).optional(), people: text(60).optional(), note: text(300).optional(),
}

export const disinfectionApi = {
  listPoints: query({
    path: '/disinfection/points', access: view, summary: '消毒点位: what is still to be done today, and what is late, by compound and building',
    input: z.object({ tab: pointTab.default('open'), areaId: id().optional(), kind: pointKind.optional(), text: text(40).optional(), order: orderBy('point', 'last').optional(), ...pageInput }), output: pageOf(pointLine),
  }),
  pointCounts: query({ path: '/disinfection/points/counts', access: view, summary: '点位数, with the times and m² of today', input: z.object({ areaId: id().optional(), kind: pointKind.optional() }), output: z.object({ late: n, open: n, done: n, all: n, closed: n, /** 今日次数 */ times: n, squareMetres: n, /** 待终末消毒 */ terminal: n }) }),
  disinfectionPlaces: query({ path: '/disinfection/places', access: view, summary: '各小区(各社区)今日消毒: where points are late, with whom to ring', input: z.object({}), output: z.object({ items: z.array(disinfectionPlace) }) }),
  getPoint: query({ path: '/disinfection/points/:pointId', access: view, summary: '点位卡, with its last records', input: aPoint, output: pointCard }),
  offeredPoints: query({ path: '/disinfection/points/offered', access: keep, summary: '自动列出: entrances of buildings, gates and venues that are no points yet', input: z.object({ areaId: id() }), output: z.object({ items: z.array(offeredPoint) }) }),
  addPoints: command({ path: '/disinfection/points', access: keep, summary: '登记点位: one, or all that were offered in one go; one that is there already is not added', input: z.object({ points: z.array(newPoint).min(1).max(1000) }), output: z.object({ pointIds: z.array(id()) }), audit: onPoints }),
  editPoint: command({ path: '/disinfection/points/:pointId/edit', access: keep, summary: '修改点位', input: aPoint.extend({ building: newPoint.shape.building, name: newPoint.shape.name, kind: pointKind, squareMetres: newPoint.shape.squareMetres, timesADay: newPoint.shape.timesADay }), output: pointCard, audit: onPoint }),
  closePoint: command({ path: '/disinfection/points/:pointId/close', access: keep, summary: '停用点位', input: aPoint, output: pointCard, audit: onPoint }),
  reopenPoint: command({ path: '/disinfection/points/:pointId/reopen', access: keep, summary: '恢复点位', input: aPoint, output: pointCard, audit: onPoint }),
  removePoints: command({ path: '/disinfection/points/remove', access: keep, summary: '撤销登记: where something was recorded since, it stays', input: z.object({ pointIds: z.array(id()).min(1).max(1000) }), output: z.object({ pointIds: z.array(id()), kept: n }), audit: onPoints }),
  pointListTemplate: query({ path: '/disinfection/points/list/template', access: keep, summary: '下载点位名单模板', input: z.object({}), output: z.object({}), download: true }),
  importPoints: command({
    path: '/disinfection/points/list', access: keep, summary: '登记点位名单: from the property’s own .xlsx or .csv', input: z.object({ areaId: id() }), output: pointList, upload: { megabytes: 4 },
    errors: [errors.listUnreadable, errors.listTooLong, errors.listHeadings], audit: { act: 'change', subjects: (_, o) => o.pointIds },
  }),
  pointLabels: query({ path: '/disinfection/points/labels', access: view, summary: '点位码: labels to be stuck at the points, scanned by whoever disinfects', input: z.object({ areaId: id().optional(), pointId: id().optional() }), output: z.object({ items: z.array(z.object({ pointId: id(), placeName: z.string(), building: z.string(), name: z.string(), kind: pointKind, timesADay: n, url: z.string(), qrSvg: z.string() })), more: z.boolean() }) }),

  recordDisinfection: command({
    path: '/disinfection/points/:pointId/records', access: record, summary: '登记消毒: a fact, marked where it was not as it should be, never refused', input: aPoint.extend({ /** Made by the phone, so that it can take it back. */ disinfectionId: id().optional(), ...done }),
    output: z.object({ disinfectionId: id(), record: disinfection, point: pointLine }), errors: [errors.endsBefore], audit: { act: 'change', subjects: (i, o) => [i.pointId, o.disinfectionId] },
  }),
  undoDisinfection: command({ path: '/disinfection/records/:disinfectionId/undo', access: record, summary: '撤销消毒记录, on its day', input: aRecord, output: disinfection, errors: [errors.notTheDay], audit: onRecord }),
  listDisinfections: query({
    path: '/disinfection/records', access: view, summary: '消毒记录表 (form 18)', input: z.object({ from: day().optional(), to: day().optional(), areaId: id().optional(), kind: z.union([pointKind, z.literal('terminal')]).optional(), /** 要看一眼的 */ marked: z.stringbool().default(false), order: orderBy('at').optional(), ...pageInput }), output: pageOf(disinfection),
  }),
  getDisinfection: query({ path: '/disinfection/records/:disinfectionId', access: view, summary: '消毒记录, with its photos', input: aRecord, output: disinfectionCard }),
  addDisinfectionPhoto: command({ path: '/disinfection/records/:disinfectionId/photos', access: record, summary: '添加消毒照片', input: aRecord, output: disinfectionCard, upload: { megabytes: 8 }, errors: [errors.notAPicture, errors.tooManyPhotos], audit: onRecord }),
  removeDisinfectionPhoto: command({ path: '/disinfection/photos/:photoId/remove', access: record, summary: '删除照片', input: z.object({ photoId: id() }), output: disinfectionCard, audit: { act: 'change', subjects: (i, o) => [i.photoId, o.disinfectionId] } }),
  disinfectionPhoto: query({ path: '/disinfection/photos/:photoId', access: view, summary: '消毒照片', input: z.object({ photoId: id() }), output: z.object({}), download: true }),

  listTerminals: query({ path: '/disinfection/terminals', access: view, summary: '终末消毒: asked for after a case', input: z.object({ tab: z.enum(terminalTabs).default('asked'), areaId: id().optional(), ...pageInput }), output: pageOf(terminalLine) }),
  terminalCounts: query({ path: '/disinfection/terminals/counts', access: view, summary: '终末消毒数', input: z.object({ areaId: id().optional() }), output: z.object({ asked: n, done: n, withdrawn: n }) }),
  getTerminal: query({ path: '/disinfection/terminals/:terminalId', access: view, summary: '终末消毒卡', input: aTerminal, output: terminalCard }),
  askTerminal: command({ path: '/disinfection/terminals', access: ask, summary: '申请终末消毒: a room, household or venue after a case; no name is written', input: z.object({ areaId: id(), kind: z.enum(terminalKinds), place: text(80).min(2), why: text(200).min(2) }), output: terminalCard, audit: { act: 'change', subjects: (_, o) => [o.terminalId] } }),
  withdrawTerminal: command({ path: '/disinfection/terminals/:terminalId/withdraw', access: ask, summary: '撤回终末消毒申请', input: aTerminal.extend({ reason: reason() }), output: terminalCard, errors: [errors.terminalSettled], audit: { ...onTerminal, reason: (i) => i.reason } }),
  reopenTerminal: command({ path: '/disinfection/terminals/:terminalId/reopen', access: ask, summary: '恢复终末消毒申请', input: aTerminal, output: terminalCard, errors: [errors.terminalSettled], audit: onTerminal }),
  recordTerminal: command({
    path: '/disinfection/terminals/:terminalId/records', access: ask, summary: '登记终末消毒: by a professional team, with result and evaluation; one that is not good stands on',
    input: aTerminal.extend({ ...done, squareMetres: n.min(1).max(1_000_000), /** 专业队伍 */ team: text(60).min(2), /** 结果 */ result: text(300).min(2), /** 效果评价 */ evaluation: z.enum(['qualified', 'unqualified']) }), output: z.object({ disinfectionId: id(), terminal: terminalCard }),
    errors: [errors.terminalSettled, errors.endsBefore], audit: onTerminal,
  }),
  undoTerminal: command({ path: '/disinfection/terminals/records/:disinfectionId/undo', access: ask, summary: '撤销终末消毒记录, on its day: it is owed again', input: aRecord, output: terminalCard, errors: [errors.notTheDay], audit: onRecord }),
}
