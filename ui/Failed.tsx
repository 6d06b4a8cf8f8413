import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useErrorWords, useWords } from './words.ts'

/** What went wrong and what to do: `<Failed error={query.error} retry={query.refetch} />`. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  return (
    <div className="empty" role="alert">
      <b>{t('ui.failed.title')}</b>
      <span>{tError(error)}</span>
      {retry ? <button type="button" className="plain-button" onClick={() => retry()}>{t('ui.failed.retry')}</button> : null}
    </div>
  )
}

/** Skeleton at first load only, else the content; old content stays while new is on its way: `<Loaded of={person}>{(p) => …}</Loaded>`. */
export function Loaded<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }): ReactNode {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <Failed error={of.error} retry={() => void of.refetch()} />
  return <Skeleton rows={4} />
}

/** Grey lines in the place of the first content: `<Skeleton rows={6} />`. */
export const Skeleton = ({ rows }: { rows: number }): ReactNode => (
  <div className="list-skeleton" aria-busy="true">{Array.from({ length: rows }, (_, i) => <i key={i} />)}</div>
)
