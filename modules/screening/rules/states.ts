import { dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import { allows, type StateTable } from '../../../kernel/states.ts'
import type { ScreeningAction, ScreeningState } from '../contract.ts'

/** What may be asked of a record in a state; facts about it are always taken. */
export const screeningTable: StateTable<ScreeningState, ScreeningAction> = {
  toVerify: ['verify', 'dismiss', 'handOver'],
  managed: ['undo'],
  notManaged: ['undo'],
  handedOver: ['undo'],
  joined: ['undo'],
}

export const mayDo = (state: ScreeningState, action: ScreeningAction): boolean => allows(screeningTable, state, action)

/** What will succeed now: undoing is for the day of the verification, and not once another community has the record. */
export const actionsOf = (s: { state: ScreeningState; verifiedAt: Instant | null; delivered: boolean }, today: Day): ScreeningAction[] =>
  screeningTable[s.state].filter((action) => action !== 'undo' || (isUndoable(s, today)))

export const isUndoable = (s: { verifiedAt: Instant | null; delivered: boolean }, today: Day): boolean =>
  !s.delivered && s.verifiedAt !== null && dayOf(s.verifiedAt) === today
