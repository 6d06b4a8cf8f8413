import { may } from '../../accounts/rules.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { policyById } from '../../policies/service.ts'
import { blocking, releaseState } from '../rules.ts'
import * as store from '../store.ts'
import { actorOf } from './actor.ts'

export type { CheckWork, GapWork, HeldWork, Places, TestWork, VisitWork, WorkRow } from '../store.ts'

/** More people than this whose period is over at once are counted as so many. */
const MOST_ENDING = 2000

interface Wanted { limit: number; of?: store.Places | undefined }
export const dueChecks = (ctx: Ctx, { limit, of }: Wanted) => store.checksToday(ctx.sql, ctx.today, ctx.now, { limit, of })
export const visitsDue = (ctx: Ctx, visitor: 'doctor' | 'worker' | 'property', { limit, of }: Wanted) => store.visitsToday(ctx.sql, visitor, ctx.today, ctx.now, { limit, of })
export const gapsToExplain = (ctx: Ctx, { limit, of }: Wanted) => store.gapsToExplain(ctx.sql, ctx.today, { limit, of })
export const careLateByCommunity = (ctx: Ctx) => store.lateByCommunity(ctx.sql, ctx.today, ctx.now)
export const testsDue = (ctx: Ctx, { limit, of }: Wanted) => store.testsToday(ctx.sql, ctx.today, { limit, of })
/** 各人手上: the same lists counted by place and by the account they are assigned to. */
export const careHeld = async (ctx: Ctx) => ({
  visit: await store.heldVisits(ctx.sql, ctx.today, ctx.now), check: await store.heldChecks(ctx.sql, ctx.today, ctx.now), test: await store.heldTests(ctx.sql, ctx.today), gap: await store.heldGaps(ctx.sql, ctx.today),
})
export const checksDone = (ctx: Ctx) => store.checksDone(ctx.sql, ctx.today)
export const visitsDone = (ctx: Ctx, visitor: 'doctor' | 'worker' | 'property') => store.visitsDone(ctx.sql, visitor, ctx.today)

export interface ReleaseDue extends store.WorkRow {
  /** What stands against it besides the confirmation and the day itself. */
  missing: string[]
  /** The period is over, so that the deciding office can confirm now. */
  over: boolean
  mayConfirm: boolean
}

/** 今日应解除: whose last day is today or past, and what is missing. */
export async function releasesDue(ctx: Ctx): Promise<ReleaseDue[]> {
  const rows = await store.endingToday(ctx.sql, ctx.today, MOST_ENDING)
  const { role } = actorOf(ctx)
  const documents = new Map<string, Awaited<ReturnType<typeof policyById>>['document']>()
  for (const id of new Set(rows.map((r) => r.policyId))) documents.set(id, (await policyById(ctx, id)).document)
  return rows.flatMap(({ policyId, gaps, testsRequired, testsNegative, anomalies, leadBeyond, ...row }) => {
    const release = documents.get(policyId)?.release
    if (!release) return []
    const states = releaseState({ today: ctx.today, endsOn: row.endsOn, unexplainedGaps: gaps, testsRequired, testsNegative, openAnomalies: anomalies, leadBeyond, confirmed: false }, release.requires)
    const missing = blocking(states).filter((id) => id !== 'periodOver')
    return [{ ...row, missing, over: ctx.today > row.endsOn, mayConfirm: may(role, 'quarantine.release') && release.confirmBy.includes(role) }]
  })
}
