import { atMs, msOf, type Instant } from '../../../kernel/dates.ts'
import type { FieldCommand, FieldRecord } from '../contract.ts'

/** 手机的钟, in milliseconds: how far the server was ahead of it when last measured, and by what it goes now. */
export interface PhoneClock {
  readonly measured: number
  readonly ahead: number
  /** The latest time this phone knows to be over; 0 while it has heard of none. */
  readonly heard: number
  /** 时间不可信: set back, or far ahead. It goes on from the latest time known, which is no later than it really is. */
  readonly lost: boolean
}

const CLOSE_MS = 2 * 60_000
/** A phone that nobody has opened for so long has signed its owner out, and has to hear of the server first. */
const FAR_MS = 7 * 86_400_000

/** What the clock on the wall says now, and whether that can be: a battery that ran empty begins again in 1970. */
export function looked(clock: PhoneClock, wall: number): PhoneClock {
  const canBe = (ahead: number) => clock.heard === 0 || (wall + ahead >= clock.heard - CLOSE_MS && wall + ahead <= clock.heard + FAR_MS)
  // One that ran wrong may have been set right since, by the network or by hand.
  const right = [clock.measured, 0].find(canBe)
  const ahead = right ?? (clock.lost && canBe(clock.ahead) ? clock.ahead : clock.heard - wall)
  return { ...clock, ahead, lost: right === undefined, heard: Math.max(clock.heard, wall + ahead) }
}

/**
 * What was recorded by a lost clock, once the server is heard of: by the same clock it is known how long ago that was, as long as nobody has set it
 * meanwhile. Then the time is put right; else it stays the earliest there is, and the record says so.
 */
export function timeSettled(record: FieldRecord, clockOff: number | undefined, now: Instant, note: string): FieldRecord {
  const { doubtful: _, ...rest } = record
  const at = clockOff === undefined ? undefined : msOf(record.phoneAt) + clockOff * 1000
  const canBe = at !== undefined && at >= msOf(record.at) - CLOSE_MS && at <= msOf(now) + CLOSE_MS
  if (!canBe || clockOff === undefined) return { ...record, input: noted(record, note), doubtful: 'stays' }
  const later = at - msOf(record.at)
  return { ...rest, at: atMs(at), clockOff, input: moved(record.input, later) }
}

type Input = Record<string, unknown>
/** Each of its own times, wherever the command has it. */
const moved = (input: Input, later: number): Input => Object.fromEntries(Object.entries(input).map(([key, value]) =>
  [key, (key === 'at' || key === 'fromAt' || key === 'reportedAt') && typeof value === 'string' ? atMs(msOf(value) + later) : key === 'items' && Array.isArray(value) ? value.map((one: Input) => moved(one, later)) : value]))

/** Where each command takes a word, and how long that may be. */
const places: Record<FieldCommand, [key: string, most: number]> = {
  'quarantine.recordCall': ['note', 300], 'quarantine.recordVisit': ['note', 300], 'screening.recordScreening': ['purposeNote', 120], 'care.recordCareVisit': ['note', 300], 'care.coverHome': ['note', 300], 'passage.recordPassages': ['note', 300], 'passage.signOn': ['remarks', 500], 'passage.handOver': ['remarks', 500], 'disinfection.recordDisinfection': ['note', 300], 'publicity.recordPublicity': ['note', 300],
}
function noted({ command, input }: FieldRecord, note: string): Input {
  const [key, most] = places[command]
  const put = (one: Input): Input => ({ ...one, [key]: [note, one[key]].filter(Boolean).join(' ').slice(0, most) })
  return command === 'passage.recordPassages' ? { ...input, items: (input['items'] as Input[]).map(put) } : put(input)
}
