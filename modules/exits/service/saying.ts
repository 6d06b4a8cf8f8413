import type { BothLanguages } from '../../../kernel/fields.ts'
import { dayIn } from '../../../kernel/dates.ts'
import { fillWords } from '../../../kernel/words.ts'
import type { ExitDecision } from '../contract.ts'
import type { Decided } from '../rules.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** A decision with the sentence why, in both languages, as it is kept with the request. */
export function said({ why, says, ...decided }: Decided): ExitDecision {
  const { orderNo, clause } = decided
  const sentence = ({ decision: words }: Pick<typeof zh, 'decision'>, language: keyof BothLanguages): string => {
    const who = 'kept' in why ? fillWords(words[why.kept.who], { measure: words.measures[why.kept.by.measure], until: dayIn(why.kept.by.endsOn)[language] }) : ''
    return fillWords(words[why.key], { who, orderNo, clause, says: says?.[language] ?? '' })
  }
  return { ...decided, because: { zh: sentence(zh, 'zh'), en: sentence(en, 'en') } }
}
