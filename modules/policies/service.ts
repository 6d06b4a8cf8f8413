import type { Ctx } from '../../kernel/ctx.ts'
import { dayOf, type Instant } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { refuse } from '../../kernel/errors.ts'
import { areaById, divisions, homeCodeOf } from '../territory/service.ts'
import { divisionName } from '../territory/divisions.ts'
import { policiesErrors, type PolicyDocument, type PolicyEdition, type policiesApi } from './contract.ts'
import { shippedPolicies } from './data.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { chooseInForce, decide, holdsAt, nearestFirst, undecided } from './rules.ts'
import { attachOrder, fileOf, removeAll, removeAttachment } from './service/attachments.ts'
import { own, visible } from './service/visible.ts'
import {
  candidatesFor, deleteDraft, getEdition, insertDraft, listAttachments, listEditions, markPublished, sameNumber, supersedeFormer, updateDraft, type Draft, type PolicyRow,
} from './store.ts'

/** The order that holds for an area at a time: nearest scope, then newest in force. Refuses when there is none. */
export async function policyInForce(ctx: Ctx, areaPath: string, at: Instant): Promise<PolicyEdition> {
  const { chosen } = chooseInForce(await candidatesFor(ctx.sql, areaPath), areaPath, at)
  if (!chosen) throw refuse(policiesErrors.nonePolicy, { day: dayOf(at) })
  return chosen
}

/** The same for whoever can go on without one: nothing while no order is in force. */
export async function policyIfAny(ctx: Ctx, areaPath: string, at: Instant): Promise<PolicyEdition | undefined> {
  return chooseInForce(await candidatesFor(ctx.sql, areaPath), areaPath, at).chosen
}

/** The same for many instants of one place: its orders are read once. */
export async function policiesFor(ctx: Ctx, areaPath: string): Promise<(at: Instant) => PolicyEdition | undefined> {
  const here = nearestFirst(await candidatesFor(ctx.sql, areaPath), areaPath)
  return (at) => here.find((p) => holdsAt(p, at))
}

export const policyById = (ctx: Ctx, policyId: string): Promise<PolicyRow> => getEdition(ctx.sql, policyId)
export const attachmentsOf = (ctx: Ctx, policyId: string) => listAttachments(ctx.sql, policyId)

/** The orders that did not hold for an area at a time, each with why. */
export const ordersNotHolding = async (ctx: Ctx, areaPath: string, at: Instant) => chooseInForce(await candidatesFor(ctx.sql, areaPath), areaPath, at).others

const head = ({ document, ...row }: PolicyRow) => ({ ...row, summary: document.summary })

async function ownDraft(ctx: Ctx, policyId: string): Promise<PolicyRow> {
  const row = await own(ctx, policyId)
  if (row.state !== 'draft') throw refuse(policiesErrors.notADraft, { orderNo: row.orderNo })
  return row
}

/**
 * For an order of one's own territory: whether it is, or as a draft would be, the one that holds at an area when it comes into force.
 * A nearer order goes before it, as always.
 */
export async function holdsWhere(ctx: Ctx, policyId: string): Promise<{ edition: PolicyEdition; supersedes: PolicyEdition | undefined; holdsAt: (areaPath: string) => boolean }> {
  const row = await own(ctx, policyId)
  const all = (await listEditions(ctx.sql, ctx.actor.scope, row.scopePath, undefined)).filter((p) => p.state !== 'draft' && p.id !== row.id)
  const supersedes = all.find((p) => p.series === row.series && p.scopePath === row.scopePath && p.state === 'published')
  const published: PolicyRow = { ...row, state: 'published' }
  const others = all.filter((p) => p.id !== supersedes?.id)
  return { edition: row, supersedes, holdsAt: (areaPath) => chooseInForce([published, ...others], areaPath, row.inForceFrom).chosen?.id === row.id }
}

interface DraftInput { orderNo: string; issuer: string; title: { zh: string; en: string }; scopeAreaId: string; inForceFrom: string; inForceTo?: string | undefined; document: PolicyDocument }

/** The scope must be one's own territory: an area outside it is not visible, so `areaById` answers 404. */
async function toDraft(ctx: Ctx, input: DraftInput): Promise<Draft> {
  const area = await areaById(ctx, input.scopeAreaId)
  return { ...input, scopePath: area.areaPath, inForceTo: input.inForceTo ?? null }
}

/** Which cases nobody decides, in the words of the order and of the page, in both languages. */
export function sayHoles(document: PolicyDocument, holes: ReturnType<typeof undecided>): string {
  const say = (language: 'zh' | 'en', { origin, contact, symptom }: (typeof holes)[number]) => {
    const words = { zh, en }[language]
    const name = document.originClasses.find(({ id }) => id === origin)?.name[language] ?? origin
    return [name, ...(contact === 'none' ? [] : [words.contacts[contact]]), ...(symptom ? [words.draft.symptomatic] : [])].join('·')
  }
  return holes.map((hole) => `${say('zh', hole)} ${say('en', hole)}`).join('、')
}

/** The job (`modules/reasons`) that decides anew whoever is managed when a retroactive order comes into force. */
const DECIDE_ANEW = 'reasons.decideAnew'

const actorId = (ctx: Ctx) => (ctx.actor.kind === 'staff' ? ctx.actor.accountId : null)
const actorName = (ctx: Ctx) => (ctx.actor.kind === 'staff' ? ctx.actor.name : '')

export const policiesService: Service<typeof policiesApi, Ctx> = {
  async listPolicies(ctx, { state }) {
    const ownPath = ctx.actor.kind === 'staff' ? ctx.actor.areaPath : '/'
    return { items: (await listEditions(ctx.sql, ctx.actor.scope, ownPath, state)).map(head) }
  },
  async getPolicy(ctx, { policyId }) {
    return { ...(await visible(ctx, policyId)), attachments: await listAttachments(ctx.sql, policyId) }
  },
  async policyInForceFor(ctx, { areaId, at }) {
    const area = await areaById(ctx, areaId)
    const { chosen, others } = chooseInForce(await candidatesFor(ctx.sql, area.areaPath), area.areaPath, at ?? ctx.now)
    return { chosen: chosen ? head(chosen) : null, others: others.map(({ policy, lostBecause }) => ({ ...head(policy), lostBecause })) }
  },
  async listShipped() {
    return { items: Object.entries(shippedPolicies).map(([key, shipped]) => ({ key, ...shipped })) }
  },
  async createDraft(ctx, { series, ...input }) {
    const policyId = ctx.newId()
    await insertDraft(ctx.sql, policyId, series, await toDraft(ctx, input), ctx.now, actorId(ctx))
    return { policyId }
  },
  async editDraft(ctx, { policyId, ...input }) {
    await ownDraft(ctx, policyId)
    await updateDraft(ctx.sql, policyId, await toDraft(ctx, input))
    return {}
  },
  async withdrawDraft(ctx, { policyId }) {
    await ownDraft(ctx, policyId)
    await removeAll(ctx, policyId)
    await deleteDraft(ctx.sql, policyId)
    return {}
  },
  async publishPolicy(ctx, { policyId }) {
    const draft = await ownDraft(ctx, policyId)
    const holes = undecided(draft.document)
    if (holes.length > 0) {
      throw refuse(policiesErrors.undecided, { combinations: sayHoles(draft.document, holes) })
    }
    const twin = await sameNumber(ctx.sql, draft)
    if (twin) throw refuse(policiesErrors.orderNoTaken, { orderNo: draft.orderNo, title: twin.title })
    await markPublished(ctx.sql, policyId, ctx.now, actorId(ctx), actorName(ctx))
    if (draft.document.retroactive) await ctx.enqueue(DECIDE_ANEW, { policyId }, draft.inForceFrom > ctx.now ? draft.inForceFrom : ctx.now)
    return { supersededId: (await supersedeFormer(ctx.sql, draft))?.id ?? null }
  },
  attachOrder: (ctx, { policyId }) => attachOrder(ctx, policyId),
  async removeAttachment(ctx, { policyId, attachmentId }) {
    await removeAttachment(ctx, policyId, attachmentId)
    return {}
  },
  getAttachment: (ctx, { policyId, attachmentId }) => fileOf(ctx, policyId, attachmentId),
  async tryDecision(ctx, { policyId, areaId, originCode, lastExposureOn, temperature, originPlace, ...facts }) {
    const edition = await visible(ctx, policyId)
    const area = await areaById(ctx, areaId)
    return decide({
      ...facts,
      originCode: originCode ?? null,
      originName: originCode ? divisionName(divisions(), originCode) : '',
      homeCode: await homeCodeOf(ctx, area.areaPath),
      reportedAt: ctx.now,
      ...(originPlace === undefined ? {} : { originPlace }),
      ...(lastExposureOn === undefined ? {} : { lastExposureOn }),
      ...(temperature === undefined ? {} : { temperature }),
    }, edition, ctx.now)
  },
}
