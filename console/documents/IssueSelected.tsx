import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { EpisodeLine } from '../../modules/quarantine/contract.ts'
import { useWords } from '../../ui/words.ts'
import { useIssue } from './issuing.ts'

/** In the bar of selected rows: what can be printed for all of them. */
export function IssueSelected({ rows }: { rows: readonly EpisodeLine[] }): ReactNode {
  const t = useWords()
  const issue = useIssue()
  const ids = (of: readonly EpisodeLine[]) => of.map((e) => e.id)
  const released = rows.filter((e) => e.state === 'released')
  const alive = rows.filter((e) => e.state !== 'cancelled')
  return (
    <>
      {alive.length > released.length ? <Button disabled={issue.isPending} onClick={() => issue.mutate({ kind: 'startNotice', episodeIds: ids(alive) })}>{t('documents.card.selectedNotices', { n: alive.length })}</Button> : null}
      {released.length > 0 ? <Button disabled={issue.isPending} onClick={() => issue.mutate({ kind: 'releaseNotice', episodeIds: ids(released) })}>{t('documents.card.selectedReleases', { n: released.length })}</Button> : null}
      {alive.length > 0 ? <Button disabled={issue.isPending} onClick={() => issue.mutate({ kind: 'healthSheet', episodeIds: ids(alive) })}>{t('documents.card.selectedSheets', { n: alive.length })}</Button> : null}
    </>
  )
}
