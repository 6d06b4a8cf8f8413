import type { BoxRecord } from '../state.ts'

const BATCH = 200
/** The oldest that waits; passages go by the hundred, as they stand one behind the other. */
export function nextOf(records: readonly BoxRecord[]): BoxRecord[] {
  const waiting = records.filter(({ state }) => state === 'waiting')
  if (waiting[0]?.record.command !== 'passage.recordPassages') return waiting.slice(0, 1)
  const other = waiting.findIndex(({ record }) => record.command !== 'passage.recordPassages')
  return waiting.slice(0, Math.min(BATCH, other === -1 ? waiting.length : other))
}
