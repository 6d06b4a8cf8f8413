import { Input, Select, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { passageApi, type OwnWay, type SamePlace } from '../../modules/passage/contract.ts'
import { columns } from '../../modules/passage/columns.ts'
import { plateText } from '../../modules/people/rules.ts'
import { useAddress, type Address } from '../../ui/address.ts'
import { Card, CardHead, Facts, Section } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { ListPage, Page } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { PassagePanel } from './PassagePanel.tsx'
import './passage.css'

const DAYS = [3, 7, 14, 21, 28]
const MINUTES = [5, 10, 15, 30, 60]

/** Whose way, how far back and how near, as the address says. */
const asked = (at: Address) => ({
  ...(at['person'] ? { personId: at['person'] } : at['household'] ? { householdId: at['household'] } : {}),
  ...(Number(at['days']) > 0 ? { days: Number(at['days']) } : {}), ...(Number(at['minutes']) > 0 ? { minutes: Number(at['minutes']) } : {}),
})

/** 同时同地的人: whoever passed the same gate or was in the same venue as somebody. Asked with a reason, which the trail keeps; times and places, and no judgement. */
export default function SamePlacePage(): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const known = at['person'] !== undefined || at['household'] !== undefined
  const way = useQueryOf(passageApi.ownWay, asked(at), { enabled: known, keep: true })
  if (!known) return <Page title={t('passage.samePlace.title')}><div className="paper empty"><b>{t('passage.samePlace.noWho')}</b><Link to="/people">{t('passage.samePlace.toPeople')}</Link></div></Page>
  if (way.error) return <Page title={t('passage.samePlace.title')}><Failed error={way.error} retry={() => void way.refetch()} /></Page>
  if (!way.data) return <Page title={t('passage.samePlace.title')}><div className="paper"><Skeleton rows={5} /></div></Page>
  return at['reason'] ? <Found way={way.data} /> : <Ask way={way.data} />
}

const Back = ({ way }: { way: OwnWay }): ReactNode => {
  const t = useWords()
  const [at] = useAddress()
  return <Link to={at['person'] ? '/people' : '/household'} search={{ open: at['person'] ?? at['household'] } as never}>{t('passage.samePlace.back')} {way.who}</Link>
}

/** Before anybody else is shown: whose way it is, and why it is looked at. */
function Ask({ way }: { way: OwnWay }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const [reason, setReason] = useState(at['why'] ?? '')
  const [fault, setFault] = useState<string>()
  const submit = () => { if (reason.trim().length < 2) setFault(t('passage.samePlace.reasonNeed')); else go({ reason: reason.trim(), why: undefined }) }
  return (
    <Page title={t('passage.samePlace.title')} sub={t('passage.samePlace.sub', { minutes: way.minutes, days: way.days })} actions={<Back way={way} />}>
      <div className="paper same-place-ask">
        <Own way={way} />
        <Guided onSubmit={submit} faults={fault ? { reason: fault } : {}}>
          <Field label={t('passage.samePlace.reason')} fault={fault} hint={t('passage.samePlace.trail')}><Input size="large" autoFocus maxLength={300} value={reason} placeholder={t('passage.samePlace.reasonPlaceholder')} onChange={(event) => setReason(event.target.value)} /></Field>
          <FormFoot go={t('passage.samePlace.go')} />
        </Guided>
      </div>
    </Page>
  )
}

function Own({ way }: { way: OwnWay }): ReactNode {
  const t = useWords()
  const venues = way.venues === 'notYours' ? t('passage.samePlace.venuesNotYours') : way.venues === 'noPhone' ? t('passage.samePlace.venuesNoPhone') : t('passage.samePlace.ownVenues', { visits: way.visits })
  return (
    <div className="same-place-own">
      <p><b>{t('passage.samePlace.own', { who: way.who, address: way.address, days: way.days, passages: way.passages, gates: way.gates })}</b> <span className="muted">{venues}</span></p>
      <p className="muted small">{t('passage.samePlace.fact')} {t('passage.samePlace.household')} {t('passage.samePlace.scope')}</p>
    </div>
  )
}

function Found({ way }: { way: OwnWay }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const list = useTable(passageApi.listSamePlace, columns.listSamePlace, { ...asked(at), reason: at['reason'] ?? '' })
  const none = way.passages + way.visits === 0
  return (
    <ListPage<SamePlace>
      title={t('passage.samePlace.title')} sub={t('passage.samePlace.sub', { minutes: way.minutes, days: way.days })} actions={<Back way={way} />}
      filters={<Around way={way} />} list={list} idOf={(one) => one.key} columns={useColumns()}
      open={at['open']} onOpen={(open) => go({ open })} panel={(_, one) => (one?.eventId ? <PassagePanel key={one.eventId} eventId={one.eventId} /> : one ? <AtVenue one={one} /> : null)}
      empty={none ? { title: t('passage.samePlace.noWay', { days: way.days, who: way.who }), hint: t('passage.samePlace.noWayHint') } : { title: t('passage.samePlace.nobody'), hint: t('passage.samePlace.nobodyHint') }}
    >
      <Own way={way} />
    </ListPage>
  )
}

/** How far back and how near. */
function Around({ way }: { way: OwnWay }): ReactNode {
  const t = useWords()
  const [, go] = useAddress()
  const options = (all: readonly number[], now: number, words: string) => [...new Set([...all, now])].toSorted((a, b) => a - b).map((n) => ({ value: n, label: t(words, { n }) }))
  return (
    <span className="passage-filters">
      <label className="day-field">{t('passage.samePlace.days')}<Select aria-label={t('passage.samePlace.days')} value={way.days} options={options(DAYS, way.days, 'passage.samePlace.daysOf')} onChange={(n) => go({ days: String(n), open: undefined })} /></label>
      <label className="day-field">{t('passage.samePlace.minutes')}<Select aria-label={t('passage.samePlace.minutes')} value={way.minutes} options={options(MINUTES, way.minutes, 'passage.samePlace.minutesOf')} onChange={(n) => go({ minutes: String(n), open: undefined })} /></label>
    </span>
  )
}

function useColumns(): TableColumnsType<SamePlace> {
  const t = useWords()
  const f = useFormats()
  const apart = useApart()
  return [
    { key: 'who', title: t('passage.columns.who'), render: (_, one) => <><Name one={one} /> <span className="dim small">{t(`passage.subjects.${one.subject}`)}</span><br /><span className="muted small">{[one.beside, one.plate ? plateText(one.plate) : ''].filter(Boolean).join(' · ')}</span></> },
    { key: 'apart', title: t('passage.samePlace.columns.nearest'), render: (_, one) => <span className="nowrap">{apart(one)}</span> },
    { key: 'times', title: t('passage.samePlace.columns.times'), align: 'right', render: (_, one) => t('passage.samePlace.timesOf', { n: one.times }) },
    { key: 'where', title: t('passage.samePlace.columns.where'), render: (_, one) => <>{one.placeName}<br /><span className="muted small">{one.areaName} · {t(`passage.samePlace.at.${one.at}`)}</span></> },
    { key: 'when', title: t('passage.samePlace.columns.when'), render: (_, one) => <><time className="nowrap" dateTime={one.theirAt} title={f.at(one.theirAt)}>{t('passage.samePlace.theirs', { time: f.when(one.theirAt), way: one.direction ? t(`passage.directions.${one.direction}`) : '' })}</time><br /><span className="muted small">{t('passage.samePlace.mine', { time: f.when(one.ownAt) })}</span></> },
  ]
}

function useApart(): (one: SamePlace) => string {
  const t = useWords()
  return (one) => (one.apart >= 60 ? t('passage.samePlace.apart', { n: Math.floor(one.apart / 60) }) : one.at === 'venue' && one.apart === 0 ? t('passage.samePlace.atOnce') : t('passage.samePlace.sameMinute'))
}

/** Leads to the person, or the household whose pass it was. */
function Name({ one }: { one: SamePlace }): ReactNode {
  const t = useWords()
  const name = <b>{one.who || (one.plate ? plateText(one.plate) : t('passage.page.unknown'))}</b>
  const [to, open] = one.personId ? ['/people', one.personId] : one.householdId ? ['/household', one.householdId] : []
  return to ? <Link to={to as never} search={{ open } as never} onClick={(event) => event.stopPropagation()}>{name}</Link> : name
}

function AtVenue({ one }: { one: SamePlace }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const apart = useApart()
  return (
    <Card>
      <CardHead name={one.who || t('passage.page.unknown')} beside={one.beside} under={`${one.areaName} ${one.placeName}`} />
      <Section title={t('passage.samePlace.at.venue')}><Facts rows={[[t('passage.samePlace.columns.theirs'), f.at(one.theirAt)], [t('passage.samePlace.columns.own'), f.at(one.ownAt)], [t('passage.samePlace.columns.nearest'), apart(one)], [t('passage.samePlace.columns.times'), t('passage.samePlace.timesOf', { n: one.times })]]} /></Section>
      {one.personId ? <p><Name one={one} /></p> : null}
    </Card>
  )
}
