import { useState, type ReactNode } from 'react'
import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { quarantineApi, type EpisodeCard } from '../../modules/quarantine/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section, Why } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { LeadLinks } from '../leads/LeadLinks.tsx'
import { OfEpisode } from '../documents/OfEpisode.tsx'
import { CheckForm } from './CheckForm.tsx'
import { Conditions } from './Conditions.tsx'
import { Curve } from './Curve.tsx'
import { EpisodeState } from './EpisodesPage.tsx'
import { Happened } from './Happened.tsx'
import { orderActs, type OrderAct } from './order-acts.ts'
import { OrderForm } from './OrderForm.tsx'
import { PersonalLink } from './PersonalLink.tsx'
import { Staff } from './Staff.tsx'
import { Tests } from './Tests.tsx'
import { Visits } from './Visits.tsx'

interface PanelProps {
  episodeId: string
  onNext?: (() => void) | undefined
  /** Opened to do something at once: the field for it has the focus. */
  hurried?: boolean
  /** The visit on which the reading is taken. */
  visitId?: string | undefined
  /** Opened because of the release: what it lacks comes first. */
  release?: boolean
}

/** 管控卡: who, in what state, why; the curve and its gaps; what blocks release; what can be done now. */
export function EpisodePanel({ episodeId, onNext, hurried = false, visitId, release = false }: PanelProps): ReactNode {
  const t = useWords()
  const query = useQueryOf(quarantineApi.getEpisode, { episodeId })
  const [act, setAct] = useState<OrderAct>()
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const e = query.data
  if (!e) return <Skeleton rows={6} />
  if (act) return <Card><Head episode={e} /><OrderForm episode={e} act={act} onDone={() => setAct(undefined)} /></Card>
  const conditions = e.state === 'active' ? <Conditions episode={e} hurried={hurried && release} onNext={release ? onNext : undefined} /> : null
  return (
    <Card>
      <Head episode={e} />
      <LeadLinks episodeId={e.id} />
      <Section title={t('quarantine.card.curve')}><Curve episode={e} /></Section>
      {release ? conditions : null}
      {e.actions.includes('check') ? <CheckForm episode={e} onNext={onNext} autoFocus={hurried && !release} visitId={visitId} /> : null}
      <Visits episode={e} except={visitId} />
      {release ? null : conditions}
      <Tests episode={e} />
      <Where episode={e} />
      <OfEpisode episodeId={e.id} state={e.state} />
      <Happened episode={e} />
      <Acts episode={e} onPick={setAct} />
    </Card>
  )
}

function Head({ episode: e }: { episode: EpisodeCard }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const { person } = e
  return (
    <>
      <CardHead
        name={<Link to="/people" search={{ open: person.id } as never}>{person.name}</Link>}
        beside={`${t(`people.sexes.${person.sex}`)} ${person.age ?? ''} · ${person.documentMasked ?? ''}`}
        state={<><EpisodeState episode={e} /> {e.state === 'active' ? <span className="muted">{t('ui.time.dayOf', { n: e.dayNo, total: e.days })}</span> : null}</>}
        under={person.address}
      />
      <Why>{e.because[language]} <Link to={'/policies/why' as never} search={{ person: person.id } as never} className="nowrap">{t('reasons.why.open')}</Link></Why>
    </>
  )
}

/** Place, people responsible, stages. */
function Where({ episode: e }: { episode: EpisodeCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const stages = e.stages.map((s) => t('quarantine.card.stageLine', { measure: t(`quarantine.measures.${s.measure}`), days: s.days, from: f.day(s.startsOn), to: f.day(s.endsOn) }))
  return (
    <Section title={t('quarantine.card.staff')}>
      <Facts rows={[
        [t('quarantine.card.place'), e.place === 'site' ? (e.siteName ?? t('quarantine.list.noRoom')) : t('quarantine.list.home')],
        [t('quarantine.card.doctor'), <Staff key="doctor" episode={e} duty="doctor" />],
        [t('quarantine.card.worker'), <Staff key="worker" episode={e} duty="worker" />],
        [t('quarantine.card.stages'), stages.join(';')],
      ]} />
      {e.actions.includes('check') ? <PersonalLink episodeId={e.id} /> : null}
    </Section>
  )
}

/** What will succeed now; releasing first. */
function Acts({ episode: e, onPick }: { episode: EpisodeCard; onPick: (act: OrderAct) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const undo = useCommandOf(quarantineApi.undoRelease)
  const release = useCommandOf(quarantineApi.releaseEpisode, {
    onDone: () => offerUndo(t('quarantine.card.released', { name: e.person.name }), () => undo.mutateAsync({ episodeId: e.id })),
    onRefused: (error) => say(tError(error)),
  })
  const offered = orderActs.filter((one) => e.actions.includes(one))
  if (offered.length === 0 && !e.actions.includes('release') && !e.actions.includes('undoRelease')) return null
  return (
    <ActionBar>
      {e.actions.includes('release') ? <Button type="primary" loading={release.isPending} onClick={() => release.mutate({ episodeId: e.id })}>{t('quarantine.card.confirmRelease')}</Button> : null}
      {e.actions.includes('undoRelease') ? <Button loading={undo.isPending} onClick={() => undo.mutate({ episodeId: e.id })}>{t('quarantine.changes.releaseUndone')}</Button> : null}
      {offered.map((one) => <Button key={one} onClick={() => onPick(one)}>{t(`quarantine.card.${one}`)}</Button>)}
    </ActionBar>
  )
}
