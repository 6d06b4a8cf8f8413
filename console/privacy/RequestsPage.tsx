import { Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { privacyApi, requestStates, type PrivacyRequest } from '../../modules/privacy/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Card, CardHead, Facts, StateTag, Why, type Tone } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage } from '../../ui/ListPage.tsx'
import { useCommandOf, useListOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

type Tab = PrivacyRequest['state'] | 'overdue'
const tabs: readonly Tab[] = ['overdue', ...requestStates]
const isTab = (text: string | undefined): text is Tab => (tabs as readonly (string | undefined)[]).includes(text)
const tones: Record<PrivacyRequest['state'], Tone> = { open: 'soon', answered: 'good', refused: 'off', withdrawn: 'off' }

/** 个人信息请求: what residents ask about their own data, the nearest deadline first. */
export default function RequestsPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [at, go] = useAddress()
  const tab: Tab = isTab(at['tab']) ? at['tab'] : 'open'
  const counts = useQueryOf(privacyApi.requestCounts, {}, { keep: true })
  const list = useListOf(privacyApi.listRequests, { tab })
  const chips = (['open', 'overdue', 'answered', 'refused'] as const).map((id) => ({ id, label: t(`privacy.requestStates.${id}`), count: counts.data?.[id], ...(id === 'overdue' ? { tone: 'bad' as const } : {}) }))
  const state = (r: PrivacyRequest) => <StateTag tone={r.overdue ? 'bad' : tones[r.state]}>{t(`privacy.requestStates.${r.overdue ? 'overdue' : r.state}`)}</StateTag>
  return (
    <ListPage
      title={t('privacy.requests.title')} sub={t('privacy.requests.sub', { days: '' })}
      chips={<Chips label={t('privacy.requests.state')} chips={chips} on={tab} onPick={(id) => go({ tab: id, open: undefined })} />}
      list={list} idOf={(r) => r.requestId} open={at['open']} onOpen={(open) => go({ open })}
      columns={[
        { title: t('privacy.requests.who'), key: 'who', render: (_: unknown, r: PrivacyRequest) => <span className="nowrap"><b>{r.name || '—'}</b> <span className="dim small">{r.receiptNo}</span></span> },
        { title: t('privacy.requests.kind'), key: 'kind', render: (_: unknown, r: PrivacyRequest) => t(`privacy.kinds.${r.kind}`) },
        { title: t('privacy.requests.text'), key: 'text', dataIndex: 'text' },
        { title: t('privacy.requests.due'), key: 'due', render: (_: unknown, r: PrivacyRequest) => <span className="nowrap">{r.state === 'open' ? f.due(r.dueAt) : f.at(r.dueAt)}</span> },
        { title: t('privacy.requests.state'), key: 'state', render: (_: unknown, r: PrivacyRequest) => state(r) },
      ]}
      panel={(id, row) => (row ? <RequestCard key={id} request={row} state={state(row)} onDone={() => go({ open: undefined })} /> : null)}
      empty={{ title: t('privacy.requests.empty'), hint: t('privacy.requests.emptyHint') }}
    />
  )
}

function RequestCard({ request: r, state, onDone }: { request: PrivacyRequest; state: ReactNode; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <Card>
      <CardHead name={r.name || r.receiptNo} beside={r.receiptNo} state={state} under={r.areaName} />
      <Why>{t(`privacy.kinds.${r.kind}`)}:{r.text}</Why>
      <p className="muted small">{t('privacy.requests.asked', { at: f.at(r.askedAt), channel: t(`privacy.channels.${r.channel}`) })} · {t('privacy.requests.due')} {f.at(r.dueAt)}</p>
      {r.personId ? <p className="row"><Link to={'/people' as never} search={{ open: r.personId } as never}>{t('privacy.requests.open')}</Link><Link to={'/policies/why' as never} search={{ person: r.personId } as never}>{t('privacy.requests.why')}</Link></p> : null}
      {r.state === 'open' ? <Answer requestId={r.requestId} onDone={onDone} /> : <Facts rows={[[t('privacy.requests.answer'), r.answer], [t('privacy.requests.state'), r.answeredAt ? t('privacy.requests.answeredBy', { name: r.answererName ?? '', at: f.at(r.answeredAt) }) : null]]} />}
    </Card>
  )
}

function Answer({ requestId, onDone }: { requestId: string; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [granted, setGranted] = useState<'yes' | 'no'>()
  const [text, setText] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const undo = useCommandOf(privacyApi.reopenRequest, { onDone: () => say(t('privacy.requests.reopened')) })
  const send = useCommandOf(privacyApi.answerRequest, { onDone: () => { offerUndo(t('privacy.requests.sent'), () => undo.mutateAsync({ requestId })); onDone() }, onRefused: (error) => say(tError(error)) })
  const submit = () => {
    const found = { ...(granted ? {} : { granted: t('ui.form.required') }), ...(text.trim().length >= 4 ? {} : { answer: t('privacy.requests.answerNeeded') }) }
    setFaults(found)
    if (Object.keys(found).length === 0) send.mutate({ requestId, granted: granted === 'yes', answer: text.trim() })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('privacy.requests.answer')} group fault={faults['granted']}><Choices label={t('privacy.requests.answer')} options={[{ value: 'yes' as const, label: t('privacy.requests.granted') }, { value: 'no' as const, label: t('privacy.requests.refusedIt') }]} value={granted} onChange={setGranted} /></Field>
      <Field label={t('privacy.requests.how')} fault={faults['answer']}><Input.TextArea rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} /></Field>
      <FormFoot go={t('privacy.requests.send')} busy={send.isPending}><Button onClick={onDone}>{t('ui.form.cancel')}</Button></FormFoot>
    </Guided>
  )
}
