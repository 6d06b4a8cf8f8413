import { Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { publicityApi, publicityWays, type PublicityWay } from '../../modules/publicity/contract.ts'
import { asksNumber, lacksNumber } from '../../modules/publicity/rules.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices } from '../../ui/choices.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { MomentInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 记一次宣传 that is of no announcement in particular: a stand, a talk, leaflets of old. */
export function RecordForm({ onDone }: { onDone: (recordId: string | undefined) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [d, setDraft] = useState<{ way?: PublicityWay; areaId?: string | undefined; reached: number | null; at: string; people: string; note: string }>({ reached: null, at: '', people: '', note: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const undo = useCommandOf(publicityApi.undoPublicity)
  const record = useCommandOf(publicityApi.recordPublicity, {
    onDone: (one) => { offerUndo(t('publicity.telling.done', { place: one.placeName, way: t(`publicity.ways.${one.way}`) }), () => undo.mutateAsync({ recordId: one.recordId })); onDone(one.recordId) },
    onRefused: (error: ApiError) => setFaults({ way: tError(error) }),
  })
  const submit = () => {
    const { way, areaId } = d
    const found: Record<string, string> = { ...(way ? {} : { way: t('publicity.telling.wayNeed') }), ...(way && lacksNumber(way, d.reached) ? { reached: t(`publicity.telling.need.${way}`) } : {}), ...(areaId ? {} : { areaId: t('publicity.records.placeNeed') }) }
    setFaults(found)
    if (Object.keys(found).length > 0 || !way || !areaId) return
    record.mutate({ way, areaId, ...(d.reached && asksNumber(way) ? { reached: d.reached } : {}), ...(d.at ? { at: `${d.at}:00+08:00` } : {}), ...(d.people.trim() ? { people: d.people.trim() } : {}), ...(d.note.trim() ? { note: d.note.trim() } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <h2>{t('publicity.records.add')}</h2>
      <p className="muted">{t('publicity.records.addHint')}</p>
      <Field label={t('publicity.telling.way')} fault={faults['way']} group><Choices label={t('publicity.telling.way')} value={d.way} onChange={(way) => set({ way })} options={publicityWays.map((value) => ({ value, label: t(`publicity.ways.${value}`) }))} /></Field>
      <Field label={t('publicity.list.place')} fault={faults['areaId']}><AreaPicker label={t('publicity.list.place')} value={d.areaId} onChange={(areaId) => set({ areaId })} /></Field>
      {d.way && asksNumber(d.way) ? <Field label={t(`publicity.telling.number.${d.way}`)} fault={faults['reached']} optional={d.way === 'poster'}><InputNumber size="large" style={{ width: '100%' }} min={1} max={100_000} precision={0} value={d.reached} onChange={(reached) => set({ reached })} /></Field> : null}
      <Field label={t('publicity.list.at')} hint={t('publicity.records.atHint')} optional><MomentInput size="large" value={d.at} onChange={(at) => set({ at })} /></Field>
      <Field label={t('publicity.list.people')} hint={t('publicity.records.peopleHint')} optional><Input size="large" maxLength={60} value={d.people} onChange={(event) => set({ people: event.target.value })} /></Field>
      <Field label={t('publicity.list.note')} hint={t('publicity.records.noteHint')} optional><Input size="large" maxLength={300} value={d.note} onChange={(event) => set({ note: event.target.value })} /></Field>
      <FormFoot go={t('publicity.records.go')} busy={record.isPending} onBack={() => onDone(undefined)} />
    </Guided>
  )
}
