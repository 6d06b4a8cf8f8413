import { Button, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { contactKinds, measures, type MeasureRule, type PolicyDocument } from '../../../modules/policies/contract.ts'
import { undecided } from '../../../modules/policies/rules.ts'
import { Why } from '../../../ui/card.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { useWords } from '../../../ui/words.ts'
import { saysOf } from './says.ts'

type Stage = MeasureRule['stages'][number]
const visitors = ['doctor', 'worker', 'property'] as const
const nextStage: Stage = { measure: 'homeMonitoring', days: 7, testsOnDays: [], visits: [] }

/** 管谁、怎么管: the first rule that fits decides; what nobody decides is said while it is being written. */
export function Rules({ document, onChange }: { document: PolicyDocument; onChange: (rules: MeasureRule[]) => void }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const { rules } = document
  const set = (index: number, change: Partial<MeasureRule>) => onChange(rules.map((one, i) => (i === index ? { ...one, ...change } : one)))
  const holes = undecided(document)
  const add = () => onChange([...rules, { id: `rule${rules.length + 1}`, clause: '', when: {}, stages: [nextStage], anchor: 'arrival', household: 'none', says: saysOf([nextStage]) }])
  return (
    <>
      {rules.map((rule, i) => (
        <fieldset key={rule.id} className="draft-rule">
          <legend>{t('policies.draft.rule', { n: i + 1 })}</legend>
          <div className="draft-row">
            <Input aria-label={t('policies.page.clause')} placeholder={t('policies.page.clause')} style={{ maxWidth: 120 }} value={rule.clause} onChange={(event) => set(i, { clause: event.target.value })} />
            <Select mode="multiple" className="grow" aria-label={t('policies.page.origin')} placeholder={t('policies.page.anyone')} value={rule.when.origin ?? []} options={document.originClasses.map((o) => ({ value: o.id, label: o.name[language] }))} onChange={(origin) => set(i, { when: withList(rule.when, 'origin', origin) })} />
            <Select mode="multiple" style={{ minWidth: 180 }} aria-label={t('policies.page.contact')} placeholder={t('policies.draft.anyContact')} value={rule.when.contact ?? []} options={contactKinds.map((value) => ({ value, label: t(`policies.contacts.${value}`) }))} onChange={(contact) => set(i, { when: withList(rule.when, 'contact', contact) })} />
            <Select aria-label={t('policies.page.symptom')} style={{ minWidth: 110 }} value={rule.when.symptom === undefined ? 'any' : rule.when.symptom ? 'with' : 'without'} options={[{ value: 'any', label: t('policies.draft.anySymptom') }, { value: 'with', label: t('policies.draft.symptomatic') }, { value: 'without', label: t('policies.draft.well') }]} onChange={(value) => set(i, { when: withSymptom(rule.when, value) })} />
            <Button type="text" aria-label={t('policies.draft.remove')} onClick={() => onChange(rules.filter((_, other) => other !== i))}>✕</Button>
          </div>
          <Stages stages={rule.stages} onChange={(stages) => set(i, { stages, says: saysOf(stages) })} />
          <div className="draft-row">
            <Select aria-label={t('policies.draft.anchor')} style={{ minWidth: 150 }} value={rule.anchor} options={(['arrival', 'lastExposure'] as const).map((value) => ({ value, label: t('policies.draft.countFrom', { day: t(`policies.anchors.${value}`) }) }))} onChange={(anchor) => set(i, { anchor })} />
            <Select aria-label={t('policies.page.household')} style={{ minWidth: 150 }} value={rule.household} options={(['none', 'together'] as const).map((value) => ({ value, label: t(`policies.households.${value}`) }))} onChange={(household) => set(i, { household })} />
            <Input className="grow" aria-label={t('policies.draft.says')} value={rule.says[language]} onChange={(event) => set(i, { says: { ...rule.says, [language]: event.target.value } })} />
          </div>
          <Input.TextArea autoSize aria-label={t('policies.draft.quote')} placeholder={t('policies.draft.quote')} maxLength={600} value={rule.quote ?? ''} onChange={(event) => set(i, { quote: event.target.value || undefined } as Partial<MeasureRule>)} />
        </fieldset>
      ))}
      <div><Button onClick={add}>+ {t('policies.draft.addRule')}</Button></div>
      {holes.length > 0 ? <Why tone="bad">{t('policies.draft.holes', { what: holes.slice(0, 6).map((h) => [document.originClasses.find((o) => o.id === h.origin)?.name[language] ?? h.origin, h.contact === 'none' ? '' : t(`policies.contacts.${h.contact}`), h.symptom ? t('policies.draft.symptomatic') : ''].filter(Boolean).join('·')).join('、') })}</Why> : null}
    </>
  )
}

const withList = <K extends 'origin' | 'contact'>(when: MeasureRule['when'], key: K, list: string[]): MeasureRule['when'] => {
  const { [key]: _, ...rest } = when
  return list.length > 0 ? { ...rest, [key]: list } as MeasureRule['when'] : rest
}
const withSymptom = ({ symptom: _, ...rest }: MeasureRule['when'], value: string): MeasureRule['when'] => (value === 'any' ? rest : { ...rest, symptom: value === 'with' })

/** One stage after the other; none is 「不管控」. */
function Stages({ stages, onChange }: { stages: readonly Stage[]; onChange: (stages: Stage[]) => void }): ReactNode {
  const t = useWords()
  const set = (index: number, change: Partial<Stage>) => onChange(stages.map((one, i) => (i === index ? { ...one, ...change } : one)))
  return (
    <>
      {stages.length === 0 ? <p className="dim">{t('policies.page.notManaged')}</p> : null}
      {stages.map((stage, i) => (
        <div key={i} className="draft-row">
          <Select aria-label={t('policies.page.then')} style={{ minWidth: 160 }} value={stage.measure} options={measures.map((value) => ({ value, label: t(`policies.measures.${value}`) }))} onChange={(measure) => set(i, { measure })} />
          <InputNumber aria-label={t('policies.draft.days')} min={1} max={60} precision={0} value={stage.days} suffix={t('policies.draft.daysUnit')} onChange={(days) => set(i, { days: days ?? 1 })} />
          <Select mode="multiple" aria-label={t('quarantine.card.visits')} placeholder={t('policies.draft.noVisits')} style={{ minWidth: 170 }} value={stage.visits.map((v) => v.by)} options={visitors.map((value) => ({ value, label: t('policies.draft.visitedBy', { who: t(`policies.visitors.${value}`) }) }))} onChange={(by) => set(i, { visits: by.map((one) => stage.visits.find((v) => v.by === one) ?? { by: one, perDay: 1 }) })} />
          {stage.visits.map((visit) => <InputNumber key={visit.by} aria-label={`${t(`policies.visitors.${visit.by}`)} ${t('policies.draft.perDay')}`} prefix={t(`policies.visitors.${visit.by}`)} min={1} max={4} precision={0} value={visit.perDay} style={{ width: 130 }} onChange={(perDay) => set(i, { visits: stage.visits.map((v) => (v.by === visit.by ? { ...v, perDay: perDay ?? 1 } : v)) })} />)}
          <Input className="grow" aria-label={t('policies.draft.tests')} placeholder={t('policies.draft.tests')} defaultValue={stage.testsOnDays.join(' ')} onBlur={(event) => set(i, { testsOnDays: daysIn(event.target.value, stage.days) })} />
          <Button type="text" aria-label={t('policies.draft.remove')} onClick={() => onChange(stages.filter((_, other) => other !== i))}>✕</Button>
        </div>
      ))}
      <div><Button size="small" onClick={() => onChange([...stages, nextStage])}>+ {t('policies.draft.addStage')}</Button></div>
    </>
  )
}

const daysIn = (text: string, most: number): number[] => [...new Set((text.match(/\d+/g) ?? []).map(Number))].filter((n) => n >= 1 && n <= most).sort((a, b) => a - b)
