import type { Instant } from '../kernel/dates.ts'
import type { PassWhy } from '../modules/passes/contract.ts'
import { lastDayOf } from '../modules/passes/rules.ts'
import { useFormats } from './format.ts'
import { useWords } from './words.ts'

export { lastDayOf }
const isMidnight = (at: Instant): boolean => at.slice(11, 16) === '16:00'

/** Reasons and history of passes in words, for desk and phone: `say('passes.why', pass.why)`. */
export function usePassWords() {
  const t = useWords()
  const f = useFormats()
  const until = (at: Instant): string => (isMidnight(at) ? f.day(lastDayOf(at)) : f.at(at))
  const readable = (params: Readonly<Record<string, unknown>>): Record<string, string | number> => Object.fromEntries(Object.entries(params).map(([key, value]) => {
    const text = String(value ?? '')
    if (key === 'until' && text) return [key, until(text)]
    if ((key === 'at' || key === 'from') && text) return [key, f.at(text)]
    if ((key === 'endsOn' || key === 'on') && text) return [key, f.day(text)]
    if (key === 'measure' && text) return [key, t(`quarantine.measures.${text}`)]
    return [key, typeof value === 'number' ? value : text]
  }))
  return { until, why: (of: 'passes.why' | 'passes.status.why', { key, params }: PassWhy): string => t(`${of}.${key}`, readable(params)), history: (kind: string, params: Readonly<Record<string, unknown>>): string => t(`passes.history.${kind}`, readable(params)) }
}
