import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { id, instant, personName, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'

/** 商超 / 农贸市场 / 餐饮 / 药店 / 办事场所 / 文体场所 / 其他 */
export const venueKinds = ['supermarket', 'market', 'restaurant', 'pharmacy', 'office', 'leisure', 'other'] as const
export const venueKind = z.enum(venueKinds)

/** 公共场所 */
export const venue = z.object({
  venueId: id(), areaId: id(), areaName: z.string(), name: z.string(), kind: venueKind, address: z.string(), /** 面积 m² */ squareMetres: z.number().int(), ownCapacity: z.number().int().nullable(),
  /** 最多同时容纳, by area and the setting unless an order says otherwise */ capacity: z.number().int(), /** 场内人数 */ inside: z.number().int(), full: z.boolean(),
  /** 停留超过建议时间的人数 */ overstaying: z.number().int(), keeperName: z.string().nullable(), keeperPhoneMasked: z.string().nullable(), state: z.enum(['open', 'closed']), disinfectedAt: instant().nullable(), visitsToday: z.number().int(),
})
export type Venue = z.infer<typeof venue>

/** 消毒剂: 含氯(84) / 75%酒精 / 过氧乙酸 / 其他 */
export const agents = ['chlorine', 'alcohol', 'peracetic', 'other'] as const
export const disinfection = z.object({ disinfectionId: id(), at: instant(), place: z.string(), agent: z.enum(agents), /** mg/L */ concentration: z.number().int().nullable(), minutes: z.number().int().nullable(), byName: z.string().nullable() })
export const venueCard = venue.extend({ disinfections: z.array(disinfection), stayMinutes: z.number().int(), perPerson: z.number().int() })
export type VenueCard = z.infer<typeof venueCard>

/** 状态页签: all, 可进, 已满, 停留过久, 停用. */
export const venueTabs = ['all', 'free', 'full', 'staying', 'closed'] as const
export type VenueTab = (typeof venueTabs)[number]

/** Who was inside, for tracing: a name only where somebody gave it. */
export const venueVisit = z.object({ visitId: id(), venueId: id(), venueName: z.string(), inAt: instant(), outAt: instant().nullable(), how: z.enum(['scan', 'count']), name: z.string().nullable(), phoneMasked: z.string().nullable(), /** 误登: not the one whose name and number it says; kept, and counted nowhere */ takenBackAt: instant().nullable(), takenBackBy: z.string().nullable(), takenBackReason: z.string().nullable() })
export type VenueVisit = z.infer<typeof venueVisit>

/** What a visitor sees. */
export const publicVenue = z.object({ name: z.string(), inside: z.number().int(), capacity: z.number().int(), full: z.boolean(), stayMinutes: z.number().int(), open: z.boolean() })

export const venuesErrors = declareErrors('venues', {
  full: { status: 409, params: z.object({ name: z.string(), capacity: z.number().int() }) },
  closed: { status: 409, params: z.object({ name: z.string() }) },
  noCode: { status: 404 },
  nobodyInside: { status: 409 },
  wrongPhone: { status: 422 },
  notTheDay: { status: 409 },
})

const view = { permission: 'venues.view' } as const
const keep = { permission: 'venues.keep' } as const
const aVenue = z.object({ venueId: id() })
const on = { act: 'change' as const, subjects: (i: { venueId: string }) => [i.venueId] }
const told = {
  areaId: id(), name: z.string().trim().min(2).max(60), kind: venueKind, address: text(80).default(''), squareMetres: z.number().int().min(1).max(1_000_000), ownCapacity: z.number().int().min(1).max(100_000).nullable().default(null),
  keeperName: text(40).optional(), keeperPhone: text(20).optional(),
}
const token = z.string().regex(/^[\w-]{16,64}$/)
const n = z.number().int()
const span = { from: instant(), to: instant(), reason: reason() }

export const venuesApi = {
  listVenues: query({ path: '/venues', access: view, summary: '公共场所: places with a code at the door, with how many are inside', input: z.object({ tab: z.enum(venueTabs).default('all'), areaId: id().optional(), /** Part of a name. */ text: text(40).optional(), order: orderBy('venue', 'inside').optional(), ...pageInput }), output: pageOf(venue) }),
  venueCounts: query({ path: '/venues/counts', access: view, summary: '场所数: how many stand where', input: z.object({ areaId: id().optional() }), output: z.object({ all: n, free: n, full: n, staying: n, closed: n }) }),
  getVenue: query({ path: '/venues/:venueId', access: view, summary: '场所卡: inside, capacity, disinfection', input: aVenue, output: venueCard }),
  createVenue: command({ path: '/venues', access: keep, summary: '登记场所: its code is made at once', input: z.object(told), output: venueCard, audit: { act: 'change', subjects: (_, o) => [o.venueId] } }),
  editVenue: command({ path: '/venues/:venueId/edit', access: keep, summary: '修改场所', input: aVenue.extend(told), output: venueCard, audit: on }),
  closeVenue: command({ path: '/venues/:venueId/close', access: keep, summary: '停用场所: its code lets nobody in', input: aVenue, output: venueCard, audit: on }),
  reopenVenue: command({ path: '/venues/:venueId/reopen', access: keep, summary: '恢复场所', input: aVenue, output: venueCard, audit: on }),
  venuePoster: query({ path: '/venues/:venueId/poster', access: keep, summary: '场所码海报', input: aVenue, output: z.object({ name: z.string(), areaFullName: z.string(), url: z.string(), qrSvg: z.string(), capacity: z.number().int(), squareMetres: z.number().int(), stayMinutes: z.number().int() }) }),
  countIn: command({ path: '/venues/:venueId/in', access: keep, summary: '进一人: somebody without a phone, counted by the keeper', input: aVenue, output: venueCard, errors: [venuesErrors.closed], audit: on }),
  countOut: command({ path: '/venues/:venueId/out', access: keep, summary: '出一人: whoever was counted in first', input: aVenue, output: venueCard, errors: [venuesErrors.nobodyInside], audit: on }),
  recordDisinfection: command({
    path: '/venues/:venueId/disinfections', access: keep, summary: '消毒记录', input: aVenue.extend({ place: text(60).min(2), agent: z.enum(agents), concentration: z.number().int().min(1).max(10_000).optional(), minutes: z.number().int().min(1).max(600).optional(), at: instant().optional() }),
    output: z.object({ disinfectionId: id(), venue: venueCard }), audit: on,
  }),
  undoDisinfection: command({ path: '/venues/disinfections/:disinfectionId/undo', access: keep, summary: '撤销消毒记录, the same day', input: z.object({ disinfectionId: id() }), output: venueCard, errors: [venuesErrors.notTheDay], audit: { act: 'change', subjects: (i) => [i.disinfectionId] } }),
  traceVenue: query({
    path: '/venues/:venueId/visits', access: { permission: 'venues.trace' }, summary: '谁在场: who was inside in that time, for tracing', input: aVenue.extend({ ...span, ...pageInput }), output: pageOf(venueVisit),
    audit: { act: 'view', subjects: (i) => [i.venueId], reason: (i) => i.reason },
  }),
  traceVisitor: query({
    path: '/venues/visitor', access: { permission: 'venues.trace' }, summary: '去过哪些场所: by telephone, for tracing', input: z.object({ phone: text(20).min(5), ...span }), errors: [venuesErrors.wrongPhone],
    output: z.object({ items: z.array(venueVisit), /** 号主: who has this number in the register, also where nothing was found */ personIds: z.array(id()), /** 盲索引 of the number: the trail keeps that it was asked, not what it is */ phoneIndex: z.string() }),
    audit: { act: 'view', subjects: (_, o) => [...new Set([...o.personIds, o.phoneIndex, ...o.items.map((one) => one.venueId)])], reason: (i) => i.reason },
  }),
  revealVisitor: command({
    path: '/venues/visits/:visitId/reveal', access: { permission: 'venues.trace' }, summary: '查看电话明文, for tracing', input: z.object({ visitId: id(), reason: reason() }), output: z.object({ phone: z.string().nullable() }), audit: { act: 'reveal', subjects: (i) => [i.visitId], reason: (i) => i.reason },
  }),

  takeBackVisit: command({
    path: '/venues/visits/:visitId/take-back', access: { permission: 'venues.trace' }, summary: '误登: somebody objected, and was not there; the visit stays with the reason and traces nobody', input: z.object({ visitId: id(), reason: reason() }), output: venueVisit,
    audit: { act: 'change', subjects: (i) => [i.visitId], reason: (i) => i.reason },
  }),
  restoreVisit: command({ path: '/venues/visits/:visitId/restore', access: { permission: 'venues.trace' }, summary: '撤销误登', input: z.object({ visitId: id() }), output: venueVisit, audit: { act: 'change', subjects: (i) => [i.visitId] } }),

  openVenue: query({ path: '/s/:token', access: 'public', summary: '扫场所码: how many are inside, how many may be', input: z.object({ token }), output: publicVenue, errors: [venuesErrors.noCode] }),
  checkIn: command({
    path: '/s/:token/in', access: 'public', summary: '扫码进: name and telephone, asked once and kept on the phone; full means wait', input: z.object({ token, name: personName(), phone: text(20), /** 本机密钥, made and kept by the phone: only by it an open visit is known again, never by the number */ device: token.optional() }),
    output: publicVenue.extend({ visitId: id(), leaveBy: instant() }), errors: [venuesErrors.noCode, venuesErrors.full, venuesErrors.closed, venuesErrors.wrongPhone], audit: { act: 'change', subjects: (_, o) => [o.visitId] },
  }),
  checkOut: command({ path: '/s/:token/out', access: 'public', summary: '扫码出: always taken', input: z.object({ token, visitId: id() }), output: publicVenue, errors: [venuesErrors.noCode], audit: { act: 'change', subjects: (i) => [i.visitId] } }),
}
