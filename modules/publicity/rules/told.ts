import type { PublicityWay, TellingFigures } from '../contract.ts'
import { wayTerms } from '../data.ts'

/** 怎么算: whether a number is asked for here, and whether it is missing. */
export const asksNumber = (way: PublicityWay): boolean => wayTerms[way].asked !== 'none'
export const lacksNumber = (way: PublicityWay, reached: number | null | undefined): boolean => wayTerms[way].asked === 'required' && !reached

/** 覆盖率 in whole percent; never 100 while a home is missing. */
export const percentOf = ({ covered, households }: Pick<TellingFigures, 'covered' | 'households'>): number => (households === 0 ? 0 : Math.floor((100 * covered) / households))
