import type { Ctx, LinkActor } from '../../../kernel/ctx.ts'
import { addDays, addMinutes, dayOf, instantAt } from '../../../kernel/dates.ts'
import type { OutputOf } from '../../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import type { BothLanguages } from '../../../kernel/fields.ts'
import { fillWords } from '../../../kernel/words.ts'
import { CALLER_DAYS } from '../../matters/data.ts'
import { recordTimeline } from '../../people/service.ts'
import { settingOf } from '../../settings/service.ts'
import { areaById, communityOf } from '../../territory/service.ts'
import { privacyErrors, type privacyApi, type PrivacyRequest } from '../contract.ts'
import { keptKinds } from '../data/kept.ts'
import { dataKinds } from '../data/kinds.ts'
import { notice } from '../data/notice.ts'
import * as store from '../store.ts'

const LOOKS_DAYS = 30

export const answerDays = async (ctx: Ctx): Promise<number> => (await store.readSetting<number>(ctx.sql, 'privacy.answerDays')) ?? 30

const filled = (text: BothLanguages, params: Record<string, string>): BothLanguages => ({ zh: fillWords(text.zh, params), en: fillWords(text.en, params) })

/** The notice with the office that collects, its telephone, the days of an answer and those after which the house removes things itself. */
export async function noticeAt(ctx: Ctx, areaPath: string): Promise<OutputOf<(typeof privacyApi)['noticeHere']>> {
  const community = await communityOf(ctx, areaPath)
  const area = await areaById(ctx, community.id).catch(() => undefined)
  const params = {
    office: community.name, phone: area?.officePhone ?? '—', days: String(await answerDays(ctx)),
    callerDays: String(CALLER_DAYS), formDays: String(await settingOf(ctx, 'forms.fileDays')), rosterDays: String(await settingOf(ctx, 'roster.fileDays')),
  }
  return { law: notice.law, points: notice.points.map((p) => ({ ...p, text: filled(p.text, params) })), kept: keptKinds.map(({ id, name, why, law, howLong }) => ({ id, name, why, law, howLong: filled(howLong, params) })) }
}

/** The person behind a personal link. */
export function resident(ctx: Ctx): LinkActor & { personId: string } {
  const { actor } = ctx
  if (actor.kind !== 'link' || actor.purpose !== 'personal' || actor.personId === null) throw refuse(frameErrors.linkInvalid)
  return { ...actor, personId: actor.personId }
}

export const toRequest = (ctx: Ctx, { areaPath: _path, ...row }: store.RequestRow): PrivacyRequest => ({ ...row, overdue: row.state === 'open' && row.dueAt < ctx.now })

/** 提出请求: taken at once, with a receipt and the day of the answer. */
export async function ask(ctx: Ctx, personId: string, asked: { kind: PrivacyRequest['kind']; text: string }, channel: 'link' | 'desk') {
  const person = await store.personOf(ctx.sql, personId)
  const id = ctx.newId()
  const receiptNo = `Q${dayOf(ctx.now).slice(5).replace('-', '')}-${id.replaceAll('-', '').slice(-5).toUpperCase()}`
  const dueAt = instantAt(addDays(ctx.today, await answerDays(ctx)), '24:00')
  await store.insertRequest(ctx.sql, { id, receiptNo, areaId: person.areaId, areaPath: person.areaPath, personId, ...asked, channel, at: ctx.now, dueAt })
  await recordTimeline(ctx, { kind: 'privacy.asked', areaPath: person.areaPath, personId, params: { kind: asked.kind, receiptNo } })
  return { requestId: id, receiptNo, dueAt }
}

/** 答复: both outcomes say something to the person; a refusal without a reason is none (§50). */
export async function answer(ctx: Ctx, requestId: string, granted: boolean, text: string): Promise<void> {
  const request = await store.lockRequest(ctx.sql, requestId)
  if (request.state !== 'open') throw refuse(privacyErrors.answered)
  const [by, name] = ctx.actor.kind === 'staff' ? [ctx.actor.accountId, ctx.actor.name] : [null, null]
  await store.settle(ctx.sql, requestId, { state: granted ? 'answered' : 'refused', answer: text, at: ctx.now, by, name })
  if (request.personId) await recordTimeline(ctx, { kind: granted ? 'privacy.answered' : 'privacy.refused', areaPath: request.areaPath, personId: request.personId, params: { receiptNo: request.receiptNo, answer: text } })
}

export async function reopen(ctx: Ctx, requestId: string): Promise<void> {
  const request = await store.lockRequest(ctx.sql, requestId)
  const today = request.answeredAt !== null && dayOf(request.answeredAt) === ctx.today
  if (request.state === 'open' || request.state === 'withdrawn' || !today) throw refuse(privacyErrors.answered)
  await store.settle(ctx.sql, requestId, { state: 'open', answer: null, at: null, by: null, name: null })
}

export async function withdraw(ctx: Ctx, requestId: string): Promise<void> {
  const { personId } = resident(ctx)
  const request = await store.lockRequest(ctx.sql, requestId)
  if (request.personId !== personId) throw refuse(frameErrors.notFound)
  if (request.state !== 'open') throw refuse(privacyErrors.answered)
  await store.settle(ctx.sql, requestId, { state: 'withdrawn', answer: null, at: ctx.now, by: null, name: null })
}

/** 我的信息: what is held, who looked, what was asked. */
export async function mine(ctx: Ctx) {
  const { personId } = resident(ctx)
  const { id: _id, areaId: _area, areaPath: _path, ...person } = await store.personOf(ctx.sql, personId)
  const held = await store.heldOf(ctx.sql, personId)
  const nameOf = (kind: string) => dataKinds.find((k) => k.id === kind)?.name ?? { zh: kind, en: kind }
  const requests = (await store.requestsOfPerson(ctx.sql, personId)).map((row) => {
    const { personId: _p, name: _n, areaName: _a, ...request } = toRequest(ctx, row)
    return request
  })
  return {
    person, requests, answerDays: await answerDays(ctx), looks: await store.looksAt(ctx.sql, personId, addMinutes(ctx.now, -LOOKS_DAYS * 1440)),
    counts: Object.entries(held).map(([kind, rows]) => ({ kind, name: nameOf(kind), rows })),
  }
}

/** Requests with a running clock, for today's list. */
export async function requestsDue(ctx: Ctx, limit: number): Promise<{ items: PrivacyRequest[]; total: number; late: number }> {
  const [rows, counts] = [await store.listRequests(ctx.sql, { state: 'open', after: undefined, limit, now: ctx.now }), await store.requestCounts(ctx.sql, ctx.now)]
  return { items: rows.slice(0, limit).map((row) => toRequest(ctx, row)), total: counts.open, late: counts.overdue }
}
