import type { ParcelLine } from '../../modules/field/contract.ts'
import type { Tone } from '../../ui/card.tsx'

export const tones: Record<ParcelLine['state'], Tone> = { waiting: 'soon', accepted: 'good', filed: 'off', arrived: 'good' }
