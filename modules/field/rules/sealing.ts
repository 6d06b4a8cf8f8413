/**
 * How a record is sealed on the phone and opened at the server: AES-256-GCM, bound to phone, account and record, so that none can be
 * put in another's place. WebCrypto on both sides. Chance (the nonce) is given by the caller.
 */
export interface Bound { phoneId: string; accountId: string; id: string }

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
function textOf(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
const NONCE = 12
const boundTo = ({ phoneId, accountId, id }: Bound) => new TextEncoder().encode(`${phoneId}:${accountId}:${id}`)

/** Not extractable: the key can be used on this phone, and never be read from it again. */
export const importKey = (key: string): Promise<CryptoKey> => crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt'])

export async function seal(key: CryptoKey, bound: Bound, content: unknown, nonce: Uint8Array<ArrayBuffer>): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(content))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: boundTo(bound) }, key, text))
  const all = new Uint8Array(NONCE + sealed.length)
  all.set(nonce)
  all.set(sealed, NONCE)
  return textOf(all)
}

/** Undefined where the key, the phone, the account or the record is another, or a single bit was changed. */
export async function open(key: CryptoKey, bound: Bound, sealed: string): Promise<unknown> {
  try {
    const all = bytesOf(sealed)
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: all.slice(0, NONCE), additionalData: boundTo(bound) }, key, all.slice(NONCE))
    return JSON.parse(new TextDecoder().decode(text)) as unknown
  } catch {
    return undefined
  }
}
