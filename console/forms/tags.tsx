import type { ReactNode } from 'react'
import type { Admission, FormState } from '../../modules/forms/contract.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useWords } from '../../ui/words.ts'

const tones: Readonly<Record<FormState, Tone>> = { due: 'soon', overdue: 'bad', later: 'off', filled: 'good', stopped: 'off' }
export const FormStateTag = ({ state }: { state: FormState }): ReactNode => <StateTag tone={tones[state]}>{useWords()(`forms.states.${state}`)}</StateTag>

const admitted: Readonly<Record<Admission['state'], Tone>> = { admitted: 'good', declined: 'bad', none: 'soon' }
export const AdmissionTag = ({ admission }: { admission: Admission }): ReactNode => <StateTag tone={admitted[admission.state]}>{useWords()(`forms.admissions.${admission.state}`)}</StateTag>
