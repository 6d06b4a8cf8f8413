import type { BothLanguages } from '../../../kernel/fields.ts'
import { dayIn } from '../../../kernel/dates.ts'
import { fillWords } from '../../../kernel/words.ts'
import type { ReadinessCheck } from '../contract.ts'
import type { Decided } from '../rules.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** A decision with the sentence why, in both languages, as it is kept with the business. */
export function said({ why, ...decided }: Decided): ReadinessCheck {
  const sentence = (words: Pick<typeof zh, 'decision' | 'trades'>, language: keyof BothLanguages): string => fillWords(words.decision[why.key], {
    order: [decided.orderNo, decided.clause].join(language === 'en' && decided.clause ? ', ' : ''), n: 'n' in why ? why.n : '', trade: 'trade' in why ? words.trades[why.trade] : '',
    missing: 'missing' in why ? why.missing.map((point) => point.name[language]).join(language === 'zh' ? '、' : ', ') : '', day: decided.lookOn ? dayIn(decided.lookOn)[language] : '',
  })
  return { ...decided, because: { zh: sentence(zh, 'zh'), en: sentence(en, 'en') } }
}
