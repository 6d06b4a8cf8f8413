import type { ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import type { PolicyEdition } from '../../modules/policies/contract.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

type Dated = Pick<PolicyEdition, 'inForceFrom' | 'inForceTo' | 'state'>
const toneOf: Record<PolicyEdition['state'], Tone> = { draft: 'soon', published: 'on', superseded: 'off' }

export const isPast = (p: Dated, today: string): boolean => p.state !== 'draft' && p.inForceTo !== null && dayOf(p.inForceTo) <= today

/** 现行, unless it has ended or is still to begin. */
export function StateOf({ policy: p }: { policy: Dated }): ReactNode {
  const t = useWords()
  const { today } = useFormats()
  if (isPast(p, today)) return <StateTag tone="off">{t('policies.lost.ended')}</StateTag>
  if (p.state === 'published' && dayOf(p.inForceFrom) > today) return <StateTag tone="off">{t('policies.lost.notYet')}</StateTag>
  // Superseded from a day to come: until then it holds.
  const state = p.state === 'superseded' ? 'published' : p.state
  return <StateTag tone={toneOf[state]}>{t(`policies.states.${state}`)}</StateTag>
}
