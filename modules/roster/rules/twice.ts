import { nameKey } from '../../people/rules.ts'
import type { IncomingPerson, RowIssue } from './row.ts'
import type { SeenRows } from './seen.ts'

export interface SeenBefore {
  documents: SeenRows
  likely: SeenRows
}

/**
 * The same person twice in one file: the first row goes in, the second is returned with the first one's number.
 * Without an identity number, name, phone (or door) and birth date together are taken for the same person.
 */
export function twiceInFile(row: IncomingPerson, seen: SeenBefore): RowIssue | undefined {
  if (row.documentNo !== null) {
    const other = seen.documents.claim(row.documentNo, row.rowNo)
    return other === undefined || other === row.rowNo ? undefined : { field: 'documentNo', code: 'documentTwiceInFile', params: { other } }
  }
  if (row.personId !== null) {
    const other = seen.documents.claim(row.personId, row.rowNo)
    return other === undefined || other === row.rowNo ? undefined : { field: 'personId', code: 'personTwiceInFile', params: { other } }
  }
  const where = row.phone ?? `${row.areaId}|${row.address ?? ''}`
  const other = seen.likely.claim(`${nameKey(row.name)}|${row.birthOn ?? ''}|${where}`, row.rowNo)
  return other === undefined || other === row.rowNo ? undefined : { field: 'name', code: 'likelyTwiceInFile', params: { other } }
}
