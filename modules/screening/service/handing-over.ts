import type { Ctx, Job, Runner } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import { areasAbove, communityDirectory, communityOf } from '../../territory/service.ts'
import { screeningErrors, type Outcome } from '../contract.ts'
import { communityAt, lockRow, saveChange, undelivered } from '../store.ts'
import type { ScreeningRow } from '../tables.ts'
import { outcomeOf, tell } from './happened.ts'
import { papersFrom, takeReport } from './intake.ts'
import { forAction } from './undoing.ts'
import { stamp } from './verifying.ts'

/** Minutes in which a hand-over can still be taken back; then the other community gets it. */
export const HAND_OVER_DELAY = 5

export async function targets(ctx: Ctx, q: string): Promise<{ areaId: string; name: string; fullName: string }[]> {
  const own = ctx.actor.kind === 'staff' ? (await communityOf(ctx, ctx.actor.areaPath)).id : ''
  const all = (await communityDirectory(ctx)).filter((c) => c.id !== own && c.fullName.includes(q))
  return all.slice(0, 50).map(({ id, name, fullName }) => ({ areaId: id, name, fullName }))
}

export async function handOver(ctx: Ctx, input: { screeningId: string; toAreaId: string; note?: string | undefined }): Promise<Outcome> {
  const row = await forAction(ctx, input.screeningId, 'handOver')
  const to = (await communityDirectory(ctx)).find((c) => c.id === input.toAreaId)
  if (!to || to.id === row.communityId) throw refuse(screeningErrors.notACommunity)
  const change: Partial<ScreeningRow> = {
    ...stamp(ctx), state: 'handedOver', handedToAreaId: to.id, handedToName: to.fullName, deliveredAt: null, note: input.note ?? null,
  }
  await saveChange(ctx.sql, row.id, change)
  await tell(ctx, row, 'handedOver', { area: to.fullName })
  return outcomeOf({ ...row, ...change })
}

/** The program itself carries it over: nobody sees into two communities. A recurring job, so that nothing is lost in between. */
export const deliverHandOvers: Job = {
  everyMinutes: 1,
  async run(runner: Runner) {
    const due = await runner.tx((ctx) => undelivered(ctx.sql, addMinutes(ctx.now, -HAND_OVER_DELAY)))
    // One that cannot be delivered (collecting has stopped there) holds up no other; it is tried again with the next run.
    const failed: unknown[] = []
    for (const { id } of due) await runner.tx((ctx) => deliver(ctx, id)).catch((error: unknown) => failed.push(error))
    if (failed.length > 0) throw failed[0]
  },
}

async function deliver(ctx: Ctx, id: string): Promise<void> {
  const row = await lockRow(ctx.sql, id)
  if (row.state !== 'handedOver' || row.deliveredAt !== null || row.handedToAreaId === null) return
  const target = await communityAt(ctx.sql, row.handedToAreaId)
  const from = (await areasAbove(ctx, row.areaPath)).filter((a) => a.level !== 'city' && a.level !== 'district').map((a) => a.name).join('')
  if (target) {
    await takeReport(ctx, {
      ...target, channel: 'handedOver', person: undefined, papers: papersFrom(row), reportedAt: row.reportedAt, journey: journeyOf(row), health: healthOf(row),
      extra: { handedFromId: row.id, handedFromName: from, reporterName: from, note: row.note },
    })
  }
  await saveChange(ctx.sql, row.id, { deliveredAt: ctx.now })
}

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, v]) => v !== null)) as { [K in keyof T]?: NonNullable<T[K]> }

export const journeyOf = (row: ScreeningRow) => {
  const { originPlace, leftOn, transport, tripNo, via, companions, purpose, purposeNote } = row
  return {
    origin: row.origin, originName: row.originName, arrivedOn: row.arrivedOn,
    ...given({ originPlace, leftOn, transport, tripNo, via, companions, purpose, purposeNote }),
  }
}
const healthOf = (row: ScreeningRow) => {
  const { lastExposureOn, temperature, temperatureSite, occupation, closeContacts } = row
  return { contact: row.contact, contactAsked: row.contactAsked, symptoms: row.symptoms, symptomsAsked: row.symptomsAsked, ...given({ lastExposureOn, temperature, temperatureSite, occupation, closeContacts }) }
}
