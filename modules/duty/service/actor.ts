import type { Ctx } from '../../../kernel/ctx.ts'
import { dayOf, type Day } from '../../../kernel/dates.ts'
import { frameErrors, refuse } from '../../../kernel/errors.ts'
import { may } from '../../accounts/rules.ts'
import type { Assignment } from '../contract.ts'
import { mayAssign, stateOf } from '../rules.ts'
import type { AssignmentRow } from '../tables.ts'

export function callerOf(ctx: Ctx) {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}

/** What will succeed: a duty in force is changed or ended; what was done today is taken back. */
export function actionsFor(caller: { role: string; areaPath: string }, row: AssignmentRow, today: Day): Assignment['actions'] {
  if (!may(caller.role, 'duty.edit') || !mayAssign(caller, row.areaPath, row.dutyRole)) return []
  const state = stateOf(row, today)
  const ofToday = dayOf(row.endedAt ?? row.createdAt) === today
  if (state === 'undone') return []
  return [...(state === 'ended' ? [] : (['change', 'end'] as const)), ...(ofToday ? (['undo'] as const) : [])]
}
