import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { PersonCard } from '../../modules/people/contract.ts'
import { careGroups, checkDocument, documentKinds, nations, relations, residencies } from '../../modules/people/rules.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices, ManyChoices } from '../../ui/choices.tsx'
import { Field } from '../../ui/form.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import type { NewPerson, PersonFields } from './fields.ts'

interface Part<T = PersonFields> { form: T; set: (change: Partial<T>) => void; faults: Readonly<Record<string, string>> }
export type Where = Pick<NewPerson, 'areaId' | 'building' | 'unit' | 'room'>

/** 住处: the door decides the household. */
export function Door({ form, set, faults, chosen }: Part<Where> & { chosen?: { id: string; name: string } }): ReactNode {
  const t = useWords()
  return (
    <>
      <Field label={t('people.form.area')} fault={faults['areaId']} group><AreaPicker label={t('people.form.area')} value={form.areaId || undefined} onChange={(areaId) => set({ areaId: areaId ?? '' })} chosen={chosen} /></Field>
      <div className="door-fields">
        {(['building', 'unit', 'room'] as const).map((key) => (
          <Field key={key} label={t(`people.form.${key}`)}><Input size="large" value={form[key]} onChange={(event) => set({ [key]: event.target.value })} /></Field>
        ))}
      </div>
    </>
  )
}

/** 证件与联系: a number on record is shown masked; typing replaces it. */
export function Who({ form, set, faults, masked, today, known }: Part & { masked?: PersonCard; today: string; known: ReactNode }): ReactNode {
  const t = useWords()
  const says = form.documentNo ? checkDocument(form.documentKind, form.documentNo, today) : undefined
  const born = says?.birthOn ? t('people.form.says', { born: says.birthOn, sex: t(`people.sexes.${says.sex ?? '0'}`) }) : undefined
  const warning = says && !says.fault && says.warning ? t(`people.warnings.${says.warning}`) : undefined
  const hasPhone = Boolean(masked?.phoneMasked) && form.phone !== null
  return (
    <>
      <Field label={t('people.form.name')} fault={faults['name']}><Input size="large" autoComplete="off" value={form.name} onChange={(event) => set({ name: event.target.value })} /></Field>
      <Field label={t('people.form.documentKind')} fault={faults['documentKind']} group>
        <Select size="large" aria-label={t('people.form.documentKind')} value={form.documentKind} onChange={(documentKind) => set({ documentKind, ...(documentKind === 'none' ? { documentNo: '' } : {}) })} options={documentKinds.map((value) => ({ value, label: t(`people.documentKinds.${value}`) }))} />
      </Field>
      {form.documentKind === 'none' ? null : (
        <Field label={t('people.form.documentNo')} optional fault={faults['documentNo']} hint={known ?? ([born, warning].filter(Boolean).join(' · ') || undefined)}>
          <Input size="large" autoComplete="off" value={form.documentNo ?? ''} placeholder={masked?.documentMasked ?? ''} onChange={(event) => set({ documentNo: event.target.value })} />
        </Field>
      )}
      <Field label={t('people.form.phone')} optional fault={faults['phone']} hint={form.phone === null ? t('people.form.phoneDropped') : undefined}>
        <Input size="large" inputMode="tel" autoComplete="off" value={form.phone ?? ''} placeholder={form.phone === null ? '' : masked?.phoneMasked ?? ''} onChange={(event) => set({ phone: event.target.value })} />
      </Field>
      {hasPhone && form.phone === '' ? <span><Button type="link" size="small" onClick={() => set({ phone: null })}>{t('people.form.dropPhone')}</Button></span> : null}
      {says?.sex ? null : <Field label={t('people.form.sex')} fault={faults['sex']} group><Choices label={t('people.form.sex')} value={form.sex || undefined} onChange={(sex) => set({ sex })} options={(['1', '2'] as const).map((value) => ({ value, label: t(`people.sexes.${value}`) }))} /></Field>}
      {says?.birthOn ? null : <Field label={t('people.form.birthOn')} optional fault={faults['birthOn']}><DayInput size="large" max={today} value={form.birthOn} onChange={(day) => set({ birthOn: day })} /></Field>}
    </>
  )
}

export function More({ form, set, faults }: Part): ReactNode {
  const t = useWords()
  const text = (key: 'registeredAddress' | 'workplace') => (
    <Field label={t(`people.form.${key}`)} optional fault={faults[key]}><Input size="large" value={form[key]} onChange={(event) => set({ [key]: event.target.value })} /></Field>
  )
  return (
    <>
      <Field label={t('people.form.residency')} fault={faults['residency']} group><Choices label={t('people.form.residency')} value={form.residency} onChange={(residency) => set({ residency })} options={residencies.map((value) => ({ value, label: t(`people.residencies.${value}`) }))} /></Field>
      <div className="two-fields">
        <Field label={t('people.form.relation')} optional fault={faults['relation']} group><Select size="large" allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t('people.form.relation')} value={form.relation || null} onChange={(relation?: string | null) => set({ relation: relation ?? '' })} options={relations.map((value) => ({ value, label: t(`people.relations.${value}`) }))} /></Field>
        <Field label={t('people.form.nation')} optional fault={faults['nation']} group><Select size="large" allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t('people.form.nation')} value={form.nation || null} onChange={(nation?: string | null) => set({ nation: nation ?? '' })} options={nations.map(({ code, name }) => ({ value: code, label: name }))} /></Field>
      </div>
      <Field label={t('people.form.careGroups')} optional fault={faults['careGroups']} group><ManyChoices label={t('people.form.careGroups')} value={form.careGroups} onChange={(groups) => set({ careGroups: groups })} options={careGroups.map((value) => ({ value, label: t(`people.careGroups.${value}`) }))} /></Field>
      {text('registeredAddress')}
      {text('workplace')}
      <Field label={t('people.form.note')} optional fault={faults['note']}><Input.TextArea rows={2} value={form.note} onChange={(event) => set({ note: event.target.value })} /></Field>
    </>
  )
}
