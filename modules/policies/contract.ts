import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { bothLanguages, day, id, instant, listOf, reason, temperature, text } from '../../kernel/fields.ts'
import { exitTerms } from './contract/exits.ts'
import { measure } from './contract/measures.ts'
import { passageRules } from './contract/passage.ts'
import { resumptionTerms } from './contract/resumption.ts'

export * from './contract/exits.ts'
export * from './contract/measures.ts'
export * from './contract/passage.ts'
export * from './contract/resumption.ts'

/** 症状 (domain §3.7); fever is a reading or said by the person. */
export const symptoms = [
  'fever', 'dryCough', 'cough', 'fatigue', 'soreThroat', 'lossOfSmell', 'stuffyNose', 'runnyNose', 'conjunctivitis', 'muscleAche',
  'diarrhoea', 'breathless', 'chestTightness', 'headache', 'nausea',
] as const
export const symptom = z.enum(symptoms)
export type Symptom = z.infer<typeof symptom>

/** 接触史, as judged by the medical side: 无 / 密接 / 次密 / 一般接触. */
export const contactKinds = ['none', 'close', 'secondary', 'general'] as const
export const contactKind = z.enum(contactKinds)
export type ContactKind = z.infer<typeof contactKind>

export const riskLevels = ['high', 'medium', 'low'] as const
export const riskLevel = z.enum(riskLevels)
export type RiskLevel = z.infer<typeof riskLevel>

/** 风险地区: by official code (2, 4 or 6 digits: all below it) or by a place's name, with its dates. */
export const riskArea = z.object({
  code: z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/).optional(),
  /** A named place inside the division: compound, street, building. */
  place: z.string().optional(),
  name: z.string(),
  level: riskLevel,
  from: day(),
  /** Last day at this level; open while absent. */
  to: day().optional(),
})
export type RiskArea = z.infer<typeof riskArea>

/** 来源分类: the first that matches is the person's. */
export const originClass = z.object({
  id: z.string().regex(/^[a-zA-Z]+$/),
  name: bothLanguages,
  match: z.object({
    /** Division code prefixes, `42` is Hubei. */
    codes: z.array(z.string()).optional(),
    risk: z.array(riskLevel).optional(),
    /** Relation to the place that manages. */
    relation: z.enum(['abroad', 'otherProvince', 'sameProvince', 'sameCity']).optional(),
  }),
})
export type OriginClass = z.infer<typeof originClass>

const stageRule = z.object({
  measure,
  days: z.number().int().min(1).max(60),
  /** 核酸: days of the stage on which a test is due. */
  testsOnDays: z.array(z.number().int()).default([]),
  /** 上门: who calls at the door how often a day. */
  visits: z.array(z.object({ by: z.enum(['doctor', 'worker', 'property']), perDay: z.number().int().min(1).max(4) })).default([]),
})

/** One row of the measures: the first whose conditions hold decides. */
export const measureRule = z.object({
  id: z.string(),
  /** 第二条 */
  clause: z.string(),
  when: z.object({
    origin: z.array(z.string()).optional(),
    contact: z.array(contactKind).optional(),
    symptom: z.boolean().optional(),
  }),
  /** Empty: not managed. Several: one after the other. */
  stages: z.array(stageRule),
  anchor: z.enum(['arrival', 'lastExposure']),
  /** 同住: nobody else, or the household together. */
  household: z.enum(['none', 'together']).default('none'),
  /** What is done, as it stands in the sentence why: 居家隔离14天,医生每天上门测温. */
  says: bothLanguages,
  /** 原文: the sentence of the order this rule stands on, word for word, shown to whoever asks why. */
  quote: text(600).optional(),
})
export type MeasureRule = z.infer<typeof measureRule>

/** 测温时段 */
export const checkWindow = z.object({
  id: z.enum(['morning', 'afternoon', 'evening']),
  from: z.string().regex(/^\d{2}:\d{2}$/),
  to: z.string().regex(/^\d{2}:\d{2}$/),
  /** A reminder goes out this long after the window opened. */
  remindAfterMinutes: z.number().int().min(0),
})
export type CheckWindow = z.infer<typeof checkWindow>

export const releaseConditions = ['periodOver', 'noGap', 'testsDone', 'noAnomaly', 'confirmed'] as const
export type ReleaseCondition = (typeof releaseConditions)[number]

/** 防控方案: everything an order fixes. No figure of it is written in code. */
export const policyDocument = z.object({
  /** Where the order can be read, with edition and date. */
  source: z.string(),
  summary: bothLanguages,
  riskAreas: z.array(riskArea).default([]),
  originClasses: z.array(originClass).min(1),
  rules: z.array(measureRule).min(1),
  /** Is the day after the anchor day 1 (default), or the anchor itself? Local orders differ (domain §3.1). */
  counting: z.enum(['dayAfterAnchor', 'anchorIsDayOne']).default('dayAfterAnchor'),
  checkWindows: z.array(checkWindow).min(1).max(3),
  temperature: z.object({
    /** ℃; a reading at or above it (or only above it, `inclusive: false`) is a fever. */
    fever: z.number(), inclusive: z.boolean(),
    /** ℃; outside these a reading is a fault of the device and is never taken as one. */
    deviceMin: z.number(), deviceMax: z.number(),
  }),
  release: z.object({
    requires: z.array(z.enum(releaseConditions)),
    /** Roles of the office that decided; one of them confirms. */
    confirmBy: z.array(z.string()).min(1),
  }),
  deadlines: z.object({
    /** Minutes the health centre has to take over. */
    feverLeadMinutes: z.number().int(), symptomLeadMinutes: z.number().int(),
    /** Minutes to verify a declaration. */
    verifyMinutes: z.number().int(),
    /** Clock of the day by which somebody has called at the door after a missed check. */
    missedVisitBy: z.string().regex(/^\d{2}:\d{2}$/),
  }),
  /** 外出管理; an order that says nothing about it leaves each request to the community. */
  exits: exitTerms.optional(),
  /** 日报: the communities' hour; every office above has so many minutes more than the one below it to add up (汇总). */
  report: z.object({ cutOff: z.string().regex(/^\d{2}:\d{2}$/), minutesPerLevel: z.number().int().min(0).max(360).default(60) }),
  /** 出入规定; where an order says nothing of it, only 居家隔离 keeps a household in. */
  passage: passageRules.optional(),
  /** 复工复产; where an order says nothing of it, the community decides. */
  resumption: resumptionTerms.optional(),
  /** 追溯: whoever is managed when it comes into force is decided anew by it; otherwise it holds for what is reported from then on (domain §13.2, 4). */
  retroactive: z.boolean().optional(),
})
export type PolicyDocument = z.infer<typeof policyDocument>

/** 附件: the order itself, as it was issued (scan or file). */
export const policyAttachment = z.object({ id: id(), filename: z.string(), contentType: z.string(), bytes: z.number().int(), addedAt: instant(), addedByName: z.string().nullable() })
export type PolicyAttachment = z.infer<typeof policyAttachment>

export const policyState = z.enum(['draft', 'published', 'superseded'])

/** 方案版本 */
export const policyEdition = z.object({
  id: id(),
  series: z.string(),
  edition: z.number().int(),
  state: policyState,
  /** 文号 */
  orderNo: z.string(),
  /** 发文单位 */
  issuer: z.string(),
  title: bothLanguages,
  scopeAreaId: id(),
  scopePath: z.string(),
  inForceFrom: instant(),
  inForceTo: instant().nullable(),
  publishedAt: instant().nullable(),
  publishedByName: z.string().nullable(),
  document: policyDocument,
})
export type PolicyEdition = z.infer<typeof policyEdition>

/** What is known about an arrival or exposure when a decision is made. */
export const screeningFacts = z.object({
  /** County-level code of the place that manages. */
  homeCode: z.string(),
  /** 6-digit division code; null when abroad or unknown. */
  originCode: z.string().nullable(),
  originAbroad: z.boolean(),
  originName: z.string().default(''),
  originPlace: z.string().optional(),
  arrivedOn: day(),
  contact: contactKind,
  lastExposureOn: day().optional(),
  symptoms: z.array(symptom),
  temperature: temperature().optional(),
  reportedAt: instant(),
})
export type ScreeningFacts = z.infer<typeof screeningFacts>

export const stage = z.object({
  measure,
  days: z.number().int(),
  startsOn: day(),
  /** Last day, inclusive. */
  endsOn: day(),
  testsOn: z.array(day()),
  visits: z.array(z.object({ by: z.enum(['doctor', 'worker', 'property']), perDay: z.number().int() })),
})
export type Stage = z.infer<typeof stage>

/** A decision keeps the edition it was made by and one sentence why; it is never rewritten by a later edition. */
export const decision = z.object({
  outcome: z.enum(['manage', 'none']),
  policyId: id(),
  orderNo: z.string(),
  ruleId: z.string(),
  clause: z.string(),
  originClass: z.string(),
  riskLevel: riskLevel.nullable(),
  measure: measure.nullable(),
  stages: z.array(stage),
  anchor: z.enum(['arrival', 'lastExposure']),
  anchorOn: day(),
  startsOn: day(),
  /** Last day of the last stage, inclusive; release from 24:00. Equal to anchorOn when not managed. */
  endsOn: day(),
  household: z.enum(['none', 'together']),
  lead: z.object({ kind: z.enum(['fever', 'symptom', 'contact']), dueMinutes: z.number().int() }).nullable(),
  because: bothLanguages,
})
export type Decision = z.infer<typeof decision>

export const policiesErrors = declareErrors('policies', {
  nonePolicy: { status: 409, params: z.object({ day: z.string() }) },
  notADraft: { status: 409, params: z.object({ orderNo: z.string() }) },
  undecided: { status: 422, params: z.object({ combinations: z.string() }) },
  outsideTerritory: { status: 403 },
  orderNoTaken: { status: 409, params: z.object({ orderNo: z.string(), title: z.string() }) },
  attachmentKind: { status: 422, params: z.object({ filename: z.string() }) },
  attachmentKept: { status: 409, params: z.object({ orderNo: z.string() }) },
})

/** 随附方案: what a draft may begin with; it binds nobody until an office publishes it for its own area. */
const shippedPolicy = z.object({ key: z.string(), series: z.string(), orderNo: z.string(), issuer: z.string(), title: bothLanguages, document: policyDocument })
export type ShippedPolicy = z.infer<typeof shippedPolicy>

const head = policyEdition.omit({ document: true }).extend({ scopeName: z.string(), summary: bothLanguages })
const draftInput = {
  orderNo: text(80).min(2), issuer: text(80).min(2), title: bothLanguages, scopeAreaId: id(), inForceFrom: instant(),
  inForceTo: instant().optional(), document: policyDocument,
}
const view = { permission: 'policies.view' } as const
const edit = { permission: 'policies.edit' } as const

export const policiesApi = {
  listPolicies: query({
    path: '/policies', access: view, summary: '方案列表: orders in force, drafts and former ones', input: z.object({ state: policyState.optional() }),
    output: z.object({ items: z.array(head) }),
  }),
  getPolicy: query({
    path: '/policies/:policyId', access: view, summary: '方案: one edition, whole', input: z.object({ policyId: id() }),
    output: policyEdition.extend({ scopeName: z.string(), attachments: z.array(policyAttachment) }),
  }),
  policyInForceFor: query({
    path: '/policies/in-force/:areaId', access: view,
    summary: '现行方案: which order holds for an area on a day, and which others lost to it and why',
    input: z.object({ areaId: id(), at: instant().optional() }),
    output: z.object({
      chosen: head.nullable(),
      others: z.array(head.extend({ lostBecause: z.enum(['widerScope', 'older', 'notYet', 'ended']) })),
    }),
  }),
  listShipped: query({
    path: '/policies/shipped', access: edit, summary: '随附方案: orders that come with the program, each with its source, to begin a draft from', input: z.object({}),
    output: z.object({ items: z.array(shippedPolicy) }),
  }),
  createDraft: command({
    path: '/policies', access: edit, summary: '起草方案: a new edition as a draft',
    input: z.object({ series: z.string().regex(/^[a-z0-9-]{2,60}$/), ...draftInput }), output: z.object({ policyId: id() }),
    errors: [policiesErrors.outsideTerritory], audit: { act: 'change', subjects: (_, o) => [o.policyId] },
  }),
  editDraft: command({
    path: '/policies/:policyId/edit', access: edit, summary: '修改草案', input: z.object({ policyId: id(), ...draftInput }), output: z.object({}),
    errors: [policiesErrors.notADraft, policiesErrors.outsideTerritory], audit: { act: 'change', subjects: (i) => [i.policyId] },
  }),
  withdrawDraft: command({
    path: '/policies/:policyId/withdraw', access: edit, summary: '撤回草案', input: z.object({ policyId: id(), reason: reason() }), output: z.object({}),
    errors: [policiesErrors.notADraft], audit: { act: 'change', subjects: (i) => [i.policyId], reason: (i) => i.reason },
  }),
  publishPolicy: command({
    path: '/policies/:policyId/publish', access: { permission: 'policies.publish' },
    summary: '发布方案: in force from its date; the former edition of the series is superseded; nothing decided before is rewritten',
    input: z.object({ policyId: id() }), output: z.object({ supersededId: id().nullable() }),
    errors: [policiesErrors.notADraft, policiesErrors.undecided, policiesErrors.outsideTerritory, policiesErrors.orderNoTaken],
    audit: { act: 'change', subjects: (i) => [i.policyId] },
  }),
  attachOrder: command({
    path: '/policies/:policyId/attachments', access: edit, summary: '附上文件: the order as it was issued, PDF, picture or Word; up to 20 MB',
    input: z.object({ policyId: id() }), output: policyAttachment, upload: { megabytes: 20 },
    errors: [policiesErrors.attachmentKind, policiesErrors.outsideTerritory], audit: { act: 'change', subjects: (i) => [i.policyId] },
  }),
  removeAttachment: command({
    path: '/policies/:policyId/attachments/:attachmentId/remove', access: edit, summary: '去掉附件: of a draft only; what was published stays with what it was published by',
    input: z.object({ policyId: id(), attachmentId: id() }), output: z.object({}),
    errors: [policiesErrors.attachmentKept, policiesErrors.outsideTerritory], audit: { act: 'change', subjects: (i) => [i.policyId] },
  }),
  getAttachment: query({
    path: '/policies/:policyId/attachments/:attachmentId', access: view, summary: '附件: the file', download: true,
    input: z.object({ policyId: id(), attachmentId: id() }), output: z.object({}),
  }),
  tryDecision: query({
    path: '/policies/:policyId/try', access: view, summary: '试一试: what this order would decide on given facts; writes nothing',
    input: z.object({
      policyId: id(), areaId: id(), originCode: z.string().optional(), originAbroad: z.stringbool().default(false), originPlace: z.string().optional(),
      arrivedOn: day(), contact: contactKind.default('none'), lastExposureOn: day().optional(),
      symptoms: listOf(symptom).default([]), temperature: temperature().optional(),
    }),
    output: decision,
  }),
}
