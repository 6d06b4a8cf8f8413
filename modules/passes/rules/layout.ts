import { codeKinds, type PassClaims } from '../contract/code.ts'
import { fromBase45, toBase45 } from './base45.ts'

/**
 * A code is `WG:` and, in base45, this layout (big-endian), signed by Ed25519 (docs/decisions/0050):
 *
 * | bytes | |
 * |---|---|
 * | 1 | version (4 bits), kind (4 bits) |
 * | 1 | bit 0 on paper, bit 1 has a household, bit 2 has a person |
 * | 2 | number of the key |
 * | 5 | serial of the pass |
 * | 2 | issue counter |
 * | 4 | number of the compound |
 * | 4 + 4 | not before, expires: seconds since 1970 |
 * | 16 | household, where it has one |
 * | 16 | person, where it has one |
 * | 64 | signature over all of the above |
 */
const PREFIX = 'WG:'
const VERSION = 1
const FIXED = 23
const SIGNATURE = 64
const PAPER = 1
const HOUSEHOLD = 2
const PERSON = 4

export type Sign = (message: Uint8Array) => Uint8Array
export interface ReadPass { claims: PassClaims; message: Uint8Array; signature: Uint8Array }

export const encodePass = (claims: PassClaims, sign: Sign): string => {
  const message = layOut(claims)
  return PREFIX + toBase45(joined([message, sign(message)]))
}

/** What a code says, before anybody knows whether it is true. */
export function decodePass(text: string): ReadPass | 'notOurs' | 'damaged' {
  // a hand-held scanner with caps lock on types small letters, some add a line end
  const code = text.trim().toUpperCase()
  if (!code.startsWith(PREFIX)) return 'notOurs'
  const bytes = fromBase45(code.slice(PREFIX.length))
  if (bytes === undefined || bytes.length < FIXED + SIGNATURE) return 'damaged'
  if ((bytes[0] ?? 0) >> 4 !== VERSION) return 'notOurs'
  const message = bytes.subarray(0, bytes.length - SIGNATURE)
  const claims = readLayout(message)
  return claims ? { claims, message, signature: bytes.subarray(-SIGNATURE) } : 'damaged'
}

function layOut(c: PassClaims): Uint8Array {
  const head = new Uint8Array(FIXED)
  const view = new DataView(head.buffer)
  view.setUint8(0, (VERSION << 4) | codeKinds.indexOf(c.kind))
  view.setUint8(1, (c.medium === 'paper' ? PAPER : 0) | (c.householdId ? HOUSEHOLD : 0) | (c.personId ? PERSON : 0))
  view.setUint16(2, c.keyId)
  view.setUint8(4, Math.floor(c.serial / 2 ** 32))
  view.setUint32(5, c.serial % 2 ** 32)
  view.setUint16(9, c.issue)
  view.setUint32(11, c.areaNo)
  view.setUint32(15, c.notBefore)
  view.setUint32(19, c.expires)
  return joined([head, ...[c.householdId, c.personId].flatMap((id) => (id ? [bytesOfId(id)] : []))])
}

function readLayout(bytes: Uint8Array): PassClaims | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const flags = view.getUint8(1)
  const kind = codeKinds[view.getUint8(0) & 15]
  const has = (flag: number) => (flags & flag) !== 0
  const length = FIXED + (has(HOUSEHOLD) ? 16 : 0) + (has(PERSON) ? 16 : 0)
  if (kind === undefined || flags > 7 || bytes.length !== length) return undefined
  return {
    kind, medium: has(PAPER) ? 'paper' : 'phone', keyId: view.getUint16(2), serial: view.getUint8(4) * 2 ** 32 + view.getUint32(5),
    issue: view.getUint16(9), areaNo: view.getUint32(11), notBefore: view.getUint32(15), expires: view.getUint32(19),
    householdId: has(HOUSEHOLD) ? idOfBytes(bytes.subarray(FIXED, FIXED + 16)) : null,
    personId: has(PERSON) ? idOfBytes(bytes.subarray(length - 16)) : null,
  }
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((n, part) => n + part.length, 0))
  let at = 0
  for (const part of parts) { all.set(part, at); at += part.length }
  return all
}
const bytesOfId = (id: string): Uint8Array => Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const idOfBytes = (bytes: Uint8Array): string => {
  let id = ''
  for (let i = 0; i < bytes.length; i++) id += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + HEX[bytes[i] ?? 0]
  return id
}
