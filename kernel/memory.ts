/** What was found out lately, for asking it less often; the oldest go without anybody counting, in two halves of at most so many each. */
export interface Memory<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): void
  delete(key: K): void
}

export function createMemory<K, V>(half: number): Memory<K, V> {
  let young = new Map<K, V>()
  let old = new Map<K, V>()
  return {
    get: (key) => young.get(key) ?? old.get(key),
    set(key, value) {
      if (young.size >= half) [young, old] = [new Map(), young]
      young.set(key, value)
    },
    delete(key) {
      young.delete(key)
      old.delete(key)
    },
  }
}
