import { addressKey, normalDocument, normalName, normalPhone } from '../../people/rules.ts'
import { readDoor } from '../../roster/rules/door.ts'
import type { Column, UnmatchedReason } from '../contract.ts'
import type { Grid, Line } from './layout.ts'
import { seenAt } from './layout.ts'

/** Somebody who stands in the sheet, as far as the sheet says who that is. */
export interface Asked { rowNo: number; name: string; documentNo: string | null; phone: string | null; address: string | null }

const cellOf = (grid: Grid, columns: readonly Column[], rowNo: number, source: string): string => {
  const column = columns.find((one) => one.source === source)
  return column ? seenAt(grid, rowNo, column.index) : ''
}

/** A number with stars in it says nothing. */
export const askedIn = (grid: Grid, columns: readonly Column[], lines: readonly Line[]): Asked[] => lines.filter((line) => line.kind === 'taken').map(({ rowNo }) => {
  const [documentNo, phone] = [normalDocument(cellOf(grid, columns, rowNo, 'documentNo')), normalPhone(cellOf(grid, columns, rowNo, 'phone'))]
  return {
    rowNo, name: normalName(cellOf(grid, columns, rowNo, 'name')), documentNo: documentNo === '' || documentNo.includes('*') ? null : documentNo, phone: phone === '' || phone.includes('*') ? null : phone,
    address: cellOf(grid, columns, rowNo, 'address') || null,
  }
})

/** Somebody of the own territory a line may mean. */
export interface Known { personId: string; name: string; documentIndex: string | null; phoneIndex: string | null; building: string; unit: string; room: string; compound: string; address: string; birthOn: string | null; sex: string; documentMasked: string | null }

export type Match = { rowNo: number; personId: string } | { rowNo: number; reason: UnmatchedReason; candidates: readonly string[] }

const MOST_CANDIDATES = 6
const doorKey = ({ building, unit, room }: { building: string; unit: string; room: string }): string => addressKey({ building, unit, room })

/** The same door: what is written ends with it, and names the compound where it names any. */
export function livesAt(address: string, known: Pick<Known, 'building' | 'unit' | 'room' | 'compound'>): boolean {
  const text = address.normalize('NFKC').replace(/\s/g, '')
  const at = known.compound === '' ? -1 : text.indexOf(known.compound)
  const rest = at >= 0 ? text.slice(at + known.compound.length) : text.replace(/^.*?(小区|组|村|苑|园|社区)(?=.*\d)/, '')
  return known.room !== '' && doorKey(readDoor(rest.replace(/^.*?网格/, ''))) === doorKey(known)
}

/** 比对: by identity number, else name and telephone, else name and address; whoever cannot be told for sure is left to be chosen. */
export function matchOf(asked: Asked, index: { document: string | null; phone: string | null }, byDocument: ReadonlyMap<string, Known>, byName: ReadonlyMap<string, readonly Known[]>): Match {
  const { rowNo } = asked
  const named = byName.get(asked.name) ?? []
  const open = (reason: UnmatchedReason, those: readonly Known[]): Match => ({ rowNo, reason, candidates: those.slice(0, MOST_CANDIDATES).map((one) => one.personId) })
  if (index.document !== null) {
    const found = byDocument.get(index.document)
    if (found) return asked.name === '' || normalName(found.name) === asked.name ? { rowNo, personId: found.personId } : open('nameDiffers', [found])
    return named.length > 0 ? open('numberUnknown', named) : open('notHere', [])
  }
  if (asked.name === '') return open('noName', [])
  if (named.length === 0) return open('notHere', [])
  const phones = index.phone === null ? [] : named.filter((one) => one.phoneIndex === index.phone)
  const { address } = asked
  const doors = address === null ? [] : named.filter((one) => livesAt(address, one))
  const sure = phones.length > 0 ? phones : doors
  const [only] = sure
  if (only && sure.length === 1) return { rowNo, personId: only.personId }
  return sure.length > 1 ? open('several', sure) : open(named.length > 1 ? 'several' : 'nameOnly', named)
}
