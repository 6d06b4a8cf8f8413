import { Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import type { CheckWindow, PolicyDocument } from '../../../modules/policies/contract.ts'
import { Field } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.ts'

/** Windows, threshold, counting, deadlines and the report's hour. */
export function Settings({ document: d, onChange }: { document: PolicyDocument; onChange: (change: Partial<PolicyDocument>) => void }): ReactNode {
  const t = useWords()
  const setWindow = (index: number, change: Partial<CheckWindow>) => onChange({ checkWindows: d.checkWindows.map((w, i) => (i === index ? { ...w, ...change } : w)) })
  const minutes = (key: 'feverLeadMinutes' | 'symptomLeadMinutes' | 'verifyMinutes') => (
    <Field label={t(`policies.draft.${key}`)}><InputNumber size="large" min={5} max={1440} precision={0} value={d.deadlines[key]} onChange={(value) => onChange({ deadlines: { ...d.deadlines, [key]: value ?? d.deadlines[key] } })} /></Field>
  )
  return (
    <>
      {d.checkWindows.map((w, i) => (
        <div key={w.id} className="draft-row">
          <b style={{ minWidth: 48 }}>{t(`policies.windows.${w.id}`)}</b>
          {(['from', 'to'] as const).map((end) => <Input key={end} type="time" style={{ maxWidth: 130 }} aria-label={`${t(`policies.windows.${w.id}`)} ${t(`policies.draft.${end}Clock`)}`} value={w[end]} onChange={(event) => setWindow(i, { [end]: event.target.value })} />)}
          <InputNumber aria-label={t('policies.draft.remindAfter')} min={0} max={720} precision={0} value={w.remindAfterMinutes} suffix={t('policies.draft.remindUnit')} onChange={(value) => setWindow(i, { remindAfterMinutes: value ?? 0 })} />
        </div>
      ))}
      <div className="pair">
        <Field label={t('policies.page.threshold')}><InputNumber size="large" min={36} max={39} step={0.1} precision={1} suffix="℃" value={d.temperature.fever} onChange={(fever) => onChange({ temperature: { ...d.temperature, fever: fever ?? d.temperature.fever } })} /></Field>
        <Field label={t('policies.page.counting')}><Select size="large" aria-label={t('policies.page.counting')} value={d.counting} options={(['dayAfterAnchor', 'anchorIsDayOne'] as const).map((value) => ({ value, label: t(`policies.counting.${value}`) }))} onChange={(counting) => onChange({ counting })} /></Field>
        <Field label={t('policies.draft.cutOff')}><Input size="large" type="time" value={d.report.cutOff} onChange={(event) => onChange({ report: { cutOff: event.target.value } })} /></Field>
      </div>
      <div className="pair">{minutes('feverLeadMinutes')}{minutes('symptomLeadMinutes')}{minutes('verifyMinutes')}</div>
    </>
  )
}
