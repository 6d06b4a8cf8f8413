/** Who somebody is, written once and kept on this phone; and which visit is open, so that scanning again means going out. */
interface Visitor { name: string; phone: string }
interface OpenVisit { visitId: string; leaveBy: string }

const read = <T>(key: string): T | undefined => {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? undefined : (JSON.parse(kept) as T)
  } catch {
    return undefined
  }
}
const write = (key: string, value: unknown): void => {
  try { if (value === undefined) localStorage.removeItem(key); else localStorage.setItem(key, JSON.stringify(value)) } catch { /* private window: kept until it is closed */ }
}
const visitKey = (token: string): string => `wangge.venue.${token.slice(0, 12)}`

// Also where a page came without https: there is no randomUUID then.
const made = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
/** 本机密钥: by it alone an open visit is known again where this page has lost it. */
export function device(): string {
  const key = 'wangge.device'
  if (read<string>(key) === undefined) write(key, made)
  return read<string>(key) ?? made
}

export const keptVisitor = (): Visitor | undefined => read<Visitor>('wangge.visitor')
export const keepVisitor = (visitor: Visitor): void => write('wangge.visitor', visitor)
export const keptVisit = (token: string): OpenVisit | undefined => read<OpenVisit>(visitKey(token))
export const keepVisit = (token: string, visit: OpenVisit | undefined): void => write(visitKey(token), visit)
