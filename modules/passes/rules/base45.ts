/** RFC 9285: bytes as the 45 signs a QR code packs two to eleven bits (alphanumeric mode), instead of eight bits each. */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
/** By its code, what a sign is worth; 45 is more than any. */
const WORTH = Uint8Array.from({ length: 128 }, (_, code) => (SIGNS.includes(String.fromCharCode(code)) ? SIGNS.indexOf(String.fromCharCode(code)) : 45))
const worthAt = (text: string, i: number): number => WORTH[text.charCodeAt(i)] ?? 45

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

/** The bytes; undefined where the text is not exactly what `toBase45` makes, so that one code has one spelling. Every code a gate scans comes by here: no copies. */
export function fromBase45(text: string): Uint8Array | undefined {
  const [pairs, rest] = [Math.floor(text.length / 3), text.length % 3]
  if (rest === 1) return undefined
  const bytes = new Uint8Array(pairs * 2 + (rest === 2 ? 1 : 0))
  for (let i = 0; i < pairs; i++) {
    const [a, b, c] = [worthAt(text, 3 * i), worthAt(text, 3 * i + 1), worthAt(text, 3 * i + 2)]
    const n = a + b * 45 + c * 2025
    if (a > 44 || b > 44 || c > 44 || n > 0xffff) return undefined
    bytes[2 * i] = n >> 8
    bytes[2 * i + 1] = n & 255
  }
  if (rest === 2) {
    const [a, b] = [worthAt(text, 3 * pairs), worthAt(text, 3 * pairs + 1)]
    if (a > 44 || b > 44 || a + b * 45 > 0xff) return undefined
    bytes[2 * pairs] = a + b * 45
  }
  return bytes
}
