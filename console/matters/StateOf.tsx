import type { ReactNode } from 'react'
import type { Matter, MatterState } from '../../modules/matters/contract.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

const toneOf: Record<MatterState, Tone> = { registered: 'soon', assigned: 'on', inHand: 'on', whistled: 'on', done: 'soon', closed: 'good', withdrawn: 'off' }

/** How far it is; while it is open, late is what counts. */
export function StateOf({ matter }: { matter: Pick<Matter, 'state' | 'overdue' | 'dueAt'> }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return <span className="nowrap"><StateTag tone={matter.overdue ? 'bad' : toneOf[matter.state]}>{t(`matters.states.${matter.state}`)}{matter.overdue ? ` · ${f.due(matter.dueAt)}` : ''}</StateTag></span>
}
