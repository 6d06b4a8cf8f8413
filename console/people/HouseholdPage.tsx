import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { peopleApi, type HouseholdCard, type PersonRow } from '../../modules/people/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Card, Section, StateTag, Timeline } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { Vehicles } from './Vehicles.tsx'
import './people.css'

/** 一户一档: who lives behind this door, who answers for it, when somebody last called. */
export default function HouseholdPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const [at] = useAddress()
  const householdId = at['open'] ?? ''
  const query = useQueryOf(peopleApi.householdCard, { householdId }, { enabled: householdId !== '' })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const h = query.data
  if (!h) return <Skeleton rows={8} />
  return (
    <Page title={h.address} sub={h.visitedAt ? t('people.card.lastVisit', { at: f.when(h.visitedAt) }) : t('people.card.never')}>
      <Card>
        <Section title={`${t('people.card.household')} · ${f.persons(h.members.length)}`}>
          {h.members.length === 0 ? <p className="dim">{t('people.card.noMembers')}</p> : null}
          {h.members.map((m) => <Member key={m.id} member={m} household={h} />)}
          {may('passage.trace') ? <p><Link to={'/passages/same-place' as never} search={{ household: h.id } as never}>{t('passage.samePlace.open')} ›</Link></p> : null}
        </Section>
        {may('people.edit') ? <Visit householdId={h.id} /> : null}
        <Vehicles household={h} />
        <Section title={t('people.card.timeline')}><Timeline items={h.timeline} /></Section>
      </Card>
    </Page>
  )
}

function Member({ member: m, household: h }: { member: PersonRow; household: HouseholdCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const back = useCommandOf(peopleApi.setHouseholder)
  const head = useCommandOf(peopleApi.setHouseholder, {
    onDone: () => {
      const done = t('people.card.headDone', { name: m.name })
      const former = h.householderId
      if (former) offerUndo(done, () => back.mutateAsync({ householdId: h.id, personId: former }))
      else say(done)
    },
    onRefused: (error) => say(tError(error)),
  })
  return (
    <p className="member">
      <Link to="/people" search={{ open: m.id } as never}><b>{m.name}</b></Link>
      <span className="muted">{[m.relation ? t(`people.relations.${m.relation}`) : '', t(`people.sexes.${m.sex}`), m.age ?? ''].filter((part) => part !== '').join(' · ')}</span>
      {m.careGroups.map((g) => <StateTag key={g} tone="soon">{t(`people.careGroups.${g}`)}</StateTag>)}
      {m.measure ? <StateTag tone="on">{t(`quarantine.measures.${m.measure}`)}</StateTag> : null}
      {m.id === h.householderId ? <StateTag>{t('people.card.householder')}</StateTag> : null}
      {m.id !== h.householderId && may('people.edit') ? <Button size="small" loading={head.isPending} onClick={() => head.mutate({ householdId: h.id, personId: m.id })}>{t('people.card.makeHouseholder')}</Button> : null}
    </p>
  )
}

/** 入户走访: one line is enough, none is enough too. */
function Visit({ householdId }: { householdId: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [note, setNote] = useState('')
  const back = useCommandOf(peopleApi.takeBackHouseholdVisit)
  const visit = useCommandOf(peopleApi.recordHouseholdVisit, { onDone: () => { setNote(''); offerUndo(t('people.card.visited'), () => back.mutateAsync({ householdId })) }, onRefused: (error) => say(tError(error)) })
  return (
    <Section title={t('people.card.visit')}>
      <form className="visit" onSubmit={(event) => { event.preventDefault(); visit.mutate({ householdId, ...(note.trim() ? { note: note.trim() } : {}) }) }}>
        <Input size="large" value={note} placeholder={t('people.card.visitHint')} aria-label={t('people.card.visitHint')} onChange={(event) => setNote(event.target.value)} />
        <Button size="large" type="primary" htmlType="submit" loading={visit.isPending}>{t('people.card.visitNow')}</Button>
      </form>
    </Section>
  )
}
