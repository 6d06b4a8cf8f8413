import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { id, instant, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { dutyRole } from '../duty/contract.ts'
import { checklist, checklistMeasure, itemStates, publicZone, zoneArea, zoneCard, zoneItem, zoneKind, zonePreview, zoneValue } from './contract/views.ts'

export * from './contract/views.ts'

export const zonesErrors = declareErrors('zones', {
  notHere: { status: 422, params: z.object({ level: z.string() }) },
  sameAlready: { status: 409, params: z.object({ value: zoneValue }) },
  beforeCurrent: { status: 409, params: z.object({ orderNo: z.string() }) },
  notTheDay: { status: 409 },
  superseded: { status: 409 },
  itemSettled: { status: 409, params: z.object({ state: z.enum(itemStates) }) },
  notAPicture: { status: 422, params: z.object({ filename: z.string() }) },
  tooManyPhotos: { status: 409, params: z.object({ n: z.number().int() }) },
  ownerGone: { status: 409 },
  noState: { status: 409 },
  sameTwice: { status: 422, params: z.object({ title: z.string() }) },
})

const view = { permission: 'zones.view' } as const
const set = { permission: 'zones.set' } as const
const work = { permission: 'zones.work' } as const
const anArea = z.object({ areaId: id() })
const anItem = z.object({ itemId: id() })
const onArea = { act: 'change', subjects: (i: { areaId: string }) => [i.areaId] } as const
const onItem = { act: 'change', subjects: (i: { itemId: string }) => [i.itemId] } as const
/** 状态页签: communities, those with cases (出现病例 and worse), compounds and below under a grade, those with open measures, all. */
export const zoneTabs = ['communities', 'affected', 'graded', 'unfinished', 'compounds'] as const

export const zonesApi = {
  zoneAreas: query({
    path: '/zones/areas', access: view, summary: '分区分级: areas with their state or grade, since when, by which order, and how far the measures are',
    input: z.object({ tab: z.enum(zoneTabs).default('communities'), /** At or below it. */ areaId: id().optional(), ...pageInput }), output: pageOf(zoneArea),
  }),
  zoneCounts: query({
    path: '/zones/counts', access: view, summary: '分区分级数: how many stand where',
    input: z.object({ areaId: id().optional() }),
    output: z.object({
      communities: z.number().int(), affected: z.number().int(), graded: z.number().int(), unfinished: z.number().int(), compounds: z.number().int(),
      /** 封控 / 管控 / 防范 and the states of communities other than 未发现病例. */
      byValue: z.array(z.object({ value: zoneValue, n: z.number().int() })), lateItems: z.number().int(), openItems: z.number().int(),
    }),
  }),
  zoneCard: query({ path: '/zones/areas/:areaId', access: view, summary: '分区分级卡: state, measures and history of an area', input: anArea, output: zoneCard }),
  previewZone: query({
    path: '/zones/areas/:areaId/preview', access: set, summary: '试看: which measures a change would open and close',
    input: anArea.extend({ kind: zoneKind, value: zoneValue, fromAt: instant().optional() }), output: zonePreview, errors: [zonesErrors.notHere],
  }),
  setZone: command({
    path: '/zones/areas/:areaId/state', access: set, summary: '调整状态或等级: by order; opens the measures that go with it, closes those no longer needed',
    input: anArea.extend({
      kind: zoneKind, value: zoneValue, fromAt: instant().optional(), orderNo: z.string().trim().min(1).max(60), issuer: z.string().trim().min(1).max(80),
      scopeNote: text(200).optional(), reason: text(300).optional(),
    }),
    output: zoneCard, errors: [zonesErrors.notHere, zonesErrors.sameAlready, zonesErrors.beforeCurrent], audit: { ...onArea, reason: (i) => i.reason },
  }),
  undoZone: command({
    path: '/zones/states/:zoneId/undo', access: set, summary: '撤销调整: the same day; measures it opened vanish, those it closed are open again',
    input: z.object({ zoneId: id() }), output: zoneCard, errors: [zonesErrors.notTheDay, zonesErrors.superseded], audit: { act: 'change', subjects: (i) => [i.zoneId] },
  }),
  addZoneItem: command({
    path: '/zones/areas/:areaId/items', access: set, summary: '加一项措施: what this place needs besides the list',
    input: anArea.extend({ title: z.string().trim().min(2).max(120), ownerRole: dutyRole.optional(), ownerAccountId: id().optional(), dueAt: instant() }),
    output: zoneItem, errors: [zonesErrors.noState, zonesErrors.ownerGone], audit: onArea,
  }),
  assignZoneItem: command({
    path: '/zones/items/:itemId/owner', access: work, summary: '改责任人或时限',
    input: anItem.extend({ ownerAccountId: id().optional(), ownerRole: dutyRole.optional(), dueAt: instant().optional() }), output: zoneItem,
    errors: [zonesErrors.itemSettled, zonesErrors.ownerGone], audit: onItem,
  }),
  finishZoneItem: command({
    path: '/zones/items/:itemId/done', access: work, summary: '完成: the measure is in place',
    input: anItem.extend({ note: text(300).optional() }), output: zoneItem, errors: [zonesErrors.itemSettled], audit: onItem,
  }),
  skipZoneItem: command({
    path: '/zones/items/:itemId/skip', access: work, summary: '不适用: why this measure is not needed here',
    input: anItem.extend({ reason: reason() }), output: zoneItem, errors: [zonesErrors.itemSettled], audit: { ...onItem, reason: (i) => i.reason },
  }),
  reopenZoneItem: command({
    path: '/zones/items/:itemId/reopen', access: work, summary: '撤销完成或不适用', input: anItem, output: zoneItem, errors: [zonesErrors.itemSettled], audit: onItem,
  }),
  addZonePhoto: command({
    path: '/zones/items/:itemId/photos', access: work, summary: '传佐证照片 (JPEG, PNG, WebP)', input: anItem, output: zoneItem,
    errors: [zonesErrors.notAPicture, zonesErrors.tooManyPhotos], upload: { megabytes: 15 }, audit: onItem,
  }),
  removeZonePhoto: command({
    path: '/zones/photos/:photoId/remove', access: work, summary: '删掉传错的照片', input: z.object({ photoId: id() }), output: zoneItem, audit: { act: 'change', subjects: (i) => [i.photoId] },
  }),
  zonePhoto: query({
    path: '/zones/photos/:photoId', access: view, summary: '佐证照片', input: z.object({ photoId: id() }), output: z.object({}), download: true, audit: { act: 'view', subjects: (i) => [i.photoId] },
  }),
  zoneChecklists: query({
    path: '/zones/checklists', access: view, summary: '措施清单: which measures go with which state or grade here, shipped, inherited or own', input: z.object({}), output: z.object({ items: z.array(checklist), mayChange: z.boolean() }),
  }),
  saveZoneChecklist: command({
    path: '/zones/checklists/:value', access: set, summary: '改措施清单: a new version of the own list; holds for the next change, what is open stays as it is',
    input: z.object({ value: zoneValue, measures: z.array(checklistMeasure.extend({ key: checklistMeasure.shape.key.optional() })).max(40) }), output: z.object({ checklistId: id(), former: id().nullable(), list: checklist }),
    errors: [zonesErrors.sameTwice], audit: { act: 'change', subjects: (_, o) => [o.checklistId] },
  }),
  useZoneChecklist: command({
    path: '/zones/checklists/:value/use', access: set, summary: '启用清单: a former version, or none of one’s own again',
    input: z.object({ value: zoneValue, checklistId: id().nullable() }), output: checklist, audit: { act: 'change', subjects: (i) => (i.checklistId ? [i.checklistId] : []) },
  }),
  publicZones: query({
    path: '/zones/boards/:areaId', access: 'public', summary: '公示的状态和等级: made public by the order itself', input: anArea, output: z.object({ items: z.array(publicZone) }),
  }),
}
