import { Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import type { SupplyLine } from '../../modules/supplies/contract.ts'
import type { ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

export interface ItemTold { name: string; spec: string; unit: string; least: number }

/** 一种物资: name, specification, unit, smallest stock. */
export function ItemForm({ item, go, busy, error, onSave, onBack }: { item?: SupplyLine; go: string; busy: boolean; error?: ApiError | null; onSave: (told: ItemTold) => void; onBack?: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [d, setDraft] = useState({ name: item?.name ?? '', spec: item?.spec ?? '', unit: item?.unit ?? '', least: item?.least ?? null })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const submit = () => {
    const [name, unit] = [d.name.trim(), d.unit.trim()]
    const found = { ...(name ? {} : { name: t('supplies.item.nameNeed') }), ...(unit ? {} : { unit: t('supplies.item.unitNeed') }), ...(d.least === null ? { least: t('supplies.item.leastNeed') } : {}) }
    setFaults(found)
    if (name && unit && d.least !== null) onSave({ name, spec: d.spec.trim(), unit, least: d.least })
  }
  const told = error ? { ...faults, name: tError(error) } : faults
  return (
    <Guided onSubmit={submit} faults={told}>
      <Field label={t('supplies.item.name')} fault={told['name']}><Input size="large" maxLength={40} value={d.name} onChange={(event) => set({ name: event.target.value })} /></Field>
      <div className="supply-pair">
        <Field label={t('supplies.item.spec')} optional><Input size="large" maxLength={40} placeholder={t('supplies.item.specHint')} value={d.spec} onChange={(event) => set({ spec: event.target.value })} /></Field>
        <Field label={t('supplies.item.unit')} fault={told['unit']}><Input size="large" maxLength={10} placeholder={t('supplies.item.unitHint')} value={d.unit} onChange={(event) => set({ unit: event.target.value })} /></Field>
      </div>
      <Field label={t('supplies.item.least')} hint={t('supplies.item.leastHint')} fault={told['least']}><InputNumber size="large" style={{ width: '100%' }} min={0} max={10_000_000} precision={0} value={d.least} onChange={(least) => set({ least })} /></Field>
      <FormFoot go={go} busy={busy} {...(onBack ? { onBack } : {})} />
    </Guided>
  )
}
