import type { PersonalKind } from '../../modules/access/rules.ts'
import { useLanguage } from '../../ui/language.ts'
import { useWords } from '../../ui/words.ts'

/** Kinds of personal data in one breath. */
export function useSay(): { kinds: (all: readonly PersonalKind[]) => string } {
  const t = useWords()
  const language = useLanguage()
  return { kinds: (all) => all.map((kind) => t(`access.personal.${kind}`)).join(language === 'zh' ? '、' : ', ') }
}
