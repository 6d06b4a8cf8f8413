/** Chance from a seed (mulberry32): the same seed makes the same community on every machine. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  /** Whole number, both ends included. */
  int(from: number, to: number): number
  pick<T>(items: readonly T[]): T
  /** True in `share` of the cases. */
  hit(share: number): boolean
  shuffle<T>(items: readonly T[]): T[]
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    pick: (items) => items[int(0, items.length - 1)] as (typeof items)[number],
    hit: (share) => next() < share,
    shuffle(items) {
      const all = [...items]
      for (let i = all.length - 1; i > 0; i--) {
        const j = int(0, i)
        ;[all[i], all[j]] = [all[j] as (typeof all)[number], all[i] as (typeof all)[number]]
      }
      return all
    },
  }
}

/** Cuts a total into parts of the given weights; whole numbers, exact sum. */
export function cut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const parts = weights.map((weight) => Math.floor((total * weight) / sum))
  let left = total - parts.reduce((a, b) => a + b, 0)
  for (let i = 0; left > 0; i = (i + 1) % parts.length, left--) parts[i] = (parts[i] ?? 0) + 1
  return parts
}
