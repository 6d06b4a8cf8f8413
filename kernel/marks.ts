/** A short mark of a text, to see whether two are alike; no secret hangs on it. */
export function markOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 2654435761)
    b = Math.imul(b ^ c, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (b >>> 0).toString(36) + (a >>> 0).toString(36)
}

/** Cuts a list by the ids of what is in it, always alike: one that changes changes its own part alone. */
export function inBuckets<T>(all: readonly T[], keyOf: (one: T) => string, n: number): T[][] {
  const buckets = Array.from({ length: n }, () => [] as T[])
  for (const one of all) buckets[parseInt(keyOf(one).slice(-2), 16) % n]?.push(one)
  return buckets
}

/** `part:hash`, comma between: what somebody has already. */
export const knownOf = (parts: readonly { part: string; hash: string }[]): string => parts.map(({ part, hash }) => `${part}:${hash}`).join(',')
/** Only what they do not have, or have otherwise. */
export function newTo<P extends { part: string; hash: string }>(known: string, parts: readonly P[]): P[] {
  const has = new Set(known.split(','))
  return parts.filter(({ part, hash }) => !has.has(`${part}:${hash}`))
}
/** What somebody has afterwards: the new in the place of the old; what is not named any more is gone. */
export const mergedParts = <P extends { part: string }>(before: readonly P[], all: readonly string[], fresh: readonly P[]): P[] =>
  all.flatMap((name) => fresh.find(({ part }) => part === name) ?? before.find(({ part }) => part === name) ?? [])
