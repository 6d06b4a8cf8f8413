import { addMinutes, ageOn, dayOf, type Day, type Instant } from '../../kernel/dates.ts'
import { allows, type StateTable } from '../../kernel/states.ts'
import type { LeadAction, LeadKind, LeadState, LeadSummary } from './contract.ts'

/** Closing is allowed straight away: a doctor at the door has received and settled it in one. */
export const leadTable: StateTable<LeadState, LeadAction> = {
  open: ['receive', 'note', 'refer', 'close'],
  received: ['note', 'refer', 'arrive', 'close'],
  closed: ['reopen'],
}

export const mayDo = (state: LeadState, action: LeadAction): boolean => allows(leadTable, state, action)

interface Standing { state: LeadState; closedAt: Instant | null; referredAt: Instant | null; arrivedAt: Instant | null }
/** What will succeed now: undoing a closing is for the same day only; arriving follows leaving. */
export const actionsOf = (lead: Standing, today: Day): LeadAction[] => leadTable[lead.state].filter((action) => {
  if (action === 'reopen') return isSameDay(lead.closedAt, today)
  if (action === 'arrive') return lead.referredAt !== null && lead.arrivedAt === null
  return action !== 'refer' || lead.referredAt === null
})

export const isSameDay = (at: Instant | null, today: Day): boolean => at !== null && dayOf(at) === today

/** The clock runs until the health centre has taken over. */
export const isOverdue = (state: LeadState, dueAt: Instant, now: Instant): boolean => state === 'open' && dueAt < now

const WEIGHT: Record<LeadKind, number> = { contact: 0, symptom: 1, fever: 2, positive: 3 }
/** One lead per person: what weighs more names it. */
export const heavier = (a: LeadKind, b: LeadKind): LeadKind => (WEIGHT[b] > WEIGHT[a] ? b : a)

/** A phone's or a doctor's clock may be some minutes fast. */
const TOLERATED_MINUTES = 10
/** What is written down afterwards happened after the lead was raised and before now. */
export const couldBeAt = (at: Instant, openedAt: Instant, now: Instant): boolean => at >= addMinutes(openedAt, -TOLERATED_MINUTES) && at <= addMinutes(now, TOLERATED_MINUTES)

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
