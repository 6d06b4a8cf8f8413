import type { ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import type { Dashboard } from '../../modules/dashboard/contract.ts'
import { lateIds, lateOf } from '../../modules/dashboard/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { number, useFormats } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { useNow } from '../../ui/now.ts'
import { useWords } from '../../ui/words.ts'
import { AreaMap } from './AreaMap.tsx'
import { Figures } from './Figures.tsx'
import { Origins } from './Origins.tsx'
import { useOutlines } from './outlines.ts'
import { Trend } from './Trend.tsx'
import './screen.css'

/** More lines than this are not read from five metres; the worst stand first. */
const LINES = 8
const PROVINCES = 5

/** 大屏 of the command post: the same figures in type that is read across a room; nobody’s name is on it, and nothing moves. */
export function Screen({ shown, stale }: { shown: Dashboard; stale: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const [, go] = useAddress()
  const outlines = useOutlines(shown)
  const leave = () => go({ screen: undefined })
  useKeys([{ key: 'Escape', words: 'dashboard.screen.leave', run: leave, always: true }])
  return (
    <div className="screen">
      <header>
        <h1>{t('dashboard.screen.title', { name: shown.area.name })}</h1>
        <time dateTime={now}>{f.clock(now)}</time>
        <span className={stale ? 'bad-ink' : 'muted'}>{t(stale ? 'dashboard.screen.stale' : 'dashboard.screen.asOf', { clock: clockOf(shown.asOf) })}</span>
        <button type="button" className="plain" onClick={leave}>{t('dashboard.screen.leave')}<kbd>Esc</kbd></button>
      </header>
      <Figures shown={shown} plain />
      <div className="wall">
        {shown.areas.length > 0 ? <Lines shown={shown} /> : null}
        {shown.areas.length > 0 ? <section aria-label={t('dashboard.map.head')}><h2>{t('dashboard.map.title', { measure: t('dashboard.map.late') })}</h2><AreaMap areas={shown.areas} outlines={outlines} measure="late" over={undefined} onOver={() => undefined} plain /></section> : null}
        <div className="pictures"><Trend shown={shown} plain /><Origins shown={shown} most={PROVINCES} plain /></div>
      </div>
    </div>
  )
}

function Lines({ shown }: { shown: Dashboard }): ReactNode {
  const t = useWords()
  const areas = shown.areas.filter(({ own }) => !own)
  const reports = shown.communities > 0 && shown.area.level !== 'community'
  return (
    <section aria-label={t('dashboard.table.title')}>
      <h2>{t('dashboard.table.title')}</h2>
      <table>
        <thead><tr><th scope="col">{t('dashboard.table.area')}</th><th scope="col" className="number">{t('dashboard.table.late')}</th><th scope="col" className="number">{t('dashboard.figures.managed')}</th>{reports ? <th scope="col" className="number">{t('dashboard.table.report')}</th> : null}</tr></thead>
        <tbody>
          {areas.slice(0, LINES).map(({ areaId, name, figures, communities, sentAt }) => (
            <tr key={areaId}>
              <th scope="row">{name}<span className="kinds">{lateIds.filter((id) => figures[id] > 0).map((id) => `${t(`dashboard.late.${id}`)} ${number(figures[id])}`).join(' · ')}</span></th>
              <td className={lateOf(figures) > 0 ? 'number bad-ink' : 'number dim'}>{number(lateOf(figures))}</td><td className="number">{number(figures.managed)}</td>
              {reports ? <td className="number">{sentAt ? clockOf(sentAt) : communities === 1 ? t('dashboard.table.notSent') : t('dashboard.screen.sentOf', { n: communities - figures.reportsMissing, all: communities })}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {areas.length > LINES ? <p className="dim">{t('dashboard.screen.more', { n: areas.length - LINES })}</p> : null}
    </section>
  )
}
