import { Button, Input, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { documentsApi, type NoticeView } from '../../modules/documents/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { ActionBar, Card, CardHead, Facts, StateTag } from '../../ui/card.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { useCommandOf, useListOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useIssue } from './issuing.ts'

/** 已出具: found by number or name; printed again with the same number, or withdrawn. */
export function Issued({ tabs }: { tabs: ReactNode }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const list = useListOf(documentsApi.listNotices, at['q'] ? { text: at['q'] } : {})
  return (
    <ListPage<NoticeView>
      title={t('documents.title')} sub={t('documents.page.kept')} chips={tabs}
      filters={<Input.Search allowClear style={{ maxWidth: 260 }} defaultValue={at['q'] ?? ''} placeholder={t('documents.page.search')} aria-label={t('documents.page.search')} onSearch={(q) => go({ q: q.trim() || undefined })} />}
      list={list} idOf={(n) => n.noticeId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id, row) => (row ? <NoticeCard key={id} notice={row} /> : null)}
      empty={{ title: t('documents.page.empty'), hint: t('documents.page.emptyHint') }}
    />
  )
}

const State = ({ notice }: { notice: NoticeView }): ReactNode => {
  const t = useWords()
  return notice.valid ? <StateTag tone="good">{t('documents.page.valid')}</StateTag> : <StateTag>{t(notice.withdrawnAt ? 'documents.page.withdrawn' : 'documents.page.invalid')}</StateTag>
}

function useColumns(): TableColumnsType<NoticeView> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'number', title: t('documents.page.number'), render: (_, n) => <><b className="nowrap">{n.number}</b><br /><span className="muted small">{t(`documents.kinds.${n.kind}`)}</span></> },
    { key: 'person', title: t('documents.page.person'), render: (_, n) => <>{n.name}<br /><span className="muted small">{n.address}</span></> },
    { key: 'state', title: t('documents.page.state'), render: (_, n) => <State notice={n} /> },
    { key: 'day', title: t('documents.page.day'), align: 'right', render: (_, n) => <>{f.day(n.issuedOn)}<br /><span className="muted small">{n.issuerName}</span></> },
    { key: 'made', title: t('documents.page.made'), align: 'right', render: (_, n) => t('documents.page.times', { n: n.made }) },
  ]
}

function NoticeCard({ notice }: { notice: NoticeView }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const issue = useIssue()
  const [asking, setAsking] = useState(false)
  return (
    <Card>
      <CardHead name={notice.number} state={<State notice={notice} />} under={`${notice.name} · ${notice.address}`} />
      <Facts rows={[
        [t('documents.page.kind'), t(`documents.kinds.${notice.kind}`)], [t('documents.page.day'), `${f.day(notice.issuedOn)} ${notice.issuerName ?? ''}`],
        [t('documents.page.made'), `${t('documents.page.times', { n: notice.made })}${notice.lastMadeAt ? ` · ${f.when(notice.lastMadeAt)}` : ''}`],
        [t('documents.page.withdrawn'), notice.withdrawnAt ? `${f.when(notice.withdrawnAt)} ${notice.withdrawerName ?? ''}:${notice.withdrawReason ?? ''}` : undefined],
      ]} />
      {notice.exitId ? <Link to={'/exits' as never} search={{ tab: 'all', open: notice.exitId } as never}>{t('exits.card.open')}</Link> : <Link to="/quarantine" search={{ open: notice.episodeId } as never}>{t('documents.page.openPerson')}</Link>}
      {notice.exitId ? null : asking ? <Withdraw notice={notice} onDone={() => setAsking(false)} /> : notice.withdrawnAt ? null : (
        <ActionBar>
          <Button type="primary" loading={issue.isPending} onClick={() => { if (notice.kind !== 'healthCertificate' && notice.episodeId) issue.mutate({ kind: notice.kind, episodeIds: [notice.episodeId] }) }}>{t('documents.page.again')}</Button>
          <Button onClick={() => setAsking(true)}>{t('documents.page.withdraw')}</Button>
        </ActionBar>
      )}
    </Card>
  )
}

function Withdraw({ notice, onDone }: { notice: NoticeView; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const withdraw = useCommandOf(documentsApi.withdrawNotice, { onDone: () => { say(t('documents.page.withdrawDone', { number: notice.number })); onDone() }, onRefused: (error) => setFault(tError(error)) })
  const submit = () => (reason.trim().length < 2 ? setFault(t('documents.page.withdrawReason')) : withdraw.mutate({ noticeId: notice.noticeId, reason: reason.trim() }))
  return (
    <Guided onSubmit={submit} faults={fault ? { reason: fault } : {}}>
      <Field label={t('documents.page.withdrawReason')} hint={t('documents.page.withdrawHint')} fault={fault}><Input size="large" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('documents.page.withdrawTitle', { number: notice.number })} busy={withdraw.isPending} onBack={onDone} />
    </Guided>
  )
}
