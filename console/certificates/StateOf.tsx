import type { ReactNode } from 'react'
import type { CertificateState } from '../../modules/certificates/contract.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useWords } from '../../ui/words.ts'

const toneOf: Record<CertificateState, Tone> = { waiting: 'soon', issued: 'good', refused: 'off', void: 'bad', referred: 'on' }

export const StateOf = ({ state }: { state: CertificateState }): ReactNode => <StateTag tone={toneOf[state]}>{useWords()(`certificates.states.${state}`)}</StateTag>
