import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { id, instant, listOf, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { symptom } from '../policies/contract.ts'

/** 待核实线索 by what raised it: 发热 / 症状 / 接触史. Never a diagnosis. */
export const leadKinds = ['fever', 'symptom', 'contact'] as const
export const leadKind = z.enum(leadKinds)
export type LeadKind = z.infer<typeof leadKind>

/** 待接收 / 处置中 / 已办结 */
export const leadStates = ['open', 'received', 'closed'] as const
export const leadState = z.enum(leadStates)
export type LeadState = z.infer<typeof leadState>

/** 处置结果, said by the medical side only: 排除 / 回社区继续管理 / 已转送医 / 联系不上 / 其他. */
export const leadResults = ['excluded', 'backToManagement', 'referredToHospital', 'notReachable', 'other'] as const
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
})
export type LeadSummary = z.infer<typeof leadSummary>

export const leadActions = ['receive', 'close', 'reopen'] as const
export type LeadAction = (typeof leadActions)[number]

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
  actions: z.array(z.enum(leadActions)),
})
export type Lead = z.infer<typeof lead>

/** 状态页签: not closed, waiting, waiting too long, taken over, done. */
export const leadTabs = ['active', 'overdue', 'open', 'received', 'closed'] as const

export const leadsErrors = declareErrors('leads', {
  notInState: { status: 409, params: z.object({ state: leadState }) },
  notTheDay: { status: 409 },
})

const view = { permission: 'leads.view' } as const
const handle = { permission: 'leads.handle' } as const
const aLead = z.object({ leadId: id() })

export const leadsApi = {
  listLeads: query({
    path: '/leads', access: view, summary: '可疑线索: leads to the health centre, those waiting longest first',
    input: z.object({ tab: z.enum(leadTabs).default('active'), kinds: listOf(leadKind).optional(), ...pageInput }),
    output: pageOf(lead), audit: { act: 'view', subjects: (_, o) => o.items.map((l) => l.leadId) },
  }),
  leadCounts: query({
    path: '/leads/counts', access: view, summary: '线索数: how many stand where; closed ones of today only',
    input: z.object({}),
    output: z.object({ overdue: z.number().int(), open: z.number().int(), received: z.number().int(), closedToday: z.number().int() }),
  }),
  getLead: query({
    path: '/leads/:leadId', access: view, summary: '线索: one lead', input: aLead, output: lead,
    audit: { act: 'view', subjects: (i, o) => [i.leadId, ...(o.personId ? [o.personId] : [])] },
  }),
  receiveLead: command({
    path: '/leads/:leadId/receive', access: handle, summary: '接收线索: the health centre takes over, the clock stops',
    input: aLead, output: lead, errors: [leadsErrors.notInState], audit: { act: 'change', subjects: (i) => [i.leadId] },
  }),
  closeLead: command({
    path: '/leads/:leadId/close', access: handle, summary: '办结线索: what the medical side found and did',
    input: aLead.extend({ result: leadResult, note: text(500).optional() }), output: lead, errors: [leadsErrors.notInState],
    audit: { act: 'change', subjects: (i) => [i.leadId], reason: (i) => i.note },
  }),
  reopenLead: command({
    path: '/leads/:leadId/reopen', access: handle, summary: '撤销办结: the same day only',
    input: aLead, output: lead, errors: [leadsErrors.notInState, leadsErrors.notTheDay], audit: { act: 'change', subjects: (i) => [i.leadId] },
  }),
}
