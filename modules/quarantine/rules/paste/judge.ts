import { clockOf, dayOf, type Instant } from '../../../../kernel/dates.ts'
import type { Symptom } from '../../../policies/contract.ts'
import { pasteFaults, type CheckSheet, type PasteField, type PasteRow, type PasteSays, type ReadingRules, type Said, type SheetPerson } from '../../contract.ts'
import { readDegrees } from '../degrees.ts'
import { judge, windowOf } from '../windows.ts'
import { readVisit } from './columns.ts'
import { matchPerson, type PersonIndex } from './match.ts'
import { readSymptoms } from './symptoms.ts'
import { readWhen } from './when.ts'

/** What a row brings to the record once it is good. */
export interface Takes { episodeId: string; takenAt: Instant; temperature?: number; symptoms: Symptom[]; note?: string; visit?: 'made' | 'nobodyHome' }
export interface Judged {
  /** good: will be recorded · left: there already or left out on purpose · blank: nothing filled in · wrong: has to be mended. */
  state: 'good' | 'left' | 'blank' | 'wrong'
  person?: SheetPerson
  offered: SheetPerson[]
  says: Said[]
  takes?: Takes
  /** Somebody may decide otherwise than the rules do: keep it (true) or leave it out (false). */
  may?: boolean
}

const FAULTS: ReadonlySet<string> = new Set(pasteFaults)
const NOTE = 300
const say = (code: PasteSays, field: PasteField | null, params: Said['params'] = {}): Said => ({ code, field, params })
export const isFault = ({ code }: Said): boolean => FAULTS.has(code)

/** Every row for itself, then those that tell of the same person twice. Pure: the page asks at every key, the server once more when it saves. */
export function judgeRows(rows: readonly PasteRow[], index: PersonIndex, rules: readonly ReadingRules[], now: CheckSheet['now']): Judged[] {
  const seen = new Map<string, { temperature: number | undefined; symptoms: string; line: number }[]>()
  return rows.map((row) => {
    const judged = judgeRow(row, index, rules, now)
    const windows = judged.person && rules[judged.person.rule]?.checkWindows
    if (judged.state !== 'good' || !judged.takes || !windows) return judged
    const settled = besideOthers(row, judged, judged.takes, windows, seen)
    if (settled.state === 'good') remember(seen, judged.takes, row.line, windows)
    return settled
  })
}

type Windows = ReadingRules['checkWindows']
const slotOf = (episodeId: string, at: Instant, windows: Windows): string => {
  const slot = windowOf(windows, at)
  return `${episodeId} ${slot ? `${slot.dueOn} ${slot.window}` : at.slice(0, 16)}`
}
const isReading = ({ temperature, symptoms }: Pick<Takes, 'temperature' | 'symptoms'>): boolean => temperature !== undefined || symptoms.length > 0
const spelt = (symptoms: readonly string[]): string => symptoms.toSorted().join()

function remember(seen: Map<string, { temperature: number | undefined; symptoms: string; line: number }[]>, takes: Takes, line: number, windows: Windows): void {
  if (!isReading(takes)) return
  const slot = slotOf(takes.episodeId, takes.takenAt, windows)
  seen.set(slot, [...(seen.get(slot) ?? []), { temperature: takes.temperature, symptoms: spelt(takes.symptoms), line }])
}

/** The same reading again is left out; another one of the same window is kept as a second reading, and both are said. */
function besideOthers(row: PasteRow, judged: Judged, takes: Takes, windows: Windows, seen: ReadonlyMap<string, { temperature: number | undefined; symptoms: string; line: number }[]>): Judged {
  if (!isReading(takes) || !judged.person) return judged
  const slot = slotOf(takes.episodeId, takes.takenAt, windows)
  const kept = judged.person.readings.filter((r) => slotOf(takes.episodeId, r.takenAt, windows) === slot)
    .map((r) => ({ temperature: r.temperature ?? undefined, symptoms: spelt(r.symptoms), at: clockOf(r.takenAt), line: 0 }))
  const others = [...kept, ...(seen.get(slot) ?? []).map((r) => ({ ...r, at: '' }))]
  const [other] = others
  if (!other) return judged
  const same = others.find((r) => r.temperature === takes.temperature && r.symptoms === spelt(takes.symptoms))
  const told = same ?? other
  const params = { at: told.at, t: told.temperature?.toFixed(1) ?? '', line: told.line }
  if (same ? row.keep !== true : row.keep === false) return { ...judged, state: 'left', says: [...judged.says, say(same ? 'same' : 'leftOut', null, params)], may: true }
  return { ...judged, says: [...judged.says, say('second', null, params)], may: false }
}

function judgeRow(row: PasteRow, index: PersonIndex, rules: readonly ReadingRules[], now: Instant): Judged {
  const { cells } = row
  if (!cells.temperature?.trim() && !cells.visit?.trim() && noSymptomsSaid(cells.symptoms ?? '')) return notFilled(row, index)
  const chosen = row.episodeId === undefined ? undefined : index.byId.get(row.episodeId)
  if (row.episodeId !== undefined && !chosen) return { state: 'wrong', offered: [], says: [say('notManaged', 'name', { name: cells.name ?? '' })] }
  const matched = chosen ? { person: chosen, byNameOnly: false } : matchPerson(cells, index)
  if ('fault' in matched) return { state: 'wrong', offered: matched.offered, says: [say(matched.fault, matched.field, matched.params)] }
  const { person } = matched
  const own = rules[person.rule]
  if (!own) return { state: 'wrong', offered: [], says: [say('notManaged', 'name', { name: cells.name ?? '' })] }
  const read = readCells(row, person, own, now)
  const says = [...read.says, ...(matched.byNameOnly ? [say('byNameOnly', 'name')] : [])]
  if (says.some(isFault)) return { state: 'wrong', person, offered: [], says, ...(says.some(({ code }) => code === 'outOfRange') ? { may: true } : {}) }
  return { state: 'good', person, offered: [], says, takes: read.takes }
}

const noSymptomsSaid = (cell: string): boolean => {
  const read = readSymptoms(cell)
  return 'symptoms' in read && read.symptoms.length === 0
}

/** A line of the empty sheet nobody has filled in yet is no mistake. */
function notFilled({ cells, episodeId }: PasteRow, index: PersonIndex): Judged {
  const matched = matchPerson(cells, index)
  const person = (episodeId === undefined ? undefined : index.byId.get(episodeId)) ?? ('person' in matched ? matched.person : undefined)
  return { state: 'blank', ...(person ? { person } : {}), offered: [], says: [say('notFilled', null)] }
}

/** The cells of a row whose person is known, against the rules of that person's order. */
function readCells(row: PasteRow, person: SheetPerson, own: ReadingRules, now: Instant): { says: Said[]; takes: Takes } {
  const { cells } = row
  const says: Said[] = []
  const takes: Takes = { episodeId: person.episodeId, takenAt: now, symptoms: [] }
  readSymptomCell(cells.symptoms ?? '', takes, says)
  readReading(row, own, takes, says)
  readVisitCell(cells.visit ?? '', takes, says)
  readMoment(row, person, own, now, takes, says)
  const note = cells.note?.trim() ?? ''
  if (note.length > NOTE) says.push(say('noteTooLong', 'note', { n: note.length, most: NOTE }))
  else if (note !== '') takes.note = note
  if (!isReading(takes) && takes.visit === undefined && !says.some(isFault)) says.push(say('noReading', 'temperature'))
  return { says, takes }
}

function readReading({ cells, keep }: PasteRow, own: ReadingRules, takes: Takes, says: Said[]): void {
  const cell = cells.temperature?.trim() ?? ''
  if (cell === '' || /^(未测|没测|没有测|未量|没量|-|\/)$/.test(cell)) return
  const degrees = readDegrees(cell)
  if (degrees === undefined) {
    says.push(/\d/.test(cell.normalize('NFKC')) ? say('notADegree', 'temperature', { cell: cell.slice(0, 20) }) : say('wordForReading', 'temperature', { cell: cell.slice(0, 20) }))
    return
  }
  takes.temperature = degrees
  const { deviceMin, deviceMax } = own.temperature
  const { deviceError, abnormal } = judge(own, { temperature: degrees, symptoms: [] })
  if (deviceError) says.push(say(keep === true ? 'deviceError' : 'outOfRange', 'temperature', { t: degrees, from: deviceMin, to: deviceMax }))
  else if (abnormal) says.push(say('fever', 'temperature', { t: degrees.toFixed(1) }))
}

function readSymptomCell(cell: string, takes: Takes, says: Said[]): void {
  const read = readSymptoms(cell)
  if ('unnamed' in read) says.push(say('symptomUnnamed', 'symptoms'))
  else if ('unknown' in read) says.push(say('symptomUnknown', 'symptoms', { word: read.unknown }))
  else {
    takes.symptoms = read.symptoms
    if (read.symptoms.length > 0) says.push(say('symptoms', 'symptoms'))
  }
}

function readVisitCell(cell: string, takes: Takes, says: Said[]): void {
  const visit = readVisit(cell)
  if (visit === undefined) says.push(say('visitUnknown', 'visit', { cell: cell.slice(0, 20) }))
  else if (visit === 'nobodyHome' && isReading(takes)) says.push(say('vainWithReading', 'visit'))
  else if (visit !== 'none') takes.visit = visit
}

function readMoment({ cells }: PasteRow, person: SheetPerson, own: ReadingRules, now: Instant, takes: Takes, says: Said[]): void {
  const when = readWhen(cells.day ?? '', cells.time ?? '', own.checkWindows, now)
  if ('fault' in when) {
    says.push(say(when.fault, when.field, { cell: (when.field === 'day' ? cells.day : cells.time)?.slice(0, 20) ?? '' }))
    return
  }
  takes.takenAt = when.at
  if (dayOf(when.at) < person.startsOn) says.push(say('beforeStart', 'day', { day: person.startsOn }))
  else if (when.windowOnly) says.push(say('windowOnly', 'time', { window: when.windowOnly }))
  else if (isReading(takes) && !windowOf(own.checkWindows, when.at)) says.push(say('outsideWindow', 'time', { at: clockOf(when.at), windows: own.checkWindows.map(({ from, to }) => `${from}–${to}`).join('、') }))
}
