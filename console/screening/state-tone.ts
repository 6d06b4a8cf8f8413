import type { ScreeningState } from '../../modules/screening/contract.ts'
import type { Tone } from '../../ui/card.tsx'

export const stateTone: Record<ScreeningState, Tone> = { toVerify: 'soon', managed: 'on', notManaged: 'off', handedOver: 'off', joined: 'off' }
