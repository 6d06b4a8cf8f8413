import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import { linkOf } from '../../links/rules.ts'
import { isPhone, normalName } from '../../people/rules.ts'
import { policyIfAny } from '../../policies/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { resumptionErrors as errors, type OwnAsked, type resumptionApi } from '../contract.ts'
import { askLimits } from '../data.ts'
import { applied, businessKey, mayDo, newStanding, stateOfAsked } from '../rules.ts'
import * as store from '../store.ts'
import type { AskedRow } from '../tables.ts'
import { note, standingOf } from './actor.ts'
import { sealedPhone } from './registering.ts'

type Input<K extends keyof typeof resumptionApi> = ParsedInputOf<(typeof resumptionApi)[K]>

export async function ownReadiness(ctx: Ctx) {
  const order = await policyIfAny(ctx, linkOf(ctx.actor, 'declaration').areaPath, ctx.now)
  const terms = order?.document.resumption
  return { points: terms?.points ?? [], closedTrades: terms?.closedTrades.map((one) => one.trade) ?? [], says: terms?.quote ?? '' }
}

/**
 * 手机申请: a shop of that name in the territory of the code waits for its check, or a new one does. Whether it is known, and how it stood, is told to
 * nobody: anybody can type the name of a shop.
 */
export async function askToResume(ctx: Ctx, { areaId, met, phone, contactName, ...told }: Input<'askToResume'>) {
  const link = linkOf(ctx.actor, 'declaration')
  if (!isPhone(phone)) throw refuse(errors.phoneWrong)
  if ((await store.askedThrough(ctx.sql, link.linkId, ctx.now)) >= askLimits.perCodePerHour) throw refuse(errors.tooManyAsk)
  const area = await areaById(ctx, areaId ?? link.areaId)
  const [name, sealed] = [normalName(told.name), sealedPhone(ctx, phone)]
  await store.waitForTwin(ctx.sql)
  const [known, another] = (await store.known(ctx.sql, link.scope)).filter((one) => one.nameKey === businessKey(name) && (areaId === undefined || one.areaId === areaId))
  const businessId = known && !another ? known.businessId : ctx.newId()
  if (!known || another) await store.insertMany(ctx.sql, [{ ...told, ...sealed, name, id: businessId, nameKey: businessKey(name), creditCode: null, areaId: area.id, areaPath: area.areaPath, contactName, staff: null, toReturn: null, fromHighRisk: null, standing: newStanding, at: ctx.now, byName: null }])
  await store.lock(ctx.sql, businessId)
  const row = await store.getRow(ctx.sql, businessId)
  const points = (await ownReadiness(ctx)).points.filter(({ id }) => met.includes(id)).map((point) => point.name)
  const before = mayDo(row.state, 'apply') ? standingOf(row) : null
  if (before) await store.stand(ctx.sql, businessId, applied(before, ctx.today), ctx.now)
  const receipt = ctx.newToken()
  const params = { linkId: link.linkId, name: told.name, phone: sealed.phoneMasked, met: points.map((one) => one.zh).join('、'), metEn: points.map((one) => one.en).join(', ') }
  await note(ctx, row, 'asked', params, before, { receiptIndex: ctx.vault.index('token', receipt) })
  return { ...(await toOwn(ctx, { areaPath: area.areaPath, at: ctx.now, name: told.name }, 'received', null)), receipt }
}

async function toOwn(ctx: Ctx, { areaPath, at, name }: Pick<AskedRow, 'areaPath' | 'at' | 'name'>, state: OwnAsked['state'], because: OwnAsked['because']): Promise<OwnAsked> {
  const community = await communityOf(ctx, areaPath)
  const office = await areaById(ctx, community.id).catch(() => undefined)
  return { receipt: null, name, askedAt: at, state, because, communityName: community.name, officePhone: office?.officePhone ?? null }
}

/** What came of it, told by what was done since. */
async function asItStands(ctx: Ctx, asked: AskedRow): Promise<OwnAsked> {
  const [steps, { decision }] = [await store.stepsOf(ctx.sql, asked.businessId), await store.getRow(ctx.sql, asked.businessId)]
  const state = stateOfAsked(asked, steps.slice(0, Math.max(0, steps.findIndex(({ id }) => id === asked.stepId))), decision)
  return toOwn(ctx, asked, state, state === decision?.outcome ? decision.because : null)
}

export async function myAsked(ctx: Ctx, { receipts }: Input<'myAsked'>): Promise<{ items: OwnAsked[] }> {
  linkOf(ctx.actor, 'declaration')
  const tokens = receipts.split(',').filter(Boolean)
  const rows = tokens.length === 0 ? [] : await store.askedByReceipts(ctx.sql, tokens.map((token) => ctx.vault.index('token', token)))
  return { items: await Promise.all(rows.map((row) => asItStands(ctx, row))) }
}
