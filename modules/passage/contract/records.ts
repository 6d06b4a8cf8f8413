import * as z from 'zod'
import { bothLanguages, day, id, instant, personName, temperature, text } from '../../../kernel/fields.ts'
import { gateExit } from '../../exits/contract/views.ts'
import { gateVehicle, officialCodeSeen } from '../../passes/contract/code.ts'
import { measure, passageGrade, passagePurpose } from '../../policies/contract.ts'
import {
  codeColour, companion, direction, emergency, gateFacts, identity, outcome, passageDecision, passagePolicy, passageReason, passageStep, passageWarning, passState, specialVehicle,
} from './facts.ts'

/** 出入对象: with a household's or a person's pass (or found in the register), a vehicle, a visitor, nobody known. */
export const subjectKinds = ['household', 'person', 'vehicle', 'visitor', 'unknown'] as const
export const subjectKind = z.enum(subjectKinds)
export type SubjectKind = z.infer<typeof subjectKind>

/** 外出证明 shown at the gate. */
export const certificateShown = z.object({ number: text(60).min(1), kind: z.enum(['medical', 'migrantWork', 'localWork', 'visiting']), escorted: z.boolean().default(false), /** 外出申请 it belongs to, where it was found: then going out and coming back stand there too. */ exitId: id().optional() })

/** 一次进出, as a phone or the desk sends it. A fact: kept whatever was decided, with its own time. */
export const passageRecord = z.object({
  /** UUIDv7 made where it happened; sent again it adds nothing. */
  eventId: id(),
  gateId: id(),
  /** When it happened, by the phone's clock. */
  at: instant(),
  direction,
  subject: subjectKind,
  householdId: id().optional(),
  personId: id().optional(),
  /** 证号 */
  passNo: text(60).optional(),
  passState: passState.optional(),
  passUntil: day().optional(),
  /** 车牌, normalised. */
  plate: text(16).optional(),
  specialVehicle: specialVehicle.optional(),
  vehiclePass: passState.optional(),
  /** 访客: confirmed by the household visited. */
  visitorConfirmed: z.boolean().optional(),
  /** 到访户 */
  visitsHouseholdId: id().optional(),
  certificate: certificateShown.optional(),
  /** What was scanned off a certificate that was not known there: the server finds it when the record arrives. */
  certificateCode: text(300).optional(),
  /** 身份证号 of whoever is in no register here, as shown or told: looked up by its blind index when the record arrives, and not kept. */
  document: text(30).optional(),
  /** 姓名 as told, for whoever is in no register. */
  name: personName().optional(),
  /** 住址 or 来自 as told. */
  told: text(120).optional(),
  purpose: passagePurpose.optional(),
  emergency: emergency.optional(),
  identity: identity.default('notCompared'),
  /** ℃; absent is not measured. There is no usual value. */
  temperature: temperature().optional(),
  /** 官方健康码, as seen: a fact, never worked out here. */
  code: officialCodeSeen.optional(),
  companions: z.array(companion).max(60).default([]),
  note: text(300).optional(),
  /** What was decided where it happened; absent where the server decides. */
  decision: passageDecision.pick({ outcome: true, step: true, reason: true, policy: true }).optional(),
  /** 实际: what the keeper did, where that was not what was decided. */
  happened: outcome.optional(),
  /** 值守人, where somebody else sends the record in. */
  keeperName: personName().optional(),
})
export type PassageRecord = z.infer<typeof passageRecord>

/** 一户, as the gate needs it and a phone may carry it: names masked, no numbers. */
export const carriedHousehold = z.object({
  householdId: id(),
  /** 锦绣小区3幢2单元501 */
  address: z.string(),
  /** Normalised door within its compound or group, for finding by room. */
  doorKey: z.string(),
  grade: passageGrade,
  members: z.array(z.object({
    personId: id(),
    /** 李** */
    nameMasked: z.string(),
    /** First letters of the name in pinyin. */
    initials: z.string(),
    kind: z.enum(['adult', 'child', 'elder']),
    managed: z.object({ measure, startsOn: day(), endsOn: day() }).nullable(),
    leadOpen: z.boolean(),
  })),
  /** Exits that count, newest first, one for each person of them, as far back as the order looks. */
  exits: z.array(instant()),
  outSince: instant().nullable(),
})
export type CarriedHousehold = z.infer<typeof carriedHousehold>

/** 卡点, with what a decision needs. */
export const gateBrief = gateFacts.extend({ gateId: id(), name: z.string(), areaId: id(), areaName: z.string(), /** Of the place itself. */ grade: passageGrade, /** 同处可以双向通行的其他通道, with their hours: which of them is open is asked when somebody stands there. Absent in data made before. */ beside: z.array(z.object({ name: z.string(), hours: gateFacts.shape.hours })).optional(), /** 本社区各小区、村组的编号, as codes of passes tell where they were issued for; only where a phone carries the gate. */ places: z.array(z.number().int()).optional() })
export type GateBrief = z.infer<typeof gateBrief>

/** Some of the households behind a gate and their cars, as long as nobody moves in, is managed or released; or some of the certificates. */
export const gatePart = z.object({
  part: z.string(), hash: z.string(), households: z.array(carriedHousehold.omit({ exits: true, outSince: true })),
  /** 车辆: plates of the households here. */
  vehicles: z.array(z.object({ plate: z.string(), householdId: id() })),
  /** 外出证明: of the people behind this gate, good today or out; in parts of their own. */
  exits: z.array(gateExit),
  /** 车辆通行证 of the community, in parts of their own; absent in all others. */
  passes: z.array(gateVehicle).optional(),
})
export type GatePart = z.infer<typeof gatePart>

/** What a gate works with: carried by a phone, read by the desk. */
export const gateData = z.object({
  gate: gateBrief,
  policy: passagePolicy.nullable(),
  /** 方案里怎么说 */
  says: bothLanguages.nullable(),
  /** All parts there are; whatever else somebody has is forgotten. */
  all: z.array(z.string()),
  /** Those they do not have, or have otherwise. */
  parts: z.array(gatePart),
  /** 外出频次、在外: of households with any; all others are in and have used no turn. */
  moving: z.array(carriedHousehold.pick({ householdId: true, exits: true, outSince: true })),
  madeAt: instant(),
  /** Not all of the missing parts are in this answer: ask again, naming these as well. */
  more: z.boolean(),
})
export type GateData = z.infer<typeof gateData>

/** What became of one row of a batch. */
export const recordedPassage = z.object({
  /** Its place in the batch. */
  index: z.number().int(),
  eventId: z.string().nullable(),
  /** 已收到 / 以前收过 / 退回: why it could not be kept stands in `problem`, a code of `passage.problems`. */
  state: z.enum(['kept', 'already', 'returned']),
  problem: z.enum(['malformed', 'noSuchGate']).nullable(),
  /** 与手机判定不同: the server, knowing more, would have decided otherwise; both stay. */
  differs: z.boolean(),
  /** 服务器判定; null where the phone had decided the same. */
  decision: passageDecision.nullable(),
})
export type RecordedPassage = z.infer<typeof recordedPassage>

/** 进出记录, one line of the list. */
export const passage = z.object({
  eventId: id(),
  at: instant(),
  receivedAt: instant(),
  gateId: id(),
  gateName: z.string(),
  areaName: z.string(),
  direction,
  subject: subjectKind,
  householdId: id().nullable(),
  personId: id().nullable(),
  /** 姓名: masked for gatekeepers and property staff. */
  who: z.string(),
  address: z.string(),
  plate: z.string().nullable(),
  passNo: z.string().nullable(),
  purpose: passagePurpose.nullable(),
  emergency: emergency.nullable(),
  identity,
  temperature: z.number().nullable(),
  code: codeColour.nullable(),
  companions: z.number().int(),
  /** 实际结果 */
  outcome,
  /** 判定: by the phone, or at the desk. */
  decided: outcome,
  step: passageStep,
  reason: passageReason,
  warnings: z.array(passageWarning),
  /** 服务器复判, where it differs. */
  serverOutcome: outcome.nullable(),
  serverReason: passageReason.nullable(),
  differs: z.boolean(),
  orderNo: z.string().nullable(),
  keeperName: z.string().nullable(),
  note: z.string().nullable(),
  /** 手机时间: what a clock that ran ahead said, where `at` is when it arrived. */
  clockSaid: instant().nullable(),
  takenBackAt: instant().nullable(),
  /** 转办已处理 */
  settledAt: instant().nullable(),
  settlerName: z.string().nullable(),
  settleNote: z.string().nullable(),
})
export type Passage = z.infer<typeof passage>
