import { instantAt, type Day } from '../kernel/dates.ts'

/** The demo's own clock: it runs through the weeks before today, never backwards and never past the real now. */
export class DemoClock {
  private ms: number
  readonly end: number
  constructor(start: number, end: number) {
    this.ms = start
    this.end = end
  }
  readonly now = (): Date => new Date(this.ms)
  /** Moves on to an hour of a day; false when the real present does not reach that far. */
  to(day: Day, clock: string): boolean {
    const wanted = Date.parse(instantAt(day, clock))
    if (wanted > this.end) return false
    this.ms = Math.max(this.ms, wanted)
    return true
  }
  /** On to the real present. */
  toEnd(): void {
    this.ms = Math.max(this.ms, this.end)
  }
  /** Time passes while people work. */
  pass(seconds: number): void {
    this.ms = Math.min(this.end, this.ms + seconds * 1000)
  }
}
