import type { BothLanguages } from '../../../kernel/fields.ts'
import type { MeasureRule } from '../../../modules/policies/contract.ts'
import { sayIn } from '../../../ui/words.ts'

/** What a rule says of itself when its stages change, so that the sentence why never names another period than the one decided. */
export function saysOf(stages: MeasureRule['stages']): BothLanguages {
  const inLanguage = (language: 'zh' | 'en') => {
    const t = sayIn(language)
    if (stages.length === 0) return t('policies.page.notManaged')
    return stages.map((s) => [
      t('policies.draft.saysStage', { measure: t(`policies.measures.${s.measure}`), days: s.days }), ...s.visits.map((v) => t('policies.page.visits', { who: t(`policies.visitors.${v.by}`), times: v.perDay })),
      ...(s.testsOnDays.length > 0 ? [t('policies.page.tests', { days: s.testsOnDays.join('、') })] : []),
    ].join(t('policies.draft.comma'))).join(' + ')
  }
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}
