import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { gateKinds, passageApi, type Gate, type GateKind } from '../../modules/passage/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { ClockInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

const TWO = '08:00 20:00'
const THREE = '06:00 14:00 22:00'
interface Form { areaId: string | undefined; name: string; kind: GateKind; ways: 'both' | 'in' | 'out'; hours: 'allDay' | 'some'; opensAt: string; closesAt: string; manned: 'yes' | 'no'; shifts: 'two' | 'three' | 'custom'; starts: string; note: string }

const formOf = (gate: Gate | undefined): Form => {
  const starts = gate?.shiftStarts.join(' ') ?? TWO
  return {
    areaId: gate?.areaId, name: gate?.name ?? '', kind: gate?.kind ?? 'compound', ways: gate?.ways ?? 'both', hours: gate?.opensAt ? 'some' : 'allDay', opensAt: gate?.opensAt ?? '06:00', closesAt: gate?.closesAt ?? '22:00',
    manned: gate && !gate.manned ? 'no' : 'yes', shifts: starts === TWO ? 'two' : starts === THREE ? 'three' : 'custom', starts, note: gate?.note ?? '',
  }
}

/** 新设或修改卡点: what most gates are stands there already; a name and a place are asked for. */
export function GateForm({ gate, onDone }: { gate?: Gate; onDone: (gate: Gate | undefined) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [form, setForm] = useState(() => formOf(gate))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = <K extends keyof Form>(name: K) => (value: Form[K]) => setForm((before) => ({ ...before, [name]: value }))
  const onRefused = (error: { code?: string }) => setFaults({ [error.code === 'passage.hoursHalf' || error.code === 'passage.neverOpen' ? 'hours' : error.code === 'passage.startsOrder' || error.code === 'frame.malformed' ? 'starts' : error.code === 'passage.notHere' ? 'area' : 'name']: tError(error) })
  const remove = useCommandOf(passageApi.removeGate)
  const create = useCommandOf(passageApi.createGate, { onRefused, onDone: (made) => { offerUndo(t('passage.gate.created', { name: made.name }), () => remove.mutateAsync({ gateId: made.gateId, reason: t('passage.gate.remove') })); onDone(made) } })
  const edit = useCommandOf(passageApi.editGate, { onRefused, onDone: (saved) => { say(t('passage.gate.saved')); onDone(saved) } })
  const submit = () => {
    const { areaId } = form
    const starts = (form.shifts === 'two' ? TWO : form.shifts === 'three' ? THREE : form.starts).trim().split(/[\s,,、]+/)
    const clocks = /^([01]\d|2[0-3]):[0-5]\d$/
    const wrong = {
      ...(areaId ? {} : { area: t('passage.gate.areaPrompt') }), ...(form.name.trim() ? {} : { name: t('passage.gate.namePrompt') }), ...(starts.every((one) => clocks.test(one)) ? {} : { starts: t('passage.gate.clockPrompt') }),
      ...(form.hours === 'allDay' || (clocks.test(form.opensAt) && clocks.test(form.closesAt)) ? {} : { hours: t('passage.gate.clockPrompt') }),
    }
    setFaults(wrong)
    if (Object.keys(wrong).length > 0 || !areaId) return
    const fields = { name: form.name.trim(), kind: form.kind, ways: form.ways, manned: form.manned === 'yes', shiftStarts: starts, ...(form.hours === 'some' ? { opensAt: form.opensAt, closesAt: form.closesAt } : {}), ...(form.note.trim() ? { note: form.note.trim() } : {}) }
    if (gate) edit.mutate({ gateId: gate.gateId, ...fields })
    else create.mutate({ areaId, ...fields })
  }
  const some = <V extends string>(values: readonly V[], label: (value: V) => string) => values.map((value) => ({ value, label: label(value) }))
  return (
    <Guided onSubmit={submit} faults={faults}>
      {gate ? null : <Field label={t('passage.gate.area')} fault={faults['area']}><AreaPicker autoFocus label={t('passage.gate.area')} levels={['community', 'compound', 'villageGroup', 'grid', 'building']} value={form.areaId} onChange={set('areaId')} /></Field>}
      <Field label={t('passage.gate.name')} fault={faults['name']}><Input size="large" maxLength={60} value={form.name} onChange={(event) => set('name')(event.target.value)} placeholder={t('passage.gate.namePlaceholder')} /></Field>
      <Field label={t('passage.gate.kind')} group><Choices label={t('passage.gate.kind')} value={form.kind} onChange={set('kind')} options={some(gateKinds, (value) => t(`passage.gateKinds.${value}`))} /></Field>
      <Field label={t('passage.gate.ways')} group><Choices label={t('passage.gate.ways')} value={form.ways} onChange={set('ways')} options={some(['both', 'in', 'out'] as const, (value) => t(`passage.waysOf.${value}`))} /></Field>
      <Field label={t('passage.gate.opens')} group fault={faults['hours']}>
        <Choices label={t('passage.gate.opens')} value={form.hours} onChange={set('hours')} options={[{ value: 'allDay', label: t('passage.gate.allDay') }, { value: 'some', label: t('passage.gate.someHours') }]} />
        {form.hours === 'some' ? <span className="row"><ClockInput needed aria-label={t('passage.page.from')} value={form.opensAt} onChange={set('opensAt')} /> – <ClockInput needed aria-label={t('passage.page.to')} value={form.closesAt} onChange={set('closesAt')} /></span> : null}
      </Field>
      <Field label={t('passage.gate.manned')} group><Choices label={t('passage.gate.manned')} value={form.manned} onChange={set('manned')} options={[{ value: 'yes', label: t('passage.gate.mannedYes') }, { value: 'no', label: t('passage.gate.mannedNo') }]} /></Field>
      {form.manned === 'yes' ? (
        <Field label={t('passage.gate.starts')} group fault={faults['starts']} hint={form.shifts === 'custom' ? t('passage.gate.startsHint') : undefined}>
          <Choices label={t('passage.gate.starts')} value={form.shifts} onChange={set('shifts')} options={some(['two', 'three', 'custom'] as const, (value) => t(`passage.gate.${value}`))} />
          {form.shifts === 'custom' ? <Input size="large" aria-label={t('passage.gate.starts')} value={form.starts} onChange={(event) => set('starts')(event.target.value)} /> : null}
        </Field>
      ) : null}
      <Field label={t('passage.gate.note')} optional><Input size="large" maxLength={200} value={form.note} onChange={(event) => set('note')(event.target.value)} /></Field>
      <FormFoot go={gate ? t('passage.gate.save') : t('passage.gate.createGo')} busy={create.isPending || edit.isPending} onBack={() => onDone(gate)} />
    </Guided>
  )
}
