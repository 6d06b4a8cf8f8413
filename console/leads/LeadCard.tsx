import { Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { leadResults, leadsApi, type Lead, type LeadCard as LeadCardView } from '../../modules/leads/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section, StateTag, Why } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { ask, newCommandId } from '../../ui/client.ts'
import { keyOf, useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useNow } from '../../ui/now.ts'
import { useMay } from '../me.ts'
import { clockOf } from './clock.ts'
import { ArriveButton, NoteForm, ReferForm } from './LeadForms.tsx'
import { LeadTimeline, WhoKnew } from './LeadTimeline.tsx'
import './leads.css'

/** 线索: what was seen, who knew it when, how long the clock still runs; investigated, sent on and closed in one place. */
export function LeadCard({ leadId }: { leadId: string }): ReactNode {
  const query = useQueryOf(leadsApi.getLead, { leadId })
  const may = useMay()
  const [doing, setDoing] = useState<'note' | 'refer'>()
  useSeen(query.data?.leadId)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const lead = query.data
  if (!lead) return <Skeleton rows={6} />
  const done = () => setDoing(undefined)
  return (
    <Card>
      <Seen lead={lead} />
      {doing === 'note' ? <NoteForm lead={lead} onDone={done} /> : doing === 'refer' ? <ReferForm lead={lead} onDone={done} /> : may('leads.handle') ? <Acts lead={lead} onPick={setDoing} /> : null}
      <WhoKnew lead={lead} />
      <LeadTimeline events={lead.events} />
    </Card>
  )
}

/** That this office has opened it is a fact of its own; the first time counts. */
function useSeen(leadId: string | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (leadId === undefined) return
    ask(leadsApi.seeLead, { leadId }, { commandId: newCommandId() }).then(() => queries.invalidateQueries({ queryKey: keyOf(leadsApi.getLead, { leadId }) })).catch(() => undefined)
  }, [leadId, queries])
}

function Seen({ lead }: { lead: LeadCardView }): ReactNode {
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
      {lead.state === 'closed' ? null : <Why tone="bad">{t(lead.escalatedAt && lead.state === 'open' ? 'leads.card.escalated' : 'leads.card.isolated')}</Why>}
      <Section title={t('leads.card.seen')}>
        <Facts rows={[
          [t('screening.card.temperature'), summary.temperature === undefined ? '' : t('screening.card.temperatureOf', { celsius: summary.temperature.toFixed(1) })],
          [t('screening.card.symptoms'), summary.symptoms.map((one) => t(`policies.symptoms.${one}`)).join('、')],
          [t('leads.card.words'), summary.words],
          [t('screening.card.origin'), summary.originName],
          [t('leads.columns.clock'), lead.state === 'open' ? t('leads.clock.due', { time: f.when(lead.dueAt) }) : clock.text],
          [t('leads.card.hospital'), lead.hospital && lead.hospitalTransport ? `${lead.hospital} · ${t(`leads.hospitalTransport.${lead.hospitalTransport}`)} · ${f.when(lead.referredAt ?? lead.openedAt)}` : ''],
          [t('leads.card.arrived'), lead.referredAt ? (lead.arrivedAt ? f.when(lead.arrivedAt) : t('leads.card.waiting')) : ''],
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
  const samePlace = lead.personId && may('passage.trace') ? <Link to={'/passages/same-place' as never} search={{ person: lead.personId, why: t('passage.samePlace.fromLead', { kind: t(`leads.kinds.${lead.kind}`) }) } as never}>{t('passage.samePlace.open')}</Link> : null
  return <div className="row">{links.map(({ to, open, words }) => (open ? <Link key={to} to={to as never} search={{ open } as never}>{t(words)}</Link> : null))}{samePlace}</div>
}

function Acts({ lead, onPick }: { lead: LeadCardView; onPick: (what: 'note' | 'refer') => void }): ReactNode {
  const { leadId, actions } = lead
  const t = useWords()
  const tError = useErrorWords()
  const [result, setResult] = useState<(typeof leadResults)[number]>()
  const [note, setNote] = useState('')
  const refused = { onRefused: (error: unknown) => say(tError(error)) }
  const reopen = useCommandOf(leadsApi.reopenLead, refused)
  const handBack = useCommandOf(leadsApi.handBackLead)
  const receive = useCommandOf(leadsApi.receiveLead, { onDone: () => offerUndo(t('leads.received'), () => handBack.mutateAsync({ leadId })), ...refused })
  const close = useCommandOf(leadsApi.closeLead, {
    onDone: (_, done) => offerUndo(t('leads.close.done', { result: t(`leads.results.${done.result}`) }), () => reopen.mutateAsync({ leadId })), ...refused,
  })
  return (
    <>
      {actions.includes('close') ? <Section title={t('leads.close.result')}><Choices label={t('leads.close.result')} options={leadResults.filter((one) => one !== 'referredToHospital' || lead.referredAt !== null).map((one) => ({ value: one, label: t(`leads.results.${one}`) }))} value={result} onChange={setResult} />{result ? <Input.TextArea aria-label={t('leads.close.note')} placeholder={t('leads.close.notePlaceholder')} maxLength={500} autoSize={{ minRows: 2 }} value={note} onChange={(event) => setNote(event.target.value)} /> : null}</Section> : null}
      <ActionBar>
        {actions.includes('receive') ? <Button type={result ? 'default' : 'primary'} loading={receive.isPending} onClick={() => receive.mutate({ leadId })}>{t('leads.actions.receive')}</Button> : null}
        {actions.includes('note') ? <Button onClick={() => onPick('note')}>{t('leads.actions.note')}</Button> : null}
        {actions.includes('refer') ? <Button onClick={() => onPick('refer')}>{t('leads.actions.refer')}</Button> : null}
        {actions.includes('arrive') ? <ArriveButton lead={lead} /> : null}
        {actions.includes('close') ? <Button type={result ? 'primary' : 'default'} disabled={!result} loading={close.isPending} onClick={() => { if (result) close.mutate({ leadId, result, ...(note.trim() ? { note: note.trim() } : {}) }) }}>{t('leads.actions.close')}</Button> : null}
        {actions.includes('reopen') ? <Button loading={reopen.isPending} onClick={() => reopen.mutate({ leadId })}>{t('leads.actions.reopen')}</Button> : null}
      </ActionBar>
    </>
  )
}
