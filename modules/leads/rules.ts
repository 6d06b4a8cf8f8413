import { ageOn, dayOf, type Day, type Instant } from '../../kernel/dates.ts'
import { allows, type StateTable } from '../../kernel/states.ts'
import type { LeadAction, LeadState, LeadSummary } from './contract.ts'

/** Closing is allowed straight away: a doctor at the door has received and settled it in one. */
export const leadTable: StateTable<LeadState, LeadAction> = {
  open: ['receive', 'close'],
  received: ['close'],
  closed: ['reopen'],
}

export const mayDo = (state: LeadState, action: LeadAction): boolean => allows(leadTable, state, action)

/** What will succeed now: undoing a closing is for the same day only. */
export const actionsOf = (state: LeadState, closedAt: Instant | null, today: Day): LeadAction[] =>
  leadTable[state].filter((action) => action !== 'reopen' || isSameDay(closedAt, today))

export const isSameDay = (at: Instant | null, today: Day): boolean => at !== null && dayOf(at) === today

/** The clock runs until the health centre has taken over. */
export const isOverdue = (state: LeadState, dueAt: Instant, now: Instant): boolean => state === 'open' && dueAt < now

/** A second sign of the same person adds to the lead that is open; the higher reading stands. */
export function mergeSummary(known: LeadSummary, added: LeadSummary): LeadSummary {
  const readings = [known.temperature, added.temperature].filter((t) => t !== undefined)
  return {
    ...known, ...added,
    symptoms: [...new Set([...known.symptoms, ...added.symptoms])],
    ...(readings.length > 0 ? { temperature: Math.max(...readings) } : {}),
  }
}

export const ageOf = (birthOn: Day | null, today: Day): number | null => ageOn(birthOn, today) ?? null
