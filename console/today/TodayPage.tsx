import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { todayApi, todayKinds, type TodayItem, type TodayKind } from '../../modules/today/contract.ts'
import { familyOf, type TodayFamily } from '../../modules/today/rules.ts'
import { clockOf, dayOf } from '../../kernel/dates.ts'
import { useAddress } from '../../ui/address.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useNow } from '../../ui/now.ts'
import { Chips, PageHead, type StateChip } from '../../ui/ListPage.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { ForAll, usePress } from './acts.tsx'
import { Communities } from './Communities.tsx'
import { AllDone, NoWork } from './Empty.tsx'
import { chipsOf, groupsOf, isFamily, type Counted, type Group, type Shown, type Today } from './groups.ts'
import { ItemPanel } from './ItemPanel.tsx'
import { Lines } from './Lines.tsx'
import { useWalk } from './walk.ts'
import { TitleOf, WorkersPage } from './Workers.tsx'
import './today.css'

const isKind = (text: string | undefined): text is TodayKind => (todayKinds as readonly string[]).includes(text ?? '')
const PAGE = 50
const ALL_OF_ONE = 500

/** 今日待办: what is overdue, what is next, and one button for each; the card at the right. */
export default function TodayPage(): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const kind = isKind(at['show']) ? at['show'] : undefined
  const who = at['who']
  // Whoever is reminded for somebody else is reminded for all of them.
  const [limit, setLimit] = useState(who === undefined ? PAGE : ALL_OF_ONE)
  const query = useQueryOf(todayApi.today, { ...(kind ? { kind } : {}), ...(who === undefined ? {} : { who }), limit: who === undefined ? limit : ALL_OF_ONE }, { keep: true, every: 60_000 })
  if (query.error && !query.data) return <div className="page"><PageHead title={t('today.title')} /><Failed error={query.error} retry={() => void query.refetch()} /></div>
  if (!query.data) return <div className="page"><PageHead title={t('today.title')} /><div className="paper"><Skeleton rows={8} /></div></div>
  if (at['by'] === 'person' && who === undefined) return <WorkersPage />
  return <Work today={query.data} kind={kind} onMore={() => setLimit(limit + PAGE)} />
}

function Work({ today, kind, onMore }: { today: Today; kind: TodayKind | undefined; onMore: () => void }): ReactNode {
  const [at, go] = useAddress()
  const may = useMay()
  const [hurried, setHurried] = useState<string>()
  const onlyLate = at['show'] === 'overdue'
  const shown: Shown = kind ?? (onlyLate ? 'overdue' : isFamily(at['show']) ? at['show'] : 'all')
  const groups = groupsOf(today, shown)
  const items = groups.flatMap((group) => group.items)
  const open = at['open']
  const show = (id: string | undefined) => { setHurried(undefined); go({ open: id }) }
  const doIt = (item: TodayItem) => { setHurried(item.id); go({ open: item.id }) }
  const { press, busy } = usePress(doIt)
  const { next } = useWalk(items, open, show, press)
  const left = today.counts.reduce((sum, c) => sum + c.total, 0)
  const pick = (id: string) => go({ show: id === 'all' ? undefined : id, open: undefined })
  return (
    <div className="page">
      {at['who'] === undefined ? <Title today={today} left={left} byPerson={may('dashboard.view') && may('quarantine.view')} /> : <TitleOf who={at['who']} today={today} left={left} />}
      <div className={open ? 'with-panel open' : 'with-panel'}>
        <div>
          {at['who'] === undefined && today.above && may('dashboard.view') && shown === 'all' ? <Communities /> : null}
          {left > 0 ? <div className="list-tools"><KindChips today={today} left={left} on={shown} onPick={pick} /></div> : null}
          {today.counts.length === 0 ? <NoWork /> : left === 0 ? <AllDone today={today} /> : items.length === 0 ? <AllDone today={today} of={shown} /> : null}
          {groups.map((group) => (
            <GroupOf key={group.id} group={group} today={today} onAll={() => pick(group.id)} onMore={kind === undefined && !onlyLate ? undefined : onMore}>
              <Lines items={group.items} first={open === undefined ? items[0]?.id : undefined} open={open} busy={busy} onShow={show} onPress={press} />
            </GroupOf>
          ))}
          {items.length > 0 ? <Keys /> : null}
        </div>
        {open ? <Panel onClose={() => show(undefined)}><ItemPanel id={open} item={items.find((item) => item.id === open)} hurried={hurried === open} onNext={next && (() => doIt(next))} onOpen={show} /></Panel> : null}
      </div>
    </div>
  )
}

/** On a desk the hands stay on the keys. */
function Keys(): ReactNode {
  const t = useWords()
  return (
    <p className="todo-keys dim small">
      <span><kbd>J</kbd> <kbd>K</kbd> {t('today.page.keys')}</span><span><kbd>Enter</kbd> {t('today.page.keysOpen')}</span><span><kbd>U</kbd> {t('today.page.keysUndo')}</span><span><kbd>?</kbd> {t('today.page.keysAll')}</span>
    </p>
  )
}

/** How much is left, how much of it is late, and by when the report must be out. */
function Title({ today, left, byPerson }: { today: Today; left: number; byPerson: boolean }): ReactNode {
  const t = useWords()
  const now = useNow()
  const [, go] = useAddress()
  const actions = byPerson ? <Button onClick={() => go({ by: 'person', show: undefined, open: undefined })}>{t('today.people.tab')}</Button> : undefined
  if (left === 0) return <PageHead title={t('today.title')} actions={actions} />
  const late = today.counts.reduce((sum, c) => sum + c.overdue, 0)
  const done = today.counts.reduce((sum, c) => sum + c.done, 0)
  const report = today.groups.flatMap((g) => g.items).find((item) => (item.what.key === 'reportSend' || item.what.key === 'reportAddUp') && item.dueAt !== null && item.dueAt > now && item.opens?.search['day'] === dayOf(now))
  const rest = [...(report?.dueAt ? [t('today.page.reportBy', { clock: clockOf(report.dueAt) })] : []), ...(done > 0 ? [t('today.page.doneSoFar', { n: done })] : [])]
  return (
    <PageHead title={t('today.page.left', { n: left })} sub={<>
      {late > 0 ? <b className="bad-ink">{t('today.page.late', { n: late })}</b> : t('today.page.noneLate')}
      {rest.map((one) => ` · ${one}`)}
    </>} actions={actions} />
  )
}

/** Families of work where there are many kinds, and below them the kinds of the one picked. */
function KindChips({ today, left, on, onPick }: { today: Today; left: number; on: Shown; onPick: (id: string) => void }): ReactNode {
  const t = useWords()
  const late = today.counts.reduce((sum, c) => sum + c.overdue, 0)
  const { first, second } = chipsOf(today, on)
  const chip = ({ id, total, overdue }: Counted & { id: TodayKind | TodayFamily }): StateChip => ({ id, label: t(isFamily(id) ? `ui.nav.${id}` : `today.kinds.${id}`), count: total, tone: overdue > 0 ? 'bad' : 'off' })
  const chips: StateChip[] = [
    { id: 'all', label: t('today.page.all'), count: left },
    ...(late > 0 || on === 'overdue' ? [{ id: 'overdue', label: t('today.page.overdue'), count: late, tone: 'bad' as const }] : []),
    ...first.map(chip),
  ]
  const family = first.some(({ id }) => id === on) || on === 'all' || on === 'overdue' || isFamily(on) ? on : familyOf[on]
  return <div className="kind-chips">
    <Chips label={t('today.page.kinds')} chips={chips} on={family} onPick={onPick} />
    {second.length > 0 ? <Chips label={t('today.page.kindsOf')} chips={second.map(chip)} on={on} onPick={onPick} /> : null}
  </div>
}

function GroupOf({ group, today, onAll, onMore, children }: { group: Group; today: Today; onAll: () => void; onMore: (() => void) | undefined; children: ReactNode }): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const hidden = group.total - group.items.length
  const count = today.counts.find((c) => c.kind === group.id)
  return (
    <section className="todo-group" aria-label={t(group.id === 'overdue' ? 'today.page.lateGroup' : `today.kinds.${group.id}`)}>
      <header className="row">
        <h2 className={group.id === 'overdue' ? 'grow bad-ink' : 'grow'}>{t(group.id === 'overdue' ? 'today.page.lateGroup' : `today.kinds.${group.id}`)} <b>{group.total}</b></h2>
        {count?.list ? <Link className="small" to={count.list.page as never} search={count.list.search as never}>{t('today.page.list')}</Link> : null}
        <ForAll count={count} items={group.items} ofOne={at['who'] !== undefined} />
      </header>
      {children}
      {hidden > 0 ? <footer><Button type="link" onClick={onMore ?? onAll}>{onMore ? t('today.page.more') : t('today.page.showAll', { n: group.total })}</Button></footer> : null}
    </section>
  )
}
