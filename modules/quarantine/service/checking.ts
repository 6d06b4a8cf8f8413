import type { Ctx } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import { leadChannel } from '../../leads/contract.ts'
import { openLead } from '../../leads/service.ts'
import { recordTimeline } from '../../people/service.ts'
import type { PolicyDocument, Symptom } from '../../policies/contract.ts'
import { policyById } from '../../policies/service.ts'
import { quarantineErrors } from '../contract.ts'
import { judge, takenAt as momentOf, wasRunning, windowOf } from '../rules.ts'
import { episodesByIds, insertChecks, settleMissedVisits, type EpisodeRow, type NewCheck } from '../store.ts'
import { actorOf } from './actor.ts'

export interface Taken {
  /** Made by the client, where a row must be recorded once however often it is sent. */
  checkId?: string | undefined
  episodeId: string
  takenAt?: Instant | undefined
  temperature?: number | undefined
  site?: string | undefined
  symptoms: Symptom[]
  note?: string | undefined
}

export interface Recorded { checkId: string; episodeId: string; abnormal: boolean; deviceError: boolean; window: string | null; leadId: string | null }
export interface Turned { index: number; episodeId: string; problem: 'notFound' | 'notActive' | 'noReading' }

/** Readings of any number of people in a few statements; each row stands for itself. */
export async function takeChecks(ctx: Ctx, all: readonly Taken[], channel: string, visitId: string | null = null): Promise<{ recorded: Recorded[]; refused: Turned[] }> {
  const episodes = new Map((await episodesByIds(ctx.sql, [...new Set(all.map((t) => t.episodeId))])).map((e) => [e.id, e]))
  const documents = await documentsOf(ctx, episodes)
  const refused: Turned[] = []
  const checks: { check: NewCheck; taken: Taken; episode: EpisodeRow; document: PolicyDocument }[] = []
  all.forEach((taken, index) => {
    const episode = episodes.get(taken.episodeId)
    const document = episode && documents.get(episode.policyId)
    const problem = !episode || !document ? 'notFound' : !wasRunning(episode, momentOf(taken.takenAt, ctx.now)) ? 'notActive' : taken.temperature === undefined && taken.symptoms.length === 0 ? 'noReading' : undefined
    if (problem || !episode || !document) refused.push({ index, episodeId: taken.episodeId, problem: problem ?? 'notFound' })
    else checks.push({ check: toCheck(ctx, taken, episode, document, channel, visitId), taken, episode, document })
  })
  if (checks.length > 0) {
    await insertChecks(ctx.sql, checks.map((c) => c.check), ctx.now)
    await settleMissedVisits(ctx.sql, checks.map((c) => c.episode.id))
  }
  const recorded: Recorded[] = []
  for (const { check, taken, episode, document } of checks) {
    const leadId = check.abnormal ? await raiseLead(ctx, check, taken, episode, document) : null
    recorded.push({ checkId: check.id, episodeId: episode.id, abnormal: check.abnormal, deviceError: check.deviceError, window: check.window, leadId })
  }
  return { recorded, refused }
}

/** One reading, or the reason it was refused. */
export async function takeOne(ctx: Ctx, taken: Taken, channel: string, visitId: string | null = null): Promise<Recorded> {
  const { recorded, refused } = await takeChecks(ctx, [taken], channel, visitId)
  const [done] = recorded
  if (done) return done
  if (refused[0]?.problem === 'noReading') throw refuse(quarantineErrors.noReading)
  const [episode] = await episodesByIds(ctx.sql, [taken.episodeId])
  throw refuse(quarantineErrors.notInState, { state: episode?.state ?? 'cancelled' })
}

async function documentsOf(ctx: Ctx, episodes: Map<string, EpisodeRow>): Promise<Map<string, PolicyDocument>> {
  const ids = [...new Set([...episodes.values()].map((e) => e.policyId))]
  const documents = new Map<string, PolicyDocument>()
  for (const id of ids) documents.set(id, (await policyById(ctx, id)).document)
  return documents
}

function toCheck(ctx: Ctx, taken: Taken, episode: EpisodeRow, document: PolicyDocument, channel: string, visitId: string | null): NewCheck {
  const takenAt = momentOf(taken.takenAt, ctx.now)
  const place = windowOf(document.checkWindows, takenAt)
  const { deviceError, abnormal, closesDue } = judge(document, taken)
  const { by, name } = actorOf(ctx)
  return {
    id: taken.checkId ?? ctx.newId(), episodeId: episode.id, areaPath: episode.areaPath, takenAt, dueOn: place?.dueOn ?? null, window: place?.window ?? null, temperature: taken.temperature ?? null,
    site: taken.site ?? null, deviceError, symptoms: taken.symptoms, abnormal, channel, accountId: by, takerName: name ?? (channel === 'self' ? episode.name : null), visitId, note: taken.note ?? null, closesDue,
  }
}

/** Fever or symptoms go to the health centre with a clock; nobody here diagnoses. */
async function raiseLead(ctx: Ctx, check: NewCheck, taken: Taken, episode: EpisodeRow, document: PolicyDocument): Promise<string> {
  const fever = check.temperature !== null && judge(document, { temperature: check.temperature, symptoms: [] }).abnormal
  const { leadId } = await openLead(ctx, {
    kind: fever ? 'fever' : 'symptom', channel: leadChannel.safeParse(check.channel).data ?? null, personId: episode.personId, episodeId: episode.id, checkId: check.id, areaId: episode.areaId, areaPath: episode.areaPath,
    summary: { symptoms: taken.symptoms, ...(check.temperature === null ? {} : { temperature: check.temperature }) },
    dueMinutes: fever ? document.deadlines.feverLeadMinutes : document.deadlines.symptomLeadMinutes,
  })
  await recordTimeline(ctx, {
    kind: 'quarantine.abnormal', areaPath: episode.areaPath, personId: episode.personId, householdId: episode.householdId, episodeId: episode.id,
    params: { temperature: check.temperature ?? '—' }, channel: check.channel,
  })
  return leadId
}
