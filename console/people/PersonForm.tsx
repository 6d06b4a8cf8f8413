import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { peopleApi, type PersonCard } from '../../modules/people/contract.ts'
import { careGroups, checkDocument, documentKinds, isPhone, nations, relations, residencies, type CareGroup, type DocumentKind, type Residency } from '../../modules/people/rules.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices, ManyChoices } from '../../ui/choices.tsx'
import type { ApiError } from '../../ui/client.ts'
import { DraftNote, Field, FormFoot, Guided, useDraft } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { fieldErrors, useErrorWords, useWords, type Say } from '../../ui/words.ts'
import { useLanguage } from '../../ui/language.ts'

interface Form {
  areaId: string; building: string; unit: string; room: string; name: string; documentKind: DocumentKind; documentNo: string; phone: string; sex: '' | '1' | '2'; birthOn: string
  nation: string; relation: string; residency: Residency; careGroups: CareGroup[]; workplace: string; registeredAddress: string; note: string
}
const EMPTY: Form = {
  areaId: '', building: '', unit: '', room: '', name: '', documentKind: 'residentId', documentNo: '', phone: '', sex: '', birthOn: '', nation: '01', relation: '', residency: 'permanent', careGroups: [],
  workplace: '', registeredAddress: '', note: '',
}
const formOf = (p: PersonCard): Form => ({
  ...EMPTY, areaId: p.areaId, name: p.name, documentKind: p.documentKind, sex: p.sex === '1' || p.sex === '2' ? p.sex : '', birthOn: p.birthOn ?? '', nation: p.nation ?? '', relation: p.relation ?? '',
  residency: p.residency, careGroups: p.careGroups as CareGroup[], workplace: p.workplace ?? '', registeredAddress: p.registeredAddress ?? '', note: p.note ?? '',
})

/** 登记人员 / 修改人员: one column; what an identity number says (birth, sex) is not asked again. */
export function PersonForm({ person, onDone }: { person?: PersonCard; onDone: (personId: string | undefined) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const { today } = useFormats()
  const [form, setForm, draft] = useDraft<Form>(person ? `person-${person.id}` : 'person', person ? formOf(person) : EMPTY)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const refused = (error: ApiError) => {
    const byCode: Record<string, string> = { 'people.documentWrong': 'documentNo', 'people.alreadyThere': 'documentNo', 'people.phoneWrong': 'phone' }
    const field = byCode[error.code]
    setFaults(field ? { [field]: tError(error) } : fieldErrors(language, error))
    if (!field) say(tError(error))
  }
  const register = useCommandOf(peopleApi.registerPerson, { onDone: (made) => { draft.drop(); say(t('people.card.registeredDone', { name: form.name })); onDone(made.personId) }, onRefused: refused })
  const edit = useCommandOf(peopleApi.editPerson, { onDone: () => { draft.drop(); say(t('people.card.savedDone')); onDone(undefined) }, onRefused: refused })
  const send = () => {
    const found = faultsOf(t, form, today, person !== undefined)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const fields = fieldsOf(form)
    if (person) edit.mutate({ personId: person.id, version: person.version, ...fields })
    else register.mutate({ areaId: form.areaId, building: form.building, unit: form.unit, room: form.room, ...fields })
  }
  const body = (
    <Guided onSubmit={send} faults={faults}>
      <DraftNote draft={draft} />
      {person ? null : <Door form={form} set={set} faults={faults} />}
      <Who form={form} set={set} faults={faults} masked={person} today={today} />
      <More form={form} set={set} />
      <FormFoot go={person ? t('people.card.save') : t('people.list.register')} busy={register.isPending || edit.isPending} onBack={() => onDone(undefined)} back={t('people.card.cancel')} />
    </Guided>
  )
  return person ? <section><h2 style={{ marginBottom: 16 }}>{t('people.form.editTitle', { name: person.name })}</h2>{body}</section> : <Page title={t('people.form.title')}>{body}</Page>
}

function faultsOf(t: Say, form: Form, today: string, editing: boolean): Record<string, string> {
  const verdict = form.documentNo ? checkDocument(form.documentKind, form.documentNo, today) : undefined
  return {
    ...(editing || form.areaId ? {} : { areaId: t('ui.form.required') }),
    ...(form.name.trim() ? {} : { name: t('ui.form.required') }),
    ...(verdict?.fault ? { documentNo: t('people.errors.documentWrong', { fault: t(`people.faults.${verdict.fault}`, { expected: verdict.expected ?? '' }), expected: '' }) } : {}),
    ...(form.phone && !isPhone(form.phone) ? { phone: t('people.errors.phoneWrong') } : {}),
  }
}

const fieldsOf = (f: Form) => ({
  name: f.name.trim(), documentKind: f.documentKind, residency: f.residency, careGroups: f.careGroups, ...(f.sex ? { sex: f.sex } : {}), ...(f.documentNo ? { documentNo: f.documentNo } : {}),
  ...(f.phone ? { phone: f.phone } : {}), birthOn: f.birthOn || null, nation: f.nation || null, relation: f.relation || null, workplace: f.workplace || null, registeredAddress: f.registeredAddress || null, note: f.note || null,
})

interface Part { form: Form; set: (change: Partial<Form>) => void; faults: Record<string, string> }

function Door({ form, set, faults }: Part): ReactNode {
  const t = useWords()
  return (
    <>
      <Field label={t('people.form.area')} fault={faults['areaId']} group><AreaPicker label={t('people.form.area')} value={form.areaId || undefined} onChange={(areaId) => set({ areaId: areaId ?? '' })} autoFocus /></Field>
      <div className="row">
        {(['building', 'unit', 'room'] as const).map((key) => <Field key={key} label={t(`people.form.${key}`)} optional={key !== 'room'}><Input size="large" value={form[key]} onChange={(event) => set({ [key]: event.target.value })} /></Field>)}
      </div>
    </>
  )
}

function Who({ form, set, faults, masked, today }: Part & { masked: PersonCard | undefined; today: string }): ReactNode {
  const t = useWords()
  const known = form.documentNo ? checkDocument(form.documentKind, form.documentNo, today) : undefined
  return (
    <>
      <Field label={t('people.form.name')} fault={faults['name']}><Input size="large" value={form.name} onChange={(event) => set({ name: event.target.value })} /></Field>
      <Field label={t('people.form.documentKind')}><Select size="large" value={form.documentKind} onChange={(documentKind) => set({ documentKind })} options={documentKinds.map((value) => ({ value, label: t(`people.documentKinds.${value}`) }))} /></Field>
      {form.documentKind === 'none' ? null : <Field label={t('people.form.documentNo')} optional fault={faults['documentNo']} hint={known?.birthOn ? `${t('people.card.born')} ${known.birthOn} · ${t(`people.sexes.${known.sex ?? '0'}`)}` : undefined}><Input size="large" value={form.documentNo} placeholder={masked?.documentMasked ?? ''} onChange={(event) => set({ documentNo: event.target.value })} /></Field>}
      <Field label={t('people.form.phone')} optional fault={faults['phone']}><Input size="large" inputMode="tel" value={form.phone} placeholder={masked?.phoneMasked ?? ''} onChange={(event) => set({ phone: event.target.value })} /></Field>
      {known?.sex ? null : <Field label={t('people.form.sex')} group><Choices label={t('people.form.sex')} value={form.sex || undefined} onChange={(sex) => set({ sex })} options={(['1', '2'] as const).map((value) => ({ value, label: t(`people.sexes.${value}`) }))} /></Field>}
      {known?.birthOn ? null : <Field label={t('people.form.birthOn')} optional><Input size="large" type="date" max={today} value={form.birthOn} onChange={(event) => set({ birthOn: event.target.value })} /></Field>}
      <Field label={t('people.form.residency')} group><Choices label={t('people.form.residency')} value={form.residency} onChange={(residency) => set({ residency })} options={residencies.map((value) => ({ value, label: t(`people.residencies.${value}`) }))} /></Field>
    </>
  )
}

function More({ form, set }: Omit<Part, 'faults'>): ReactNode {
  const t = useWords()
  return (
    <>
      <div className="row">
        <Field label={t('people.form.nation')} optional><Select size="large" showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 140 }} value={form.nation || null} onChange={(nation) => set({ nation: nation ?? '' })} options={nations.map(({ code, name }) => ({ value: code, label: name }))} /></Field>
        <Field label={t('people.form.relation')} optional><Select size="large" allowClear style={{ minWidth: 140 }} value={form.relation || null} onChange={(relation: string | null) => set({ relation: relation ?? '' })} options={relations.map((value) => ({ value, label: t(`people.relations.${value}`) }))} /></Field>
      </div>
      <Field label={t('people.form.careGroups')} optional group><ManyChoices label={t('people.form.careGroups')} value={form.careGroups} onChange={(groups) => set({ careGroups: groups })} options={careGroups.map((value) => ({ value, label: t(`people.careGroups.${value}`) }))} /></Field>
      <Field label={t('people.form.workplace')} optional><Input size="large" value={form.workplace} onChange={(event) => set({ workplace: event.target.value })} /></Field>
      <Field label={t('people.form.note')} optional><Input.TextArea rows={2} value={form.note} onChange={(event) => set({ note: event.target.value })} /></Field>
    </>
  )
}
