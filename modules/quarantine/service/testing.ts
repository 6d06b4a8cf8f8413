import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf, type Day } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import { correctTest, openLead } from '../../leads/service.ts'
import { policyById } from '../../policies/service.ts'
import { quarantineErrors } from '../contract.ts'
import { mayWriteResult } from '../rules.ts'
import * as store from '../store.ts'
import { actorOf, channelOf, forAction, keepChange, mustHaveCome } from './actor.ts'

interface Test { dueOn: Day; takenOn: Day; result: 'negative' | 'positive' }

/** 记录核酸, also where the result came after the end: a positive one goes to the health centre with the clock of a fever; put right, it is still theirs to close. */
export async function recordTest(ctx: Ctx, episodeId: string, { dueOn, takenOn, result }: Test): Promise<void> {
  mustHaveCome(ctx, takenOn)
  const episode = await forAction(ctx, episodeId, 'test')
  const test = (await store.listTests(ctx.sql, episodeId)).find((one) => one.dueOn === dueOn) ?? { dueOn, result: null, recordedAt: null }
  if (episode.closedAt !== null && (takenOn > dayOf(episode.closedAt) || !mayWriteResult(test, episode.closedAt, ctx.today))) throw refuse(quarantineErrors.notInState, { state: episode.state })
  const before = test.result
  await store.saveTest(ctx.sql, { id: ctx.newId(), episodeId, areaPath: episode.areaPath, dueOn, takenOn, result, ...actorOf(ctx), at: ctx.now })
  await keepChange(ctx, episode, { kind: 'tested', after: { dueOn, takenOn, result } }, { on: takenOn, result })
  if (before === result) return
  if (result === 'positive') {
    const { document } = await policyById(ctx, episode.policyId)
    await openLead(ctx, { kind: 'positive', channel: channelOf(ctx), personId: episode.personId, episodeId, areaId: episode.areaId, areaPath: episode.areaPath, summary: {}, dueMinutes: document.deadlines.feverLeadMinutes })
  } else if (before === 'positive') await correctTest(ctx, episode.personId, result)
}
