import { addDays, dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import { allows, type StateTable } from '../../../kernel/states.ts'
import type { BusinessAction, BusinessState, IdleReason, ReadinessCheck, Standing } from '../contract.ts'

/** 未复工 → 申请 → 核查通过、已复工 → 停业; 不再经营 counts nowhere. */
export const businessTable: StateTable<BusinessState, BusinessAction> = {
  notResumed: ['check', 'apply', 'nameReason', 'close'],
  applied: ['check', 'withdraw', 'nameReason', 'close'],
  resumed: ['check', 'suspend', 'close'],
  suspended: ['check', 'apply', 'nameReason', 'close'],
  closed: ['reopen'],
}
export const mayDo = (state: BusinessState, action: BusinessAction): boolean => allows(businessTable, state, action)

/** 未复工, as report 1 counts it. */
export const isIdle = (state: BusinessState): boolean => state !== 'resumed' && state !== 'closed'

export const newStanding: Standing = { state: 'notResumed', reason: null, reasonNote: null, appliedOn: null, resumedOn: null, lookOn: null, decision: null }

export const applied = (s: Standing, today: Day): Standing => ({ ...s, state: 'applied', appliedOn: today })
/** Where it stood when work was asked for, 停业 or 未复工: there it stands again when nothing comes of asking. Steps come newest first; asking twice changes nothing. */
export function stoodBefore(steps: readonly Pick<Step, 'undone' | 'before'>[]): BusinessState {
  const state = steps.find(({ undone, before }) => !undone && before !== null && before.state !== 'applied')?.before?.state
  return state === 'suspended' ? 'suspended' : 'notResumed'
}
/** 撤回申请 */
export const withdrawn = (s: Standing, stood: BusinessState): Standing => ({ ...s, state: stood, appliedOn: null })
export const reasoned = (s: Standing, reason: IdleReason, reasonNote: string | null): Standing => ({ ...s, reason, reasonNote })
export const suspended = (s: Standing, reason: IdleReason, reasonNote: string | null): Standing => ({ ...s, state: 'suspended', reason, reasonNote, lookOn: null })
export const closed = (s: Standing): Standing => ({ ...s, state: 'closed', lookOn: null })

/** After a check: resumed at once, or still what it was (where it had asked, what it was before) with the day to look again; of whom nobody knew why not, it is known now. */
export function checked(s: Standing, decision: ReadinessCheck, today: Day, stood: BusinessState = s.state): Standing {
  const { outcome, lookOn, because } = decision
  if (outcome === 'resumed' || outcome === 'kept' || outcome === 'mend') {
    return { ...s, state: 'resumed', reason: null, reasonNote: null, appliedOn: null, resumedOn: outcome === 'resumed' ? today : s.resumedOn, lookOn, decision }
  }
  const why = s.reason !== null ? {} : outcome === 'tradeClosed' ? { reason: 'other' as const, reasonNote: because.zh } : { reason: 'equipment' as const }
  const state = stood === 'resumed' || stood === 'suspended' ? 'suspended' : 'notResumed'
  return { ...s, ...why, state, appliedOn: null, lookOn, decision }
}

interface Step { id: string; at: Instant; undone: boolean; before: Standing | null }
/** The last step that changed where it stands, while it can be taken back: on its own day. Steps come newest first. */
export function undoable<T extends Step>(steps: readonly T[], today: Day): (T & { before: Standing }) | undefined {
  const last = steps.find((step) => !step.undone && step.before !== null)
  return last?.before && dayOf(last.at) === today ? { ...last, before: last.before } : undefined
}

/** The day something is looked at again: as somebody said, else so many days from now. */
export const dayToLook = (wanted: Day | undefined, today: Day, days: number): Day => wanted ?? addDays(today, days)
