import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import { groupsFor } from '../../people/rules.ts'
import type { Matter, MatterCard, Standing } from '../contract.ts'
import { actionsOf, overdueOf, seesOnlyOwn } from '../rules.ts'
import * as store from '../store.ts'
import type { MatterRow } from '../tables.ts'

export function staffOf(ctx: Ctx): StaffActor {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}
/** Set for whoever sees only what is theirs. */
export const ownIdOf = (ctx: Ctx): string | null => (ctx.actor.kind === 'staff' && seesOnlyOwn(ctx.actor.role) ? ctx.actor.accountId : null)
export const rowOf = (ctx: Ctx, matterId: string): Promise<MatterRow> => store.getRow(ctx.sql, matterId, ownIdOf(ctx))

export const isReachable = (row: Pick<MatterRow, 'personId' | 'callerPhone'>): boolean => row.personId !== null || row.callerPhone
export const seenBy = (row: MatterRow) => ({ ...row, reachable: isReachable(row) })

export function standingOf({
  areaId, areaPath, state, ownerId, ownerName, holderId, holderName, dueAt, dispatchedAt, contactedAt, objectedAt, extendedAt, doneAt, doerName, outcome, callsInVain, calledAt, resolved, satisfaction, reopenedAt, closedAt,
  whistleKind, whistledAt, reportBy, reportedAt, departments, exclusion, exclusionGround, exclusionReason, exclusionAskedBy,
}: MatterRow): Standing {
  return {
    areaId, areaPath, state, ownerId, ownerName, holderId, holderName, dueAt, dispatchedAt, contactedAt, objectedAt, extendedAt, doneAt, doerName, outcome, callsInVain, calledAt, resolved, satisfaction, reopenedAt, closedAt,
    whistleKind, whistledAt, reportBy, reportedAt, departments, exclusion, exclusionGround, exclusionReason, exclusionAskedBy,
  }
}

export function toMatter(ctx: Ctx, row: MatterRow): Matter {
  const {
    areaPath: _path, ownerId: _owner, holderId, dispatchedAt: _dispatched, objectedAt: _objected, extendedAt: _extended, callsInVain: _calls, reopenedAt: _reopened, exclusionAskedBy: _asked, whistledAt: _whistled, departments: _departments, repeatOf: _repeat,
    registeredBy: _by, callerPhone: _phone, careGroups: _care, measure: _measure, ...rest
  } = row
  return { ...rest, overdue: overdueOf(row, ctx.now), mine: holderId !== null && ctx.actor.kind === 'staff' && holderId === ctx.actor.accountId }
}

export async function cardOf(ctx: Ctx, matterId: string): Promise<MatterCard> {
  const row = await rowOf(ctx, matterId)
  const { accountId, role } = staffOf(ctx)
  const last = await store.lastStep(ctx.sql, matterId)
  const photos = await store.photosOf(ctx.sql, matterId)
  const people = may(role, 'people.view')
  return {
    ...toMatter(ctx, row), callerPhone: row.callerPhone, careGroups: people ? groupsFor(ctx.actor, row.careGroups) : [], measure: people ? row.measure : null, callsInVain: row.callsInVain,
    departments: row.departments, repeats: row.repeatOf === null ? null : await store.findBrief(ctx.sql, row.repeatOf, ownIdOf(ctx)) ?? null, extended: row.extendedAt !== null, objected: row.objectedAt !== null, reopened: row.reopenedAt !== null,
    photos: photos.map(({ photoId, takenAt, takerName }) => ({ photoId, takenAt, takerName })), events: await store.eventsOf(ctx.sql, matterId),
    actions: may(role, 'matters.work') ? actionsOf(seenBy(row), { accountId, role }, last !== undefined && last.accountId === accountId && dayOf(last.at) === ctx.today) : [],
  }
}
