import type { Runner } from '../../../kernel/ctx.ts'
import { removeImportedHouseholds, removeImportedPeople, restoreMany } from '../../people/service/roster.ts'
import { recordTimelines } from '../../people/service.ts'
import { endPass, failBatch, getBatch, setProgress, setUndone } from '../store/batches.ts'
import { listChanges, removeChanges, unapplyMatches } from '../store/findings.ts'
import type { Undone } from '../tables.ts'

const CHUNK = 500
/** Enough to look at; the total says how many there are. */
const KEPT_SHOWN = 200

/** Takes a whole batch back, in short steps; whatever else hangs on stays and is named. */
export async function undoBatch(runner: Runner, batchId: string): Promise<void> {
  try {
    await restore(runner, batchId)
    await removePeople(runner, batchId)
    await removeHouseholds(runner, batchId)
    await runner.tx(async (ctx) => {
      await unapplyMatches(ctx.sql, batchId)
      await endPass(ctx.sql, batchId, 'undone', ctx.now)
    })
  } catch (error) {
    await runner.tx((ctx) => failBatch(ctx.sql, batchId, 'undoInterrupted', ctx.now))
    throw error
  }
}

const nothing: Undone = { removed: 0, restored: 0, householdsRemoved: 0, kept: [], keptTotal: 0 }

/** One step in one transaction with what it adds to the account of the undo, so that an interrupted undo goes on. */
const step = (runner: Runner, batchId: string, progress: number, work: (ctx: Parameters<Parameters<Runner['tx']>[0]>[0]) => Promise<{ add: Partial<Undone>; done: boolean }>) =>
  runner.tx(async (ctx) => {
    const undone = (await getBatch(ctx.sql, batchId)).undone ?? nothing
    const { add, done } = await work(ctx)
    await setUndone(ctx.sql, batchId, {
      removed: undone.removed + (add.removed ?? 0), restored: undone.restored + (add.restored ?? 0),
      householdsRemoved: undone.householdsRemoved + (add.householdsRemoved ?? 0),
      kept: [...undone.kept, ...(add.kept ?? [])].slice(0, KEPT_SHOWN), keptTotal: undone.keptTotal + (add.keptTotal ?? 0),
    })
    await setProgress(ctx.sql, batchId, progress)
    return done
  })

async function restore(runner: Runner, batchId: string): Promise<void> {
  for (let done = false; !done;) {
    done = await step(runner, batchId, 0.1, async (ctx) => {
      const changes = await listChanges(ctx.sql, batchId, CHUNK)
      if (changes.length === 0) return { add: {}, done: true }
      const back = await restoreMany(ctx, changes)
      const ids = new Set(back.map((p) => p.id))
      await recordTimelines(ctx, back.map((p) => ({ kind: 'roster.importUndone', areaPath: p.areaPath, personId: p.id, householdId: p.householdId })))
      await removeChanges(ctx.sql, changes.map((c) => c.id))
      const kept = changes.filter((c) => !ids.has(c.personId)).map((c) => ({
        personId: c.personId, name: String(c.before.name ?? ''), rowNo: c.rowNo, why: 'changedSince' as const,
      }))
      return { add: { restored: back.length, kept, keptTotal: kept.length }, done: changes.length < CHUNK }
    })
  }
}

async function removePeople(runner: Runner, batchId: string): Promise<void> {
  for (let done = false; !done;) {
    done = await step(runner, batchId, 0.5, async (ctx) => {
      const result = await removeImportedPeople(ctx, batchId, CHUNK)
      const kept = result.kept.map(({ id, ...rest }) => ({ personId: id, ...rest }))
      return { add: { removed: result.persons, kept, keptTotal: kept.length }, done: result.done }
    })
  }
}

async function removeHouseholds(runner: Runner, batchId: string): Promise<void> {
  for (let done = false; !done;) {
    done = await step(runner, batchId, 0.9, async (ctx) => {
      const result = await removeImportedHouseholds(ctx, batchId, CHUNK)
      return { add: { householdsRemoved: result.removed }, done: result.done }
    })
  }
}
