import { currentLink } from '../ui/link.ts'

const MOST = 6

/** Receipts of what was asked on this phone by this link, newest first; whoever has the phone sees how it stands: `const mine = receiptsOf('matters')`. */
export function receiptsOf(what: string): { kept: () => string[]; keep: (receipt: string) => void } {
  const key = (): string => `wangge.${what}.${(currentLink() ?? '').slice(0, 8)}`
  const kept = (): string[] => {
    try {
      const all: unknown = JSON.parse(localStorage.getItem(key()) ?? '[]')
      return Array.isArray(all) ? all.filter((one): one is string => typeof one === 'string') : []
    } catch {
      return []
    }
  }
  return { kept, keep: (receipt) => { try { localStorage.setItem(key(), JSON.stringify([receipt, ...kept()].slice(0, MOST))) } catch { /* private window: seen until it is closed */ } } }
}
