/**
 * Remembers which row was the first with a key, in 12 bytes a row: a file of a million rows needs 25 MB and no row is kept.
 * Keys are 53-bit hashes; that two different numbers of a million collide has a chance of 1 in 18,000.
 */
export class SeenRows {
  private keys = new Float64Array(4096)
  private rows = new Int32Array(4096)
  private size = 0

  /** The earlier row with this key; the row itself is remembered when it is the first. */
  claim(text: string, rowNo: number): number | undefined {
    if (this.size * 3 > this.keys.length * 2) this.grow()
    const key = hash53(text)
    const slot = this.slotOf(key)
    if (this.keys[slot] === key) return this.rows[slot]
    this.keys[slot] = key
    this.rows[slot] = rowNo
    this.size += 1
    return undefined
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1
    let slot = (key % 4_294_967_291) & mask
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const [keys, rows] = [this.keys, this.rows]
    this.keys = new Float64Array(keys.length * 2)
    this.rows = new Int32Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? 0
      if (key === 0) continue
      const slot = this.slotOf(key)
      this.keys[slot] = key
      this.rows[slot] = rows[i] ?? 0
    }
  }
}

/** cyrb53: two 32-bit multiplicative hashes; never 0, which marks an empty slot. */
function hash53(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0) + 1
}
