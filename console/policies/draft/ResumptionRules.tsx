import { Button, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { trades, type ReadinessPoint, type ResumptionTerms } from '../../../modules/policies/contract.ts'
import { shippedPolicies } from '../../../modules/policies/data.ts'
import { Field } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.ts'

/** A draft without rules begins with those that come with the program; each can be changed. */
const shipped = shippedPolicies.reportOne.document.resumption

/** 复工复产: the points of the check, the trades that may not resume yet; an order may also say nothing about it. */
export function ResumptionRules({ terms, onChange }: { terms: ResumptionTerms | undefined; onChange: (terms: ResumptionTerms | undefined) => void }): ReactNode {
  const t = useWords()
  if (!terms) return <><p className="muted">{t('policies.resumption.none')}</p><div><Button onClick={() => onChange(shipped)}>+ {t('policies.resumption.add')}</Button></div></>
  const set = (change: Partial<ResumptionTerms>) => onChange({ ...terms, ...change })
  const days = (key: 'recheckDays' | 'mendDays', max: number) => (
    <Field label={t(`policies.resumption.terms.${key}`)}><InputNumber size="large" min={1} max={max} precision={0} value={terms[key]} onChange={(n) => set({ [key]: n ?? terms[key] })} /></Field>
  )
  return (
    <>
      <Points points={terms.points} onChange={(points) => set({ points })} />
      <Field label={t('policies.resumption.terms.closedTrades')} group><Select mode="multiple" size="large" aria-label={t('policies.resumption.terms.closedTrades')} value={terms.closedTrades.map((one) => one.trade)} options={trades.map((value) => ({ value, label: t(`resumption.trades.${value}`) }))}
        onChange={(chosen) => set({ closedTrades: chosen.map((trade) => terms.closedTrades.find((one) => one.trade === trade) ?? { trade, clause: '' }) })} /></Field>
      {terms.closedTrades.map((one) => { const label = t('policies.resumption.clauseOf', { trade: t(`resumption.trades.${one.trade}`) }); return <Field key={one.trade} label={label} optional><Input size="large" maxLength={40} value={one.clause} onChange={(event) => set({ closedTrades: terms.closedTrades.map((other) => (other === one ? { ...one, clause: event.target.value } : other)) })} /></Field> })}
      <div className="pair">{days('recheckDays', 90)}{days('mendDays', 30)}<Field label={t('policies.page.clause')} optional><Input size="large" maxLength={40} value={terms.clause} onChange={(event) => set({ clause: event.target.value })} /></Field></div>
      <Input.TextArea autoSize aria-label={t('policies.resumption.quote')} placeholder={t('policies.draft.quote')} maxLength={600} value={terms.quote ?? ''} onChange={(event) => set({ quote: event.target.value || undefined } as Partial<ResumptionTerms>)} />
      <div><Button onClick={() => onChange(undefined)}>{t('policies.resumption.drop')}</Button></div>
    </>
  )
}

function Points({ points, onChange }: { points: readonly ReadinessPoint[]; onChange: (points: ReadinessPoint[]) => void }): ReactNode {
  const t = useWords()
  // English follows the Chinese until somebody writes it.
  const rename = (id: string, name: Partial<ReadinessPoint['name']>) => onChange(points.map((one) => (one.id === id ? { ...one, name: { ...one.name, ...(name.zh !== undefined && one.name.en === one.name.zh ? { en: name.zh } : {}), ...name } } : one)))
  /** An id no former point had: answers are kept by it. */
  const fresh = () => `point${Math.max(0, ...points.map(({ id }) => Number(/^point(\d+)$/.exec(id)?.[1] ?? 0))) + 1}`
  return (
    <fieldset className="draft-rule">
      <legend>{t('policies.resumption.terms.points')}</legend>
      {points.map(({ id, name }, i) => (
        <div key={id} className="draft-row">
          <Input aria-label={t('policies.resumption.pointN', { n: i + 1 })} style={{ flex: '1 1 160px' }} maxLength={60} value={name.zh} onChange={(event) => rename(id, { zh: event.target.value })} />
          <Input aria-label={t('policies.resumption.pointEnN', { n: i + 1 })} style={{ flex: '1 1 160px' }} maxLength={60} value={name.en} onChange={(event) => rename(id, { en: event.target.value })} />
          <Button aria-label={`${t('policies.draft.remove')} ${name.zh}`} onClick={() => onChange(points.filter((one) => one.id !== id))}>{t('policies.draft.remove')}</Button>
        </div>
      ))}
      <div><Button onClick={() => onChange([...points, { id: fresh(), name: { zh: '', en: '' } }])}>+ {t('policies.resumption.addPoint')}</Button></div>
    </fieldset>
  )
}
