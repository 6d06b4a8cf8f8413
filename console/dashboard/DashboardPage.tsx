import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { dashboardApi, type Dashboard } from '../../modules/dashboard/contract.ts'
import { lateIds, lateOf } from '../../modules/dashboard/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { Chips, Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { Ages } from './Ages.tsx'
import { AreaMap } from './AreaMap.tsx'
import { Figures } from './Figures.tsx'
import { measureOf, measures, neediest } from './measures.ts'
import { useOutlines } from './outlines.ts'
import { down } from './opening.ts'
import { Origins } from './Origins.tsx'
import { Ranking } from './Ranking.tsx'
import { Reports } from './Reports.tsx'
import { Screen } from './Screen.tsx'
import { Trend } from './Trend.tsx'
import './dashboard.css'

const EVERY_MS = 60_000
const PROVINCES = 8

/** 今日 · 一张图: which area needs help, down to the grid; every figure opens its list. */
export default function DashboardPage(): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const area = at['area'] ? { areaId: at['area'] } : {}
  const own = useQueryOf(dashboardApi.dashboard, area, { keep: true, every: EVERY_MS })
  // An area with a single one below it has nothing to compare: it begins one step further down, and the way back up stands above.
  const only = at['area'] || own.data?.areas.length !== 1 ? undefined : own.data.areas.find((one) => !one.own)?.areaId
  const below = useQueryOf(dashboardApi.dashboard, { areaId: only }, { keep: true, every: EVERY_MS, enabled: only !== undefined })
  const query = only ? below : own
  if (query.error && !query.data) return <Page title={t('dashboard.title')}><Failed error={query.error} retry={() => void query.refetch()} /></Page>
  if (!query.data) return <Page title={t('dashboard.title')}><div className="paper"><Skeleton rows={8} /></div></Page>
  return at['screen'] ? <Screen shown={query.data} stale={query.isError} /> : <Desk shown={query.data} />
}

function Desk({ shown }: { shown: Dashboard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [, go] = useAddress()
  return (
    <div className="page dashboard">
      <Crumbs shown={shown} />
      <header className="page-head">
        <div><h1>{shown.area.name}</h1><Needs shown={shown} /></div>
        <div className="actions"><span className="muted as-of">{t('dashboard.page.asOf', { at: f.when(shown.asOf) })}</span><Button onClick={() => go({ screen: '1' })}>{t('dashboard.page.screen')}</Button></div>
      </header>
      <Figures shown={shown} />
      {shown.areas.length > 0 ? <Areas shown={shown} /> : <p className="lowest muted">{t('dashboard.page.lowest')}</p>}
      <div className="charts"><Trend shown={shown} /><Origins shown={shown} most={PROVINCES} /><Ages shown={shown} /><Reports shown={shown} /></div>
    </div>
  )
}

/** The way back up; one’s own area is the first. */
function Crumbs({ shown: { above } }: { shown: Dashboard }): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  if (above.length < 2) return null
  return (
    <nav className="crumbs" aria-label={t('dashboard.page.crumbs')}>
      {above.map(({ areaId, name }, i) => (i === above.length - 1 ? <span key={areaId} aria-current="page">{name}</span> : <Link key={areaId} {...down(areaId, at['show'])}>{name}</Link>))}
    </nav>
  )
}

/** The one sentence: who needs help, and with what. */
function Needs({ shown: { areas, figures } }: { shown: Dashboard }): ReactNode {
  const t = useWords()
  const first = neediest(areas)
  const kindsOf = (of: Dashboard['figures']) => lateIds.filter((id) => of[id] > 0).map((id) => `${t(`dashboard.late.${id}`)} ${number(of[id])}`).join('、')
  if (first) return <p className="sub needs"><b className="bad-ink">{t('dashboard.page.needsHelp', { name: first.name })}</b> {t('dashboard.page.needs', { n: number(lateOf(first.figures)), kinds: kindsOf(first.figures) })}</p>
  if (lateOf(figures) > 0) return <p className="sub needs">{t('dashboard.page.needs', { n: number(lateOf(figures)), kinds: kindsOf(figures) })}</p>
  return <p className="sub">{t('dashboard.page.allWell')}</p>
}

/** Map and table of the same areas: what is pointed at in one is marked in the other. */
function Areas({ shown }: { shown: Dashboard }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const [over, setOver] = useState<string>()
  const measure = measureOf(at['show'])
  const outlines = useOutlines(shown)
  return (
    <div className="areas">
      <section className="chart ranked" aria-label={t('dashboard.table.title')}>
        <header><h2>{t('dashboard.table.title')}</h2></header>
        <Ranking shown={shown} over={over} onOver={setOver} show={at['show']} />
      </section>
      <section className="chart mapped" aria-label={t('dashboard.map.head')}>
        <header><h2>{t('dashboard.map.head')}</h2></header>
        <Chips label={t('dashboard.map.by')} chips={measures.map((id) => ({ id, label: t(`dashboard.map.${id}`) }))} on={measure} onPick={(id) => go({ show: id === 'late' ? undefined : id })} />
        <AreaMap areas={shown.areas} outlines={outlines} measure={measure} over={over} onOver={setOver} />
      </section>
    </div>
  )
}
