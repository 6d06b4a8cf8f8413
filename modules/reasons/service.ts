import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import { ageOn } from '../../kernel/dates.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { effects, type Affected, type Effect, type reasonsApi } from './contract.ts'
import { needsCall } from './rules.ts'
import { decideAnew } from './service/applying.ts'
import { explain } from './service/explaining.ts'
import { redecideAll, type Redecided } from './service/redeciding.ts'

function toAffected(ctx: Ctx, { row, effect, before, after, decision }: Redecided): Affected {
  const { birthOn, ...person } = row.person
  return {
    episodeId: row.id, person: { ...person, sex: person.sex as Affected['person']['sex'], age: ageOn(birthOn, ctx.today) ?? null }, effect, before, after,
    call: needsCall(effect), because: decision?.because ?? null,
  }
}

export const reasonsService: Service<typeof reasonsApi, Ctx> = {
  async previewPolicy(ctx, { policyId, effect, limit }) {
    const { edition, supersedes, all, elsewhere } = await redecideAll(ctx, policyId)
    const counts = Object.fromEntries(effects.map((one) => [one, all.filter((r) => r.effect === one).length])) as Record<Effect, number>
    const wanted = all.filter((r) => (effect === undefined ? r.effect !== 'same' : r.effect === effect))
      .toSorted((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect))
    return {
      supersedes: supersedes ? { id: supersedes.id, orderNo: supersedes.orderNo, issuer: supersedes.issuer, title: supersedes.title, edition: supersedes.edition, inForceFrom: supersedes.inForceFrom } : null,
      retroactive: edition.document.retroactive ?? false, counts, managed: all.length, call: all.filter((r) => needsCall(r.effect)).length, elsewhere,
      items: wanted.slice(0, limit).map((r) => toAffected(ctx, r)),
    }
  },
  explainMeasure: (ctx, { personId }) => explain(ctx, personId),
}

export const reasonsJobs: Jobs = { 'reasons.decideAnew': decideAnew }
