import type { ReactNode } from 'react'
import type { ImportMatch } from '../../modules/roster/contract.ts'
import { wordOf } from '../../modules/roster/rules/codes.ts'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

type SideOf = ImportMatch['known']

/** One of two people side by side; what differs from the other is marked and said. */
export function Side({ of, against }: { of: SideOf; against: SideOf }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const said: [keyof SideOf, string | null][] = [
    ['sex', of.sex && of.sex !== '0' ? t(`roster.page.sex.${of.sex}`) : null],
    ['birthOn', of.birthOn ? f.day(of.birthOn) : null],
    ['documentMasked', of.documentMasked],
    ['phoneMasked', of.phoneMasked],
    ['address', of.address],
    ['relation', of.relation ? wordOf('relation', of.relation) : null],
  ]
  const differs = (key: keyof SideOf) => of[key] !== null && against[key] !== null && of[key] !== against[key]
  const marked = (key: keyof SideOf, text: string) => differs(key) ? <mark title={t('roster.page.differs')}>{text}</mark> : <span>{text}</span>
  return (
    <div className="match-side">
      <b>{marked('name', of.name)}</b>
      {said.map(([key, text]) => (text === null || text === '' ? null : <span key={key}>{marked(key, text)}</span>))}
    </div>
  )
}
