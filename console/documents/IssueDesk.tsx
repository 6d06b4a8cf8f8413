import { Button } from 'antd'
import type { ReactNode } from 'react'
import { documentsApi, type PersonalKind, type Selection } from '../../modules/documents/contract.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { number } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useIssue } from './issuing.ts'
import { Ledgers } from './Ledgers.tsx'

/** Per kind, whom an office usually makes it for; the first is what is still owed. */
const OFFERED: readonly { kind: PersonalKind; all: readonly Selection[] }[] = [
  { kind: 'startNotice', all: ['startsWithout', 'startsToday'] },
  { kind: 'releaseNotice', all: ['releasesWithout', 'releasesToday'] },
  { kind: 'healthSheet', all: ['managed'] },
]

export function IssueDesk({ tabs }: { tabs: ReactNode }): ReactNode {
  const t = useWords()
  const due = useQueryOf(documentsApi.documentsDue, {}, { keep: true })
  return (
    <Page title={t('documents.title')} sub={t('documents.page.sub')} tabs={undefined}>
      <div className="list-tools">{tabs}</div>
      {due.error ? <Failed error={due.error} retry={() => void due.refetch()} /> : !due.data ? <Skeleton rows={6} /> : (
        <div className="issue-desk">
          {OFFERED.map(({ kind, all }) => (
            <section key={kind} className="paper issue-part" aria-label={t(`documents.kinds.${kind}`)}>
              <h2>{t(`documents.kinds.${kind}`)}</h2>
              {all.map((which, i) => <Offer key={which} kind={kind} which={which} n={due.data.counts[which] ?? 0} first={i === 0} />)}
              <p className="dim small">{t(kind === 'healthSheet' ? 'documents.page.sheetsHint' : 'documents.page.kept')}</p>
            </section>
          ))}
        </div>
      )}
      <Ledgers />
    </Page>
  )
}

function Offer({ kind, which, n, first }: { kind: PersonalKind; which: Selection; n: number; first: boolean }): ReactNode {
  const t = useWords()
  const issue = useIssue()
  return (
    <div className="row offer">
      <span className="grow">{t(`documents.page.${which}`)}</span>
      <b className="number">{n === 0 ? <span className="dim">{t('documents.page.nobody')}</span> : t('documents.page.persons', { n: number(n) })}</b>
      {n > 0 ? <Button type={first ? 'primary' : 'default'} loading={issue.isPending} onClick={() => issue.mutate({ kind, all: which })}>{t('documents.page.make', { n: number(n) })}</Button> : null}
    </div>
  )
}
