import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../ui/words.ts'

export function NotFound(): ReactNode {
  const t = useWords()
  return <div className="page empty"><h1>{t('ui.failed.notFound')}</h1><span>{t('ui.failed.notFoundHint')}</span><Link to={'/' as never}>{t('ui.failed.home')}</Link></div>
}

/** A page that broke, or a file of an older release that is gone: reloading mends the second. */
export function Crashed({ error }: ErrorComponentProps): ReactNode {
  const t = useWords()
  return (
    <div className="page empty" role="alert">
      <h1>{t('ui.failed.crashed')}</h1><span>{t('ui.failed.crashedHint')}</span>
      <span className="dim small">{error instanceof Error ? error.message : ''}</span>
      <Button onClick={() => location.reload()}>{t('ui.failed.reload')}</Button>
    </div>
  )
}
