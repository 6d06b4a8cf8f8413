import type { ReactNode } from 'react'
import { useWords } from '../../../ui/words.ts'
import { goTo, pathTo, useRoute } from '../route.ts'
import { useStaff, waitingOf } from '../state.ts'

/** The main act in reach of the thumb, and the three places there are. */
export function Foot({ children }: { children?: ReactNode }): ReactNode {
  const t = useWords()
  const { page } = useRoute()
  const waiting = waitingOf(useStaff().records)
  const place = (to: string, label: string, n = 0) => (
    <a href={pathTo(to)} aria-current={page === to ? 'page' : undefined} onClick={(event) => { event.preventDefault(); goTo(to) }}>{label}{n > 0 ? <b className="count">{n}</b> : null}</a>
  )
  return <>{children}<nav className="places" aria-label={t('field.phone.home')}>{place('home', t('field.phone.home'))}{place('box', t('field.phone.outbox'), waiting)}{place('me', t('field.phone.me'))}</nav></>
}
