import { Button } from 'antd'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayOf } from '../../../kernel/dates.ts'
import { policiesApi } from '../../../modules/policies/contract.ts'
import { undecided } from '../../../modules/policies/rules.ts'
import { reasonsApi } from '../../../modules/reasons/contract.ts'
import { useAddress } from '../../../ui/address.ts'
import { Section, Why } from '../../../ui/card.tsx'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.ts'
import { Page } from '../../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../../ui/queries.ts'
import { say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { useMay } from '../../me.ts'
import { Attachments } from '../Attachments.tsx'
import { Differences } from '../Differences.tsx'
import { Affected } from './Affected.tsx'
import '../policies.css'

/** 发布前预演: number and paper, what differs from now, who managed now would change and who needs a call; then one press. */
export default function PublishPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const tError = useErrorWords()
  const may = useMay()
  const navigate = useNavigate()
  const [at, go] = useAddress()
  const policyId = at['open'] ?? ''
  const query = useQueryOf(policiesApi.getPolicy, { policyId })
  const holes = query.data ? undecided(query.data.document).length : 0
  const effect = at['effect'] as never
  const preview = useQueryOf(reasonsApi.previewPolicy, { policyId, ...(effect ? { effect } : {}) }, { enabled: query.data !== undefined && holes === 0, keep: true })
  const formerId = preview.data?.supersedes?.id
  const former = useQueryOf(policiesApi.getPolicy, { policyId: formerId ?? '' }, { enabled: formerId !== undefined })
  const publish = useCommandOf(policiesApi.publishPolicy, {
    onDone: () => { say(t('policies.page.published')); void navigate({ to: '/policies' as never, search: { open: policyId } as never }) },
    onRefused: (error) => say(tError(error)),
  })
  const p = query.data
  if (query.error) return <Page title={t('reasons.preview.title')}><Failed error={query.error} retry={() => void query.refetch()} /></Page>
  if (!p) return <Page title={t('reasons.preview.title')}><Skeleton rows={8} /></Page>
  const day = f.day(dayOf(p.inForceFrom))
  const supersedes = preview.data?.supersedes
  return (
    <Page title={t('reasons.preview.title')} sub={t('reasons.preview.sub')}>
      <article className="card">
        <header><h2>{p.title[language]}</h2><p className="muted">{p.orderNo} · {p.issuer} · {t('policies.page.since', { day })} · {t('policies.page.scope', { area: p.scopeName })}</p></header>
        <Section title={t('reasons.preview.paper')}><Attachments policyId={p.id} draft={p.state === 'draft'} attachments={p.attachments} /></Section>
        <Section title={t('reasons.preview.differs')}>
          {supersedes ? <p className="muted small">{t('reasons.preview.comparedWith', { order: supersedes.orderNo, n: supersedes.edition })}</p> : preview.data ? <p className="muted">{t('reasons.preview.first')}</p> : null}
          {former.data ? <Differences before={former.data.document} after={p.document} /> : null}
        </Section>
        <Section title={t('reasons.preview.people')}>
          {holes > 0 ? <Why tone="bad">{t('reasons.preview.undecided')}</Why> : null}
          {preview.error ? <Failed error={preview.error} retry={() => void preview.refetch()} /> : null}
          {preview.data ? <Affected preview={preview.data} day={day} effect={at['effect']} onPick={(to) => go({ effect: to })} /> : holes > 0 || preview.error ? null : <Skeleton rows={4} />}
        </Section>
        <footer className="action-bar">
          {supersedes ? <span className="missing">{t('reasons.preview.supersedes', { order: supersedes.orderNo, day })}</span> : null}
          {may('policies.publish') && p.state === 'draft' ? <Button type="primary" disabled={holes > 0 || !preview.data} loading={publish.isPending} onClick={() => publish.mutate({ policyId })}>{t('reasons.preview.publish')}</Button> : null}
          <Link to={'/policies/draft' as never} search={{ from: policyId } as never}><Button>{t('reasons.preview.change')}</Button></Link>
        </footer>
      </article>
    </Page>
  )
}
