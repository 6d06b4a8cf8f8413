import type { Ctx } from '../../../kernel/ctx.ts'
import { ageOn, dayOf } from '../../../kernel/dates.ts'
import { policyById } from '../../policies/service.ts'
import { may } from '../../accounts/rules.ts'
import type { EpisodeAction, EpisodeCard, EpisodeLine, EpisodeState } from '../contract.ts'
import { blocking, dayCount, episodeTable, mayWriteResult, releaseState, type ConditionState } from '../rules.ts'
import { getHead, getLine, listCalls, listChanges, listDue, listEpisodeVisits, listReadings, listTests, releaseFacts, type LineRow } from '../store.ts'
import type { PolicyDocument } from '../../policies/contract.ts'

export function toLine(ctx: Ctx, { anchorOn, person, ...row }: LineRow): EpisodeLine {
  const { birthOn, ...who } = person
  return {
    ...row, ...dayCount(anchorOn, row.endsOn, ctx.today), person: { ...who, sex: who.sex as EpisodeLine['person']['sex'], age: ageOn(birthOn, ctx.today) ?? null },
    state: row.state as EpisodeState, measure: row.measure as EpisodeLine['measure'],
  }
}

/** The five conditions of each episode; `confirmed` is given by the act itself, by the office the policy names. */
export async function conditionsOf(ctx: Ctx, episodes: readonly { id: string; endsOn: string }[], document: PolicyDocument): Promise<Map<string, ConditionState[]>> {
  const ends = new Map(episodes.map((e) => [e.id, e.endsOn]))
  const facts = await releaseFacts(ctx.sql, [...ends.keys()])
  return new Map(facts.map((f) => [f.id, releaseState({
    today: ctx.today, endsOn: ends.get(f.id) ?? '9999-12-31', unexplainedGaps: f.gaps, testsRequired: f.testsRequired, testsNegative: f.testsNegative, openAnomalies: f.anomalies, leadBeyond: f.leadBeyond, confirmed: false,
  }, document.release.requires)]))
}

const permissionFor: Record<EpisodeAction, string> = {
  check: 'quarantine.check', visit: 'quarantine.visit', changeMeasure: 'quarantine.manage', expose: 'leads.handle', assignRoom: 'quarantine.manage', assignStaff: 'quarantine.manage',
  moveOut: 'quarantine.manage', hospital: 'quarantine.check', release: 'quarantine.release', releaseEarly: 'quarantine.release', undoRelease: 'quarantine.release', cancel: 'quarantine.manage',
  explainGap: 'quarantine.manage', test: 'quarantine.check',
}

export async function episodeCard(ctx: Ctx, episodeId: string): Promise<EpisodeCard> {
  const row = await getLine(ctx.sql, episodeId, ctx.today, ctx.now)
  const head = await getHead(ctx.sql, episodeId)
  const { document } = await policyById(ctx, head.policyId)
  const [readings, due, visits, tests, changes] = [
    await listReadings(ctx.sql, episodeId), await listDue(ctx.sql, episodeId), await listEpisodeVisits(ctx.sql, episodeId), await listTests(ctx.sql, episodeId), await listChanges(ctx.sql, episodeId),
  ]
  const conditions = (await conditionsOf(ctx, [row], document)).get(episodeId) ?? []
  const role = ctx.actor.kind === 'staff' ? ctx.actor.role : ''
  const closedToday = head.closedAt !== null && dayOf(head.closedAt) === ctx.today
  const succeeds = (action: EpisodeAction): boolean => {
    if (!may(role, permissionFor[action])) return false
    if (action === 'release') return blocking(conditions).length === 0 && document.release.confirmBy.includes(role)
    if (action === 'releaseEarly') return document.release.confirmBy.includes(role)
    if (action === 'assignRoom') return row.place === 'site'
    if (action === 'cancel') return readings.length === 0
    if (action === 'explainGap') return due.some((d) => d.state === 'missed')
    if (action === 'undoRelease') return closedToday
    return action !== 'test' || tests.some((test) => mayWriteResult(test, head.closedAt, ctx.today))
  }
  return {
    calls: await listCalls(ctx.sql, episodeId), ...toLine(ctx, row), ...head, anchorOn: row.anchorOn, feverFrom: document.temperature.fever, readings, due, visits, tests, changes, conditions,
    actions: episodeTable[row.state as EpisodeState].filter(succeeds),
  }
}
