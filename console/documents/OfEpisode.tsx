import { Button } from 'antd'
import type { ReactNode } from 'react'
import { documentsApi, type PersonalKind } from '../../modules/documents/contract.ts'
import type { EpisodeState } from '../../modules/quarantine/contract.ts'
import { Section, StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { useIssue } from './issuing.ts'

/** 文书 on a card: which notices this management has, and one tap to print each. */
export function OfEpisode({ episodeId, state }: { episodeId: string; state: EpisodeState }): ReactNode {
  const may = useMay()
  return may('documents.issue') && state !== 'cancelled' ? <Papers episodeId={episodeId} released={state === 'released'} /> : null
}

function Papers({ episodeId, released }: { episodeId: string; released: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const notices = useQueryOf(documentsApi.listNotices, { episodeId }, { keep: true })
  const issue = useIssue()
  const known = notices.data?.items ?? []
  const offered: PersonalKind[] = released ? ['releaseNotice', 'startNotice', 'healthSheet'] : ['startNotice', 'healthSheet']
  const has = (kind: PersonalKind) => known.some((n) => n.kind === kind && n.withdrawnAt === null)
  const words = { startNotice: t('documents.card.start'), releaseNotice: t('documents.card.release'), healthSheet: t('documents.card.sheet') }
  return (
    <Section title={t('documents.card.title')}>
      {known.length > 0 ? (
        <ul className="stack" style={{ gap: 4 }}>{known.map((n) => (
          <li key={n.noticeId} className="row"><span className="grow">{n.number}</span><span className="dim small">{f.day(n.issuedOn)}</span>{n.valid ? null : <StateTag>{t(n.withdrawnAt ? 'documents.page.withdrawn' : 'documents.page.invalid')}</StateTag>}</li>
        ))}</ul>
      ) : null}
      <div className="row">{offered.map((kind) => (
        <Button key={kind} loading={issue.isPending && issue.variables?.kind === kind} onClick={() => issue.mutate({ kind, episodeIds: [episodeId] })}>{has(kind) ? `${t('documents.card.again')} ` : ''}{words[kind]}</Button>
      ))}</div>
    </Section>
  )
}
