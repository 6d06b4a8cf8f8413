import { headingBook } from '../../sheets/rules.ts'
import { fieldHeadings, headingSynonyms, ignoredHeadings, rosterFields, type RosterField } from './fields.ts'

export { headingKey, headingsKey, isInstructionRow } from '../../sheets/rules.ts'

/** What a column is taken for: a field, deliberately left out, or nobody knows yet. */
export type ColumnField = RosterField | 'ignored' | null

const names = Object.fromEntries(rosterFields.map((field) => [field, [fieldHeadings[field], ...headingSynonyms[field]]])) as Record<RosterField, string[]>
export const { fieldOf, fieldsOf, findHeadingRow } = headingBook(names, ignoredHeadings)

/** What is still missing before rows can become people. */
export function missingFields(fields: readonly ColumnField[]): ('name' | 'place')[] {
  const placed = fields.some((f) => f === 'address' || f === 'room' || f === 'compound' || f === 'personId')
  return [...(fields.includes('name') ? [] : (['name'] as const)), ...(placed ? [] : (['place'] as const))]
}
