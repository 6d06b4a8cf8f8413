import type { SealedNumbers } from '../../people/contract.ts'
import type { Day } from '../../../kernel/dates.ts'
import { addressKey, doorText, isPhone, normalName, normalPhone, type DocumentKind, type Door } from '../../people/rules.ts'
import { readCareGroups, readNation, readNationality, readRelation, readResidency, readSex } from './codes.ts'
import { readDay } from './days.ts'
import { readDocument, type Document } from './document.ts'
import { bare, bareRoom, readDoor } from './door.ts'
import type { RosterField } from './fields.ts'
import type { ColumnField } from './headings.ts'
import { unneutralise } from '../../sheets/rules.ts'
import { isMasked } from './masks.ts'
import type { PlaceFinder } from './places.ts'

/** One cell that cannot be right (错误): words at `roster.issues.<code>`. */
export interface RowIssue {
  field: RosterField | null
  code: string
  params: Record<string, string | number>
}

/** A row as a person; null where the file says nothing, which never wipes what the register knows. */
export interface IncomingPerson {
  rowNo: number
  personId: string | null
  name: string
  sex: string | null
  birthOn: Day | null
  nation: string | null
  nationality: string | null
  documentKind: DocumentKind | null
  documentNo: string | null
  phone: string | null
  relation: string | null
  residency: string | null
  careGroups: string[] | null
  registeredAddress: string | null
  workplace: string | null
  note: string | null
  areaId: string
  areaPath: string
  /** Null where the file has no door: a known person then stays where they live. */
  door: Door | null
  address: string | null
  /** Sealed while the database was busy with other rows. */
  sealed?: SealedNumbers | undefined
}

export type ReadRow = { person: IncomingPerson } | { issues: RowIssue[] }

export interface RowReader {
  columns: readonly ColumnField[]
  places: PlaceFinder
  today: Day
  days1904: boolean
}

/** Everything wrong with a row is said at once, so that it is corrected once. */
export function readRow(rowNo: number, cells: readonly string[], reader: RowReader): ReadRow {
  const at = cellsByField(cells, reader.columns)
  const issues: RowIssue[] = []
  const problem = (field: RosterField | null, code: string, params: RowIssue['params'] = {}): null => {
    issues.push({ field, code, params })
    return null
  }
  const name = readName(at, problem)
  const document = readDocumentCells(at, reader.today, problem)
  const person = {
    rowNo,
    personId: readPersonId(at, problem),
    name,
    ...readBirthAndSex(at, document, reader, problem),
    nation: coded(at, 'nation', readNation, problem),
    nationality: coded(at, 'nationality', readNationality, problem),
    documentKind: document?.kind ?? null,
    documentNo: document?.no ?? null,
    phone: readPhone(at, problem),
    relation: coded(at, 'relation', readRelation, problem),
    residency: coded(at, 'residency', readResidency, problem),
    careGroups: readCare(at, problem),
    registeredAddress: at.registeredAddress || null,
    workplace: at.workplace || null,
    note: at.note || null,
    ...readPlace(at, reader.places, problem),
  }
  return issues.length > 0 ? { issues } : { person }
}

type Cells = Partial<Record<RosterField, string>>
type Problem = (field: RosterField | null, code: string, params?: RowIssue['params']) => null

function cellsByField(cells: readonly string[], columns: readonly ColumnField[]): Cells {
  const at: Cells = {}
  for (let i = 0; i < columns.length; i++) {
    const field = columns[i]
    if (!field || field === 'ignored') continue
    const cell = (cells[i] ?? '').trim()
    if (cell !== '') at[field] = unneutralise(cell)
  }
  return at
}

function readName(at: Cells, problem: Problem): string {
  // 张 三: the blank aligns two characters with three, it is no part of the name.
  const name = normalName(at.name ?? '')
  if (name === '') problem('name', 'nameMissing')
  else if (name.length > 60) problem('name', 'nameTooLong', { length: name.length })
  else if (/^[\d\s.]+$/.test(name)) problem('name', 'nameIsNumber')
  return name
}

function readDocumentCells(at: Cells, today: Day, problem: Problem): Document | null {
  const given = at.documentNo ?? ''
  if (isMasked(given)) {
    // Our own mask coming back: the person is known by the hidden column, the number stays as it is.
    return at.personId === undefined ? problem('documentNo', 'documentMasked') : null
  }
  const read = readDocument(at.documentKind ?? '', given, today)
  if ('code' in read) return problem(read.field, read.code, read.params)
  return read
}

function readBirthAndSex(at: Cells, document: Document | null, reader: RowReader, problem: Problem): { birthOn: Day | null; sex: string | null } {
  const birthGiven = at.birthOn === undefined ? undefined : readDay(at.birthOn, reader.days1904)
  if (at.birthOn !== undefined && birthGiven === undefined) problem('birthOn', 'notADay', { given: short(at.birthOn) })
  if (birthGiven !== undefined && birthGiven > reader.today) problem('birthOn', 'birthInFuture', { given: birthGiven })
  const sexGiven = coded(at, 'sex', readSex, problem)
  const { birthOn, sex } = document ?? {}
  if (birthOn && birthGiven && birthOn !== birthGiven) problem('birthOn', 'birthAgainstDocument', { given: birthGiven, document: birthOn })
  if (sex && (sexGiven === '1' || sexGiven === '2') && sex !== sexGiven) problem('sex', 'sexAgainstDocument', { sex })
  return { birthOn: birthOn ?? birthGiven ?? null, sex: sex ?? sexGiven }
}

function coded(at: Cells, field: RosterField, read: (text: string) => string | undefined, problem: Problem): string | null {
  const given = at[field]
  if (given === undefined) return null
  const code = read(given)
  return code === undefined ? problem(field, 'codeUnknown', { given: short(given) }) : code
}

function readCare(at: Cells, problem: Problem): string[] | null {
  if (at.careGroups === undefined) return null
  const read = readCareGroups(at.careGroups)
  if ('unknown' in read) problem('careGroups', 'codeUnknown', { given: short(read.unknown) })
  return 'groups' in read ? read.groups : null
}

function readPhone(at: Cells, problem: Problem): string | null {
  const given = at.phone
  if (given === undefined || isMasked(given)) return null
  // Two numbers in one cell are common; the first is kept.
  const first = normalPhone(given.normalize('NFKC').split(/[,;、/]|\s{2,}/)[0] ?? '')
  return isPhone(first) ? first : problem('phone', 'phoneWrong', { digits: first.replace(/\D/g, '').length })
}

function readPersonId(at: Cells, problem: Problem): string | null {
  if (at.personId === undefined) return null
  const id = at.personId.toLowerCase()
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? id : problem('personId', 'personIdChanged')
}

function readPlace(at: Cells, places: PlaceFinder, problem: Problem): Pick<IncomingPerson, 'areaId' | 'areaPath' | 'door' | 'address'> {
  const nowhere = { areaId: '', areaPath: '', door: null, address: null }
  const given = { compound: at.compound ?? '', grid: at.grid ?? '', building: at.building ?? '', address: at.address ?? '' }
  const door = at.building || at.unit || at.room || at.address
  // A row of our own export may come back without any place: the person stays where they are.
  if (!door && given.compound === '' && given.grid === '' && at.personId !== undefined) return nowhere
  const placed = places.find(given)
  if ('problem' in placed) {
    const params = { given: short(placed.given), nearest: placed.nearest ?? '' }
    problem(placed.field, placed.given === '' ? 'placeMissing' : placed.nearest ? 'placeUnknownNearest' : 'placeUnknown', params)
    return nowhere
  }
  const parts = splitDoor(at, placed.rest)
  const at_ = { areaId: placed.place.id, areaPath: placed.place.path }
  if (addressKey(parts) !== '--') return { ...at_, door: parts, address: `${placed.place.name}${doorText(parts)}` }
  // A new person needs a door; a known one (hidden column) may come without.
  if (at.personId === undefined) problem('room', 'doorMissing')
  return { ...at_, door: null, address: null }
}

/** Columns of their own are believed before the address they were taken from. */
function splitDoor(at: Cells, rest: string): Door {
  const fromAddress = rest === '' ? { building: '', unit: '', room: '' } : readDoor(rest)
  if (!at.building && !at.unit && at.room && /[-幢栋楼单]/.test(at.room)) return readDoor(at.room)
  return {
    building: bare(at.building) || fromAddress.building,
    unit: bare(at.unit) || fromAddress.unit,
    room: bareRoom(at.room) || fromAddress.room,
  }
}

const short = (text: string): string => text.slice(0, 20)
