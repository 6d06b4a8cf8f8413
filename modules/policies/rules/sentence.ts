import type { BothLanguages } from '../../../kernel/fields.ts'
import { dayIn, type Day } from '../../../kernel/dates.ts'
import type { MeasureRule, OriginClass, PolicyEdition, ScreeningFacts } from '../contract.ts'

interface Parts {
  facts: ScreeningFacts
  edition: PolicyEdition
  rule: MeasureRule
  originClass: OriginClass
  anchorOn: Day
  symptomatic: boolean
}

const CONTACT = {
  none: undefined,
  close: { zh: '判定为密切接触者', en: 'judged a close contact' },
  secondary: { zh: '判定为次密接', en: 'judged a contact of a contact' },
  general: { zh: '判定为一般接触者', en: 'judged a casual contact' },
} as const

/** One sentence why, in both languages: what was found, which class it is, what the order says in which clause. */
export function sentence({ facts, edition, rule, originClass, anchorOn, symptomatic }: Parts): BothLanguages {
  const contact = CONTACT[facts.contact]
  const byExposure = rule.anchor === 'lastExposure' && contact !== undefined
  const from = facts.originName || originClass.name.zh
  const found = byExposure
    ? { zh: `${dayIn(anchorOn).zh}末次接触,${contact.zh}`, en: `Last exposed on ${dayIn(anchorOn).en}, ${contact.en}` }
    : { zh: `${dayIn(facts.arrivedOn).zh}自${from}到达,属${originClass.name.zh}${contact ? `,${contact.zh}` : ''}`,
        en: `Arrived on ${dayIn(facts.arrivedOn).en} from ${facts.originName || originClass.name.en} (${originClass.name.en})${contact ? `, ${contact.en}` : ''}` }
  const ill = symptomatic ? { zh: ';有发热或症状,先就地隔离,由卫生院排查', en: '; fever or symptoms: isolated on the spot until the health centre has looked into it' } : { zh: '', en: '' }
  return {
    zh: `${found.zh},按${edition.orderNo}${rule.clause}${rule.says.zh}${ill.zh}。`,
    en: `${found.en}: ${edition.orderNo}, ${rule.clause}: ${rule.says.en}${ill.en}.`,
  }
}
