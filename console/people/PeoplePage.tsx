import { Button, Input, Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { peopleApi, type PersonRow } from '../../modules/people/contract.ts'
import { careGroups, residencies, type CareGroup, type Residency } from '../../modules/people/rules.ts'
import { columns } from '../../modules/people/columns.ts'
import { useAddress, type Address } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag } from '../../ui/card.tsx'
import { number } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { NewPersonForm } from './PersonForm.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import './people.css'

/** 人员: the list, or the form that adds to it. */
export default function PeoplePage(): ReactNode {
  const [at, go] = useAddress()
  return at['open'] === 'new' ? <NewPersonForm areaId={at['area']} onDone={(open) => go({ open })} /> : <PeopleList at={at} go={go} />
}

interface Place { at: Address; go: (change: Address) => void }

/** Everybody of one's territory in the order of their doors, the card at the right. */
function PeopleList({ at, go }: Place): ReactNode {
  const t = useWords()
  const may = useMay()
  const area = at['area'] ? { areaId: at['area'] } : {}
  const counts = useQueryOf(peopleApi.peopleCounts, area, { keep: true })
  const list = useTable(peopleApi.listPeople, columns.listPeople, { ...area, ...filterOf(at) })
  const mayRegister = may('people.edit')
  useKeys(mayRegister ? [{ key: 'n', words: 'people.list.register', run: () => go({ open: 'new' }) }] : [])
  const filtered = Boolean(at['text'] || at['area'] || at['show'])
  return (
    <ListPage
      title={t('people.title')} sub={counts.data ? t('people.list.total', { households: number(counts.data.households), persons: number(counts.data.present) }) : undefined}
      actions={<>
        {may('roster.import') ? <Link to="/roster"><Button>{t('people.list.import')}</Button></Link> : null}
        {mayRegister ? <Button type="primary" onClick={() => go({ open: 'new' })}>{t('people.list.register')}</Button> : null}
      </>}
      chips={<Chips label={t('people.list.show')} chips={useChips(counts.data)} on={at['show'] ?? 'all'} onPick={(show) => go({ show: show === 'all' ? undefined : show, care: undefined, open: undefined })} />}
      filters={<Filters at={at} go={go} />}
      list={list} idOf={(p) => p.id} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => <PersonPanel key={id} personId={id} />}
      empty={filtered ? { title: t('people.list.nothing'), action: <Button onClick={() => go({ text: undefined, area: undefined, show: undefined, care: undefined })}>{t('people.list.clear')}</Button> } : { title: t('people.list.empty') }}
    />
  )
}

const isOneOf = <T extends string>(all: readonly T[], text: string | undefined): text is T => (all as readonly (string | undefined)[]).includes(text)

/** The address as the list is asked for. */
function filterOf(at: Address): { text?: string; careGroup?: CareGroup; anyCare?: string; residency?: Residency; state: 'present' | 'movedOut' } {
  const show = at['show']
  return {
    state: show === 'movedOut' ? 'movedOut' : 'present',
    ...(at['text'] ? { text: at['text'] } : {}),
    ...(isOneOf(residencies, show) ? { residency: show } : {}),
    ...(show !== 'care' ? {} : isOneOf(careGroups, at['care']) ? { careGroup: at['care'] } : { anyCare: 'true' }),
  }
}

function useChips(counts: { present: number; movedOut: number; groups: { care: number; registeredAway: number; visitor: number; returnee: number } | null } | undefined): StateChip[] {
  const t = useWords()
  return [
    { id: 'all', label: t('people.list.all'), count: counts?.present },
    { id: 'care', label: t('people.list.care'), count: counts?.groups?.care },
    ...(['returnee', 'visitor', 'registeredAway'] as const).map((id) => ({ id, label: t(`people.residencies.${id}`), count: counts?.groups?.[id] })),
    { id: 'movedOut', label: t('people.list.movedOut'), count: counts?.movedOut },
  ]
}

const PAUSE_MS = 300

function Filters({ at, go }: Place): ReactNode {
  const t = useWords()
  const inAddress = at['text'] ?? ''
  const [typed, setTyped] = useState(inAddress)
  const [last, setLast] = useState(inAddress)
  if (inAddress !== last) {
    // Searched from the top bar or gone back: show that.
    setLast(inAddress)
    setTyped(inAddress)
  }
  useEffect(() => {
    const text = typed.trim()
    if (text === inAddress) return undefined
    // Every list is a view in the audit trail, so it is asked for when somebody has stopped typing.
    const timer = setTimeout(() => { setLast(text); go({ text }) }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, inAddress, go])
  return (
    <div className="people-filters">
      <Input allowClear value={typed} placeholder={t('people.list.search')} aria-label={t('people.list.search')} onChange={(event) => setTyped(event.target.value)} />
      <AreaPicker size="middle" label={t('people.list.area')} placeholder={t('people.list.area')} value={at['area']} onChange={(area) => go({ area, open: undefined })} />
      {at['show'] === 'care' ? (
        <Select allowClear aria-label={t('people.form.careGroups')} placeholder={t('people.form.careGroups')} value={at['care'] ?? null} onChange={(care?: string | null) => go({ care: care ?? undefined, open: undefined })} options={careGroups.map((value) => ({ value, label: t(`people.careGroups.${value}`) }))} />
      ) : null}
    </div>
  )
}

function useColumns() {
  const t = useWords()
  return [
    { title: t('people.form.name'), key: 'name', render: (_: unknown, p: PersonRow) => <span className="nowrap"><b>{p.name}</b> <span className="dim">{t(`people.sexes.${p.sex}`)} {p.age ?? ''}</span></span> },
    { title: t('people.list.door'), key: 'address', dataIndex: 'address' },
    { title: t('people.list.document'), key: 'document', render: (_: unknown, p: PersonRow) => <span className="muted nowrap">{p.documentMasked ?? '—'}</span> },
    { title: t('people.list.phone'), key: 'phone', render: (_: unknown, p: PersonRow) => <span className="muted nowrap">{p.phoneMasked ?? '—'}</span> },
    { title: t('people.list.marks'), key: 'marks', render: (_: unknown, p: PersonRow) => (
      <span className="row">
        {p.measure ? <StateTag tone="on">{t(`quarantine.measures.${p.measure}`)}</StateTag> : null}
        {p.residency === 'permanent' ? null : <StateTag>{t(`people.residencies.${p.residency}`)}</StateTag>}
        {p.careGroups.map((g) => <StateTag key={g} tone="soon">{t(`people.careGroups.${g}`)}</StateTag>)}
      </span>) },
  ]
}
