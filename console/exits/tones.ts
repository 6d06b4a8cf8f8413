import type { ExitLine, ExitState, SeatState } from '../../modules/exits/contract.ts'
import type { Tone } from '../../ui/card.tsx'

export const toneOf: Record<ExitState, Tone> = { applied: 'soon', certificateDue: 'soon', certified: 'soon', allowed: 'on', refused: 'off', out: 'on', back: 'good', notBack: 'bad', withdrawn: 'off' }
export const endTone: Record<NonNullable<ExitLine['ended']>, Tone> = { certificate: 'soon', day: 'off' }
export const seatTone: Record<SeatState, Tone> = { seated: 'off', boarded: 'good', turnedAway: 'bad', noShow: 'soon' }
