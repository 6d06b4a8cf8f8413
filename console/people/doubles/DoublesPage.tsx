import { Button, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { peopleApi, type PersonBrief, type PersonDouble } from '../../../modules/people/contract.ts'
import { useAddress, type Address } from '../../../ui/address.ts'
import { useFormats } from '../../../ui/format.ts'
import { Chips, ListPage } from '../../../ui/ListPage.tsx'
import { useCommandOf, useListOf, useQueryOf, type ListOf } from '../../../ui/queries.ts'
import { say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { Compare } from './Compare.tsx'
import { PickOther } from './PickOther.tsx'
import './doubles.css'

const states = ['open', 'different', 'merged'] as const

/** 人员 · 疑似重复: the pairs, or two records side by side. */
export default function DoublesPage(): ReactNode {
  const [at, go] = useAddress()
  const state = states.find((one) => one === at['show']) ?? 'open'
  const list = useListOf(peopleApi.listDoubles, { state })
  const [one, other] = [at['one'], at['other']]
  const leave = () => go({ one: undefined, other: undefined })
  if (one && other) {
    const next = list.items.find((pair) => ![pair.one.id, pair.other.id].includes(one) || ![pair.one.id, pair.other.id].includes(other))
    return <Compare key={`${one} ${other}`} keptId={one} otherId={other} onTurn={() => go({ one: other, other: one })} onLeave={leave} onNext={() => (next && state === 'open' ? go({ one: next.one.id, other: next.other.id }) : leave())} />
  }
  if (one) return <PickOther personId={one} onPick={(id) => go({ other: id })} onLeave={leave} />
  return <Pairs state={state} list={list} go={go} />
}

type State = (typeof states)[number]
function Pairs({ state, list, go }: { state: State; list: ListOf<PersonDouble>; go: (change: Address) => void }): ReactNode {
  const t = useWords()
  const counts = useQueryOf(peopleApi.doubleCounts, {}, { keep: true }).data
  const columns = useColumns((pair) => go({ one: pair.one.id, other: pair.other.id }))
  return (
    <ListPage<PersonDouble>
      title={t('people.doubles.title')} sub={t('people.doubles.sub')}
      chips={<Chips label={t('people.doubles.title')} chips={states.map((id) => ({ id, label: t(`people.doubles.${id}`), count: counts?.[id], tone: id === 'open' ? 'soon' as const : 'off' as const }))} on={state} onPick={(show) => go({ show: show === 'open' ? undefined : show })} />}
      list={list} idOf={(pair) => pair.id} columns={columns}
      empty={{ title: t('people.doubles.nothing'), hint: t('people.doubles.nothingHint') }}
    />
  )
}

function useColumns(compare: (pair: PersonDouble) => void): TableColumnsType<PersonDouble> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'one', title: t('people.doubles.pair'), render: (_, pair) => <Brief person={pair.one} /> },
    { key: 'other', title: '', render: (_, pair) => <Brief person={pair.other} /> },
    { key: 'why', title: t('people.doubles.why'), width: 200, render: (_, pair) => pair.reasons.map((reason) => t(`people.doubles.reasons.${reason}`)).join('、') },
    { key: 'score', title: t('people.doubles.score'), width: 70, align: 'right', render: (_, pair) => (pair.score > 0 ? pair.score : '') },
    {
      key: 'act', title: '', width: 190, render: (_, pair) => pair.state === 'open'
        ? <span className="row"><Button type="primary" onClick={() => compare(pair)}>{t('people.doubles.compare')}</Button><NotSame pair={pair} /></span>
        : <span className="muted small">{t('people.doubles.by', { name: pair.deciderName ?? '', at: pair.decidedAt ? f.when(pair.decidedAt) : '' })}{pair.state === 'different' ? <> <NotSame pair={pair} /></> : null}</span>,
    },
  ]
}

const Brief = ({ person: p }: { person: PersonBrief }): ReactNode => {
  const t = useWords()
  return (
    <span className="double-brief">
      <span><b>{p.name}</b> <span className="dim">{t(`people.sexes.${p.sex}`)} {p.age ?? ''}</span></span>
      <span className="muted small">{p.address}</span>
      <span className="muted small">{[p.documentMasked, p.phoneMasked].filter(Boolean).join(' · ')}</span>
    </span>
  )
}

function NotSame({ pair }: { pair: PersonDouble }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const decide = useCommandOf(peopleApi.decideDouble, { onDone: () => { if (pair.state === 'open') say(t('people.doubles.saidDifferent')) }, onRefused: (error) => say(tError(error)) })
  const ids = { oneId: pair.one.id, otherId: pair.other.id }
  return pair.state === 'open'
    ? <Button loading={decide.isPending} onClick={() => decide.mutate({ ...ids, same: 'no' })}>{t('people.doubles.notSame')}</Button>
    : <Button size="small" loading={decide.isPending} onClick={() => decide.mutate({ ...ids, same: 'unknown' })}>{t('people.doubles.reopen')}</Button>
}
