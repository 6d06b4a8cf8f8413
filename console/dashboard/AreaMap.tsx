import { useNavigate } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import type { AreaFigures, AreaOutline } from '../../modules/dashboard/contract.ts'
import { number } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'
import { valueOf, type Measure } from './measures.ts'
import { shapesOf, stepOf, type Shape } from './shapes.ts'

const BOX = { width: 640, height: 460 }
/** Size of type at a desk, and on a wall; a Chinese character is as wide as high, a digit six tenths of that. */
const TYPE = { desk: 15, wall: 27 }

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
  const shown = areas.filter(({ own }) => !own).toSorted((a, b) => a.place - b.place)
  const shapes = shapesOf(shown.map(({ areaId }) => areaId), outlines, BOX)
  const highest = Math.max(0, ...shown.map(({ figures }) => valueOf(measure, figures)))
  return (
    <svg className="area-map" viewBox={`-4 -4 ${BOX.width + 8} ${BOX.height + 8}`} role="group" aria-label={t('dashboard.map.title', { measure: t(`dashboard.map.${measure}`) })}>
      {shapes.map((shape) => {
        const area = shown.find(({ areaId }) => areaId === shape.areaId)
        return area ? <Area key={area.areaId} area={area} shape={shape} value={valueOf(measure, area.figures)} highest={highest} over={over === area.areaId} onOver={onOver} plain={plain} /> : null
      })}
    </svg>
  )
}

function Area({ area, shape, value, highest, over, onOver, plain }: { area: AreaFigures; shape: Shape; value: number; highest: number; over: boolean; onOver: Props['onOver']; plain: boolean }): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void navigate({ to: '/dashboard' as never, search: ((before: Record<string, string>) => ({ ...before, area: area.areaId })) as never })
  }
  const parts = <><path d={shape.d} /><Words name={area.name} value={value} shape={shape} type={plain ? TYPE.wall : TYPE.desk} /></>
  const seen = { className: `step-${stepOf(value, highest)}${over ? ' over' : ''}`, onMouseEnter: () => onOver(area.areaId), onMouseLeave: () => onOver(undefined) }
  if (plain) return <g {...seen} role="img" aria-label={`${area.name} ${number(value)}`}>{parts}</g>
  return <a {...seen} href={`/dashboard?area=${area.areaId}`} aria-label={t('dashboard.map.open', { name: area.name, n: number(value) })} onClick={open} onFocus={() => onOver(area.areaId)} onBlur={() => onOver(undefined)}>{parts}</a>
}

/** Name above, value below, as far as there is room; what has none is read in the table. */
function Words({ name, value, shape: { x, y, room }, type }: { name: string; value: number; shape: Shape; type: number }): ReactNode {
  const fits = Math.floor(room / type)
  const shown = [...name].length <= fits ? name : fits >= 3 ? `${[...name].slice(0, fits - 1).join('')}…` : ''
  const digits = number(value)
  return (
    <g aria-hidden="true" textAnchor="middle">
      {shown ? <text x={x} y={y - 3} fontSize={type}>{shown}</text> : null}
      {digits.length * type * 0.6 <= room + 4 ? <text x={x} y={shown ? y + type + 1 : y + type / 3} fontSize={type + 1} fontWeight={700}>{digits}</text> : null}
    </g>
  )
}
