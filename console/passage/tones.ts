import type { Outcome, Shift } from '../../modules/passage/contract.ts'
import type { Tone } from '../../ui/card.tsx'

/** Red only for what is wrong: somebody turned back is the rule at work. */
export const toneOf: Record<Outcome, Tone> = { allow: 'off', refuse: 'soon', refer: 'bad' }
export const shiftTone: Record<Shift['state'], Tone> = { done: 'off', notHandedOver: 'soon', onPost: 'good', empty: 'bad', waiting: 'soon', ahead: 'off', unfilled: 'soon' }
