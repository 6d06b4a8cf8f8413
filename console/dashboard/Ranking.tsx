import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import type { AreaFigures, Dashboard, FigureId } from '../../modules/dashboard/contract.ts'
import { lateIds, lateOf, openingOf, zoneOpening } from '../../modules/dashboard/rules.ts'
import { communityStates } from '../../modules/zones/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { number } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'
import { percent } from '../people/base-data/percent.ts'
import { toneOf } from '../zones/tones.ts'
import { down, to } from './opening.ts'

const COLUMNS = ['managed', 'opened', 'missing', 'toVerify'] as const

interface Props { shown: Dashboard; over: string | undefined; onOver: (areaId: string | undefined) => void; show: string | undefined }

/** Which area needs help: the worst first, what is late by kind, a figure opens its list, a name leads down. */
export function Ranking({ shown, over, onOver, show }: Props): ReactNode {
  const t = useWords()
  const reports = shown.communities > 0 && shown.area.level !== 'community'
  const highest = Math.max(1, ...shown.areas.map(({ figures }) => lateOf(figures)))
  return (
    <div className="ranking">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('dashboard.table.area')}</th><th scope="col" className="late-head">{t('dashboard.table.late')}</th>
            {COLUMNS.map((id) => <th key={id} scope="col" className="number">{t(`dashboard.figures.${id}`)}</th>)}
            <th scope="col" className="number">{t('dashboard.table.complete')}</th><th scope="col">{t('dashboard.table.zone')}</th>
            {reports ? <th scope="col">{t('dashboard.table.report')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {shown.areas.map((area) => (
            <tr key={`${area.areaId}${area.own}`} className={over === area.areaId ? 'over' : ''} onMouseEnter={() => onOver(area.areaId)} onMouseLeave={() => onOver(undefined)}>
              <th scope="row">
                {area.own ? t('dashboard.table.own', { name: area.name }) : <Link {...down(area.areaId, show)}>{area.name}</Link>}
                {area.officePhone ? <a className="phone small" href={`tel:${area.officePhone}`}>{area.officePhone}</a> : null}
              </th>
              <td className="late"><Late area={area} highest={highest} /></td>
              {COLUMNS.map((id) => <td key={id} className="number" data-label={t(`dashboard.figures.${id}`)}><Cell area={area} id={id} /></td>)}
              <td className="number" data-label={t('dashboard.table.complete')}><Complete area={area} /></td>
              <td><Zone area={area} /></td>
              {reports ? <td><Report area={area} /></td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ area, id, label = '' }: { area: AreaFigures; id: FigureId; label?: string }): ReactNode {
  const n = area.figures[id]
  const opening = area.own ? undefined : openingOf(id, area.areaId)
  const words = `${label}${number(n)}`
  if (n === 0) return <span className="dim">{words}</span>
  return opening ? <Link className="figure" {...to(opening)}>{words}</Link> : <b>{words}</b>
}

/** A bar for the eye, and every kind by itself with its number. */
function Late({ area, highest }: { area: AreaFigures; highest: number }): ReactNode {
  const t = useWords()
  const late = lateOf(area.figures)
  if (late === 0) return <span className="dim">{t('dashboard.table.nothing')}</span>
  return (
    <>
      <span className="late-bar" aria-hidden="true"><i style={{ width: `${(late / highest) * 100}%` }} /></span>
      <span className="kinds">{lateIds.filter((id) => area.figures[id] > 0).map((id) => <Cell key={id} area={area} id={id} label={`${t(`dashboard.late.${id}`)} `} />)}</span>
    </>
  )
}

/** 底数完整率, leading to what is missing. */
function Complete({ area }: { area: AreaFigures }): ReactNode {
  const opening = area.own ? undefined : openingOf('gaps', area.areaId)
  if (area.complete === null) return <span className="dim">—</span>
  return opening && area.figures.gaps > 0 ? <Link className="figure" {...to(opening)}>{percent(area.complete)}</Link> : <span>{percent(area.complete)}</span>
}

/** Its own state or grade, opening its card; and how many below it are under one, opening their list. */
function Zone({ area }: { area: AreaFigures }): ReactNode {
  const t = useWords()
  const { zone, figures, own } = area
  const [affected, graded] = [figures.affected - (isState(zone) ? 1 : 0), figures.graded - (zone && !isState(zone) ? 1 : 0)]
  if (own || (zone === null && figures.affected + figures.graded === 0)) return <span className="dim">{own ? '' : '—'}</span>
  return (
    <span className="zones">
      {zone ? <Link {...to(zoneOpening(area.areaId))}><StateTag tone={toneOf[zone]}>{t(`zones.value.${zone}`)}</StateTag></Link> : null}
      {affected > 0 ? <Cell area={area} id="affected" label={`${t('dashboard.figures.affected')} `} /> : null}
      {graded > 0 ? <Cell area={area} id="graded" label={`${t('dashboard.figures.graded')} `} /> : null}
    </span>
  )
}
const isState = (zone: AreaFigures['zone']): boolean => (communityStates as readonly (string | null)[]).includes(zone)

/** One community: when it sent; several: how many have. */
function Report({ area }: { area: AreaFigures }): ReactNode {
  const t = useWords()
  if (area.own || area.communities === 0) return null
  if (area.sentAt) return <StateTag tone="good">{t('dashboard.table.sent', { clock: clockOf(area.sentAt) })}</StateTag>
  const missing = area.figures.reportsMissing
  const words = area.communities === 1 ? t('dashboard.table.notSent') : t('dashboard.table.sentOf', { n: area.communities - missing, all: area.communities })
  return <StateTag tone={missing === 0 ? 'good' : 'off'}>{words}</StateTag>
}
