import type { Trade } from '../../policies/contract.ts'
import type { IdleReason } from '../contract.ts'
import { reasonWords, tradeWords } from '../data.ts'

const saidBy = <T>(words: readonly (readonly [T, readonly string[]])[], text: string): T | undefined => words.find(([, all]) => all.some((word) => text.includes(word)))?.[0]

/** 行业, as a list says it, or else as the name over the door does. */
export const tradeOf = (said: string, name: string): Trade => saidBy(tradeWords, said.toUpperCase()) ?? saidBy(tradeWords, name.toUpperCase()) ?? 'other'

/** 未复工原因 as a list says it; what is none of the four is kept in its words. */
export function reasonOf(said: string): { reason: IdleReason | null; reasonNote: string | null } {
  if (said === '') return { reason: null, reasonNote: null }
  const reason = saidBy(reasonWords, said)
  return reason ? { reason, reasonNote: null } : { reason: 'other', reasonNote: said }
}
