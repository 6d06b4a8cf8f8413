import { Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { skills, volunteersApi, workKinds, type Skill, type WorkKind } from '../../modules/volunteers/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { spanOf, TimeFields, type Times } from './TimeFields.tsx'

/** 发招募: what, where, from when to when, how many. */
export function CallForm({ onDone }: { onDone: (callId: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const me = useMe()
  const { today } = useFormats()
  const [d, setDraft] = useState({ kind: 'delivery' as WorkKind, areaId: me.area?.level === 'community' ? me.area.id : undefined as string | undefined, place: '', wanted: 1, skill: undefined as Skill | undefined, note: '' })
  const [times, setTimes] = useState<Times>({ day: today, from: '', to: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const withdraw = useCommandOf(volunteersApi.withdrawCall)
  const send = useCommandOf(volunteersApi.callForHands, {
    onDone: (c) => { offerUndo(t('volunteers.calls.form.made', { place: c.place }), () => withdraw.mutateAsync({ callId: c.callId })); onDone(c.callId) },
    onRefused: (error) => setFaults({ [error.code === 'volunteers.timesWrong' ? 'times' : 'place']: tError(error) }),
  })
  const submit = () => {
    const span = spanOf(times)
    const found = { ...(d.areaId ? {} : { area: t('volunteers.calls.form.need') }), ...(d.place.trim() ? {} : { place: t('volunteers.calls.form.need') }), ...(span ? {} : { times: t('volunteers.calls.form.need') }) }
    setFaults(found)
    if (span && d.areaId && Object.keys(found).length === 0) send.mutate({ kind: d.kind, areaId: d.areaId, place: d.place.trim(), ...span, wanted: d.wanted, ...(d.skill ? { skill: d.skill } : {}), ...(d.note.trim() ? { note: d.note.trim() } : {}) })
  }
  return (
    <>
      <h2 style={{ marginBottom: 16 }}>{t('volunteers.calls.form.title')}</h2>
      <Guided onSubmit={submit} faults={faults}>
        <Field label={t('volunteers.calls.form.kind')}><Select size="large" aria-label={t('volunteers.calls.form.kind')} value={d.kind} onChange={(kind) => set({ kind })} options={workKinds.map((value) => ({ value, label: t(`volunteers.works.${value}`) }))} /></Field>
        <Field label={t('volunteers.calls.form.area')} fault={faults['area']} group><AreaPicker label={t('volunteers.calls.form.area')} chosen={me.area?.level === 'community' ? me.area : undefined} value={d.areaId} onChange={(areaId) => set({ areaId })} /></Field>
        <Field label={t('volunteers.calls.form.place')} fault={faults['place']}><Input size="large" autoFocus maxLength={60} placeholder={t('volunteers.calls.form.placeHint')} value={d.place} onChange={(event) => set({ place: event.target.value })} /></Field>
        <TimeFields times={times} onChange={setTimes} fault={faults['times']} earliest={today} />
        <Field label={t('volunteers.calls.form.wanted')}><InputNumber size="large" min={1} max={200} precision={0} style={{ width: 120 }} value={d.wanted} onChange={(wanted) => set({ wanted: wanted ?? 1 })} /></Field>
        <Field label={t('volunteers.calls.form.skill')} optional><Select size="large" allowClear aria-label={t('volunteers.calls.form.skill')} placeholder={t('volunteers.calls.form.skillNone')} value={d.skill ?? null} onChange={(value?: Skill | null) => set({ skill: value ?? undefined })} options={skills.map((value) => ({ value, label: t(`volunteers.skills.${value}`) }))} /></Field>
        <Field label={t('volunteers.calls.form.note')} optional><Input size="large" maxLength={200} value={d.note} onChange={(event) => set({ note: event.target.value })} /></Field>
        <FormFoot go={t('volunteers.calls.form.go')} busy={send.isPending} />
      </Guided>
    </>
  )
}
