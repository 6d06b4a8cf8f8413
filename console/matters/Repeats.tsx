import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MatterCard } from '../../modules/matters/contract.ts'
import { Why } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

/** 重复诉求: the same was asked not long ago; what became of it, and the way there. */
export function Repeats({ m: { repeats } }: { m: Pick<MatterCard, 'repeats'> }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (!repeats) return null
  return (
    <Why tone="soon">
      {t('matters.card.repeats', { number: repeats.number, time: f.when(repeats.registeredAt), state: t(`matters.states.${repeats.state}`) })}{repeats.outcome ? ` · ${repeats.outcome}` : ''}{' '}
      <Link to={'/matters' as never} search={{ tab: 'all', open: repeats.matterId } as never}>{t('matters.card.openEarlier')}</Link>
    </Why>
  )
}
