import * as z from 'zod'
import { query } from '../../kernel/endpoint.ts'
import { bothLanguages, day, id, instant } from '../../kernel/fields.ts'
import { personBrief } from '../people/contract.ts'
import { contactKind, measure, originClass, policiesErrors, policyEdition, releaseConditions, riskLevel, stage, symptom } from '../policies/contract.ts'
import { changeView } from '../quarantine/contract.ts'

/**
 * What another order would mean for somebody managed now: 不再管 / 加严 / 放宽 / 延长 / 缩短 / 不变 / 逐人核对 (changed by an order of its own) / 无法判断.
 */
export const effects = ['over', 'stricter', 'milder', 'longer', 'shorter', 'same', 'byHand', 'unclear'] as const
export const effect = z.enum(effects)
export type Effect = z.infer<typeof effect>

const standing = z.object({ measure, endsOn: day() })
export type Standing = z.infer<typeof standing>

/** 一个在管的人, before and after. */
export const affected = z.object({
  episodeId: id(), person: personBrief, effect,
  before: standing,
  /** Null where the order would not manage the person any more, or nothing can be said. */
  after: standing.nullable(),
  /** 要打电话: somebody has to be told that the own measure changes. */
  call: z.boolean(),
  because: bothLanguages.nullable(),
})
export type Affected = z.infer<typeof affected>

const head = policyEdition.pick({ id: true, orderNo: true, issuer: true, title: true, edition: true, inForceFrom: true })

/** 为什么: from the present measure back to the sentence of the order. */
export const explanation = z.object({
  person: personBrief,
  /** 现在: null when the person is not and was not managed. */
  episode: z.object({
    episodeId: id(), state: z.string(), measure, dayNo: z.number().int(), days: z.number().int(), startsOn: day(), endsOn: day(), stages: z.array(stage),
    /** Managed together with somebody of the household (同住一并管理). */
    togetherWith: z.string().nullable(),
    changes: z.array(changeView), missing: z.array(z.enum(releaseConditions)),
  }).nullable(),
  /** 登记了什么: the record the decision stands on. */
  told: z.object({
    screeningId: id(), channel: z.string(), reporterName: z.string().nullable(), reportedAt: instant(), originName: z.string(), arrivedOn: day(), purpose: z.string().nullable(),
    contact: contactKind, lastExposureOn: day().nullable(), symptoms: z.array(symptom), temperature: z.number().nullable(),
  }).nullable(),
  /** 依据: the order, the class and the rule that decided, and the orders that did not hold and why. */
  order: head.extend({
    scopeName: z.string(), source: z.string(), attachments: z.array(z.object({ id: id(), filename: z.string() })),
    originClass: originClass.nullable(), riskLevel: riskLevel.nullable(),
    /** The number of the rule in the order's list, from 1; the earlier ones did not fit. */
    ruleNo: z.number().int(), clause: z.string(), says: bothLanguages, quote: z.string().nullable(),
    anchor: z.enum(['arrival', 'lastExposure']), anchorOn: day(), counting: z.enum(['dayAfterAnchor', 'anchorIsDayOne']), confirmBy: z.array(z.string()),
    others: z.array(head.extend({ lostBecause: z.enum(['widerScope', 'older', 'notYet', 'ended']) })),
  }).nullable(),
  because: bothLanguages.nullable(),
})
export type Explanation = z.infer<typeof explanation>

export const reasonsApi = {
  previewPolicy: query({
    path: '/reasons/preview/:policyId', access: { permission: 'policies.edit' },
    summary: '发布前预演: who under management would change by this order, how, and who would need a call; writes nothing',
    input: z.object({ policyId: id(), effect: effect.optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    output: z.object({
      /** 取代: the edition that ends when this one begins. */
      supersedes: head.nullable(),
      /** Without 追溯 nobody managed now changes; the figures say what would be so with it. */
      retroactive: z.boolean(),
      /** Persons managed now where this order would hold, by what it would mean; `call` of them need a call. */
      counts: z.record(effect, z.number().int()), managed: z.number().int(), call: z.number().int(),
      /** Managed below this scope, but by a nearer order. */
      elsewhere: z.number().int(),
      items: z.array(affected),
    }),
    errors: [policiesErrors.undecided, policiesErrors.outsideTerritory],
    audit: { act: 'view', subjects: (_, o) => o.items.map((i) => i.person.id) },
  }),
  explainMeasure: query({
    path: '/reasons/people/:personId', access: { permission: 'quarantine.view' },
    summary: '为什么: one person’s present measure, back to the sentence of the order',
    input: z.object({ personId: id() }), output: explanation, audit: { act: 'view', subjects: (i) => [i.personId] },
  }),
}
