import * as z from 'zod'
import { day, id, instant, temperature, text } from '../../../kernel/fields.ts'
import { codeColours } from '../../passes/contract/code.ts'
import { measure, passageGrade, passagePurpose, passageRules, passageVerdict, policyDocument } from '../../policies/contract.ts'

/** 进 / 出 */
export const directions = ['in', 'out'] as const
export const direction = z.enum(directions)
export type Direction = z.infer<typeof direction>

/** 放行 / 劝返 / 转诊转办 */
export const outcome = passageVerdict
export type Outcome = z.infer<typeof outcome>

/** 小区出入口 / 村组路口 / 车站 / 码头 / 公路卡口 / 公共场所入口. */
export const gateKinds = ['compound', 'villageGroup', 'station', 'dock', 'road', 'other'] as const
export const gateKind = z.enum(gateKinds)
export type GateKind = z.infer<typeof gateKind>
/** 小区、村组: who passes here leaves home or comes back to it; at all others somebody is on the way already. */
export const settlementKinds: readonly GateKind[] = ['compound', 'villageGroup']

/** 紧急情况: 临产 / 急病就医 / 火灾 / 其他危险. Always let through, with a record. */
export const emergencies = ['birth', 'illness', 'fire', 'danger'] as const
export const emergency = z.enum(emergencies)
export type Emergency = z.infer<typeof emergency>

/** 特种车辆: 救护 / 消防 / 抢险 / 环卫 / 警务 / 军队 / 防疫物资 / 登记过的. Told by the plate, by the register, or by the keeper who sees it. */
export const specialVehicles = ['ambulance', 'fireEngine', 'rescue', 'sanitation', 'police', 'army', 'supplies', 'registered'] as const
export const specialVehicle = z.enum(specialVehicles)

/** 证的状态 as verified on the phone or looked up. `codeExpired`: 手机上的码过了时限, which says nothing of the pass; `forged`: 签名不对; `unknownKey`: whoever verifies does not know the key; `otherCommunity`: 别的社区的车证, good there. */
export const passStates = ['valid', 'notYetValid', 'expired', 'codeExpired', 'suspended', 'revoked', 'used', 'replaced', 'damaged', 'forged', 'unknownKey', 'notOurs', 'otherCommunity'] as const
export const passState = z.enum(passStates)
export type PassState = z.infer<typeof passState>

/** 官方健康码 as shown; the community has no code of its own. */
export const codeColour = z.enum(codeColours)
/** 人证一致: compared and the same, or not; not compared, since the keeper knows who it is (认识本人) or no document is there (没带证件), or without a word. */
export const identity = z.enum(['same', 'differs', 'known', 'noDocument', 'notCompared'])

/** 同行的人: the old and children somebody takes along, and others; each is measured. */
export const companionKinds = ['child', 'elder', 'needsCare', 'adult'] as const
export const companion = z.object({
  kind: z.enum(companionKinds),
  /** 姓名 as told, or masked. */
  name: text(60).optional(),
  personId: id().optional(),
  /** ℃; absent is not measured. */
  temperature: temperature().optional(),
})
export type Companion = z.infer<typeof companion>

/** 在管情况 of one member: `self` is the one who passes; null where nobody knows which of the household it is. */
export const managedFact = z.object({ measure, startsOn: day(), endsOn: day(), self: z.boolean().nullable() })

/** 在别处隔离: told of whoever is not seen from a gate, and nothing else of them; `call` is the community that manages. Not `sure` where only the name is the same. */
export const heldElsewhere = z.object({ call: z.string(), sure: z.boolean() })
export type HeldElsewhere = z.infer<typeof heldElsewhere>

/** 卡点 as a decision needs it. */
export const gateFacts = z.object({
  kind: gateKind,
  /** 通行方向 */
  ways: z.enum(['both', 'in', 'out']),
  /** 开放时间, Shanghai `HH:MM`; null for day and night. */
  hours: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** 按令关闭: the order. */
  closedBy: z.string().nullable(),
  /** 另外可走的通道, open now. */
  elsewhere: z.string().nullable(),
})
export type GateFacts = z.infer<typeof gateFacts>

/**
 * 出入判定的全部事实. Small, and all of it may be carried by a phone: the same facts give the same decision there and here.
 * `rules/facts.ts` makes them, on both sides, from what is carried and what the keeper enters.
 */
export const passageFacts = z.object({
  direction,
  gate: gateFacts,
  grade: passageGrade,
  emergency: emergency.nullable(),
  /** 事由 */
  purpose: passagePurpose.nullable(),
  identity,
  /** 在册的户; null for somebody who is not known. */
  household: z.object({
    /** 不住在这个卡点里面: known, and a visitor here. */
    outside: z.boolean(),
    managed: z.array(managedFact),
    /** 线索未办结: the health centre is looking into it; `self` as above. */
    leadOpen: z.object({ self: z.boolean().nullable() }).nullable(),
    /** Exits that count towards the quota, newest first, one for each person of them; as many as the order looks back. */
    exits: z.array(instant()),
    /** Out since, where nobody came back yet. */
    outSince: instant().nullable(),
  }).nullable(),
  /** 在别处隔离; of whoever is seen it stands with the household. */
  held: heldElsewhere.nullable(),
  /** 出示的证; null where none was shown. */
  pass: z.object({ state: passState, until: day().nullable() }).nullable(),
  /** 别处的证: of a household that does not live behind this gate, or to be let in there. */
  elsewhere: z.boolean(),
  vehicle: z.object({ plate: z.string(), special: specialVehicle.nullable(), pass: passState.nullable() }).nullable(),
  /** 访客: the visited household lives here and has confirmed, and the time is not over. */
  visitor: z.object({ confirmed: z.boolean() }).nullable(),
  /** 外出证明 (就医、务工…), decided before and valid today; `escorted` where somebody goes along. */
  certificate: z.object({ number: z.string(), kind: z.enum(['medical', 'migrantWork', 'localWork', 'visiting']), escorted: z.boolean() }).nullable(),
  /** ℃; null is not measured, never a usual value. */
  temperature: z.number().nullable(),
  companions: z.array(companion.pick({ kind: true, temperature: true })),
  code: codeColour.nullable(),
})
export type PassageFacts = z.infer<typeof passageFacts>

/** What of an order the gate needs; a phone carries it. */
export const passagePolicy = z.object({
  policyId: id(),
  orderNo: z.string(),
  temperature: policyDocument.shape.temperature,
  /** Minutes the health centre has to take over a fever. */
  feverLeadMinutes: z.number().int(),
  passage: passageRules.nullable(),
})
export type PassagePolicy = z.infer<typeof passagePolicy>

/** Where in the order of domain §13.1 it was decided. */
export const passageSteps = ['emergency', 'special', 'identity', 'managed', 'status', 'temperature', 'pass', 'zone', 'quota', 'done'] as const
export const passageStep = z.enum(passageSteps)
export type PassageStep = z.infer<typeof passageStep>

/** 为什么, one sentence: the words are at `passage.reasons.<code>`, filled with the params. */
export const reasonCodes = [
  'emergency', 'special',
  'notTheHolder',
  'quarantine', 'quarantineReturns', 'quarantineSelf', 'quarantineElsewhere', 'approvalNeeded',
  'codeYellow', 'codeRed', 'leadOpen',
  'fever', 'companionFever', 'measureFirst', 'measureCompanions', 'measureAgain',
  'passNotYetValid', 'passExpired', 'passCodeExpired', 'passSuspended', 'passRevoked', 'passUsed', 'passReplaced', 'passDamaged', 'passForged', 'passUnknownKey', 'passNotOurs', 'noPass',
  'noVehiclePass', 'vehiclePassNotValid', 'vehicleElsewhere', 'vehiclesRefused',
  'gateClosed', 'wrongWay', 'outsideHours', 'lockdown', 'purposeOnly', 'visitorsRefused', 'visitorNotConfirmed', 'passElsewhere',
  'quotaUsed', 'tooMany', 'noOrder',
  'home', 'visitorConfirmed', 'visitorFree', 'visitorLeaves', 'vehiclePass', 'certificate', 'exempt', 'quotaFree', 'free',
] as const
export const reasonCode = z.enum(reasonCodes)
export type ReasonCode = z.infer<typeof reasonCode>

/** 提醒: nothing that stops anybody, but to be seen. Words at `passage.warnings.<code>`. */
export const warningCodes = [
  'stopped', 'notMeasured', 'feverAboard', 'notCompared', 'memberManaged', 'memberLead', 'leadComesHome', 'codeNotSeen', 'codeComesHome', 'noPassShown', 'passComesHome', 'gateComesHome', 'lateBack', 'stillOut', 'unknown', 'sameNameHeld', 'vehicleElsewhere', 'noRules',
] as const
export const warningCode = z.enum(warningCodes)
export type WarningCode = z.infer<typeof warningCode>

const params = z.record(z.string(), z.union([z.string(), z.number()]))
export const passageReason = z.object({ code: reasonCode, params })
export type PassageReason = z.infer<typeof passageReason>
export const passageWarning = z.object({ code: warningCode, params })
export type PassageWarning = z.infer<typeof passageWarning>

/** 判定 */
export const passageDecision = z.object({
  outcome,
  step: passageStep,
  reason: passageReason,
  warnings: z.array(passageWarning),
  /** 占频次: this way out is the household's one of its days, also where a keeper lets somebody out who was to be turned back. */
  counted: z.boolean(),
  /** A fever is a lead for the health centre, never a diagnosis. */
  lead: z.object({ kind: z.literal('fever'), dueMinutes: z.number().int(), temperature: z.number() }).nullable(),
  /** 方案版本; null where no order was in force. */
  policy: z.object({ policyId: id(), orderNo: z.string() }).nullable(),
})
export type PassageDecision = z.infer<typeof passageDecision>
