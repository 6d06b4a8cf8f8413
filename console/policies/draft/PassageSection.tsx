import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { passageGrades, passagePurposes, type PassageGrade, type PassageGradeRule, type PassageRules } from '../../../modules/policies/contract.ts'
import { plainRules } from '../../../modules/passage/data/plain.ts'
import { Choices } from '../../../ui/choices.tsx'
import { Field } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.ts'

/** 出入规定 of a draft: what each grade asks for, how often, for which reasons; an order may say nothing of it. */
export function PassageSection({ rules, onChange }: { rules: PassageRules | undefined; onChange: (rules: PassageRules | undefined) => void }): ReactNode {
  const t = useWords()
  if (rules === undefined) return <><p className="muted">{t('policies.passage.none')}</p><Button type="dashed" onClick={() => onChange(plainRules)}>{t('policies.passage.add')}</Button></>
  const change = (part: Partial<PassageRules>) => onChange({ ...rules, ...part })
  return (
    <>
      <div className="passage-grades">{passageGrades.map((grade) => <Grade key={grade} grade={grade} rule={rules.grades[grade]} onChange={(rule) => change({ grades: { ...rules.grades, [grade]: rule } })} />)}</div>
      <Field label={t('policies.passage.parts.quota')} group>
        <span className="row">
          <InputNumber aria-label={t('policies.passage.quotaDays')} addonBefore={t('policies.passage.quotaDays')} min={1} max={30} value={rules.quota.days} onChange={(days) => change({ quota: { ...rules.quota, days: days ?? 1 } })} />
          <InputNumber aria-label={t('policies.passage.quotaPersons')} addonBefore={t('policies.passage.quotaPersons')} min={1} max={10} value={rules.quota.persons} onChange={(persons) => change({ quota: { ...rules.quota, persons: persons ?? 1 } })} />
        </span>
        <Choices label={t('policies.passage.parts.quota')} value={rules.quota.counting} onChange={(counting) => change({ quota: { ...rules.quota, counting } })} options={(['hours', 'calendarDays'] as const).map((value) => ({ value, label: t(`policies.passage.counting.${value}`) }))} />
      </Field>
      <Field label={t('policies.passage.parts.exempt')}><Select mode="multiple" size="large" aria-label={t('policies.passage.parts.exempt')} value={rules.exempt} onChange={(exempt) => change({ exempt })} options={passagePurposes.map((value) => ({ value, label: t(`passage.purposes.${value}`) }))} /></Field>
      <div className="pair">
        <Field label={t('policies.passage.parts.hoursOut')} optional><InputNumber size="large" min={0.5} max={48} step={0.5} value={rules.hoursOut} onChange={(hoursOut) => change({ hoursOut: hoursOut ?? null })} style={{ width: '100%' }} /></Field>
        <Field label={t('policies.passage.parts.toleranceMinutes')}><InputNumber size="large" min={0} max={180} value={rules.toleranceMinutes} onChange={(minutes) => change({ toleranceMinutes: minutes ?? 0 })} style={{ width: '100%' }} /></Field>
      </div>
      <div className="pair">
        <Field label={t('policies.passage.childUnder')}><InputNumber size="large" min={1} max={18} value={rules.companions.childUnder} onChange={(childUnder) => change({ companions: { ...rules.companions, childUnder: childUnder ?? 14 } })} style={{ width: '100%' }} /></Field>
        <Field label={t('policies.passage.elderFrom')}><InputNumber size="large" min={50} max={100} value={rules.companions.elderFrom} onChange={(elderFrom) => change({ companions: { ...rules.companions, elderFrom: elderFrom ?? 70 } })} style={{ width: '100%' }} /></Field>
      </div>
      <Field label={t('policies.passage.parts.code')} group>
        <Checkbox checked={rules.code.asked} onChange={(event) => change({ code: { ...rules.code, asked: event.target.checked } })}>{t('policies.passage.codeAsked')}</Checkbox>
        <span className="row">{(['yellow', 'red'] as const).map((colour) => <span key={colour} className="row">{t(`passage.codes.${colour}`)} <Select aria-label={t(`passage.codes.${colour}`)} value={rules.code[colour]} onChange={(verdict) => change({ code: { ...rules.code, [colour]: verdict } })} options={(['allow', 'refuse', 'refer'] as const).map((value) => ({ value, label: t(`passage.outcomes.${value}`) }))} style={{ minWidth: 120 }} /></span>)}</span>
      </Field>
      <div className="pair">
        <Field label={t('policies.page.clause')} optional><Input size="large" maxLength={40} value={rules.clause ?? ''} onChange={(event) => { const { clause: _former, ...rest } = rules; onChange(event.target.value ? { ...rest, clause: event.target.value } : rest) }} /></Field>
        <Field label={t('policies.draft.quote')} optional><Input size="large" maxLength={600} value={rules.quote ?? ''} onChange={(event) => { const { quote: _former, ...rest } = rules; onChange(event.target.value ? { ...rest, quote: event.target.value } : rest) }} /></Field>
      </div>
      <Button type="text" onClick={() => onChange(undefined)}>{t('policies.passage.drop')}</Button>
    </>
  )
}

function Grade({ grade, rule, onChange }: { grade: PassageGrade; rule: PassageGradeRule; onChange: (rule: PassageGradeRule) => void }): ReactNode {
  const t = useWords()
  const pick = <V extends string>(name: string, values: readonly V[], value: V, put: (value: V) => void) => (
    <Select aria-label={`${t(`passage.grades.${grade}`)} ${t(`policies.passage.of.${name}`)}`} value={value} onChange={put} options={values.map((one) => ({ value: one, label: t(`policies.passage.${name}.${one}`) }))} style={{ width: '100%' }} />
  )
  return (
    <Field label={t(`passage.grades.${grade}`)} group>
      {pick('leave', ['free', 'quota', 'purpose', 'closed'], rule.leave, (leave) => onChange({ ...rule, leave }))}
      {pick('visitors', ['free', 'confirmed', 'refused'], rule.visitors, (visitors) => onChange({ ...rule, visitors }))}
      {pick('vehicles', ['free', 'pass', 'refused'], rule.vehicles, (vehicles) => onChange({ ...rule, vehicles }))}
      <Checkbox checked={rule.pass} onChange={(event) => onChange({ ...rule, pass: event.target.checked })}>{t('policies.passage.withPass')}</Checkbox>
    </Field>
  )
}
