import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { screeningApi, type AskedField, type ScreeningCard } from '../../modules/screening/contract.ts'
import { Card, CardHead, Facts, Section, StateTag, Why } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { Acts } from './Acts.tsx'
import { TenPoints } from './ten/TenPoints.tsx'
import { stateTone } from './state-tone.ts'
import './screening.css'

/** 排查卡: who came from where, what was decided and why, what is missing, what can be done now. */
export function ScreeningPanel({ screeningId, ask, onOpen }: { screeningId: string; /** The question of 十清晰 that stands open. */ ask?: AskedField | 'next'; onOpen: (id: string) => void }): ReactNode {
  const query = useQueryOf(screeningApi.getScreening, { screeningId })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton rows={6} />
  const s = query.data
  return (
    <Card>
      <Head card={s} />
      {s.missing ? <TenPoints screeningId={s.screeningId} name={s.name} missing={s.missing} first={ask} /> : null}
      <LeadNote card={s} />
      <Tips card={s} />
      {s.name === '' ? null : <Said card={s} />}
      <Contradictions card={s} />
      <Others card={s} onOpen={onOpen} />
      <Acts card={s} />
    </Card>
  )
}

function Head({ card: s }: { card: ScreeningCard }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const gaps = s.gaps.map((gap) => t(`screening.gaps.${gap}`))
  return (
    <>
      <CardHead
        name={s.personId ? <Link to={'/people' as never} search={{ open: s.personId } as never}>{s.name}</Link> : s.name || t('screening.card.unnamed')}
        beside={[s.sex && s.sex !== '0' ? t(`people.sexes.${s.sex}`) : '', s.documentMasked ?? ''].filter(Boolean).join(' ')}
        state={<StateTag tone={stateTone[s.state]}>{s.measure ? t(`quarantine.measures.${s.measure}`) : t(`screening.states.${s.state}`)}</StateTag>}
        under={`${s.areaName} ${s.address ?? ''}`}
      />
      <Why tone={s.state === 'toVerify' ? 'soon' : 'on'}>{whyOf(t, s, language)}</Why>
      {gaps.length > 0 && s.state === 'toVerify' && s.name !== '' ? <p className="muted small">{t('screening.card.gaps')}:{gaps.join('、')}</p> : null}
      {s.episodeId ? <div><Link to={'/quarantine' as never} search={{ open: s.episodeId } as never}><Button>{t('screening.card.openEpisode')}</Button></Link></div> : null}
    </>
  )
}

function whyOf(t: (key: string, params?: Record<string, unknown>) => string, s: ScreeningCard, language: 'zh' | 'en'): string {
  if (s.state === 'handedOver') return `${t('screening.card.handedTo', { area: s.handedTo ?? '' })}。${s.actions.includes('undo') ? t('screening.card.handedSoon') : ''}`
  if (s.state === 'joined') return t('screening.card.joinedTo')
  if (s.dismissReason) return `${t('screening.states.notManaged')}:${t(`screening.dismissReasons.${s.dismissReason}`)} ${s.note ?? ''}`
  return s.decision?.because[language] ?? t('screening.card.notDecided')
}

function LeadNote({ card: s }: { card: ScreeningCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (!s.lead) return null
  const said = s.lead.state === 'open' ? t('screening.card.lead', { time: f.due(s.lead.dueAt) }) : t(s.lead.state === 'received' ? 'screening.card.leadReceived' : 'screening.card.leadClosed')
  return <Why tone={s.lead.state === 'closed' ? 'off' : 'bad'}>{said} <Link to={'/leads' as never} search={{ open: s.lead.leadId } as never}>{t('screening.card.openFirst')}</Link></Why>
}

function Said({ card: s }: { card: ScreeningCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const maybe = (key: string, value: string | null) => (value === null ? '' : t(`screening.${key}.${value}`))
  return (
    <Section title={t('screening.card.facts')}>
      <Facts rows={[
        [t('screening.card.origin'), `${s.originName} ${s.originPlace ?? ''}`],
        [t('screening.card.arrived'), s.dayTold ? f.day(s.arrivedOn) : t('screening.card.dayUnknown')],
        [t('screening.card.purpose'), `${maybe('purposes', s.purpose)} ${s.purposeNote ?? ''}`.trim()],
        [t('screening.card.transport'), `${maybe('transports', s.transport)} ${s.tripNo ?? ''}`.trim()],
        [t('screening.card.via'), s.via],
        [t('screening.ten.fields.occupation'), s.occupation],
        [t('screening.card.companions'), s.companions === null ? null : t('screening.card.companionsN', { n: s.companions })],
        [t('screening.ten.fields.closeContacts'), s.closeContacts],
        [t('screening.card.contact'), `${s.contactAsked ? t(`screening.contacts.${s.contact}`) : t('screening.card.notAsked')} ${s.lastExposureOn ? f.day(s.lastExposureOn) : ''}`.trim()],
        [t('screening.card.symptoms'), s.symptoms.length > 0 ? s.symptoms.map((one) => t(`policies.symptoms.${one}`)).join('、') : s.symptomsAsked ? t('screening.list.noSymptoms') : t('screening.gaps.symptomsNotAsked')],
        [t('screening.card.temperature'), s.temperature === null ? t('screening.list.notMeasured') : t(s.deviceError ? 'screening.card.device' : 'screening.card.temperatureOf', { celsius: s.temperature.toFixed(1) })],
        [t('screening.card.phone'), s.phoneMasked],
        [t('screening.card.receipt'), s.receiptNo],
        [t('screening.card.reporter'), t('screening.card.who', { name: s.reporterName ?? '', channel: t(`screening.channels.${s.channel}`), time: f.when(s.reportedAt) })],
        [t('screening.card.toldBy'), s.toldBy ? t('screening.card.toldByOf', { name: s.toldBy.name, relation: t(`screening.relations.${s.toldBy.relation}`), phone: s.toldBy.phoneMasked ? ` ${s.toldBy.phoneMasked}` : '' }) : null],
        [t('screening.card.verifier'), s.verifiedAt && s.verifierName ? `${s.verifierName} · ${f.when(s.verifiedAt)}` : null],
      ]} />
    </Section>
  )
}

/** 邻里反映: what was seen, as it was said, and whether somebody behind that door is managed already. */
function Tips({ card: s }: { card: ScreeningCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (s.tips.length === 0) return null
  return (
    <Section title={t('screening.tips.title')}>
      <ul className="tips">
        {s.tips.map((tip) => (
          <li key={tip.tipId}>
            <b>{tip.seen.map((one) => t(`screening.sights.${one}`)).join('、')}</b> {[tip.people === null ? '' : t('screening.tips.people', { n: tip.people }), tip.seenOn ? t('screening.tips.on', { day: f.day(tip.seenOn) }) : ''].filter(Boolean).join(' · ')}
            {tip.words ? <><br />{tip.words}</> : null}<br /><span className="muted small">{f.when(tip.at)}</span> {tip.phoneMasked ? <TipPhone tipId={tip.tipId} masked={tip.phoneMasked} /> : null}
          </li>
        ))}
      </ul>
      <p className={s.managedAtDoor > 0 ? 'small' : 'muted small'}>{s.managedAtDoor > 0 ? t('screening.tips.managed', { n: s.managedAtDoor }) : t('screening.tips.none')}</p>
    </Section>
  )
}

/** Whoever left a number wants to be called; it is shown for a reason that the trail keeps. */
function TipPhone({ tipId, masked }: { tipId: string; masked: string }): ReactNode {
  const t = useWords()
  const may = useMay()
  const reveal = useCommandOf(screeningApi.revealTip)
  if (!may('people.reveal')) return <span className="muted small">{t('screening.tips.phone')} {masked}</span>
  return reveal.data?.phone ? <a href={`tel:${reveal.data.phone}`}>{reveal.data.phone}</a> : <Button type="link" size="small" loading={reveal.isPending} onClick={() => reveal.mutate({ tipId, reason: t('ui.reveal.presets.call') })}>{t('screening.tips.phone')} {masked}</Button>
}

/** 说法不一: two reports of one arrival that cannot both be right, side by side, for whoever verifies. */
function Contradictions({ card: s }: { card: ScreeningCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (s.contradictions.length === 0) return null
  const said = (field: string, text: string): string => {
    if (text === 'none') return t('screening.card.denied')
    if (field === 'symptoms') return text.split(',').map((one) => t(`policies.symptoms.${one}`)).join('、')
    return field === 'contact' ? t(`screening.contacts.${text}`) : field === 'arrivedOn' ? f.day(text) : text
  }
  return (
    <Why tone="soon">
      {t('screening.card.contradictions')}
      {s.contradictions.map((one) => <span key={`${one.screeningId}${one.field}`} className="contradiction">{t('screening.card.contradictionOf', { field: t(`screening.card.fields.${one.field}`), first: said(one.field, one.first), second: said(one.field, one.second), channel: t(`screening.channels.${one.channel}`), time: f.when(one.reportedAt) })}</span>)}
    </Why>
  )
}

function Others({ card: s, onOpen }: { card: ScreeningCard; onOpen: (id: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const first = s.joinedTo
  if (first) return <div><Button onClick={() => onOpen(first)}>{t('screening.card.openFirst')}</Button></div>
  if (s.joined.length === 0) return null
  return (
    <Section title={t('screening.card.joined')}>
      <ul>{s.joined.map((other) => <li key={other.screeningId}><Button type="link" style={{ padding: 0 }} onClick={() => onOpen(other.screeningId)}>{t('screening.card.who', { name: other.reporterName ?? '', channel: t(`screening.channels.${other.channel}`), time: f.when(other.reportedAt) })}</Button></li>)}</ul>
    </Section>
  )
}
