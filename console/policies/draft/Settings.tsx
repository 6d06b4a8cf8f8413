import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import type { CheckWindow, PolicyDocument } from '../../../modules/policies/contract.ts'
import { Field } from '../../../ui/form.tsx'
import { ClockInput } from '../../../ui/when.tsx'
import { useWords } from '../../../ui/words.ts'

const order = ['morning', 'afternoon', 'evening'] as const

/** Windows, threshold, counting, deadlines and the report's hour. */
export function Settings({ document: d, onChange }: { document: PolicyDocument; onChange: (change: Partial<PolicyDocument>) => void }): ReactNode {
  const t = useWords()
  const setWindow = (index: number, change: Partial<CheckWindow>) => onChange({ checkWindows: d.checkWindows.map((w, i) => (i === index ? { ...w, ...change } : w)) })
  const unused = order.find((id) => !d.checkWindows.some((w) => w.id === id))
  const last = d.checkWindows.at(-1)
  const minutes = (key: 'feverLeadMinutes' | 'symptomLeadMinutes' | 'verifyMinutes') => (
    <Field label={t(`policies.draft.${key}`)}><InputNumber size="large" min={5} max={1440} precision={0} value={d.deadlines[key]} onChange={(value) => onChange({ deadlines: { ...d.deadlines, [key]: value ?? d.deadlines[key] } })} /></Field>
  )
  return (
    <>
      {d.checkWindows.map((w, i) => (
        <div key={w.id} className="draft-row">
          <b style={{ minWidth: 48 }}>{t(`policies.windows.${w.id}`)}</b>
          {(['from', 'to'] as const).map((end) => <ClockInput needed key={end} style={{ maxWidth: 130 }} aria-label={`${t(`policies.windows.${w.id}`)} ${t(`policies.draft.${end}Clock`)}`} value={w[end]} onChange={(clock) => setWindow(i, { [end]: clock })} />)}
          <InputNumber aria-label={`${t(`policies.windows.${w.id}`)} ${t('policies.draft.remindAfter')}`} min={0} max={720} precision={0} value={w.remindAfterMinutes} style={{ width: 180 }} suffix={t('policies.draft.remindUnit')} onChange={(value) => setWindow(i, { remindAfterMinutes: value ?? 0 })} />
          <Button type="text" disabled={d.checkWindows.length === 1} aria-label={`${t('policies.draft.remove')} ${t(`policies.windows.${w.id}`)}`} onClick={() => onChange({ checkWindows: d.checkWindows.filter((one) => one.id !== w.id) })}>✕</Button>
        </div>
      ))}
      {unused && last ? <div><Button onClick={() => onChange({ checkWindows: order.flatMap((id) => d.checkWindows.find((w) => w.id === id) ?? (id === unused ? [{ ...last, id }] : [])) })}>+ {t('policies.draft.addWindow')}</Button></div> : null}
      <div className="pair">
        <Field label={t('policies.page.threshold')}><InputNumber size="large" min={36} max={39} step={0.1} precision={1} suffix="℃" value={d.temperature.fever} onChange={(fever) => onChange({ temperature: { ...d.temperature, fever: fever ?? d.temperature.fever } })} /></Field>
        {(['deviceMin', 'deviceMax'] as const).map((key) => <Field key={key} label={t(`policies.draft.${key}`)}><InputNumber size="large" min={30} max={45} step={0.1} precision={1} suffix="℃" value={d.temperature[key]} onChange={(value) => onChange({ temperature: { ...d.temperature, [key]: value ?? d.temperature[key] } })} /></Field>)}
      </div>
      <div><Checkbox checked={d.temperature.inclusive} onChange={(event) => onChange({ temperature: { ...d.temperature, inclusive: event.target.checked } })}>{t('policies.draft.inclusive')}</Checkbox></div>
      <div className="pair">
        <Field label={t('policies.draft.missedVisitBy')}><ClockInput needed size="large" value={d.deadlines.missedVisitBy} onChange={(clock) => onChange({ deadlines: { ...d.deadlines, missedVisitBy: clock } })} /></Field>
        <Field label={t('policies.page.counting')}><Select size="large" aria-label={t('policies.page.counting')} value={d.counting} options={(['dayAfterAnchor', 'anchorIsDayOne'] as const).map((value) => ({ value, label: t(`policies.counting.${value}`) }))} onChange={(counting) => onChange({ counting })} /></Field>
        <Field label={t('policies.draft.cutOff')}><ClockInput needed size="large" value={d.report.cutOff} onChange={(clock) => onChange({ report: { ...d.report, cutOff: clock } })} /></Field>
        <Field label={t('policies.draft.minutesPerLevel')}><InputNumber size="large" min={0} max={360} precision={0} value={d.report.minutesPerLevel} onChange={(value) => onChange({ report: { ...d.report, minutesPerLevel: value ?? 0 } })} /></Field>
      </div>
      <div className="pair">{minutes('feverLeadMinutes')}{minutes('symptomLeadMinutes')}{minutes('verifyMinutes')}</div>
    </>
  )
}
