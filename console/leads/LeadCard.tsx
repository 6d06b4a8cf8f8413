import { Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { leadResults, leadsApi, type Lead } from '../../modules/leads/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section, StateTag, Why } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useNow } from '../../ui/now.ts'
import { useMay } from '../me.ts'
import { clockOf } from './clock.ts'

/** 线索: what was seen, how long the clock still runs; taken over and closed in one place. */
export function LeadCard({ leadId }: { leadId: string }): ReactNode {
  const query = useQueryOf(leadsApi.getLead, { leadId })
  const may = useMay()
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton rows={6} />
  return <Card><Seen lead={query.data} />{may('leads.handle') ? <Acts lead={query.data} /> : null}</Card>
}

function Seen({ lead }: { lead: Lead }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { summary } = lead
  const clock = clockOf(lead, useNow(), t)
  return (
    <>
      <CardHead
        name={lead.name} beside={[lead.sex ? `${t(`people.sexes.${lead.sex}`)} ${lead.age ?? ''}`.trim() : '', lead.phoneMasked ?? ''].filter(Boolean).join(' · ')} under={`${lead.areaName}${lead.address ?? ''}`}
        state={<StateTag tone={clock.tone}>{lead.state === 'open' ? clock.text : t(`leads.states.${lead.state}`)}</StateTag>}
      />
      {lead.state === 'closed' ? null : <Why tone="bad">{t('leads.card.isolated')}</Why>}
      <Section title={t('leads.card.seen')}>
        <Facts rows={[
          [t('leads.kinds.fever'), summary.temperature === undefined ? '' : t('leads.card.temperature', { celsius: summary.temperature.toFixed(1) })],
          [t('leads.kinds.symptom'), summary.symptoms.map((one) => t(`policies.symptoms.${one}`)).join('、')],
          [t('screening.card.origin'), summary.originName],
          [t('leads.columns.opened'), `${f.when(lead.openedAt)} ${lead.openerName ? t('leads.card.opener', { name: lead.openerName }) : t('leads.card.bySelf')}`],
          [t('leads.columns.clock'), lead.state === 'open' ? t('leads.clock.due', { time: f.when(lead.dueAt) }) : clock.text],
          [t('leads.states.received'), lead.receivedAt ? `${f.when(lead.receivedAt)} ${lead.receiverName ?? ''}` : ''],
          [t('leads.states.closed'), lead.closedAt && lead.result ? `${f.when(lead.closedAt)} ${lead.closerName ?? ''} · ${t(`leads.results.${lead.result}`)}` : ''],
          [t('leads.close.note'), lead.resultNote],
        ]} />
        <Elsewhere lead={lead} />
        <p className="dim small">{t('leads.card.notDiagnosis')}</p>
      </Section>
    </>
  )
}

/** The records it came from. */
function Elsewhere({ lead }: { lead: Lead }): ReactNode {
  const t = useWords()
  const may = useMay()
  const links = [
    { to: '/people', open: may('people.view') ? lead.personId : null, words: 'leads.card.openPerson' },
    { to: '/quarantine', open: may('quarantine.view') ? lead.episodeId : null, words: 'leads.card.openEpisode' },
    { to: '/screening', open: may('screening.view') ? lead.screeningId : null, words: 'leads.card.openScreening' },
  ]
  return <div className="row">{links.map(({ to, open, words }) => (open ? <Link key={to} to={to as never} search={{ open } as never}>{t(words)}</Link> : null))}</div>
}

function Acts({ lead: { leadId, actions } }: { lead: Lead }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [result, setResult] = useState<(typeof leadResults)[number]>()
  const [note, setNote] = useState('')
  const refused = { onRefused: (error: unknown) => say(tError(error)) }
  const reopen = useCommandOf(leadsApi.reopenLead, refused)
  const receive = useCommandOf(leadsApi.receiveLead, { onDone: () => say(t('leads.received')), ...refused })
  const close = useCommandOf(leadsApi.closeLead, {
    onDone: (_, done) => offerUndo(t('leads.close.done', { result: t(`leads.results.${done.result}`) }), () => reopen.mutateAsync({ leadId })), ...refused,
  })
  return (
    <>
      {actions.includes('close') ? <Section title={t('leads.close.result')}><Choices label={t('leads.close.result')} options={leadResults.map((one) => ({ value: one, label: t(`leads.results.${one}`) }))} value={result} onChange={setResult} />{result ? <Input.TextArea aria-label={t('leads.close.note')} placeholder={t('leads.close.notePlaceholder')} maxLength={500} autoSize={{ minRows: 2 }} value={note} onChange={(event) => setNote(event.target.value)} /> : null}</Section> : null}
      <ActionBar>
        {actions.includes('receive') ? <Button type={result ? 'default' : 'primary'} loading={receive.isPending} onClick={() => receive.mutate({ leadId })}>{t('leads.actions.receive')}</Button> : null}
        {actions.includes('close') ? <Button type={result ? 'primary' : 'default'} disabled={!result} loading={close.isPending} onClick={() => { if (result) close.mutate({ leadId, result, ...(note.trim() ? { note: note.trim() } : {}) }) }}>{t('leads.actions.close')}</Button> : null}
        {actions.includes('reopen') ? <Button loading={reopen.isPending} onClick={() => reopen.mutate({ leadId })}>{t('leads.actions.reopen')}</Button> : null}
      </ActionBar>
    </>
  )
}
