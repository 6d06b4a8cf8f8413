import type { Sentence } from '../../modules/today/contract.ts'
import { useFormats, type Formats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useWords, type Say } from '../../ui/words.ts'

/** Codes and times in a sentence's parameters, by the name of the parameter. */
const inWords: Record<string, (t: Say, f: Formats, value: string) => string> = {
  measure: (t, _, v) => t(`quarantine.measures.${v}`),
  windows: (t, _, v) => t(`ui.window.${v}`),
  symptoms: (t, _, v) => t(`policies.symptoms.${v}`),
  missing: (t, _, v) => t(`quarantine.missing.${v}`),
  source: (t, _, v) => t(`pushedlists.sources.${v}`),
  channel: (t, _, v) => t(`screening.channels.${v}`),
  gatePattern: (t, _, v) => t(`passage.patterns.kinds.${v}`),
  baseDataGap: (t, _, v) => t(`people.baseData.gaps.${v}`),
  exitKind: (t, _, v) => t(`exits.exitKind.${v}`),
  careGroups: (t, _, v) => t(`people.careGroups.${v}`),
  trade: (t, _, v) => t(`resumption.trades.${v}`),
  duty: (t, _, v) => t(`duty.roles.${v}`),
  matterKind: (t, _, v) => t(`matters.kinds.${v}`),
  work: (t, _, v) => t(`volunteers.works.${v}`),
  volunteerKind: (t, _, v) => t(`volunteers.kinds.${v}`),
  formFrequency: (t, _, v) => t(`forms.frequencies.${v}`),
  visitPurpose: (t, _, v) => t(`passes.purposes.${v}`),
  day: (_, f, v) => f.day(v),
  ends: (_, f, v) => f.day(v),
  at: (_, f, v) => f.when(v),
}

/** `said('why', item.why)`: the sentence in the language chosen. */
export function useSaid(): (branch: 'what' | 'why', sentence: Sentence) => string {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const comma = language === 'zh' ? '、' : ', '
  return (branch, { key, params }) => t(`today.${branch}.${key}`, Object.fromEntries(Object.entries(params).map(([name, value]) => {
    const english = params[`${name}En`]
    if (language === 'en' && english !== undefined) return [name, String(english)]
    const say = inWords[name]
    const one = (v: string | number): string => (say ? say(t, f, String(v)) : String(v))
    return [name, Array.isArray(value) ? value.map(one).join(comma) : one(value)]
  }))).trim()
}
