import type { Instant } from '../../../kernel/dates.ts'
import type { FieldCommand } from '../../../modules/field/contract.ts'
import { waitMs } from '../../../modules/field/rules.ts'
import type { BoxRecord } from '../state.ts'

/** 同一件事: what must arrive in the order it was recorded, the same door, person or post. A passage stands by its own time. */
const thingOf: Record<FieldCommand, (one: BoxRecord) => unknown> = {
  'quarantine.recordCall': ({ about }) => about, 'quarantine.recordVisit': ({ about }) => about, 'screening.recordScreening': ({ about }) => about, 'care.recordCareVisit': ({ about }) => about, 'care.coverHome': ({ about }) => about,
  'passage.signOn': ({ record }) => record.input['gateId'], 'passage.handOver': ({ record }) => record.input['gateId'], 'passage.recordPassages': () => null, 'disinfection.recordDisinfection': ({ about }) => about, 'publicity.recordPublicity': ({ about }) => about,
}

const BATCH = 200
/** So often a record is tried in its place; by then a batch is down to three. */
const ASIDE_AFTER = 4
const troublesOf = ({ answer }: BoxRecord): number => answer?.troubles ?? 0
/** What had trouble goes with ever fewer, so that most neighbours of the one that makes it have soon arrived. */
const atOnce = (one: BoxRecord): number => Math.max(1, BATCH >> (2 * troublesOf(one)))
/** 先放一边: the server has tried again and again and could not; it is tried again later, after the others. */
export const isAside = (one: BoxRecord): boolean => one.state === 'waiting' && troublesOf(one) >= ASIDE_AFTER

/** What goes next: the oldest that waits and does not wait behind one of the same thing that is aside; passages go by the hundred, as they stand one behind the other. Then what is aside, once its time has come. */
export function nextOf(records: readonly BoxRecord[], now: Instant): BoxRecord[] {
  const waiting = records.filter(({ state }) => state === 'waiting')
  const held = new Set<unknown>()
  const ready = waiting.filter((one) => {
    const thing = thingOf[one.record.command](one)
    const waits = isAside(one) || (thing !== null && held.has(thing))
    if (waits && thing !== null) held.add(thing)
    return !waits
  })
  const [first] = ready
  if (!first) return waiting.filter((one) => isAside(one) && Date.parse(one.answer?.at ?? now) + waitMs(troublesOf(one)) <= Date.parse(now)).slice(0, 1)
  if (first.record.command !== 'passage.recordPassages') return [first]
  const other = ready.findIndex(({ record }) => record.command !== 'passage.recordPassages')
  return ready.slice(0, Math.min(atOnce(first), other === -1 ? ready.length : other))
}
