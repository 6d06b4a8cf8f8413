import { Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { pointKinds, type PointKind } from '../../modules/disinfection/contract.ts'
import { pointKindTerms } from '../../modules/disinfection/data.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useLanguage } from '../../ui/language.ts'
import { useWords } from '../../ui/words.ts'

export interface PointTold { kind: PointKind; building: string; name: string; squareMetres: number; timesADay: number }
interface Props { point?: PointTold; go: string; busy: boolean; fault?: string | undefined; onSave: (told: PointTold) => void; onBack?: () => void }

/** One point: what and how large; how often stands by its kind, with who says so. */
export function PointForm({ point, go, busy, fault, onSave, onBack }: Props): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const [d, setDraft] = useState({ kind: point?.kind as PointKind | undefined, building: point?.building ?? '', name: point?.name ?? '', squareMetres: (point?.squareMetres ?? null) as number | null, timesADay: (point?.timesADay ?? null) as number | null })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const terms = d.kind && pointKindTerms[d.kind]
  const submit = () => {
    const found = { ...(d.kind ? {} : { kind: t('disinfection.add.kindNeed') }), ...(d.name.trim() ? {} : { name: t('disinfection.add.nameNeed') }), ...(d.squareMetres ? {} : { squareMetres: t('disinfection.add.areaNeed') }) }
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.kind || !d.squareMetres) return
    onSave({ kind: d.kind, building: d.building.trim(), name: d.name.trim(), squareMetres: d.squareMetres, timesADay: d.timesADay ?? pointKindTerms[d.kind].timesADay })
  }
  const all: Record<string, string> = { ...faults, ...(fault ? { name: fault } : {}) }
  return (
    <Guided onSubmit={submit} faults={all}>
      <Field label={t('disinfection.add.kind')} fault={all['kind']} group><Select size="large" aria-label={t('disinfection.add.kind')} value={d.kind ?? null} options={pointKinds.map((value) => ({ value, label: t(`disinfection.kinds.${value}`) }))} onChange={(kind) => set({ kind: kind ?? undefined, timesADay: kind ? pointKindTerms[kind].timesADay : null })} /></Field>
      <div className="pair">
        <Field label={t('disinfection.add.building')} optional><Input size="large" maxLength={20} placeholder={t('disinfection.add.buildingHint')} value={d.building} onChange={(event) => set({ building: event.target.value })} /></Field>
        <Field label={t('disinfection.add.name')} fault={all['name']}><Input size="large" maxLength={40} placeholder={t('disinfection.add.nameHint')} value={d.name} onChange={(event) => set({ name: event.target.value })} /></Field>
      </div>
      <Field label={t('disinfection.add.area')} fault={all['squareMetres']}><InputNumber size="large" style={{ width: '100%' }} min={1} max={1_000_000} precision={0} value={d.squareMetres} onChange={(squareMetres) => set({ squareMetres })} /></Field>
      <Field label={t('disinfection.add.times')} {...(terms ? { hint: t('disinfection.card.source', { n: terms.timesADay, source: terms.source[language] }) } : {})}><InputNumber size="large" style={{ width: '100%' }} min={1} max={4} precision={0} value={d.timesADay} onChange={(timesADay) => set({ timesADay })} /></Field>
      <FormFoot go={go} busy={busy} {...(onBack ? { onBack } : {})} />
    </Guided>
  )
}
