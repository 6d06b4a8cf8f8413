import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { bothLanguages, day, id, instant, reason, temperature, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { peopleErrors } from '../people/contract.ts'
import { contactKind, measure, symptom } from '../policies/contract.ts'
import { checkSheet, pasteKept, pasteResult, pasteRow } from './contract/paste.ts'
import { callWay, checkChannel, dueState, episodeCard, episodeLine, episodeState, roomView, siteView, temperatureSite, visitView } from './contract/views.ts'

export * from './contract/paste.ts'
export * from './contract/views.ts'

export const quarantineErrors = declareErrors('quarantine', {
  notInState: { status: 409, params: z.object({ state: episodeState }) },
  notReleasable: { status: 409, params: z.object({ missing: z.string() }) },
  notYet: { status: 422, params: z.object({ day: day() }) },
  notTheConfirmer: { status: 403, params: z.object({ roles: z.string() }) },
  roomFull: { status: 409, params: z.object({ room: z.string(), free: z.string() }) },
  visitDone: { status: 409 },
  visitNotMade: { status: 409 },
  /** An abnormal reading is with the health centre already, which nothing takes back. */
  callPassedOn: { status: 409 },
  callUndone: { status: 409 },
  notTheDay: { status: 409 },
  hasRecords: { status: 409, params: z.object({ checks: z.number() }) },
  /** Managed because of somebody, with readings or a decision of their own by now. */
  householdHasRecords: { status: 409, params: z.object({ names: z.string() }) },
  nothingMissed: { status: 409 },
  nothingExplained: { status: 409 },
  siteClosed: { status: 409 },
  noReading: { status: 422 },
  roomTaken: { status: 409, params: z.object({ room: z.string() }) },
})

/** 列表页签 */
export const episodeTabs = ['active', 'central', 'home', 'monitoring', 'ending', 'missing', 'noRoom', 'lead', 'closed'] as const

/** 一张图或今日上的一个数: 某日新增 / 某日解除 / 某日在管 / 到期未解除 / 今日漏测 / 提醒后或过时仍未报. */
export const episodeSlices = ['opened', 'released', 'managed', 'releaseLate', 'missed', 'unreported'] as const
export const episodeSlice = z.enum(episodeSlices)
export type EpisodeSlice = z.infer<typeof episodeSlice>

const view = { permission: 'quarantine.view' } as const
const manage = { permission: 'quarantine.manage' } as const
const check = { permission: 'quarantine.check' } as const
const visiting = { permission: 'quarantine.visit' } as const
const release = { permission: 'quarantine.release' } as const
/** Contacts are judged by the health centre and the CDC, never by the community. */
const judges = { permission: 'leads.handle' } as const
const sites = { permission: 'quarantine.sites' } as const
const anEpisode = { episodeId: id() }
const oneEpisode = { act: 'change' as const, subjects: (i: { episodeId: string }) => [i.episodeId] }
const withReason = { ...oneEpisode, reason: (i: { reason: string }) => i.reason }
const done = z.object({})
const order = { orderNo: text(80).min(2), reason: reason() }

/** 一次测温: a reading, or the word of symptoms alone; never a default. */
const readingInput = {
  takenAt: instant().optional(), temperature: temperature().optional(), site: temperatureSite.optional(), symptoms: z.array(symptom).default([]), note: text(300).optional(),
}
const readingOutput = z.object({ checkId: id(), abnormal: z.boolean(), deviceError: z.boolean(), window: z.string().nullable(), leadId: id().nullable() })

export const quarantineApi = {
  listEpisodes: query({
    path: '/episodes', access: view, summary: '在管名单: episodes of one’s territory, those ending first',
    input: z.object({ tab: z.enum(episodeTabs).default('active'), areaId: id().optional(), originClass: z.string().max(40).optional(), measure: measure.optional(),
      /** In the place of the tab: what a figure of the dashboard counts, on `day` (today when absent). */
      slice: episodeSlice.optional(), day: day().optional(),
      /** 起算日, between two days: how long somebody has been managed. */
      anchorFrom: day().optional(), anchorTo: day().optional(), order: orderBy('ends', 'day').optional(), ...pageInput }),
    output: pageOf(episodeLine), audit: { act: 'view' },
  }),
  episodeCounts: query({
    path: '/episodes/counts', access: view, summary: '在管数: how many stand where', input: z.object({ areaId: id().optional() }),
    output: z.object(Object.fromEntries(episodeTabs.map((tab) => [tab, z.number().int()])) as Record<(typeof episodeTabs)[number], z.ZodNumber>),
  }),
  getEpisode: query({
    path: '/episodes/:episodeId', access: view, summary: '管控卡: who, why, day n of N, the curve, what blocks release', input: z.object(anEpisode), output: episodeCard,
    audit: { act: 'view', subjects: (i, o) => [i.episodeId, o.person.id] },
  }),
  changeMeasure: command({
    path: '/episodes/:episodeId/measure', access: manage, summary: '变更管理方式: by order and reason; the end is not touched',
    input: z.object({ ...anEpisode, measure, roomId: id().optional(), ...order }), output: done, errors: [quarantineErrors.notInState, quarantineErrors.roomFull], audit: withReason,
  }),
  recordExposure: command({
    path: '/episodes/:episodeId/exposure', access: judges, summary: '新的暴露: judged a contact by the doctor or the CDC; extends, never shortens and never loosens',
    input: z.object({ ...anEpisode, contact: contactKind, lastExposureOn: day(), reason: reason() }), output: z.object({ measure, endsOn: day(), extended: z.boolean() }),
    errors: [quarantineErrors.notInState, quarantineErrors.notYet], audit: withReason,
  }),
  assignRoom: command({
    path: '/episodes/:episodeId/room', access: manage, summary: '分房、换房: within the beds there are', input: z.object({ ...anEpisode, roomId: id() }), output: done,
    errors: [quarantineErrors.notInState, quarantineErrors.roomFull, quarantineErrors.siteClosed], audit: oneEpisode,
  }),
  assignStaff: command({
    path: '/episodes/:episodeId/staff', access: manage, summary: '指定责任医生和社区工作者', input: z.object({ ...anEpisode, doctorId: id().optional(), workerId: id().optional() }), output: done,
    errors: [quarantineErrors.notInState], audit: oneEpisode,
  }),
  moveOut: command({ path: '/episodes/:episodeId/move-out', access: manage, summary: '转出: to another place that manages', input: z.object({ ...anEpisode, reason: reason() }), output: done, errors: [quarantineErrors.notInState], audit: withReason }),
  sendToHospital: command({ path: '/episodes/:episodeId/hospital', access: check, summary: '转送医', input: z.object({ ...anEpisode, reason: reason() }), output: done, errors: [quarantineErrors.notInState], audit: withReason }),
  cancelEpisode: command({
    path: '/episodes/:episodeId/cancel', access: manage, summary: '撤销纳管: with those of the household managed because of it; only while nothing was recorded', input: z.object({ ...anEpisode, reason: reason() }), output: done,
    errors: [quarantineErrors.notInState, quarantineErrors.hasRecords, quarantineErrors.householdHasRecords], audit: withReason,
  }),
  recordCheck: command({
    path: '/episodes/:episodeId/checks', access: check, summary: '记录测温: by worker or doctor', input: z.object({ ...anEpisode, ...readingInput }), output: readingOutput,
    errors: [quarantineErrors.notInState, quarantineErrors.noReading], audit: oneEpisode,
  }),
  undoCheck: command({
    path: '/checks/:checkId/undo', access: check, summary: '撤销刚记的体温: by who recorded it, the same day; what is with the health centre stays', input: z.object({ checkId: id() }), output: done,
    errors: [quarantineErrors.notTheDay, quarantineErrors.callPassedOn, quarantineErrors.callUndone], audit: { act: 'change', subjects: (i) => [i.checkId] },
  }),
  recordChecks: command({
    path: '/checks', access: check, summary: '批量记录测温: up to 2,000; a bad row never costs its neighbours',
    input: z.object({ channel: checkChannel.default('worker'), checks: z.array(z.object({ ...anEpisode, ...readingInput })).min(1).max(2000) }),
    output: z.object({ recorded: z.number().int(), abnormal: z.number().int(), refused: z.array(z.object({ index: z.number().int(), episodeId: id(), problem: z.enum(['notFound', 'notActive', 'noReading']) })) }),
    audit: { act: 'change', subjects: (i) => i.checks.map((c) => c.episodeId) },
  }),
  checkSheet: query({
    path: '/checks/sheet', access: check, summary: '粘贴用的名单: everybody managed, with what a row of a spreadsheet is recognised and judged by; masked numbers only',
    input: z.object({}), output: checkSheet, audit: { act: 'view' },
  }),
  emptyCheckSheet: query({
    path: '/checks/empty-sheet', access: check, summary: '复制空表: names, doors and last four digits for a spreadsheet, in the order somebody walks (docs/decisions/0039)',
    input: z.object({ dueOnly: z.stringbool().default(true) }),
    output: z.object({ people: z.array(z.object({ episodeId: id(), name: z.string(), place: z.string(), tail: z.string() })) }),
    audit: { act: 'export', subjects: (_, o) => o.people.map((one) => one.episodeId) },
  }),
  pasteChecks: command({
    path: '/checks/paste', access: check, summary: '从表格粘贴: records the good rows once, gives the others back with their line and why',
    input: z.object({ rows: z.array(pasteRow).min(1).max(1000) }), output: pasteResult,
    audit: { act: 'change', subjects: (_, o) => o.saved.map((one) => one.episodeId) },
  }),
  undoPaste: command({
    path: '/checks/paste/undo', access: check, summary: '撤销这次粘贴: by who pasted, the same day; what is with the health centre stays', input: z.object({ rowIds: z.array(id()).min(1).max(1000) }),
    output: z.object({ undone: z.array(id()), kept: z.array(z.object({ rowId: id(), why: pasteKept })) }), audit: { act: 'change', subjects: (i) => i.rowIds },
  }),
  recordCall: command({
    path: '/episodes/:episodeId/calls', access: check, summary: '记录一次联系: everything one call or visit brought about one person, in one transaction',
    input: z.object({
      ...anEpisode, way: callWay, reached: z.boolean(),
      /** When it was, from a phone without signal; now when absent. */
      at: instant().optional(),
      /** 无变化: nothing but the reading is new. */
      unchanged: z.boolean().default(false),
      ...readingInput,
      /** Visits and deliveries settled by being there; nobody at home leaves them owed. */
      visitIds: z.array(id()).max(10).default([]),
      /** Why there are no readings; for roles that may explain. */
      gaps: z.array(z.object({ dueOn: day(), window: z.string() })).max(60).default([]), gapReason: reason().optional(),
      /** 需要什么, brought to the door by whom and on which day. */
      need: z.object({ what: text(120).min(1), by: z.enum(['worker', 'property']), on: day() }).optional(),
      /** A telephone number where none was known. */
      phone: text(20).optional(),
    }),
    output: z.object({ callId: id(), checkId: id().nullable(), abnormal: z.boolean(), deviceError: z.boolean(), window: z.string().nullable(), leadId: id().nullable() }),
    errors: [quarantineErrors.notInState, peopleErrors.phoneWrong], audit: oneEpisode,
  }),
  undoCall: command({
    path: '/calls/:callId/undo', access: check, summary: '撤销刚才的联系: by who recorded it, the same day, unless it is with the health centre', input: z.object({ callId: id() }), output: done,
    errors: [quarantineErrors.notTheDay, quarantineErrors.callPassedOn, quarantineErrors.callUndone], audit: { act: 'change', subjects: (i) => [i.callId] },
  }),
  reportOwnCheck: command({
    path: '/my/checks', access: 'link', summary: '本人报体温: by the personal link', input: z.object(readingInput), output: readingOutput.omit({ leadId: true }),
    errors: [quarantineErrors.notInState, quarantineErrors.noReading], audit: { act: 'change' },
  }),
  myEpisode: query({
    path: '/my/episode', access: 'link', summary: '我的隔离: what is asked of me now, until when, why', input: z.object({}),
    output: z.object({
      name: z.string(), areaName: z.string(), state: episodeState, measure, dayNo: z.number().int(), days: z.number().int(), endsOn: day(), because: bothLanguages,
      windows: z.array(z.object({ window: z.string(), opensAt: instant(), closesAt: instant(), state: dueState, reminded: z.boolean() })),
      readings: z.array(z.object({ takenAt: instant(), temperature: z.number().nullable(), abnormal: z.boolean(), deviceError: z.boolean() })),
      tests: z.array(z.object({ dueOn: day(), takenOn: day().nullable() })),
      contacts: z.array(z.object({ duty: z.enum(['worker', 'doctor', 'community']), name: z.string(), phone: z.string().nullable() })),
      feverFrom: z.number(), now: instant(),
    }),
    audit: { act: 'view' },
  }),
  listVisits: query({
    path: '/visits', access: visiting, summary: '上门: owed and made, due first', input: z.object({ state: z.enum(['owed', 'made']).default('owed'), visitor: z.enum(['doctor', 'worker', 'property']).optional(), ...pageInput }),
    output: pageOf(visitView.extend({ episodeId: id().nullable(), name: z.string(), address: z.string() })), audit: { act: 'view' },
  }),
  recordVisit: command({
    path: '/visits/:visitId', access: visiting, summary: '记录上门: made, or nobody at home (it stays owed)',
    input: z.object({ visitId: id(), result: z.enum(['made', 'nobodyHome', 'refused']), /** When it was, from a phone without signal; now when absent. */ at: instant().optional(), note: text(300).optional(), temperature: temperature().optional(), site: temperatureSite.optional(), symptoms: z.array(symptom).default([]) }),
    output: z.object({ checkId: id().nullable(), abnormal: z.boolean(), deviceError: z.boolean() }), errors: [quarantineErrors.visitDone, quarantineErrors.notInState], audit: { act: 'change', subjects: (i) => [i.visitId] },
  }),
  recordVisits: command({
    path: '/visits', access: visiting, summary: '批量记录上门: a round of doors, up to 500; one that was settled meanwhile never costs its neighbours',
    input: z.object({ visits: z.array(z.object({ visitId: id(), result: z.enum(['made', 'nobodyHome', 'refused']), at: instant().optional(), note: text(300).optional() })).min(1).max(500) }),
    output: z.object({ recorded: z.number().int(), refused: z.array(z.object({ index: z.number().int(), visitId: id(), problem: z.enum(['notFound', 'visitDone']) })) }),
    audit: { act: 'change', subjects: (i) => i.visits.map((v) => v.visitId) },
  }),
  undoVisit: command({
    path: '/visits/:visitId/undo', access: visiting, summary: '撤销刚记的上门: by who recorded it, the same day, with the reading taken there; it is owed again', input: z.object({ visitId: id() }), output: done,
    errors: [quarantineErrors.visitNotMade, quarantineErrors.notTheDay, quarantineErrors.callPassedOn, quarantineErrors.callUndone], audit: { act: 'change', subjects: (i) => [i.visitId] },
  }),
  explainGap: command({
    path: '/episodes/:episodeId/gaps', access: manage, summary: '说明缺测: why there is no reading', input: z.object({ ...anEpisode, dueOn: day(), window: z.string(), reason: reason() }), output: done,
    errors: [quarantineErrors.nothingMissed], audit: withReason,
  }),
  undoGap: command({
    path: '/episodes/:episodeId/gaps/undo', access: manage, summary: '撤销刚写的缺测说明: by who explained it, the same day; it is missed again', input: z.object({ ...anEpisode, dueOn: day(), window: z.string() }), output: done,
    errors: [quarantineErrors.notInState, quarantineErrors.nothingExplained, quarantineErrors.notTheDay], audit: oneEpisode,
  }),
  recordTest: command({
    path: '/episodes/:episodeId/tests', access: check, summary: '记录核酸', input: z.object({ ...anEpisode, dueOn: day(), takenOn: day(), result: z.enum(['negative', 'positive']) }), output: done,
    errors: [quarantineErrors.notInState, quarantineErrors.notYet], audit: oneEpisode,
  }),
  releaseEpisode: command({
    path: '/episodes/:episodeId/release', access: release, summary: '解除: when all conditions hold, confirmed by the deciding office', input: z.object(anEpisode), output: done,
    errors: [quarantineErrors.notInState, quarantineErrors.notReleasable, quarantineErrors.notTheConfirmer], audit: oneEpisode,
  }),
  releaseMany: command({
    path: '/releases', access: release, summary: '批量解除: those that are ready; the others say what is missing', input: z.object({ episodeIds: z.array(id()).min(1).max(500) }),
    output: z.object({ released: z.number().int(), refused: z.array(z.object({ episodeId: id(), missing: z.array(z.string()) })) }),
    audit: { act: 'change', subjects: (i) => i.episodeIds },
  }),
  releaseEarly: command({
    path: '/episodes/:episodeId/release-early', access: release, summary: '提前解除: only by an order', input: z.object({ ...anEpisode, ...order }), output: done,
    errors: [quarantineErrors.notInState, quarantineErrors.notTheConfirmer], audit: withReason,
  }),
  undoRelease: command({
    path: '/episodes/:episodeId/undo-release', access: release, summary: '撤销解除: the same day only', input: z.object(anEpisode), output: done,
    errors: [quarantineErrors.notInState, quarantineErrors.notTheDay], audit: oneEpisode,
  }),
  remindMany: command({
    path: '/checks/remind', access: check, summary: '一键提醒: marks a reminder on what is still open; the residents’ pages show it',
    input: z.object({ episodeIds: z.array(id()).max(2000).optional() }), output: z.object({ reminded: z.number().int() }), audit: { act: 'change' },
  }),
  listSites: query({ path: '/sites', access: view, summary: '集中隔离点: with beds free', input: z.object({}), output: z.object({ items: z.array(siteView) }) }),
  getSite: query({ path: '/sites/:siteId', access: view, summary: '隔离点房间', input: z.object({ siteId: id() }), output: siteView.extend({ plan: z.array(roomView) }), audit: { act: 'view', subjects: (i) => [i.siteId] } }),
  freeRooms: query({
    path: '/rooms/free', access: view, summary: '空床: rooms with a bed free for one’s community, also in the sites of the offices above', input: z.object({ episodeId: id().optional() }),
    output: z.object({ items: z.array(z.object({ id: id(), name: z.string(), siteName: z.string(), free: z.number().int() })) }),
  }),
  createSite: command({
    path: '/sites', access: sites, summary: '新建隔离点', input: z.object({ areaId: id(), name: text(60).min(1), address: text(120).optional(), phone: text(30).optional() }), output: z.object({ siteId: id() }),
  }),
  updateSite: command({
    path: '/sites/:siteId', access: sites, summary: '修改、关闭隔离点: a closed one keeps its people and takes no more',
    input: z.object({ siteId: id(), name: text(60).min(1).optional(), address: text(120).optional(), phone: text(30).optional(), state: z.enum(['open', 'closed']).optional() }), output: done,
    audit: { act: 'change', subjects: (i) => [i.siteId] },
  }),
  addRooms: command({
    path: '/sites/:siteId/rooms', access: sites, summary: '添加房间', input: z.object({ siteId: id(), names: z.array(text(20).min(1)).min(1).max(300), beds: z.number().int().min(1).max(20) }),
    output: z.object({ added: z.number().int() }), errors: [quarantineErrors.roomTaken], audit: { act: 'change', subjects: (i) => [i.siteId] },
  }),
}
