import { InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { formsApi, rowLevels, type Conditions, type FormCard, type Preview, type Who } from '../../modules/forms/contract.ts'
import { careGroups, residencies } from '../../modules/people/rules.ts'
import { measures } from '../../modules/policies/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices } from '../../ui/choices.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 谁在表里: whoever stands there already, or everybody of an area who fits, with how many that are. */
export function WhoBelongs({ form, preview }: { form: FormCard; preview: Preview | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const people = form.kind === 'people'
  const [kept, setKept] = useState<Who>(form.who ?? { areaId: form.areaId, conditions: {}, ...(people ? {} : { level: 'settlement' as const }) })
  const save = useCommandOf(formsApi.setFormWho, { onRefused: (error) => say(tError(error)) })
  const set = (who: Who | null) => { if (who) setKept(who); save.mutate({ formId: form.formId, who }) }
  return (
    <section className="paper fill-part" aria-label={t('forms.fill.who')}>
      <h2>{t('forms.fill.who')}</h2>
      <Choices
        label={t('forms.fill.who')} value={form.who ? 'area' : 'sheet'} onChange={(next) => set(next === 'sheet' ? null : kept)}
        options={[{ value: 'sheet', label: `${t(people ? 'forms.fill.standingOf' : 'forms.fill.standingAreas')}${preview ? ` (${preview.standing + preview.unmatchedInAll})` : ''}` }, { value: 'area', label: t(people ? 'forms.fill.byCondition' : 'forms.fill.allAreas') }]}
      />
      {form.who ? <Fit who={form.who} people={people} onChange={set} /> : null}
    </section>
  )
}

function Fit({ who, people, onChange }: { who: Who; people: boolean; onChange: (who: Who) => void }): ReactNode {
  const t = useWords()
  const { conditions } = who
  const put = (more: Partial<Record<keyof Conditions, unknown>>) => onChange({ ...who, conditions: Object.fromEntries(Object.entries({ ...conditions, ...more }).filter(([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0))) as Conditions })
  const where = <Part label={t('forms.fill.area')} wide><AreaPicker size="middle" label={t('forms.fill.area')} value={who.areaId} onChange={(areaId) => { if (areaId) onChange({ ...who, areaId }) }} /></Part>
  if (!people) {
    return <div className="fit">{where}<Part label={t('forms.fill.level')}><Select aria-label={t('forms.fill.level')} value={who.level ?? 'settlement'} onChange={(level) => onChange({ ...who, level })} options={rowLevels.map((value) => ({ value, label: t(`forms.fill.${value}`) }))} /></Part></div>
  }
  const any = <V extends string>(key: keyof Conditions, label: string, none: string, options: readonly { value: V; label: string }[]) => (
    <Part label={label}><Select allowClear aria-label={label} placeholder={none} value={(conditions[key] as V | undefined) ?? null} options={[...options]} onChange={(value?: V | null) => put({ [key]: value ?? undefined })} /></Part>
  )
  return (
    <>
      <div className="fit">
        {where}
        <Part label={t('forms.fill.age')}><span className="row"><Age label={t('forms.fill.ageFrom')} value={conditions.ageFrom} onChange={(ageFrom) => put({ ageFrom })} /><span className="dim">—</span><Age label={t('forms.fill.ageTo')} value={conditions.ageTo} onChange={(ageTo) => put({ ageTo })} /></span></Part>
        {any('sex', t('forms.fill.sex'), t('forms.fill.anySex'), [{ value: '1', label: t('forms.fill.male') }, { value: '2', label: t('forms.fill.female') }])}
        {any('residency', t('forms.fill.residency'), t('forms.fill.anyResidency'), residencies.map((value) => ({ value, label: t(`people.residencies.${value}`) })))}
        <Part label={t('forms.fill.care')}><Select mode="multiple" aria-label={t('forms.fill.care')} placeholder={t('forms.fill.anyCare')} value={conditions.careGroups ?? []} onChange={(groups: string[]) => put({ careGroups: groups })} options={careGroups.map((value) => ({ value, label: t(`people.careGroups.${value}`) }))} /></Part>
        {any('managed', t('forms.fill.managed'), t('forms.fill.anyManaged'), [{ value: 'any', label: t('forms.fill.managedNow') }, ...measures.map((value) => ({ value, label: t(`quarantine.measures.${value}`) }))])}
      </div>
      <Count who={who} />
    </>
  )
}

const Part = ({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }): ReactNode => <div className={wide ? 'fit-part wide' : 'fit-part'}><span className="label small muted">{label}</span>{children}</div>

function Age({ label, value, onChange }: { label: string; value: number | undefined; onChange: (age: number | undefined) => void }): ReactNode {
  const [typed, setTyped] = useState<number | null>(value ?? null)
  const keep = () => { if ((typed ?? undefined) !== value) onChange(typed ?? undefined) }
  return <InputNumber aria-label={label} placeholder={label} min={0} max={130} precision={0} value={typed} onChange={setTyped} onBlur={keep} onPressEnter={keep} controls={false} />
}

function Count({ who }: { who: Who }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const count = useQueryOf(formsApi.countForForm, { areaId: who.areaId, ...who.conditions }, { keep: true })
  const everybody = Object.keys(who.conditions).length === 0
  return <p role="status" className={everybody ? 'soon-ink' : ''}><b>{count.data ? t('forms.fill.found', { n: f.number(count.data.n) }) : t('forms.fill.counting')}</b>{everybody ? ` · ${t('forms.fill.everybody')}` : ''}</p>
}
