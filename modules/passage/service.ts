import { addDays, instantAt } from '../../kernel/dates.ts'
import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { settingOf } from '../settings/service.ts'
import type { Gate, Passage, passageApi } from './contract.ts'
import { clockFor } from './service/caller.ts'
import { findAtGate, gateData, myGates } from './service/desk.ts'
import { closeGate, createGate, editGate, gateCounts, getGate, listGates, removeGate, reopenGate, restoreGate, toGate } from './service/gates.ts'
import { takeAndJoin } from './service/joining.ts'
import { forgetPassages } from './service/keeping.ts'
import { listPatterns, patternCounts, settlePattern, unsettlePattern, watchJob } from './service/patterns.ts'
import { getPassage, listPassages, listPresent, passageCounts, passageFlow, recordPassage, settlePassage, takeBackPassage, toPassage, unsettlePassage } from './service/reading.ts'
import { listSamePlace, ownWay } from './service/sameplace.ts'
import { makeMonths } from './service/recording.ts'
import { scanPassage } from './service/scanning.ts'
import { copyShifts, gatePost, handOver, listShifts, makeAhead, setShift, signOn, undoCopyShifts, undoSignOn } from './service/shifts.ts'
import * as store from './store.ts'

export { forgetPassages } from './service/keeping.ts'
export { patternsDue, stepsToWatch, watchFor, watchPassages } from './service/patterns.ts'
export { handOverAs, listShifts, setShift, shiftOf, signOnAs } from './service/shifts.ts'
export { takePassages } from './service/recording.ts'

export const passageService: Service<typeof passageApi, Ctx> = {
  listGates, gateCounts, getGate, createGate, editGate, closeGate, reopenGate, removeGate, restoreGate, listShifts, setShift, copyShifts, undoCopyShifts, signOn, undoSignOn, handOver, gatePost,
  myGates, gateData, findAtGate, recordPassage, takeBackPassage, listPassages, passageCounts, getPassage, settlePassage, unsettlePassage, passageFlow, listPresent,
  listPatterns, patternCounts, settlePattern, unsettlePattern,
  ownWay, listSamePlace,
  scanPassage,
  recordPassages: async (ctx, { items }) => ({ items: await takeAndJoin(ctx, items) }),
}

/** 空岗: where nobody has signed on, longest first, for Today; an office above asks once it has lasted. */
export async function gatesEmpty(ctx: Ctx, { above, limit }: { above: boolean; limit: number }): Promise<{ items: Gate[]; total: number }> {
  const clock = await clockFor(ctx)
  const rows = await store.emptyGates(ctx.sql, above ? { ...clock, emptyMinutes: await settingOf(ctx, 'passage.emptyAboveMinutes') } : clock, limit)
  return { items: rows.map(({ total: _total, ...row }) => toGate(ctx, row)), total: rows[0]?.total ?? 0 }
}

/** 转办: held at a gate in the last seven days and not settled, for Today. */
export async function heldAtGates(ctx: Ctx, limit: number): Promise<{ items: Passage[]; total: number }> {
  const rows = await store.eventsToSettle(ctx.sql, instantAt(addDays(ctx.today, -6), '00:00'), limit)
  return { items: rows.map(({ total, ...row }) => toPassage(ctx, row)), total: rows[0]?.total ?? 0 }
}

const AT_ONCE = 200
export const passageJobs: Jobs = {
  'passage.watch': watchJob,
  'passage.count': { everyMinutes: 1, run: (runner) => runner.tx(async (ctx) => { await store.addCounts(ctx.sql) }) },
  'passage.forget': { everyMinutes: 720, long: true, async run(runner) { while ((await runner.tx(forgetPassages)).length > 0); } },
  /** Shifts for the weeks and partitions for the months to come. */
  'passage.ahead': {
    everyMinutes: 360,
    async run(runner) {
      await runner.tx(makeMonths)
      for (let after: string | null = null; ;) {
        const from: string | null = after
        const gates = await runner.tx(async (ctx) => {
          const some = await store.mannedGates(ctx.sql, from, AT_ONCE)
          await makeAhead(ctx, some)
          return some
        })
        after = gates.at(-1)?.gateId ?? null
        if (gates.length < AT_ONCE) return
      }
    },
  },
}
