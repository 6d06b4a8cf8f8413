import type { DismissReason } from '../screening/contract.ts'

/** 核查结果 of a row, as a city’s daily report of February 2020 counts them: its 273 rows were 98 + 47 + 12 + 29 + 16 + (25 + 38) + 8. */
export interface ResultSpec {
  id: string
  /** Kinds that are counted by themselves (途经重点区停留: outside or inside the own province). */
  kinds: readonly string[]
  /** What becomes of the row's own record, where it waited for nothing but this. */
  dismisses?: DismissReason
  /** 漏排: somebody is to be registered and managed now. */
  registers?: true
}

export const SOURCE = '《社区疫情防控日报》2020年2月 协查名单核查反馈'

export const resultSpecs = [
  { id: 'managed', kinds: [], dismisses: 'alreadyManaged' },
  { id: 'wrongInformation', kinds: [], dismisses: 'wrongInformation' },
  { id: 'missed', kinds: [], registers: true },
  { id: 'notLivingHere', kinds: [], dismisses: 'notLivingHere' },
  { id: 'periodPast', kinds: [], dismisses: 'periodPast' },
  { id: 'stayedInKeyArea', kinds: ['outsideProvince', 'insideProvince'], registers: true },
  { id: 'onlyPassedThrough', kinds: [], dismisses: 'onlyPassedThrough' },
] as const satisfies readonly ResultSpec[]
