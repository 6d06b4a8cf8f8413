import { Button, Input } from 'antd'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { peopleApi, type PersonRow } from '../../modules/people/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { number } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useListOf, useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { PersonForm } from './PersonForm.tsx'
import { PersonPanel } from './PersonPanel.tsx'

/** 人员: everybody of one's territory in the order of their doors, the card at the right. */
export default function PeoplePage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const [typed, setTyped] = useState(at['q'] ?? '')
  const text = useDeferredValue(typed.trim())
  const show = at['show'] ?? 'all'
  const area = at['area'] ? { areaId: at['area'] } : {}
  const counts = useQueryOf(peopleApi.peopleCounts, area, { keep: true })
  const list = useListOf(peopleApi.listPeople, {
    ...area, ...(text ? { text } : {}), ...(show === 'care' ? { anyCare: 'true' } : {}), ...(show === 'visitor' ? { residency: 'visitor' as const } : {}), state: show === 'movedOut' ? 'movedOut' : 'present',
  })
  const c = counts.data
  const chips: StateChip[] = [
    { id: 'all', label: t('people.list.all'), count: c?.present }, { id: 'care', label: t('people.list.care') }, { id: 'visitor', label: t('people.residencies.visitor') },
    { id: 'movedOut', label: t('people.list.movedOut'), count: c?.movedOut },
  ]
  if (at['open'] === 'new') return <PersonForm onDone={(open) => go({ open })} />
  return (
    <ListPage
      title={t('people.title')} sub={c ? t('people.list.total', { households: number(c.households), persons: number(c.present) }) : undefined}
      actions={<>
        {may('roster.import') ? <Link to="/roster"><Button>{t('people.list.import')}</Button></Link> : null}
        {may('people.edit') ? <Button type="primary" onClick={() => go({ open: 'new' })}>{t('people.list.register')}</Button> : null}
      </>}
      chips={<Chips label={t('people.list.residency')} chips={chips} on={show} onPick={(next) => go({ show: next, open: undefined })} />}
      filters={<Input.Search style={{ width: 280 }} allowClear value={typed} placeholder={t('people.list.search')} aria-label={t('people.list.search')} onChange={(event) => { setTyped(event.target.value); go({ q: event.target.value }) }} />}
      list={list} idOf={(p) => p.id} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => <PersonPanel key={id} personId={id} />}
      empty={{ title: text ? t('people.list.nothing') : t('people.list.empty') }}
    />
  )
}

function useColumns() {
  const t = useWords()
  return [
    { title: t('people.form.name'), key: 'name', render: (_: unknown, p: PersonRow) => <><b>{p.name}</b> <span className="dim">{t(`people.sexes.${p.sex}`)} {p.age ?? ''}</span></> },
    { title: t('people.list.door'), key: 'address', dataIndex: 'address' },
    { title: t('people.list.document'), key: 'document', render: (_: unknown, p: PersonRow) => <span className="muted">{p.documentMasked ?? '—'}</span> },
    { title: t('people.list.phone'), key: 'phone', render: (_: unknown, p: PersonRow) => <span className="muted">{p.phoneMasked ?? '—'}</span> },
    { title: t('people.list.residency'), key: 'residency', render: (_: unknown, p: PersonRow) => (
      <span className="row">
        {p.residency === 'permanent' ? null : <StateTag>{t(`people.residencies.${p.residency}`)}</StateTag>}
        {p.careGroups.map((g) => <StateTag key={g} tone="soon">{t(`people.careGroups.${g}`)}</StateTag>)}
        {p.measure ? <StateTag tone="on">{t(`quarantine.measures.${p.measure}`)}</StateTag> : null}
      </span>) },
  ]
}
