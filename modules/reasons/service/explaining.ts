import type { Ctx } from '../../../kernel/ctx.ts'
import { personBrief } from '../../people/service.ts'
import type { Decision, PolicyEdition } from '../../policies/contract.ts'
import { attachmentsOf, ordersNotHolding, policyById } from '../../policies/service.ts'
import { episodeCard, lastEpisode } from '../../quarantine/service.ts'
import { areaById } from '../../territory/service.ts'
import { lastTold, toldIn, type Told } from '../../screening/service.ts'
import type { Explanation } from '../contract.ts'

/** What changed the measure since it was decided; rooms, staff and readings do not. */
const CHANGING = ['extended', 'exposed', 'measureChanged', 'stageMoved', 'revised', 'released', 'releasedEarly', 'releaseUndone', 'movedOut', 'hospital', 'cancelled']

/** From the present measure back to the record and the order it stands on. */
export async function explain(ctx: Ctx, personId: string): Promise<Explanation> {
  const person = await personBrief(ctx, personId)
  const last = await lastEpisode(ctx, personId)
  const screeningId = last?.screeningId ?? last?.becauseOfScreeningId
  const told = screeningId ? (await toldIn(ctx, [screeningId])).get(screeningId) : await lastTold(ctx, personId)
  const card = last && (await episodeCard(ctx, last.id))
  const decision = last?.decision ?? told?.decision ?? null
  return {
    person, because: card?.because ?? decision?.because ?? null, told: told ? sayTold(told) : null,
    episode: card && last ? {
      episodeId: card.id, state: card.state, measure: card.measure, dayNo: card.dayNo, days: card.days, startsOn: card.startsOn, endsOn: card.endsOn, stages: card.stages,
      togetherWith: last.becauseOfName, changes: card.changes.filter((c) => CHANGING.includes(c.kind)), missing: card.conditions.filter((c) => !c.met).map((c) => c.id),
    } : null,
    order: decision ? await sayOrder(ctx, decision, (await areaById(ctx, person.areaId)).areaPath, told?.reportedAt ?? ctx.now) : null,
  }
}

const sayTold = ({ facts, decision: _d, state: _s, ...told }: Told): Explanation['told'] => ({
  ...told, contact: facts.contact, lastExposureOn: facts.lastExposureOn ?? null, symptoms: facts.symptoms, temperature: facts.temperature ?? null,
})

const headOf = ({ id, orderNo, issuer, title, edition, inForceFrom }: PolicyEdition) => ({ id, orderNo, issuer, title, edition, inForceFrom })

/** The order as it stands in the decision: which class, which rule of how many, in which words, and why no other order held. */
async function sayOrder(ctx: Ctx, decision: Decision, areaPath: string, at: string): Promise<Explanation['order']> {
  const edition = await policyById(ctx, decision.policyId)
  const { document } = edition
  const ruleNo = document.rules.findIndex((rule) => rule.id === decision.ruleId)
  const rule = document.rules[ruleNo]
  const others = (await ordersNotHolding(ctx, areaPath, at)).filter(({ policy }) => policy.id !== edition.id)
  return {
    ...headOf(edition), scopeName: edition.scopeName, source: document.source, confirmBy: document.release.confirmBy,
    attachments: (await attachmentsOf(ctx, edition.id)).map(({ id, filename }) => ({ id, filename })),
    originClass: document.originClasses.find(({ id }) => id === decision.originClass) ?? null, riskLevel: decision.riskLevel,
    ruleNo: ruleNo + 1, clause: decision.clause, says: rule?.says ?? decision.because, quote: rule?.quote ?? null,
    anchor: decision.anchor, anchorOn: decision.anchorOn, counting: document.counting,
    others: others.map(({ policy, lostBecause }) => ({ ...headOf(policy), lostBecause })),
  }
}
