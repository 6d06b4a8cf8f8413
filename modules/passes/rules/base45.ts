/** RFC 9285: bytes as the 45 signs a QR code packs two to eleven bits (alphanumeric mode), instead of eight bits each. */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const VALUE = new Map([...SIGNS].map((sign, i) => [sign, i]))

export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 2) {
    const [high = 0, low] = bytes.subarray(i, i + 2)
    const n = low === undefined ? high : high * 256 + low
    text += sign(n) + sign(n / 45) + (low === undefined ? '' : sign(n / 2025))
  }
  return text
}
const sign = (n: number): string => SIGNS.charAt(Math.floor(n) % 45)

/** The bytes; undefined where the text is not exactly what `toBase45` makes, so that one code has one spelling. */
export function fromBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let i = 0; i < text.length; i += 3) {
    const signs = Array.from(text.slice(i, i + 3), (one) => VALUE.get(one))
    const [a, b, c] = signs
    if (a === undefined || b === undefined || (signs.length === 3 && c === undefined)) return undefined
    const n = a + b * 45 + (c ?? 0) * 2025
    if (n > (signs.length === 3 ? 0xffff : 0xff)) return undefined
    if (signs.length === 3) bytes.push(n >> 8, n & 255)
    else bytes.push(n)
  }
  return Uint8Array.from(bytes)
}
