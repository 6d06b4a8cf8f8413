import { AutoComplete, Input } from 'antd'
import { useDeferredValue, type ReactNode } from 'react'
import { suppliesApi, type Recipient } from '../../modules/supplies/contract.ts'
import { isWorthFinding } from '../../modules/people/rules.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

/** Nobody chosen yet, but typed in free words. */
export const free = (name: string): Recipient => ({ kind: 'other', id: null, name })

/** 领用人: whoever got some before with one tap; else found by what is typed; else the words as they are. */
export function RecipientPicker({ value, onChange, recent }: { value: Recipient; onChange: (next: Recipient) => void; recent: readonly Recipient[] }): ReactNode {
  const t = useWords()
  const text = useDeferredValue(value.name.trim())
  const found = useQueryOf(suppliesApi.findRecipients, { text }, { enabled: value.id === null && value.kind === 'other' && isWorthFinding(text), keep: true })
  const items = isWorthFinding(text) && value.kind === 'other' ? found.data?.items ?? [] : []
  const options = items.map((one, i) => ({ value: `${i}`, label: <span className="row"><span className="grow">{one.name} <span className="dim small">{one.who}</span></span><span className="dim small">{t(`supplies.recipients.${one.kind}`)}</span></span> }))
  const isOn = (one: Recipient) => one.kind === value.kind && one.id === value.id && one.name === value.name
  return (
    <>
      {recent.length > 0 ? <div className="chips supply-recent">{recent.map((one) => <button key={`${one.kind}${one.id ?? ''}${one.name}`} type="button" className="chip" aria-pressed={isOn(one)} onClick={() => onChange(one)}>{one.name}</button>)}</div> : null}
      <AutoComplete
        value={value.name} style={{ width: '100%' }} options={options} virtual={false} aria-label={t('supplies.give.to')}
        onChange={(typed: string) => { if (!/^\d$/.test(typed) || items[Number(typed)] === undefined) onChange(free(typed)) }}
        onSelect={(at: string) => { const one = items[Number(at)]; if (one) onChange({ kind: one.kind, id: one.id, name: one.name }) }}
      ><Input size="large" maxLength={80} placeholder={t('supplies.give.toHint')} /></AutoComplete>
    </>
  )
}
