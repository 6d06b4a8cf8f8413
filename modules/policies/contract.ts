import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { bothLanguages, day, id, instant, listOf, reason, temperature, text } from '../../kernel/fields.ts'
import { resumptionTerms } from './contract/resumption.ts'

export * from './contract/resumption.ts'

/** 管控措施, from the strictest to the mildest (domain §3.6). */
export const measures = ['centralQuarantine', 'homeQuarantine', 'homeMonitoring', 'healthMonitoring', 'selfMonitoring'] as const
export const measure = z.enum(measures)
export type Measure = z.infer<typeof measure>

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

/** 小区封控级别, as the gate asks: 没有封控 / 防范区 / 管控区 / 封控区. */
export const passageGrades = ['open', 'prevention', 'control', 'lockdown'] as const
export const passageGrade = z.enum(passageGrades)
export type PassageGrade = z.infer<typeof passageGrade>

/** 出入事由: 采购 / 上班 / 就医 / 照护老人小孩 / 防疫 / 保供 / 务农劳作 / 走访 / 送货快递 / 上门服务 / 其他. */
export const passagePurposes = ['shopping', 'work', 'medical', 'care', 'epidemic', 'supply', 'farming', 'visiting', 'delivery', 'service', 'other'] as const
export const passagePurpose = z.enum(passagePurposes)
export type PassagePurpose = z.infer<typeof passagePurpose>

/** What stops somebody: 劝返, 转诊或转办, or nothing. */
export const passageVerdict = z.enum(['allow', 'refuse', 'refer'])

/** What a grade asks of whoever passes (domain §4.3). */
export const passageGradeRule = z.object({
  /** 出: 不限 / 按频次 / 只凭规定的事由或证明 / 足不出户. */
  leave: z.enum(['free', 'quota', 'purpose', 'closed']),
  /** 凭证出入 */
  pass: z.boolean(),
  /** 访客: 不限 / 被访户确认 / 一律劝返. */
  visitors: z.enum(['free', 'confirmed', 'refused']),
  /** 车辆: 不限 / 凭通行证 / 一律不得进出 (特种车辆、凭通行证的防疫和保供车辆除外). */
  vehicles: z.enum(['free', 'pass', 'refused']),
})
export type PassageGradeRule = z.infer<typeof passageGradeRule>

/** 出入规定: what an order says about going in and out. */
export const passageRules = z.object({
  /** 第五条 */
  clause: text(40).optional(),
  grades: z.object({ open: passageGradeRule, prevention: passageGradeRule, control: passageGradeRule, lockdown: passageGradeRule }),
  /** 频次: so many persons of a household once in so many days; by hours (2 天 = 48 小时) or by calendar days. */
  quota: z.object({ persons: z.number().int().min(1).max(10), days: z.number().int().min(1).max(30), counting: z.enum(['hours', 'calendarDays']) }),
  /** 不占频次的事由; also those that open a 管控区. */
  exempt: z.array(passagePurpose),
  /** 每次外出不超过几小时; null for no limit. */
  hoursOut: z.number().min(0.5).max(48).nullable(),
  /** 老人小孩由人带着的不占人数: under and from so many years. */
  companions: z.object({ childUnder: z.number().int().min(1).max(18), elderFrom: z.number().int().min(50).max(100) }),
  /** 开放时间前后宽限, minutes. */
  toleranceMinutes: z.number().int().min(0).max(180),
  /** 在管的人: 不得外出, or 外出先报批; for the whole household or for the person alone. */
  managed: z.array(z.object({ measure, rule: z.enum(['closed', 'approval']), whom: z.enum(['household', 'person']) })),
  /** 官方健康码: whether it is asked for, and what a colour other than green means here. */
  code: z.object({ asked: z.boolean(), yellow: passageVerdict, red: passageVerdict }),
  /** 原文 */
  quote: text(600).optional(),
})
export type PassageRules = z.infer<typeof passageRules>

export const releaseConditions = ['periodOver', 'noGap', 'testsDone', 'noAnomaly', 'confirmed'] as const
export type ReleaseCondition = (typeof releaseConditions)[number]

/** 外出事由: 外出务工 / 走亲访友 / 外出看病 / 市内务工劳作. */
export const exitKinds = ['migrantWork', 'visiting', 'medical', 'localWork'] as const
export const exitKind = z.enum(exitKinds)
export type ExitKind = z.infer<typeof exitKind>

/** 一种外出的规定 */
export const exitRule = z.object({
  clause: z.string(),
  /** 凭健康证明 / 一律不批 / 每日登记测温 */
  answer: z.enum(['certificate', 'refuse', 'register']),
  /** 集中输送 / 自行前往 */
  transport: z.enum(['group', 'own']),
  /** Whether the community still decides after that. */
  approval: z.boolean(),
  /** 本人或同住人隔离期间: 不批 / 专人陪同 */
  confined: z.enum(['refuse', 'escort']),
  /** What is required, as it stands in the sentence why. */
  says: bothLanguages,
  /** 原文: the sentence of the order, word for word. */
  quote: text(600).optional(),
})
export type ExitRule = z.infer<typeof exitRule>

/** 外出管理: the four rules, and when somebody is taken for healthy or for not having come back. */
export const exitTerms = z.object({
  kinds: z.record(exitKind, exitRule),
  /** Measures during which the person and the whole household stay in. */
  confining: z.array(measure),
  certificate: z.object({
    /** Days looked back on: no fever, no symptom. */
    lookBackDays: z.number().int().min(1).max(30),
    /** Readings there must be within those days. */
    readings: z.number().int().min(1).max(30),
    /** Days a certificate holds, the day of issue included. */
    validDays: z.number().int().min(1).max(30),
  }),
  /** Whoever goes out for the day is back by then. */
  backBy: z.string().regex(/^\d{2}:\d{2}$/),
})
export type ExitTerms = z.infer<typeof exitTerms>

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
