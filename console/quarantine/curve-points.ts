import type { EpisodeCard } from '../../modules/quarantine/contract.ts'

export interface Point { id: string; at: number; value: number; abnormal: boolean; takenAt: string }
export interface Gap { at: number; dueOn: string; window: string; state: 'missed' | 'explained' }

/** What is drawn: readings that are readings, and the windows nobody measured in. */
export function curveOf({ readings, due, feverFrom }: Pick<EpisodeCard, 'readings' | 'due' | 'feverFrom'>) {
  const points: Point[] = readings.flatMap((r) => (r.temperature === null || r.deviceError ? [] : [{ id: r.id, at: Date.parse(r.takenAt), value: r.temperature, abnormal: r.abnormal, takenAt: r.takenAt }]))
  const gaps: Gap[] = due.flatMap((d) => (d.state === 'missed' || d.state === 'explained' ? [{ at: (Date.parse(d.opensAt) + Date.parse(d.closesAt)) / 2, dueOn: d.dueOn, window: d.window, state: d.state }] : []))
  const times = [...points, ...gaps].map((one) => one.at)
  return {
    points, gaps, from: Math.min(...times), to: Math.max(...times),
    low: Math.min(35.9, ...points.map((p) => p.value - 0.1)), high: Math.max(feverFrom + 0.4, ...points.map((p) => p.value + 0.2)),
  }
}

/** One line from reading to reading, taken up anew after each gap. */
export function pathOf(points: readonly Point[], gaps: readonly Gap[], x: (at: number) => number, y: (value: number) => number): string {
  return points.map((p, i) => {
    const before = points[i - 1]
    const broken = !before || gaps.some((g) => g.at > before.at && g.at < p.at)
    return `${broken ? 'M' : 'L'}${x(p.at).toFixed(1)} ${y(p.value).toFixed(1)}`
  }).join('')
}
