import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { peopleApi } from '../../modules/people/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Card, Section, StateTag, Timeline } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

/** 一户一档: who lives behind this door, who answers for it, when somebody last called. */
export default function HouseholdPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const may = useMay()
  const [at] = useAddress()
  const householdId = at['open'] ?? ''
  const query = useQueryOf(peopleApi.householdCard, { householdId }, { enabled: householdId !== '' })
  const told = { onDone: () => say(t('people.card.savedDone')), onRefused: (error: unknown) => say(tError(error)) }
  const head = useCommandOf(peopleApi.setHouseholder, told)
  const visit = useCommandOf(peopleApi.recordHouseholdVisit, told)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const h = query.data
  if (!h) return <Skeleton rows={8} />
  return (
    <Page
      title={h.address} sub={h.visitedAt ? t('people.card.lastVisit', { at: f.when(h.visitedAt) }) : t('people.card.never')}
      actions={may('people.edit') ? <Button type="primary" loading={visit.isPending} onClick={() => visit.mutate({ householdId })}>{t('people.card.visitNow')}</Button> : undefined}
    >
      <Card>
        <Section title={`${t('people.card.household')} · ${f.persons(h.members.length)}`}>
          {h.members.map((m) => (
            <p key={m.id} className="row" style={{ padding: '6px 0' }}>
              <Link className="grow" to="/people" search={{ open: m.id } as never}><b>{m.name}</b> <span className="dim">{t(`people.sexes.${m.sex}`)} {m.age ?? ''}</span></Link>
              <span className="muted">{m.relation ? t(`people.relations.${m.relation}`) : ''}</span>
              {m.measure ? <StateTag tone="on">{t(`quarantine.measures.${m.measure}`)}</StateTag> : null}
              {m.id === h.householderId ? <StateTag>{t('people.card.householder')}</StateTag> : may('people.edit') ? <Button size="small" onClick={() => head.mutate({ householdId, personId: m.id })}>{t('people.card.makeHouseholder')}</Button> : null}
            </p>
          ))}
        </Section>
        <Section title={t('people.card.timeline')}><Timeline items={h.timeline} names /></Section>
      </Card>
    </Page>
  )
}
