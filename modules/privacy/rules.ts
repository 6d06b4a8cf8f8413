import { allows, type StateTable } from '../../kernel/states.ts'
import type { EventAction, EventState } from './contract.ts'

/** 事件终结: collecting stops, then it is frozen, reviewed, approved by somebody else, destroyed. Each step can be taken back until it is approved. */
export const eventTable: StateTable<EventState, EventAction> = {
  open: ['stop'],
  stopped: ['freeze', 'resume'],
  frozen: ['review', 'unfreeze'],
  reviewed: ['review', 'approve', 'unfreeze'],
  approved: ['destroy', 'unfreeze'],
  destroying: [],
  // Part of the data is gone: it only goes on.
  broken: ['destroy'],
  closed: [],
}
export const mayDo = (state: EventState, action: EventAction): boolean => allows(eventTable, state, action)

export interface Decided { kind: string; decision: 'destroy' | 'keep'; reason?: string | undefined; keepUntil?: string | undefined }

/** What is kept needs its reason (合法、必要、安全) and a day until which; the first kind that lacks one. */
export const lacksReason = (all: readonly Decided[]): Decided | undefined =>
  all.find((one) => one.decision === 'keep' && ((one.reason ?? '').trim().length < 4 || one.keepUntil === undefined))
