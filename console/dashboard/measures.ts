import type { AreaFigures, Figures } from '../../modules/dashboard/contract.ts'
import { lateOf, perThousand } from '../../modules/dashboard/rules.ts'

/** What the map can be coloured by. */
export const measures = ['late', 'managed', 'perThousand', 'opened', 'missing', 'persons'] as const
export type Measure = (typeof measures)[number]

export const measureOf = (text: string | undefined): Measure => measures.find((one) => one === text) ?? 'late'

export const valueOf = (measure: Measure, figures: Figures): number =>
  (measure === 'late' ? lateOf(figures) : measure === 'perThousand' ? perThousand(figures) : figures[measure])

/** The area that needs help, if any does. */
export const neediest = (areas: readonly AreaFigures[]): AreaFigures | undefined => areas.find(({ own, figures }) => !own && lateOf(figures) > 0)
