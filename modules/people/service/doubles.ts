import { type Ctx, type Job, type Scope } from '../../../kernel/ctx.ts'
import type { OutputOf, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { readKey, toPage } from '../../../kernel/page.ts'
import { scopeOf } from '../../../kernel/ctx.ts'
import { areaById } from '../../territory/service.ts'
import type { peopleApi } from '../contract.ts'
import { doubleLikeness } from '../rules.ts'
import { countDoubles, decidePair, differentPairs, doubleSigns, insertDoubles, listDoubles as rowsOf, possiblePairs, rowsById, saveDifferent } from '../store.ts'
import { toBrief } from './cards.ts'

const PAIRS_MOST = 20_000

/** Looks for pairs nobody has seen yet that share one sign; of one person or of everybody in the territory. */
async function lookForDoubles(ctx: Ctx, sign: (typeof doubleSigns)[number], of?: { personId: string }): Promise<void> {
  for (let more = true; more;) {
    const pairs = await possiblePairs(ctx.sql, sign, of, PAIRS_MOST)
    const found = pairs.flatMap(({ one, other, path }) => {
      const likeness = doubleLikeness(one, other)
      return likeness ? [{ id: ctx.newId(), path, oneId: one.id, otherId: other.id, ...likeness }] : []
    })
    if (found.length > 0) await insertDoubles(ctx.sql, found, ctx.now)
    more = pairs.length === PAIRS_MOST && found.length > 0
  }
}

/** Soon after somebody was registered or changed or a roster came in, and every week over everybody; sign by sign, so that others get their turn. */
export const findDoubles: Job = {
  everyMinutes: 7 * 24 * 60, long: true,
  async run(runner, { personId }) {
    for (const sign of doubleSigns) await runner.tx((ctx) => lookForDoubles(ctx, sign, typeof personId === 'string' ? { personId } : undefined))
  },
}

const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))

/** 疑似重复, the likeliest first. */
export async function listDoubles(ctx: Ctx, { areaId, state, after, limit }: ParsedInputOf<typeof peopleApi.listDoubles>): Promise<OutputOf<typeof peopleApi.listDoubles>> {
  const page = toPage(await rowsOf(ctx.sql, { range: await rangeOf(ctx, areaId), state, after: readKey(after, 2), limit }), limit, (row) => [-row.score, row.id])
  const people = new Map((await rowsById(ctx.sql, page.items.flatMap((row) => [row.oneId, row.otherId]))).map((row) => [row.id, toBrief(ctx, row)]))
  return {
    next: page.next,
    items: page.items.flatMap(({ oneId, otherId, ...row }) => {
      const [one, other] = [people.get(oneId), people.get(otherId)]
      return one && other ? [{ ...row, reasons: row.reasons as OutputOf<typeof peopleApi.listDoubles>['items'][number]['reasons'], one, other }] : []
    }),
  }
}

export const doubleCounts = async (ctx: Ctx, { areaId }: ParsedInputOf<typeof peopleApi.doubleCounts>): Promise<OutputOf<typeof peopleApi.doubleCounts>> =>
  countDoubles(ctx.sql, await rangeOf(ctx, areaId))

/** 不是同一人, for good; or open again, when that was a slip. */
export async function decideDouble(ctx: Ctx, { oneId, otherId, same }: ParsedInputOf<typeof peopleApi.decideDouble>): Promise<OutputOf<typeof peopleApi.decideDouble>> {
  await rememberPair(ctx, oneId, otherId, same === 'no' ? 'different' : 'open')
  return {}
}

/** What somebody said of two records, wherever they said it. */
export async function rememberPair(ctx: Ctx, oneId: string, otherId: string, state: 'different' | 'open' | 'merged'): Promise<void> {
  const by = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await decidePair(ctx.sql, { id: ctx.newId(), oneId, otherId, state, by: by?.accountId ?? null, byName: by?.name ?? null }, ctx.now)
}

/** 不是同一人 of many pairs, as a roster's questions are answered. */
export async function rememberDifferent(ctx: Ctx, pairs: readonly { oneId: string; otherId: string }[]): Promise<void> {
  if (pairs.length === 0) return
  const by = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await saveDifferent(ctx.sql, pairs.map((pair) => ({ id: ctx.newId(), ...pair })), { id: by?.accountId ?? null, name: by?.name ?? null }, ctx.now)
}

/** What was said of these people, as a question that can be asked of any two of them. */
export async function saidDifferent(ctx: Ctx, ids: readonly string[]): Promise<(oneId: string, otherId: string) => boolean> {
  const said = new Set(ids.length > 1 ? (await differentPairs(ctx.sql, ids)).flatMap(({ oneId, otherId }) => [`${oneId} ${otherId}`, `${otherId} ${oneId}`]) : [])
  return (oneId, otherId) => said.has(`${oneId} ${otherId}`)
}
