import { resultSpecs, type ResultSpec } from './data.ts'
import type { PushedList, PushedResult } from './contract.ts'

export { answerFields, pushedBook, pushedHeadings, readSource } from './rules/fields.ts'
export { placeOfRow } from './rules/place.ts'
export { propose, type Knowing } from './rules/proposal.ts'
export { canBeTaken, readPushedRow, rowIssues, type ReadRow, type RowIssue } from './rules/row.ts'

export const specOf = (result: PushedResult): ResultSpec => resultSpecs.find((spec) => spec.id === result) ?? { id: result, kinds: [] }

/** Results in the order of the form, each kind by itself; zero where there is none, so that the sum can be read off. */
export function resultTable(counts: PushedList['results']): { result: PushedResult; kind: string | null; n: number }[] {
  const of = (result: string, kind: string | null) => counts.filter((c) => c.result === result && (kind === null || c.kind === kind)).reduce((sum, c) => sum + c.n, 0)
  return resultSpecs.flatMap((spec: ResultSpec): { result: PushedResult; kind: string | null; n: number }[] => (spec.kinds.length > 0 ? spec.kinds : [null]).map((kind) => ({ result: spec.id as PushedResult, kind, n: of(spec.id, kind) })))
}
