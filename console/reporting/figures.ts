import { useMemo } from 'react'
import type { Cell, IndicatorId, Look, Unit } from '../../modules/reporting/contract.ts'
import { indicatorIds } from '../../modules/reporting/contract.ts'
import { findWords, useWords } from '../../ui/words.ts'
import { useLanguage } from '../../ui/language.ts'

/** Which figure is meant; `managed.hubei.persons` in the address bar. */
export interface FigureName { indicator: IndicatorId; originClass: string | null; unit: Unit }

export const figureText = ({ indicator, originClass, unit }: FigureName): string => [indicator, originClass ?? '', unit].join('.')

export function readFigure(text: string | undefined): FigureName | undefined {
  const [id, originClass, unit] = (text ?? '').split('.')
  const indicator = indicatorIds.find((one) => one === id)
  return indicator ? { indicator, originClass: originClass || null, unit: unit === 'households' ? 'households' : 'persons' } : undefined
}

/** Where in the form a look points. */
const POINTS_AT: Partial<Record<Look['id'], IndicatorId>> = { openingDiffers: 'opening', bigChange: 'managed', sumWrong: 'managed', sameReadings: 'checksDone', yesterdayMissing: 'opening' }

/** The sentences of the looks, and those that stand at a figure. */
export function useLooks(looks: readonly Look[] | undefined) {
  const t = useWords()
  const language = useLanguage()
  return useMemo(() => {
    const said = (looks ?? []).map((look, i) => ({ key: `${look.id}-${i}`, look, text: findWords(language, `reporting.looks.${look.id}`) ? t(`reporting.looks.${look.id}`, look.params) : look.id }))
    const at = (cell: Pick<Cell, 'indicator' | 'originClass'>) => said.filter(({ look }) => cell.originClass === null && POINTS_AT[look.id] === cell.indicator).map(({ text }) => text)
    return { said, at }
  }, [looks, t, language])
}
export type Looks = ReturnType<typeof useLooks>
