import { currentLink } from '../../ui/link.ts'

/** Receipts of the requests made on this phone by this link, newest first; whoever has the phone sees how they stand. */
const key = (): string => `wangge.exits.${(currentLink() ?? '').slice(0, 8)}`
const MOST = 6

export function keptReceipts(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key()) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}

export function keepReceipt(receipt: string): void {
  try { localStorage.setItem(key(), JSON.stringify([receipt, ...keptReceipts()].slice(0, MOST))) } catch { /* private window: seen until it is closed */ }
}
