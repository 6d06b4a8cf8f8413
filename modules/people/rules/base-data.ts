import type { DocumentKind } from './documents.ts'
import { checkDocument } from './documents.ts'

/** 底数缺项, in the order in which somebody at a door thinks of them. */
export const baseDataGaps = ['unvisited', 'noHouseholder', 'noPhone', 'noDocument', 'doubtful', 'noRoom'] as const
export type BaseDataGap = (typeof baseDataGaps)[number]
/** Each gap is one of a household or of a person: that is what there is to be complete. */
export const gapOf: Record<BaseDataGap, 'household' | 'person'> = {
  unvisited: 'household', noHouseholder: 'household', noRoom: 'household', noPhone: 'person', noDocument: 'person', doubtful: 'person',
}
/** What may be confirmed not to be there, so that it is asked for no more. */
export const confirmable: Partial<Record<BaseDataGap, string>> = { noHouseholder: 'householder', noPhone: 'phone', noDocument: 'document', noRoom: 'room' }

export interface BaseDataFigures { households: number; persons: number; gaps: Readonly<Record<BaseDataGap, number>> }

/** 完整率: of all that should be known of these households and persons, the share that is; 1 where there is nobody. Doubtful numbers count as missing ones. */
export function completeShare({ households, persons, gaps }: BaseDataFigures): number {
  const wanted = baseDataGaps.filter((gap) => gap !== 'doubtful')
  const all = wanted.reduce((sum, gap) => sum + (gapOf[gap] === 'household' ? households : persons), 0)
  const missing = baseDataGaps.reduce((sum, gap) => sum + gaps[gap], 0)
  return all === 0 ? 1 : Math.max(0, all - missing) / all
}

export type DocumentDoubt = 'fault' | 'oldForm' | 'birth' | 'sex'

/** 号码存疑: why a number on record should be looked at again; a number that contradicts the record may be somebody else's. */
export function documentDoubt(p: { documentKind: string; documentNo: string; birthOn: string | null; sex: string }, today: string): DocumentDoubt | undefined {
  const verdict = checkDocument(p.documentKind as DocumentKind, p.documentNo, today)
  if (verdict.fault) return 'fault'
  if (verdict.birthOn && p.birthOn !== null && verdict.birthOn !== p.birthOn) return 'birth'
  if (verdict.sex && (p.sex === '1' || p.sex === '2') && verdict.sex !== p.sex) return 'sex'
  return p.documentKind === 'residentId' && verdict.warning === 'oldForm' ? 'oldForm' : undefined
}
