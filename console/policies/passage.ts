import type { PassageGrade, PassageRules } from '../../modules/policies/contract.ts'
import type { PassagePart } from '../../modules/policies/rules.ts'
import type { Say } from '../../ui/words.ts'

const grades: readonly string[] = ['open', 'prevention', 'control', 'lockdown'] satisfies PassageGrade[]
const isGrade = (what: PassagePart): what is PassageGrade => grades.includes(what)

/** 出入规定: the name of a part. */
export const passagePartName = (t: Say, what: PassagePart): string => (isGrade(what) ? t(`passage.grades.${what}`) : t(`policies.passage.parts.${what}`))

/** One part in words, as the sheet and the comparison say it. */
export function sayPassagePart(t: Say, what: PassagePart, rules: PassageRules | undefined): string {
  if (rules === undefined) return t('policies.passage.none')
  if (isGrade(what)) {
    const { leave, pass, visitors, vehicles } = rules.grades[what]
    return [t(`policies.passage.leave.${leave}`), t(pass ? 'policies.passage.withPass' : 'policies.passage.noPass'), t(`policies.passage.visitors.${visitors}`), t(`policies.passage.vehicles.${vehicles}`)].join(' · ')
  }
  switch (what) {
    case 'quota': return t(`policies.passage.quota.${rules.quota.counting}`, { days: rules.quota.days, persons: rules.quota.persons })
    case 'exempt': return rules.exempt.map((one) => t(`passage.purposes.${one}`)).join('、') || '—'
    case 'hoursOut': return rules.hoursOut === null ? t('policies.passage.anyHours') : t('policies.passage.hours', { n: rules.hoursOut })
    case 'companions': return t('policies.passage.companions', rules.companions)
    case 'toleranceMinutes': return t('policies.differs.minutes', { n: rules.toleranceMinutes })
    case 'managed': return rules.managed.map((m) => t(`policies.passage.managed.${m.rule}.${m.whom}`, { measure: t(`policies.measures.${m.measure}`) })).join('、') || '—'
    case 'code': return [t(rules.code.asked ? 'policies.passage.codeAsked' : 'policies.passage.codeNotAsked'), ...(['yellow', 'red'] as const).map((colour) => `${t(`passage.codes.${colour}`)} ${t(`passage.outcomes.${rules.code[colour]}`)}`)].join(' · ')
  }
}
