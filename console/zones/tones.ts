import type { ZoneValue } from '../../modules/zones/contract.ts'
import type { Tone } from '../../ui/card.tsx'

/** The heavier, the louder; word and shape say it as well. */
export const toneOf: Record<ZoneValue, Tone> = { noCase: 'good', caseFound: 'soon', outbreak: 'bad', spread: 'bad', lifted: 'off', prevention: 'on', control: 'soon', lockdown: 'bad' }
