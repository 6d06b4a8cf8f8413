import type { AreaFigures } from '../../modules/dashboard/contract.ts'
import { lateOf, perThousand } from '../../modules/dashboard/rules.ts'
import { rankOf } from '../../modules/zones/rules.ts'

/** What the map can be coloured by; 底数缺项 as the share that is missing, 分区分级 by the heaviest in force at or below an area. */
export const measures = ['late', 'managed', 'perThousand', 'opened', 'missing', 'gapShare', 'zone', 'persons'] as const
export type Measure = (typeof measures)[number]

export const measureOf = (text: string | undefined): Measure => measures.find((one) => one === text) ?? 'late'

/** In hundredths, rounded up: only where nothing is missing it is 0. */
const gapShare = (complete: number | null): number => (complete === null ? 0 : Math.ceil((1 - complete) * 1000) / 10)

const special: Partial<Record<Measure, (area: AreaFigures) => number>> = {
  late: ({ figures }) => lateOf(figures),
  perThousand: ({ figures }) => perThousand(figures),
  gapShare: ({ complete }) => gapShare(complete),
  zone: ({ heaviest }) => (heaviest === null ? 0 : rankOf(heaviest)),
}
export const valueOf = (measure: Measure, area: AreaFigures): number => special[measure]?.(area) ?? area.figures[measure as 'managed']

/** The area that needs help, if any does. */
export const neediest = (areas: readonly AreaFigures[]): AreaFigures | undefined => areas.find(({ own, figures }) => !own && lateOf(figures) > 0)
