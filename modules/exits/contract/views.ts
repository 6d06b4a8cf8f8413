import * as z from 'zod'
import { bothLanguages, day, id, instant } from '../../../kernel/fields.ts'
import { exitKind, measure, symptom } from '../../policies/contract.ts'

/** 已申请 / 待健康证明 / 已出证 / 已准许 / 未批准 / 已外出 / 已返回 / 未返回 / 已撤回 */
export const exitStates = ['applied', 'certificateDue', 'certified', 'allowed', 'refused', 'out', 'back', 'notBack', 'withdrawn'] as const
export const exitState = z.enum(exitStates)
export type ExitState = z.infer<typeof exitState>

/** What can be done with a request. */
export const exitActions = ['certify', 'uncertify', 'allow', 'refuse', 'nameEscort', 'goOut', 'comeBack', 'noteNotBack', 'undoTrip', 'withdraw', 'reopen'] as const
export type ExitAction = (typeof exitActions)[number]

/** 怎么申请的: 手机 / 纸质 / 窗口 */
export const exitChannels = ['phone', 'paper', 'desk'] as const
export const exitChannel = z.enum(exitChannels)
export type ExitChannel = z.infer<typeof exitChannel>

/** What still has to be there before somebody leaves: 健康证明 / 陪同人 / 社区批准 / 座位 / 测温. */
export const exitNeeds = ['certificate', 'escort', 'approval', 'seat', 'temperature'] as const
export const exitNeed = z.enum(exitNeeds)
export type ExitNeed = z.infer<typeof exitNeed>

/** 依据: what the order says about this request, kept as it was decided. */
export const exitDecision = z.object({
  outcome: z.enum(['refuse', 'certificate', 'decide', 'allow']),
  needs: z.array(exitNeed),
  /** Empty where no order says anything about going out. */
  orderNo: z.string(), clause: z.string(),
  because: bothLanguages,
  /** 原文: the sentence of the order. */
  quote: z.string().nullable(),
  /** What about the person weighs against it, where something does. */
  against: z.enum(['managed', 'householdManaged']).nullable(),
})
export type ExitDecision = z.infer<typeof exitDecision>

/** 健康证明的条件, each read from the data. */
export const findingIds = ['notManaged', 'notDiagnosed', 'noLead', 'noLeadBeyond', 'noFever', 'noSymptom', 'readings'] as const
export const finding = z.object({
  id: z.enum(findingIds), holds: z.boolean(),
  measure: measure.nullable(), endsOn: day().nullable(), /** 解除日 within the days looked back on. */ releasedOn: day().nullable(),
  /** 次, ℃ */
  n: z.number().int().nullable(), lowest: z.number().nullable(), highest: z.number().nullable(), at: instant().nullable(), symptoms: z.array(symptom),
})
export type Finding = z.infer<typeof finding>

/** 健康证明已失效 / 已到期 */
export const exitEnd = z.enum(['certificate', 'day'])
export type ExitEnd = z.infer<typeof exitEnd>

export const exitLine = z.object({
  exitId: id(), kind: exitKind, state: exitState, channel: exitChannel,
  personId: id(), householdId: id().nullable(), name: z.string(), sex: z.string().nullable(), age: z.number().int().nullable(), phoneMasked: z.string().nullable(), documentMasked: z.string().nullable(), address: z.string(),
  destinationName: z.string(), destinationCode: z.string().nullable(), employer: z.string().nullable(),
  leavesOn: day(), untilOn: day().nullable(), askedOn: day(), appliedAt: instant(),
  certificateNo: z.string().nullable(), certifiedUntil: day().nullable(), /** What was asked for or allowed is so no longer. */ ended: exitEnd.nullable(),
  /** Out and past the hour, or noted as not back and why. */
  dueBackAt: instant().nullable(), late: z.boolean(), notBackReason: z.string().nullable(),
  /** 云H12345 · 12号 */
  plate: z.string().nullable(), seatNo: z.number().int().nullable(),
})
export type ExitLine = z.infer<typeof exitLine>

export const exitTrip = z.object({ tripId: id(), outAt: instant(), dueBackAt: instant(), backAt: instant().nullable(), notBackReason: z.string().nullable(), outName: z.string().nullable(), backName: z.string().nullable() })
export const exitReading = z.object({ at: instant(), temperature: z.number().nullable(), symptoms: z.array(symptom), abnormal: z.boolean(), occasion: z.string(), takerName: z.string().nullable() })
export const exitEvent = z.object({ id: id(), at: instant(), kind: z.string(), params: z.record(z.string(), z.unknown()), channel: z.string().nullable(), actorName: z.string().nullable() })

/** 外出申请卡 */
export const exitCard = exitLine.extend({
  decision: exitDecision, /** What is missing as things stand now. */ missing: z.array(exitNeed),
  note: z.string().nullable(), applierName: z.string().nullable(), escortName: z.string().nullable(), emergencyName: z.string().nullable(), emergencyMasked: z.string().nullable(),
  decidedAt: instant().nullable(), deciderName: z.string().nullable(), decideReason: z.string().nullable(),
  certifiedAt: instant().nullable(), certifierName: z.string().nullable(), certificateValid: z.boolean(),
  /** 健康证明的纸: where it can be printed again while it is good. */
  certificatePaper: z.object({ batchId: id(), position: z.number().int() }).nullable(),
  /** Put into quarantine, or somebody of the household, since it was allowed. */
  keptIn: z.enum(['managed', 'householdManaged']).nullable(),
  /** Only while a certificate is due, for the first time or again. */
  findings: z.array(finding),
  transportId: id().nullable(), departsAt: instant().nullable(),
  trips: z.array(exitTrip), readings: z.array(exitReading), events: z.array(exitEvent),
  actions: z.array(z.enum(exitActions)),
})
export type ExitCard = z.infer<typeof exitCard>

/** 外出证明 as a gate needs it: whoever may go out today, and whoever is out. */
export const gateExit = z.object({
  exitId: id(), kind: exitKind, state: exitState.extract(['allowed', 'out']), personId: id(), householdId: id().nullable(), destinationName: z.string(),
  /** 证明编号; of what needs no certificate the day it was asked for. */
  number: z.string(), escorted: z.boolean(), /** What is missing before it is good at a gate. */ missing: z.array(exitNeed),
  leavesOn: day(), untilOn: day().nullable(), dueBackAt: instant().nullable(),
  /** SHA-256 of the code on the certificate, base64url: a code scanned without signal is known by it. */
  codeMark: z.string().nullable(),
})
export type GateExit = z.infer<typeof gateExit>

/** 状态页签 */
export const exitTabs = ['toDecide', 'certificateDue', 'waiting', 'out', 'late', 'gone', 'refused', 'all'] as const
export const exitTab = z.enum(exitTabs)
export type ExitTab = z.infer<typeof exitTab>

/** What a resident sees of the own request; nothing about the health of anybody. */
export const ownExit = z.object({
  /** Kept on the phone, to see and report about this request. */
  receipt: z.string().nullable(),
  kind: exitKind, state: exitState, name: z.string(), destinationName: z.string(), leavesOn: day(), untilOn: day().nullable(),
  because: bothLanguages, missing: z.array(exitNeed), ended: exitEnd.nullable(), certificateNo: z.string().nullable(), certifiedUntil: day().nullable(),
  plate: z.string().nullable(), seatNo: z.number().int().nullable(), departsAt: instant().nullable(), place: z.string().nullable(),
  dueBackAt: instant().nullable(), communityName: z.string(), officePhone: z.string().nullable(),
  canGoOut: z.boolean(), canComeBack: z.boolean(), canWithdraw: z.boolean(),
})
export type OwnExit = z.infer<typeof ownExit>
