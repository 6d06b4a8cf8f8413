import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { mattersApi, type MatterAction, type MatterCard as Matter } from '../../modules/matters/contract.ts'
import { Card, CardHead, Facts, Section, StateTag, Why } from '../../ui/card.tsx'
import { ask, newCommandId } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useNow } from '../../ui/now.ts'
import { AddPhoto, Photos } from '../../ui/Photos.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { RevealNumber } from '../../ui/RevealNumber.tsx'
import { timelineWords } from '../../ui/timeline-words.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { Acts } from './Acts.tsx'
import { Repeats } from './Repeats.tsx'
import { StateOf } from './StateOf.tsx'
import { Departments } from './Whistle.tsx'
import './matters.css'

/** 事项: what was asked, whose turn it is until when, what to press, and everything that happened. `hurried`: its next step is open at once, or the one it was opened `todo`. */
export function MatterCard({ matterId, hurried = false, todo }: { matterId: string; hurried?: boolean; todo?: MatterAction | undefined }): ReactNode {
  const query = useQueryOf(mattersApi.getMatter, { matterId })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const m = query.data
  if (!m) return <Skeleton rows={6} />
  return (
    <Card>
      <Head m={m} />
      <Departments m={m} />
      <Acts key={m.state} m={m} hurried={hurried} todo={todo} />
      <Pictures m={m} />
      <Record m={m} />
    </Card>
  )
}

function Head({ m }: { m: Matter }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const open = !['done', 'closed', 'withdrawn'].includes(m.state)
  const contact = m.contactedAt ? t('matters.card.contacted', { time: f.when(m.contactedAt) }) : open && m.phoneMasked ? t(m.respondBy < now ? 'matters.card.contactLate' : 'matters.card.contactBy', { time: f.when(m.respondBy) }) : ''
  const waits = m.state === 'assigned' && m.ownerName && m.ownerName !== m.holderName ? t('matters.card.ownerNote', { name: m.ownerName, holder: m.holderName ?? '' }) : ''
  return (
    <>
      <CardHead name={<>{t(`matters.kinds.${m.kind}`)} {m.urgent ? <StateTag tone="bad">{t('matters.list.urgent')}</StateTag> : null}</>} beside={m.number} state={<StateOf matter={m} />} under={m.place ? `${m.areaName} · ${m.place}` : m.areaName} />
      <p className="matter-said">{m.words}</p>
      {open ? <Why {...(m.overdue ? { tone: 'bad' as const } : {})}>{[t(m.overdue ? 'matters.card.dueOver' : 'matters.card.due', { time: f.when(m.dueAt) }), contact, waits].filter(Boolean).join(' · ')}</Why> : null}
      <Repeats m={m} />
      {m.measure ? <Why tone="soon">{t('matters.card.inQuarantine', { measure: t(`quarantine.measures.${m.measure}`) })}</Why> : null}
      <Section title={t('matters.columns.who')}>
        <Facts rows={[
          [t('matters.columns.who'), m.name === null ? t('matters.form.nobody') : <Asker m={m} />],
          [t('matters.card.care'), m.careGroups.map((one) => t(`people.careGroups.${one}`)).join('、')],
          [t('matters.card.from'), `${t(`matters.channels.${m.channel}`)} · ${f.when(m.registeredAt)}${m.registrarName ? ` · ${t('matters.card.by', { name: m.registrarName })}` : ''}`],
          [t('matters.card.owner'), m.ownerName],
          [t('matters.card.holder'), open ? m.holderName ?? t('matters.card.nobody') : ''],
          [t('matters.card.outcome'), m.outcome ? `${m.outcome}${m.doerName ? ` · ${m.doerName}` : ''}${m.doneAt ? ` · ${f.when(m.doneAt)}` : ''}` : ''],
          [t('matters.card.calledBack'), [m.satisfaction ? `${t(`matters.satisfactions.${m.satisfaction}`)} · ${t(`matters.solved.${m.resolved ? 'yes' : 'no'}`)}` : '', m.reopened ? t('matters.card.reopened') : '', m.callsInVain > 0 ? t('matters.card.callsInVain', { n: m.callsInVain }) : ''].filter(Boolean).join(' · ')],
          [t('matters.card.exclusion'), m.exclusion ? `${t(`matters.exclusions.${m.exclusion}`)} · ${m.exclusionGround ? t(`matters.grounds.${m.exclusionGround}`) : ''} · ${m.exclusionReason ?? ''}` : ''],
        ]} />
      </Section>
    </>
  )
}

/** Who asked: the way to the person, or the number given with the matter. */
function Asker({ m }: { m: Matter }): ReactNode {
  const t = useWords()
  const may = useMay()
  const reveal = m.callerPhone && (m.mine || may('matters.assign')) ? (reason: string) => ask(mattersApi.callerPhone, { matterId: m.matterId, reason }, { commandId: newCommandId() }).then(({ phone }) => phone ?? '') : undefined
  return (
    <span className="row">
      {m.name} {m.phoneMasked ? <RevealNumber masked={m.phoneMasked} label={t('matters.columns.phone')} reveal={reveal} /> : <span className="dim">{t('matters.card.noPhone')}</span>}
      {m.personId && may('people.view') ? <Link to={'/people' as never} search={{ open: m.personId } as never}>{t('matters.card.person')}</Link> : null}
      {m.personId && may('certificates.issue') && m.state !== 'withdrawn' ? <Link to={'/certificates/new' as never} search={{ person: m.personId, matter: m.matterId } as never}>{t('matters.card.certificate')}</Link> : null}
    </span>
  )
}

function Pictures({ m }: { m: Matter }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const remove = useCommandOf(mattersApi.removeMatterPhoto, { touches: ['matters'], onDone: () => say(t('matters.card.photoRemoved')), onRefused: (error) => say(tError(error)) })
  const can = m.actions.includes('photo')
  if (m.photos.length === 0 && !can) return null
  return (
    <Section title={t('matters.card.photos')} extra={can ? <AddPhoto label={t('matters.card.addPhoto')} send={(file) => ask(mattersApi.addMatterPhoto, { matterId: m.matterId }, { file, commandId: newCommandId() })} touches={['matters']} words={{ add: t('matters.card.addPhoto'), busy: t('matters.card.sending'), done: t('matters.card.photoAdded') }} /> : null}>
      <Photos photos={m.photos} path="/api/matters/photos" alt={(photo) => t('matters.card.photoAlt', photo)} removeLabel={t('matters.card.removePhoto')} onRemove={can ? (photoId) => remove.mutate({ photoId }) : undefined} />
    </Section>
  )
}

/** 全过程电子档案: a step taken back stays, struck through. */
function Record({ m }: { m: Matter }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  return (
    <Section title={t('matters.card.history')}>
      <ul className="timeline">
        {m.events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at} title={f.at(event.at)}>{f.when(event.at)}</time>
            <span>
              {event.undone ? <><s className="dim">{timelineWords(language, f, event.kind, { ...event.params })}</s> <span className="dim small">{t('matters.card.undone')}</span></> : timelineWords(language, f, event.kind, { ...event.params })}
              {' '}<span className="who">{[event.actorRole ? t(`accounts.roles.${event.actorRole}`) : '', event.actorName ?? ''].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
