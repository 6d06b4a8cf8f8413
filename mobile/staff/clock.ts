import { clockOf, dayOf, toInstant } from '../../kernel/dates.ts'
import { looked, timeSettled, type PhoneClock } from '../../modules/field/rules.ts'
import { currentLanguage } from '../../ui/language.ts'
import { setAhead, startClock } from '../../ui/now.ts'
import { sayIn } from '../../ui/words.ts'
import { putRight } from './outbox/box.ts'
import { setState, staffState } from './state.ts'

const HEARD = 'wangge.heard'
let clock: PhoneClock = { measured: 0, ahead: 0, heard: 0, lost: false }

function put(next: PhoneClock): void {
  const changed = next.ahead !== clock.ahead || next.lost !== clock.lost
  clock = next
  try { localStorage.setItem(HEARD, String(next.heard)) } catch { /* private window: known in this page alone */ }
  if (!changed) return
  setAhead(next.ahead)
  setState({ clockOff: Math.round(next.ahead / 1000), clockLost: next.lost })
}

/** As it was left: what was measured last, and until when it was heard of. */
export function startPhoneClock(): void {
  const measured = startClock() * 1000
  let heard = clock.heard
  try { heard = Number(localStorage.getItem(HEARD) ?? 0) || 0 } catch { /* private window */ }
  clock = { measured, ahead: measured, heard, lost: false }
  setState({ clockOff: measured / 1000, clockLost: false })
  lookAtClock()
}
export const lookAtClock = (): void => put(looked(clock, Date.now()))

/** The server has told the time; without `clockOff` too slowly for the difference to be known. What was recorded by a lost clock is settled now. */
export async function heardOfTime(now: string, clockOff?: number): Promise<void> {
  if (clockOff !== undefined) put({ measured: clockOff * 1000, ahead: clockOff * 1000, heard: Date.parse(now), lost: false })
  for (const { record, state, tries } of staffState().records) {
    if (record.doubtful !== 'open' || state !== 'waiting' || tries > 0) continue
    const note = sayIn(currentLanguage())('field.phone.clockNote', { phone: saidAt(record.phoneAt) })
    await putRight(record.id, timeSettled(record, clockOff, now, note))
  }
}

/** What the phone shows, however wrong. */
const saidAt = (at: string): string => `${dayOf(at)} ${clockOf(at)}`
export const phoneShows = (): string => saidAt(toInstant(new Date()))
