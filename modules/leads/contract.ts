import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { id, instant, listOf, temperature, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { symptom } from '../policies/contract.ts'

/** 待核实线索 by what raised it: 核酸阳性 / 发热 / 症状 / 接触史. Never a diagnosis. */
export const leadKinds = ['positive', 'fever', 'symptom', 'contact'] as const
export const leadKind = z.enum(leadKinds)
export type LeadKind = z.infer<typeof leadKind>

/** 待接收 / 处置中 / 已办结 */
export const leadStates = ['open', 'received', 'closed'] as const
export const leadState = z.enum(leadStates)
export type LeadState = z.infer<typeof leadState>

/** 处置结果, said by the medical side only: 排除 / 回社区继续管理 / 已转送医 / 医疗机构已诊断 / 联系不上 / 其他. What was diagnosed goes to the national reporting, not here. */
export const leadResults = ['excluded', 'backToManagement', 'referredToHospital', 'diagnosed', 'notReachable', 'other'] as const
export const leadResult = z.enum(leadResults)
export type LeadResult = z.infer<typeof leadResult>

/** What was seen when the lead was raised; facts, no judgement. */
export const leadSummary = z.object({
  /** ℃ */
  temperature: z.number().optional(),
  symptoms: z.array(symptom).default([]),
  /** 来源地 */
  originName: z.string().optional(),
  /** 姓名 as told, while nobody is registered yet. */
  name: z.string().optional(),
  phoneMasked: z.string().optional(),
  /** 现在在哪里 */
  address: z.string().optional(),
  /** What a neighbour or a list said, in their words. */
  words: z.string().optional(),
})
export type LeadSummary = z.infer<typeof leadSummary>

/** 渠道: how a fact reached the lead. */
export const leadChannels = ['door', 'desk', 'gate', 'phone', 'self', 'declaration', 'family', 'doctor', 'worker', 'property', 'tip', 'pushedList', 'handedOver'] as const
export const leadChannel = z.enum(leadChannels)
export type LeadChannel = z.infer<typeof leadChannel>

/** 核查步骤: 首次联系 / 查体 / 采样 / 检测结果 / 其他. */
export const leadSteps = ['firstCall', 'examination', 'sampling', 'testResult', 'other'] as const
export const leadStep = z.enum(leadSteps)

/** 检测结果, as the laboratory wrote it. */
export const testFindings = ['negative', 'positive', 'unclear'] as const

/** 转运方式: 负压救护车 / 救护车 / 专车 / 家属送医. */
export const hospitalTransports = ['negativePressure', 'ambulance', 'officialCar', 'family'] as const
export const hospitalTransport = z.enum(hospitalTransports)

/** 告知对象: 本人 / 家属 / 社区 / 街道 / 疾控. */
export const toldParties = ['person', 'family', 'community', 'subdistrict', 'cdc'] as const
export const toldParty = z.enum(toldParties)

export const leadActions = ['receive', 'note', 'refer', 'arrive', 'close', 'reopen'] as const
export type LeadAction = (typeof leadActions)[number]

/** 谁何时知晓: one entry of a lead's timeline. */
export const leadEvent = z.object({
  id: id(),
  at: instant(),
  /** Later than `at` where somebody wrote it down afterwards. */
  recordedAt: instant(),
  /** `leads.<kind>`; its sentence is under `leads.timeline`. */
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  channel: z.string().nullable(),
  actorName: z.string().nullable(),
  actorRole: z.string().nullable(),
  officeName: z.string().nullable(),
})
export type LeadEvent = z.infer<typeof leadEvent>

export const lead = z.object({
  leadId: id(),
  kind: leadKind,
  state: leadState,
  /** Not received and past its time. */
  overdue: z.boolean(),
  areaId: id(),
  areaName: z.string(),
  personId: id().nullable(),
  name: z.string(),
  sex: z.string().nullable(),
  /** 年龄, whole years. */
  age: z.number().int().nullable(),
  phoneMasked: z.string().nullable(),
  address: z.string().nullable(),
  summary: leadSummary,
  screeningId: id().nullable(),
  episodeId: id().nullable(),
  openedAt: instant(),
  openerName: z.string().nullable(),
  /** The health centre takes over by then. */
  dueAt: instant(),
  receivedAt: instant().nullable(),
  receiverName: z.string().nullable(),
  closedAt: instant().nullable(),
  closerName: z.string().nullable(),
  result: leadResult.nullable(),
  resultNote: z.string().nullable(),
  channel: leadChannel.nullable(),
  /** 转送医院 */
  hospital: z.string().nullable(),
  hospitalTransport: hospitalTransport.nullable(),
  referredAt: instant().nullable(),
  /** 到院确认 */
  arrivedAt: instant().nullable(),
  /** 超时上报: nobody took over in time; the offices above see it from then on. */
  escalatedAt: instant().nullable(),
  actions: z.array(z.enum(leadActions)),
})
export type Lead = z.infer<typeof lead>

/** The lead with everything that happened, newest first. */
export const leadCard = lead.extend({ events: z.array(leadEvent) })
export type LeadCard = z.infer<typeof leadCard>

/** 状态页签: not closed, waiting, waiting too long, taken over, done. */
export const leadTabs = ['active', 'overdue', 'open', 'received', 'closed'] as const

export const leadsErrors = declareErrors('leads', {
  notInState: { status: 409, params: z.object({ state: leadState }) },
  notTheDay: { status: 409 },
  /** Taken over by somebody else, on another day, or worked on since. */
  receiptStands: { status: 409 },
  /** 已转送医 without saying to which hospital. */
  noHospital: { status: 409 },
  /** What happened cannot have happened before the lead or in the future. */
  wrongTime: { status: 422 },
})

const view = { permission: 'leads.view' } as const
const handle = { permission: 'leads.handle' } as const
const aLead = z.object({ leadId: id() })
const change = { act: 'change' as const, subjects: (i: { leadId: string }) => [i.leadId] }

export const leadsApi = {
  listLeads: query({
    path: '/leads', access: view, summary: '可疑线索: leads to the health centre, those waiting longest first',
    input: z.object({ tab: z.enum(leadTabs).default('active'), kinds: listOf(leadKind).optional(), areaId: id().optional(), order: orderBy('clock', 'opened').optional(), ...pageInput }),
    output: pageOf(lead), audit: { act: 'view', subjects: (_, o) => o.items.map((l) => l.leadId) },
  }),
  leadCounts: query({
    path: '/leads/counts', access: view, summary: '线索数: how many stand where; closed ones of today only',
    input: z.object({ areaId: id().optional() }),
    output: z.object({ overdue: z.number().int(), open: z.number().int(), received: z.number().int(), closedToday: z.number().int() }),
  }),
  leadsAbout: query({
    path: '/leads/about', access: view, summary: '相关线索: leads of a person or an episode, newest first',
    input: z.object({ personId: id().optional(), episodeId: id().optional() }),
    output: z.object({ items: z.array(lead.pick({ leadId: true, kind: true, state: true, overdue: true, openedAt: true, dueAt: true, result: true })) }),
  }),
  getLead: query({
    path: '/leads/:leadId', access: view, summary: '线索卡: one lead with its timeline', input: aLead, output: leadCard,
    audit: { act: 'view', subjects: (i, o) => [i.leadId, ...(o.personId ? [o.personId] : [])] },
  }),
  seeLead: command({
    path: '/leads/:leadId/seen', access: view, summary: '已查看: the office has opened the lead; its first time is kept',
    input: aLead, output: z.object({}), audit: change,
  }),
  receiveLead: command({
    path: '/leads/:leadId/receive', access: handle, summary: '接收线索: the health centre takes over, the clock stops',
    input: aLead, output: leadCard, errors: [leadsErrors.notInState], audit: change,
  }),
  handBackLead: command({
    path: '/leads/:leadId/hand-back', access: handle, summary: '撤销接收: by who took it over, the same day, while nothing was done; the clock runs on as before',
    input: aLead, output: leadCard, errors: [leadsErrors.notInState, leadsErrors.receiptStands], audit: change,
  }),
  noteLead: command({
    path: '/leads/:leadId/notes', access: handle, summary: '核查记录: a step of the investigation with its time and finding',
    input: aLead.extend({
      step: leadStep, at: instant().optional(), note: text(500).optional(), temperature: temperature().optional(), symptoms: z.array(symptom).optional(),
      /** Only with 检测结果. */
      finding: z.enum(testFindings).optional(),
      /** 已告知 */
      told: z.array(toldParty).default([]),
    }),
    output: leadCard, errors: [leadsErrors.notInState, leadsErrors.wrongTime], audit: change,
  }),
  referLead: command({
    path: '/leads/:leadId/refer', access: handle, summary: '转送医院: which, how, when they left',
    input: aLead.extend({ hospital: text(80).min(2), transport: hospitalTransport, at: instant().optional(), note: text(500).optional(), told: z.array(toldParty).default([]) }),
    output: leadCard, errors: [leadsErrors.notInState, leadsErrors.wrongTime], audit: change,
  }),
  confirmArrival: command({
    path: '/leads/:leadId/arrived', access: handle, summary: '确认到院: the hospital has taken the person in',
    input: aLead.extend({ at: instant().optional() }), output: leadCard, errors: [leadsErrors.notInState, leadsErrors.wrongTime], audit: change,
  }),
  closeLead: command({
    path: '/leads/:leadId/close', access: handle, summary: '办结线索: what the medical side found and did',
    input: aLead.extend({ result: leadResult, note: text(500).optional() }), output: leadCard, errors: [leadsErrors.notInState, leadsErrors.noHospital],
    audit: { act: 'change', subjects: (i) => [i.leadId], reason: (i) => i.note },
  }),
  reopenLead: command({
    path: '/leads/:leadId/reopen', access: handle, summary: '撤销办结: the same day only',
    input: aLead, output: leadCard, errors: [leadsErrors.notInState, leadsErrors.notTheDay], audit: change,
  }),
}
