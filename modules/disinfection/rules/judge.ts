import { minutesBetween, type Instant } from '../../../kernel/dates.ts'
import type { Agent, Mark, Method, PointKind } from '../contract.ts'
import { pointKindTerms, strength } from '../data.ts'

export interface Done { agent: Agent; concentration: number | null; method: Method; fromAt: Instant | null; at: Instant }

const { chlorine, terminal } = strength

/** What was not as the guidelines want it, each with what to do; the record itself stands whatever it says. `kind` is null for a terminal one. */
export function judge({ agent, concentration, method, fromAt, at }: Done, kind: PointKind | null): Mark[] {
  const marks: Mark[] = []
  const say = (id: Mark['id'], params: Mark['params'] = {}) => marks.push({ id, params })
  if (agent === 'chlorine') {
    if (concentration === null) say('notWritten', chlorineRange)
    else if (kind === null && concentration < terminal.chlorine) say('terminalWeak', { n: concentration, least: terminal.chlorine })
    else if (kind !== null && concentration < chlorine.from) say('tooWeak', { n: concentration, ...chlorineRange })
    else if (kind !== null && concentration > chlorine.to) say('tooStrong', { n: concentration, ...chlorineRange })
    const minutes = fromAt === null ? undefined : Math.round(minutesBetween(fromAt, at))
    if (minutes !== undefined && minutes < chlorine.minutes) say('tooShort', { n: minutes, least: chlorine.minutes })
  }
  const outdoors = kind !== null && pointKindTerms[kind].outdoors
  if (agent === 'alcohol' && method === 'spray' && !outdoors) say('alcoholSprayed')
  if (outdoors && (method === 'spray' || method === 'mop')) say('outsideGround')
  return marks
}
const chlorineRange = { from: chlorine.from, to: chlorine.to }
