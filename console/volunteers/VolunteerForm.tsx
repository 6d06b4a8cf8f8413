import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { skills, volunteerKinds, volunteersApi, freeTimes, reportsIn, type FreeTime, type Skill, type VolunteerCard, type VolunteerKind } from '../../modules/volunteers/contract.ts'
import { freeWords } from '../../modules/volunteers/data.ts'
import { isPhone } from '../../modules/people/rules.ts'
import type { PersonBrief } from '../../modules/people/contract.ts'
import { Why } from '../../ui/card.tsx'
import { Choices, ManyChoices } from '../../ui/choices.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { PickPerson } from '../exits/PickPerson.tsx'

interface Draft { kind: VolunteerKind; unit: string; phone: string; skills: Skill[]; free: FreeTime[]; inPublic: boolean; reportedOn: string; note: string }
const nothing: Draft = { kind: 'resident', unit: '', phone: '', skills: [], free: [], inPublic: false, reportedOn: '', note: '' }
type Faults = Record<string, string>
const faultOf = (error: ApiError): string => ({ 'volunteers.phoneWrong': 'phone', 'volunteers.phoneMissing': 'phone', 'volunteers.unitMissing': 'unit' })[error.code] ?? 'who'
/** What is sent of it; empty fields say nothing. */
const told = ({ kind, unit, phone, reportedOn, note, ...rest }: Draft) => ({
  ...rest, kind, ...(kind !== 'resident' && unit.trim() ? { unit: unit.trim() } : {}), ...(phone.trim() ? { phone: phone.trim() } : {}), ...(reportsIn.includes(kind) && reportedOn ? { reportedOn } : {}), ...(note.trim() ? { note: note.trim() } : {}),
})

/** 登记志愿者: who, how to reach them, what they can do and when. */
export function AddForm({ onDone }: { onDone: (volunteerId: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [d, setDraft] = useState(nothing)
  const [person, setPerson] = useState<PersonBrief>()
  const [name, setName] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const remove = useCommandOf(volunteersApi.removeVolunteers)
  const add = useCommandOf(volunteersApi.addVolunteer, {
    onDone: (v) => { offerUndo(t('volunteers.form.saved', { name: v.name }), () => remove.mutateAsync({ volunteerIds: [v.volunteerId] })); onDone(v.volunteerId) },
    onRefused: (error) => setFaults({ [faultOf(error)]: tError(error) }),
  })
  const resident = d.kind === 'resident'
  const submit = () => {
    const found: Faults = {
      ...(resident ? (person ? {} : { who: t('volunteers.form.need') }) : name.trim() ? {} : { who: t('volunteers.form.need') }), ...(!resident && !d.unit.trim() ? { unit: t('volunteers.form.need') } : {}),
      ...(d.phone.trim() ? (isPhone(d.phone) ? {} : { phone: t('volunteers.errors.phoneWrong') }) : resident && person?.phoneMasked ? {} : { phone: t('volunteers.errors.phoneMissing') }),
    }
    setFaults(found)
    if (Object.keys(found).length === 0) add.mutate({ ...told(d), ...(resident && person ? { personId: person.id } : { name: name.trim() }) })
  }
  const measure = person && 'measure' in person && typeof person.measure === 'string' ? person.measure : undefined
  return (
    <>
      <h2 style={{ marginBottom: 16 }}>{t('volunteers.form.title')}</h2>
      <Guided onSubmit={submit} faults={faults}>
        <KindField d={d} set={setDraft} />
        {resident ? <Field label={t('volunteers.form.who')} fault={faults['who']} group><PickPerson label={t('volunteers.form.who')} value={person} onChange={setPerson} /></Field> : <Field label={t('volunteers.form.name')} fault={faults['who']}><Input size="large" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} /></Field>}
        {measure ? <Why tone="soon">{t('volunteers.form.managed', { name: person?.name ?? '', measure: t(`policies.measures.${measure}`) })}</Why> : null}
        <RestFields d={d} set={setDraft} faults={faults} phoneHint={resident && person?.phoneMasked ? `${t('volunteers.form.fromRegister')} ${person.phoneMasked}` : undefined} />
        <FormFoot go={t('volunteers.form.save')} busy={add.isPending} />
      </Guided>
    </>
  )
}

export function EditForm({ v, onDone }: { v: VolunteerCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [d, setDraft] = useState<Draft>({ kind: v.kind, unit: v.unit ?? '', phone: '', skills: v.skills, free: v.free, inPublic: v.inPublic, reportedOn: v.reportedOn ?? '', note: v.note ?? '' })
  const [faults, setFaults] = useState<Faults>({})
  const save = useCommandOf(volunteersApi.editVolunteer, { onDone: () => { say(t('volunteers.form.savedEdit')); onDone() }, onRefused: (error) => setFaults({ [faultOf(error)]: tError(error) }) })
  return (
    <Guided onSubmit={() => save.mutate({ volunteerId: v.volunteerId, ...told(d) })} faults={faults}>
      <KindField d={d} set={setDraft} />
      <RestFields d={d} set={setDraft} faults={faults} phoneHint={v.phoneMasked ? `${v.phoneMasked} · ${t('volunteers.form.phoneKeep')}` : undefined} />
      <FormFoot go={t('volunteers.form.saveEdit')} busy={save.isPending} onBack={onDone} />
    </Guided>
  )
}

interface PartProps { d: Draft; set: (next: (before: Draft) => Draft) => void }
function KindField({ d, set }: PartProps): ReactNode {
  const t = useWords()
  return <Field label={t('volunteers.form.kind')} group><Choices label={t('volunteers.form.kind')} value={d.kind} onChange={(kind) => set((before) => ({ ...before, kind }))} options={volunteerKinds.map((value) => ({ value, label: t(`volunteers.kinds.${value}`) }))} /></Field>
}
function RestFields({ d, set, faults, phoneHint }: PartProps & { faults: Faults; phoneHint: string | undefined }): ReactNode {
  const t = useWords()
  const put = (change: Partial<Draft>) => set((before) => ({ ...before, ...change }))
  return (
    <>
      {d.kind === 'resident' ? null : <Field label={t('volunteers.form.unit')} fault={faults['unit']}><Input size="large" maxLength={60} placeholder={t('volunteers.form.unitHint')} value={d.unit} onChange={(event) => put({ unit: event.target.value })} /></Field>}
      <Field label={t('volunteers.form.phone')} hint={phoneHint} fault={faults['phone']} optional={phoneHint !== undefined}><Input size="large" inputMode="tel" maxLength={20} value={d.phone} onChange={(event) => put({ phone: event.target.value })} /></Field>
      <Field label={t('volunteers.form.skills')} group><ManyChoices label={t('volunteers.form.skills')} none={t('volunteers.form.skillsNone')} value={d.skills} onChange={(value) => put({ skills: value })} options={skills.map((value) => ({ value, label: t(`volunteers.skills.${value}`) }))} /></Field>
      <Field label={t('volunteers.form.free')} group><ManyChoices label={t('volunteers.form.free')} none={t('volunteers.form.freeNone')} value={d.free} onChange={(value) => put({ free: value })} options={freeTimes.map((value) => ({ value, label: t(`volunteers.free.${value}`), hint: freeWords[value] }))} /></Field>
      <Field label={t('volunteers.form.inPublic')} group><Choices label={t('volunteers.form.inPublic')} value={d.inPublic ? 'yes' : 'no'} onChange={(value) => put({ inPublic: value === 'yes' })} options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`volunteers.form.${value}`) }))} /></Field>
      {reportsIn.includes(d.kind) ? <Field label={t('volunteers.form.reportedOn')} optional><DayInput size="large" aria-label={t('volunteers.form.reportedOn')} value={d.reportedOn} onChange={(reportedOn) => put({ reportedOn })} /></Field> : null}
      <Field label={t('volunteers.form.note')} optional><Input size="large" maxLength={300} value={d.note} onChange={(event) => put({ note: event.target.value })} /></Field>
    </>
  )
}
