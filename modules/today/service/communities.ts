import type { Ctx } from '../../../kernel/ctx.ts'
import { leadsLateByCommunity } from '../../leads/service.ts'
import { careLateByCommunity } from '../../quarantine/service.ts'
import { communitiesSent } from '../../reporting/service.ts'
import { verifyLateByCommunity } from '../../screening/service.ts'
import type { CommunityToday } from '../contract.ts'
import { worstFirst } from '../rules.ts'

const byId = <T extends { communityId: string }>(rows: readonly T[]): Map<string, T> => new Map(rows.map((row) => [row.communityId, row]))

/** Every community of one's territory with what is late there. */
export async function communities(ctx: Ctx): Promise<CommunityToday[]> {
  const all = await communitiesSent(ctx)
  const [verify, leads, care] = [byId(await verifyLateByCommunity(ctx)), byId(await leadsLateByCommunity(ctx)), byId(await careLateByCommunity(ctx))]
  return all.map((one) => ({
    ...one, verifyLate: verify.get(one.areaId)?.n ?? 0, leadsLate: leads.get(one.areaId)?.n ?? 0,
    missing: care.get(one.areaId)?.missing ?? 0, releaseLate: care.get(one.areaId)?.toRelease ?? 0,
  })).toSorted(worstFirst)
}
