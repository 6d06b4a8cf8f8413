import { createHash } from 'node:crypto'
import type { Ctx, Job, Runner } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Certificate } from '../contract.ts'
import { dataKinds, type DataKind } from '../data/kinds.ts'
import * as store from '../store.ts'
import { expiredBefore, retention } from './events.ts'

/** Rows at once: short enough for nobody to wait. */
const AT_ONCE = 2000

/** 销毁: figures without identities are kept first, then kind by kind in short steps; broken off it goes on where it was. */
export const destroyEvent: Job = {
  long: true,
  async run(runner, payload) {
    const eventId = String(payload['eventId'])
    const event = await runner.tx((ctx) => store.getEvent(ctx.sql, eventId))
    if (event.state !== 'destroying') return
    const kept = new Set((await runner.tx((ctx) => store.reviewsOf(ctx.sql, eventId))).filter((r) => r.decision === 'keep').map((r) => r.kind))
    const before = await runner.tx(async (ctx) => {
      // What the certificate counts from was there before the first row went, however often this is taken up again.
      const counted = (await store.countedOf(ctx.sql, eventId)) ?? { rows: await countAll(ctx, event), files: await countFiles(ctx, event, kept) }
      await store.setCounted(ctx.sql, eventId, counted)
      if ((await store.statisticsKept(ctx.sql, eventId)) === 0) await store.keepStatistics(ctx.sql, eventId, event.areaPath)
      const frozen = (await store.stepsOf(ctx.sql, [eventId])).findLast((s) => s.step === 'freeze')
      if (frozen) await store.destroyReceipts(ctx.sql, event.areaPath, frozen.at)
      await store.mayDestroy(ctx.sql)
      await store.cutReferences(ctx.sql, event.areaPath)
      return counted
    })
    for (const kind of destroyed(kept)) {
      const stored = kind.file === undefined ? [] : await runner.tx((ctx) => store.filesOf(ctx.sql, kind, kind.file ?? '', event.areaPath, event.startedOn))
      await exhaust(runner, (ctx) => store.destroySome(ctx.sql, kind, event.areaPath, event.startedOn, AT_ONCE))
      await runner.tx(async (ctx) => { for (const { fileId } of stored) await ctx.files.remove(fileId) })
    }
    await runner.tx((ctx) => certify(ctx, event, kept, before))
  },
  async givenUp(ctx, payload) {
    const event = await store.lockEvent(ctx.sql, String(payload['eventId']))
    if (event.state !== 'destroying') return
    await store.setState(ctx.sql, event.eventId, 'broken')
    await store.insertStep(ctx.sql, { id: ctx.newId(), eventId: event.eventId, areaPath: event.areaPath, step: 'broken', orderNo: null, reason: null, at: ctx.now, by: null, name: null })
  },
}

/** What a kept kind refers to is kept with it: a reading without its episode would be of nobody. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  readings: ['episodes', 'screenings'], checks: ['episodes', 'screenings'], visits: ['episodes', 'screenings'], tests: ['episodes', 'screenings'], changes: ['episodes', 'screenings'], calls: ['episodes', 'screenings'], papers: ['notices'], pushedRows: ['pushedLists', 'screenings'], tips: ['screenings'],
  leadEvents: ['leads', 'screenings'], leads: ['screenings'], episodes: ['screenings'],
}
const destroyed = (kept: ReadonlySet<string>): DataKind[] => {
  const stays = new Set([...kept].flatMap((kind) => [kind, ...(NEEDS[kind] ?? [])]))
  return dataKinds.filter(({ id }) => !stays.has(id))
}

/** 留存到期: what a review kept until a day goes after it, as far back as the certificate; what came later is the next event's. */
export const destroyKept: Job = {
  long: true,
  everyMinutes: 24 * 60,
  async run(runner) {
    for (const event of await runner.tx((ctx) => store.keptTooLong(ctx.sql, ctx.today))) {
      const before = event.certificate?.at
      if (before === undefined) continue
      const kinds = await runner.tx(async (ctx) => {
        const keeps = (await store.reviewsOf(ctx.sql, event.eventId)).filter((r) => r.decision === 'keep')
        const gone = new Set(destroyed(new Set(keeps.map((r) => r.kind))))
        return destroyed(new Set(keeps.filter((r) => (r.keepUntil ?? '') >= ctx.today).map((r) => r.kind))).filter((kind) => !gone.has(kind))
      })
      let rows = 0
      for (const kind of kinds) rows += await exhaust(runner, (ctx) => destroyBefore(ctx, event, kind, before, AT_ONCE))
      if (rows > 0) await runner.tx((ctx) => store.insertStep(ctx.sql, { id: ctx.newId(), eventId: event.eventId, areaPath: event.areaPath, step: 'keepOver', orderNo: null, reason: null, at: ctx.now, by: null, name: null }))
    }
  },
}

/** Some rows of a kind from before a time that nothing hangs on, with their files. */
async function destroyBefore(ctx: Ctx, event: store.EventRow, kind: DataKind, before: Day | Instant, most: number): Promise<number> {
  if (kind.file === undefined) return store.destroySome(ctx.sql, kind, event.areaPath, event.startedOn, most, before)
  const gone = await store.destroyWithFiles(ctx.sql, kind, kind.file, event.areaPath, event.startedOn, most, before)
  for (const { fileId } of gone) await ctx.files.remove(fileId)
  return gone.length
}

async function exhaust(runner: Runner, some: (ctx: Ctx) => Promise<number>): Promise<number> {
  let all = 0
  for (;;) {
    const n = await runner.tx(async (ctx) => {
      await store.mayDestroy(ctx.sql)
      return some(ctx)
    })
    all += n
    if (n < AT_ONCE) return all
  }
}

/** Rows by kind. */
async function countAll(ctx: Ctx, event: store.EventRow): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const k of dataKinds) counts[k.id] = (await store.countKind(ctx.sql, k, event.areaPath, event.startedOn, null)).rows
  return counts
}
async function countFiles(ctx: Ctx, event: store.EventRow, kept: ReadonlySet<string>): Promise<number> {
  let files = 0
  for (const kind of destroyed(kept)) if (kind.file !== undefined) files += (await store.filesOf(ctx.sql, kind, kind.file, event.areaPath, event.startedOn)).length
  return files
}

async function certify(ctx: Ctx, event: store.EventRow, kept: ReadonlySet<string>, before: store.CountedBefore): Promise<void> {
  const after = await countAll(ctx, event)
  const steps = await store.stepsOf(ctx.sql, [event.eventId])
  const nameOf = (step: string) => steps.findLast((s) => s.step === step)?.accountName ?? ''
  const gone = new Set(destroyed(kept).map(({ id }) => id))
  const content: Omit<Certificate, 'checksum'> = {
    at: ctx.now, executorName: nameOf('destroy'), approverName: nameOf('approve'), requesterName: nameOf('freeze'), files: before.files,
    kinds: dataKinds.map((k) => ({ kind: k.id, name: k.name, how: k.how, destroyed: (before.rows[k.id] ?? 0) - (after[k.id] ?? 0), left: after[k.id] ?? 0, kept: !gone.has(k.id) })),
    statistics: await store.statisticsKept(ctx.sql, event.eventId),
  }
  const checksum = createHash('sha256').update(JSON.stringify([event.eventId, event.title, event.orderNo, content])).digest('hex')
  await store.setCertificate(ctx.sql, event.eventId, { ...content, checksum })
  // The next event of the area must be able to begin.
  await store.unfreeze(ctx.sql, event.eventId)
}

/** 到期销毁: rows past their term that nothing under way hangs on, before the event ends. */
export async function destroyExpired(ctx: Ctx, eventId: string): Promise<{ destroyed: number }> {
  const event = await store.getEvent(ctx.sql, eventId)
  const months = await retention(ctx)
  let rows = 0
  for (const kind of dataKinds) {
    const before = expiredBefore(ctx, months[kind.id])
    if (before !== null) rows += await destroyBefore(ctx, event, kind, before, AT_ONCE * 50)
  }
  return { destroyed: rows }
}
