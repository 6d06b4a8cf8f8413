import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import type { Department, Standing } from '../contract.ts'
import { whistleTerms } from '../data.ts'
import type { Step } from './steps.ts'

const called = (name: string): Department => ({ name, lead: false, who: null, reportedAt: null, subdistrict: null, community: null })

/** 吹哨: who is called and by when they are to have reported in; a second whistle begins anew. */
export function whistled(m: Standing, step: Step & { do: 'whistle' }, now: Instant): Standing {
  return { ...m, state: 'whistled', holderId: null, holderName: null, whistleKind: step.kind, whistledAt: now, reportBy: addMinutes(now, whistleTerms[step.kind].minutes), reportedAt: null, departments: [...new Set(step.departments)].map(called) }
}

/** 报到: whoever comes first leads (首接牵头) unless another is said to; the matter is reported in once all that were called are there. */
export function reportedIn(m: Standing, step: Step & { do: 'reportIn' }, now: Instant): Standing {
  const known = m.departments.some(({ name }) => name === step.name) ? m.departments : [...m.departments, called(step.name)]
  const lead = step.lead ?? !known.some((one) => one.lead)
  const departments = known.map((one) => one.name === step.name ? { ...one, who: step.who, reportedAt: one.reportedAt ?? now, lead: lead || one.lead } : { ...one, lead: lead ? false : one.lead })
  return { ...m, departments, reportedAt: departments.every((one) => one.reportedAt !== null) ? m.reportedAt ?? now : m.reportedAt }
}

/** 打分: of a department that came, by the subdistrict or by the community; a later one takes the place of the one before. */
export const rated = (m: Standing, { name, by, score, word }: Step & { do: 'rate' }): Standing => ({ ...m, departments: m.departments.map((one) => (one.name === name ? { ...one, [by]: { score, word } } : one)) })
