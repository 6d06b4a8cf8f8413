import { useNavigate } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import type { AreaFigures, AreaOutline } from '../../modules/dashboard/contract.ts'
import { rankOf } from '../../modules/zones/rules.ts'
import { number } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'
import { valueOf, type Measure } from './measures.ts'
import { shapesOf, stepOf, type Shape } from './shapes.ts'

const BOX = { width: 640, height: 460 }
/** Size of type at a desk, and on a wall; a Chinese character is as wide as high, a digit six tenths of that. */
const TYPE = { desk: 18, wall: 27 }

/** The lowest share keeps a little colour of its own. */
const ALIKE = 0.97

interface Props {
  areas: readonly AreaFigures[]
  outlines: readonly AreaOutline[]
  measure: Measure
  /** Pointed at, here or in the table beside it. */
  over: string | undefined
  onOver: (areaId: string | undefined) => void
  plain?: boolean
}

/** The areas by their own outlines, or as equal squares; the value stands on each, colour only repeats it. */
export function AreaMap({ areas, outlines, measure, over, onOver, plain = false }: Props): ReactNode {
  const t = useWords()
  const said = useSaid()
  const shown = areas.filter(({ own }) => !own).toSorted((a, b) => a.place - b.place)
  const shapes = shapesOf(shown.map(({ areaId }) => areaId), outlines, BOX)
  const values = shown.map((area) => valueOf(measure, area))
  // Of shares that are all alike the differences are coloured; a grade is as dark as it is heavy, whatever stands beside it.
  const lowest = measure === 'gapShare' && values.length > 1 ? Math.min(...values) * ALIKE : 0
  const highest = measure === 'zone' ? rankOf('lockdown') : Math.max(0, ...values)
  return (
    <svg className="area-map" viewBox={`-4 -4 ${BOX.width + 8} ${BOX.height + 8}`} role="group" aria-label={t('dashboard.map.title', { measure: t(`dashboard.map.${measure}`) })}>
      {shapes.map((shape) => {
        const area = shown.find(({ areaId }) => areaId === shape.areaId)
        return area ? <Area key={area.areaId} area={area} shape={shape} value={valueOf(measure, area) - lowest} said={said(measure, area)} highest={highest - lowest} over={over === area.areaId} onOver={onOver} plain={plain} /> : null
      })}
    </svg>
  )
}

/** What stands on an area: the number, the share with its sign, or the state in words. */
function useSaid(): (measure: Measure, area: AreaFigures) => string {
  const t = useWords()
  return (measure, area) => {
    if (measure === 'zone') return area.heaviest === null ? '' : t(`zones.value.${area.heaviest}`)
    return measure === 'gapShare' ? (area.complete === null ? '' : `${valueOf(measure, area).toFixed(1)}%`) : number(valueOf(measure, area))
  }
}

function Area({ area, shape, value, said, highest, over, onOver, plain }: { area: AreaFigures; shape: Shape; value: number; said: string; highest: number; over: boolean; onOver: Props['onOver']; plain: boolean }): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void navigate({ to: '/dashboard' as never, search: ((before: Record<string, string>) => ({ ...before, area: area.areaId })) as never })
  }
  const parts = <><path d={shape.d} /><Words name={area.name} said={said} shape={shape} type={plain ? TYPE.wall : TYPE.desk} /></>
  const seen = { className: `step-${stepOf(value, highest)}${over ? ' over' : ''}`, onMouseEnter: () => onOver(area.areaId), onMouseLeave: () => onOver(undefined) }
  if (plain) return <g {...seen} role="img" aria-label={`${area.name} ${said}`}>{parts}</g>
  return <a {...seen} href={`/dashboard?area=${area.areaId}`} aria-label={t('dashboard.map.open', { name: area.name, n: said })} onClick={open} onFocus={() => onOver(area.areaId)} onBlur={() => onOver(undefined)}>{parts}</a>
}

/** Name above, value below, as far as there is room; what has none is read in the table. */
function Words({ name, said, shape: { x, y, room }, type }: { name: string; said: string; shape: Shape; type: number }): ReactNode {
  const fits = Math.floor(room / type)
  const shown = [...name].length <= fits ? name : fits >= 3 ? `${[...name].slice(0, fits - 1).join('')}…` : ''
  const width = [...said].reduce((sum, one) => sum + (one > '~' ? 1 : 0.6), 0) * type
  return (
    <g aria-hidden="true" textAnchor="middle">
      {shown ? <text x={x} y={y - 3} fontSize={type}>{shown}</text> : null}
      {width <= room + 4 ? <text x={x} y={shown ? y + type + 1 : y + type / 3} fontSize={type + 1} fontWeight={700}>{said}</text> : null}
    </g>
  )
}
