import type { Job } from '../../../kernel/ctx.ts'
import { policyById } from '../../policies/service.ts'
import { reviseEpisode } from '../../quarantine/service.ts'
import { needsCall } from '../rules.ts'
import { redecideAll } from './redeciding.ts'

const AT_ONCE = 50

/**
 * 追溯: when a retroactive order comes into force, whoever it would change is changed, in short steps, and gets a call today. Run again it
 * changes nobody twice: what is decided by it already stays the same.
 */
export const decideAnew: Job = {
  long: true,
  async run(runner, payload) {
    const policyId = String(payload['policyId'])
    for (;;) {
      const left = await runner.tx(async (ctx) => {
        // Superseded before it began: nothing of it is carried out.
        if ((await policyById(ctx, policyId)).state !== 'published') return 0
        const { edition, all } = await redecideAll(ctx, policyId)
        const due = all.filter((r) => needsCall(r.effect) && r.row.policyId !== edition.id)
        for (const { row, decision } of due.slice(0, AT_ONCE)) if (decision) await reviseEpisode(ctx, row.id, decision, edition)
        return Math.max(0, due.length - AT_ONCE)
      })
      if (left === 0) return
    }
  },
}
