import type { Ctx, Jobs, LinkActor } from '../../kernel/ctx.ts'
import type { ParsedInputOf, Service } from '../../kernel/endpoint.ts'
import { linkOf } from '../links/rules.ts'
import { personBrief } from '../people/service.ts'
import { areaById } from '../territory/service.ts'
import type { Outcome, screeningApi } from './contract.ts'
import { deliverHandOvers, handOver, targets } from './service/handing-over.ts'
import { outcomeOf, tell } from './service/happened.ts'
import { papersOf, takeReport, toldByOf, type Report } from './service/intake.ts'
import { mayVerify } from './service/joining.ts'
import { card, counts, list, preview } from './service/reading.ts'
import { clarify, takeBackClarified } from './service/clarifying.ts'
import { listUnclear, tenPointsByArea, tenPointsOf } from './service/ten-points.ts'
import { forAction, undo } from './service/undoing.ts'
import { reportTip, settleTip } from './service/tips.ts'
import { stamp, verify } from './service/verifying.ts'
import { placeOf, saveChange } from './store.ts'
import { tipPhone } from './store/tips.ts'

export { lastTold, toldIn, type Told } from './service/facts.ts'
export { screeningsByArea, type ScreeningsByArea } from './service/by-area.ts'
export { handOver } from './service/handing-over.ts'
export { addHealth, stateOfReport, withdrawReports } from './service/from-lists.ts'
export { arrivalsToClear } from './service/ten-points.ts'
export { probablePerson } from './service/verifying.ts'
export { toVerify, toVerifyHeld, verifyLateByCommunity, type Waiting } from './service/waiting.ts'

type Input<K extends keyof typeof screeningApi> = ParsedInputOf<(typeof screeningApi)[K]>

async function record(ctx: Ctx, input: Input<'recordScreening'>): Promise<Outcome> {
  const taken = await takeReport(ctx, { ...(await whoAndWhere(ctx, input)), channel: input.channel, journey: input, health: input, reportedAt: input.reportedAt ?? ctx.now, extra: toldByOf(ctx, input.toldBy) })
  const { row, first, leadId, leadDueAt } = taken
  const lead = leadId === undefined || leadDueAt === undefined ? {} : { leadId, leadDueAt }
  const settle = async (personId: string | null) => { if (input.tipId !== undefined) await settleTip(ctx, input.tipId, { screeningId: first.id, personId }) }
  const verifiable = input.verify && mayVerify(ctx) && first.state === 'toVerify' && !first.documentWrong
  if (!verifiable) {
    await settle(first.personId)
    return outcomeOf(row, { ...lead, decision: first.decision, because: first.decision?.because ?? null, episodeId: first.episodeId })
  }
  const verified = await verify(ctx, first, { who: 'personId' in input.who ? input.who : undefined, areaId: input.areaId })
  await settle(verified.personId)
  return { ...verified, ...(row.id === first.id ? {} : { screeningId: row.id, receiptNo: row.receiptNo, state: 'joined', joinedTo: first.id }), ...lead }
}

async function whoAndWhere(ctx: Ctx, { who, areaId }: Input<'recordScreening'>): Promise<Pick<Report, 'person' | 'papers' | 'areaId' | 'areaPath'>> {
  if ('personId' in who) {
    const person = await personBrief(ctx, who.personId)
    const area = await areaById(ctx, areaId ?? person.areaId)
    const papers = papersOf(ctx, { name: person.name, sex: person.sex, documentKind: 'none', building: '', unit: '', room: '' })
    return { person: { personId: person.id, householdId: person.householdId }, papers, areaId: area.id, areaPath: area.areaPath }
  }
  const area = await areaById(ctx, areaId ?? (ctx.actor.kind === 'staff' ? ctx.actor.areaId : ''))
  return { person: undefined, papers: papersOf(ctx, who.newcomer), areaId: area.id, areaPath: area.areaPath }
}

async function declare(ctx: Ctx, input: Input<'declare'>) {
  const link: LinkActor = linkOf(ctx.actor, 'declaration')
  const area = await areaById(ctx, input.areaId ?? link.areaId)
  const taken = []
  for (const person of input.people) {
    const papers = papersOf(ctx, person)
    taken.push(await takeReport(ctx, {
      channel: input.toldBy ? 'family' : 'declaration', areaId: area.id, areaPath: area.areaPath, person: undefined, papers, journey: input, health: person, reportedAt: ctx.now,
      extra: { linkId: link.linkId, reporterName: input.signedBy, ...toldByOf(ctx, input.toldBy) },
    }))
  }
  const place = await placeOf(ctx.sql, link.areaId)
  const leads = taken.map((t) => t.leadDueAt).filter((at) => at !== undefined).sort()
  return {
    receipts: taken.map(({ row, leadId }) => ({
      name: row.name, receiptNo: row.receiptNo, feverOrSymptom: leadId !== undefined, deviceError: row.deviceError,
    })),
    communityName: place.name, officePhone: place.officePhone, verifyBy: taken[0]?.row.verifyBy ?? null,
    isolate: leads.length > 0, leadDueAt: leads[0] ?? null,
  }
}

export const screeningService: Service<typeof screeningApi, Ctx> = {
  listScreenings: list,
  screeningCounts: counts,
  getScreening: (ctx, { screeningId }) => card(ctx, screeningId),
  handOverTargets: async (ctx, { q }) => ({ items: await targets(ctx, q) }),
  tenPointsByArea, listUnclear, tenPointsOf, clarify, takeBackClarified,
  previewDecision: preview,
  recordScreening: record,
  declare,
  reportTip,
  async revealTip(ctx, { tipId }) {
    const { phoneSealed } = await tipPhone(ctx.sql, tipId)
    return { phone: phoneSealed === null ? null : ctx.vault.open(phoneSealed) }
  },
  async verifyScreening(ctx, { screeningId, ...verification }) {
    return verify(ctx, await forAction(ctx, screeningId, 'verify'), verification)
  },
  async dismissScreening(ctx, { screeningId, reason, note }) {
    const row = await forAction(ctx, screeningId, 'dismiss')
    const change = { ...stamp(ctx), state: 'notManaged' as const, outcomeReason: reason, note: note ?? null }
    await saveChange(ctx.sql, row.id, change)
    await tell(ctx, row, `dismissed.${reason}`, { note: note ?? '' })
    return outcomeOf({ ...row, ...change })
  },
  handOver,
  undoVerification: (ctx, { screeningId }) => undo(ctx, screeningId),
}

export const screeningJobs: Jobs = { 'screening.deliverHandOvers': deliverHandOvers }
