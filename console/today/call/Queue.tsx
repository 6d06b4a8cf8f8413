import type { ReactNode } from 'react'
import { useWords } from '../../../ui/words.ts'
import type { ToCall } from './people.ts'

/** Who comes: the open one marked; what is overdue by word and shape. */
export function Queue({ people, open, onShow }: { people: readonly ToCall[]; open: string; onShow: (id: string) => void }): ReactNode {
  const t = useWords()
  return (
    <nav className="call-queue" aria-label={t('today.call.queue')}>
      {people.map(({ id, first, items }) => (
        <button key={id} type="button" {...(id === open ? { 'aria-current': true as const, 'data-open': '' } : {})} onClick={() => onShow(id)}>
          <b>{first.name}</b>
          <span className="small muted where">{first.address}</span>
          <span className={first.state === 'overdue' ? 'small bad-ink' : 'small dim'}>{[...new Set(items.map((item) => t(`today.kinds.${item.kind}`)))].join(' · ')}</span>
        </button>
      ))}
    </nav>
  )
}
