import { scopeOf, type Ctx, type Scope, type StaffActor } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { areaById } from '../../territory/service.ts'
import type { Announcement, PublicityRecord } from '../contract.ts'
import { standingOf } from '../rules.ts'
import type { AnnouncementRow, PublicityRow } from '../tables.ts'

export function staffOf({ actor }: Ctx): StaffActor {
  if (actor.kind !== 'staff') throw refuse(frameErrors.notFound)
  return actor
}
export const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))

export const toAnnouncement = (ctx: Ctx, { areaPath, state, ...row }: AnnouncementRow): Announcement =>
  ({ ...row, standing: standingOf({ ...row, state }, ctx.today), own: ctx.actor.kind === 'staff' && ctx.actor.areaPath === areaPath })
export function toRecord(ctx: Ctx, { receivedAt, state, toOn, ...row }: PublicityRow): PublicityRecord {
  const over = state === 'withdrawn' || (toOn !== null && toOn < ctx.today)
  return { ...row, toTakeDown: row.way === 'poster' && row.undoneAt === null && row.takenDownAt === null && over, mayUndo: row.undoneAt === null && dayOf(receivedAt) === ctx.today }
}
