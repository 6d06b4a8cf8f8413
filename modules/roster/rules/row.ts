import type { Day } from '../../../kernel/dates.ts'
import { readCareGroups, readNation, readRelation, readResidency, readSex } from './codes.ts'
import { readDay } from './days.ts'
import { readDocument, type Document } from './document.ts'
import { bare, readDoor, writeDoor, type Door } from './door.ts'
import type { RosterField } from './fields.ts'
import type { ColumnField } from './headings.ts'
import { isMasked, unneutralise } from './masks.ts'
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
  documentKind: string | null
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
    nationality: readNationality(at.nationality),
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
  const name = (at.name ?? '').replace(/\s+/g, ' ').trim()
  if (name === '') problem('name', 'nameMissing')
  else if (name.length > 60) problem('name', 'nameTooLong', { length: name.length })
  else if (/^[\d\s.]+$/.test(name)) problem('name', 'nameIsNumber')
  // 张 三: the blank aligns two characters with three, it is no part of the name.
  return /^[\p{Script=Han}·•]+(\s[\p{Script=Han}·•]+)+$/u.test(name) ? name.replace(/\s/g, '') : name
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
  if (sex && (sexGiven === '1' || sexGiven === '2') && sex !== sexGiven) problem('sex', 'sexAgainstDocument', { document: sex })
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
  const first = (given.normalize('NFKC').split(/[,;、/]|\s{2,}/)[0] ?? '').replace(/^\+?86[- ]?(?=1\d{10}$)/, '').replace(/[\s-]/g, '')
  if (/^1[3-9]\d{9}$/.test(first) || /^0\d{9,11}$/.test(first)) return first
  return problem('phone', 'phoneWrong', { digits: first.replace(/\D/g, '').length })
}

function readPersonId(at: Cells, problem: Problem): string | null {
  if (at.personId === undefined) return null
  const id = at.personId.toLowerCase()
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? id : problem('personId', 'personIdChanged')
}

const readNationality = (given: string | undefined): string | null =>
  given === undefined ? null : /^(中国|中华人民共和国|中|chn|cn|156)$/i.test(given) ? 'CHN' : given.slice(0, 40)

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
  const address = writeDoor(parts)
  if (address === '') return { areaId: placed.place.id, areaPath: placed.place.path, door: null, address: null, ...doorless(at, problem) }
  return { areaId: placed.place.id, areaPath: placed.place.path, door: parts, address }
}

/** Columns of their own are believed before the address they were taken from. */
function splitDoor(at: Cells, rest: string): Door {
  const fromAddress = rest === '' ? { building: '', unit: '', room: '' } : readDoor(rest)
  if (!at.building && !at.unit && at.room && /[-幢栋楼单]/.test(at.room)) return readDoor(at.room)
  return {
    building: bare(at.building) || fromAddress.building,
    unit: bare(at.unit) || fromAddress.unit,
    room: bare(at.room) || fromAddress.room,
  }
}

/** A new person needs a door; a known one (hidden column) may come without. */
function doorless(at: Cells, problem: Problem): Record<string, never> {
  if (at.personId === undefined) problem('room', 'doorMissing')
  return {}
}

const short = (text: string): string => text.slice(0, 20)
