import { Button, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { addDays } from '../../../kernel/dates.ts'
import { purposes, transports, type Purpose } from '../../../modules/screening/contract.ts'
import { Choices } from '../../../ui/choices.tsx'
import { Field } from '../../../ui/form.tsx'
import { useFormats } from '../../../ui/format.ts'
import { DayInput } from '../../../ui/when.tsx'
import { useWords } from '../../../ui/words.ts'
import { OriginField } from '../OriginField.tsx'
import type { Faults, Told } from './told.ts'

interface Props { told: Told; set: (change: Partial<Told>) => void; faults: Faults; today: string }

/** 从哪里来, 哪天到, 来干什么. */
export function Journey({ told, set, faults, today }: Props): ReactNode {
  const t = useWords()
  return (
    <>
      <OriginField origin={told.origin} fault={faults['origin']} autoFocus={told.person !== undefined && told.origin === undefined} onChange={(origin, originName) => set({ origin, originName })} />
      <ArrivedOn told={told} set={set} faults={faults} today={today} />
      <Field label={t('screening.form.purpose')} fault={faults['purpose']} group>
        <Choices<Purpose> label={t('screening.form.purpose')} value={told.purpose} onChange={(purpose) => set({ purpose })} options={purposes.map((value) => ({ value, label: t(`screening.purposes.${value}`) }))} />
      </Field>
    </>
  )
}

function ArrivedOn({ told, set, faults, today }: Props): ReactNode {
  const t = useWords()
  const f = useFormats()
  const near = [today, addDays(today, -1), addDays(today, -2)]
  const [other, setOther] = useState(told.arrivedOn !== '' && !near.includes(told.arrivedOn))
  const label = (day: string, i: number) => (i === 0 ? t('screening.form.arrivedToday') : i === 1 ? t('screening.form.arrivedYesterday') : f.day(day))
  const pick = (value: string) => { setOther(value === 'other'); set({ arrivedOn: value === 'other' ? '' : value }) }
  return (
    <Field label={t('screening.form.arrivedOn')} fault={faults['arrivedOn']} group>
      <Choices label={t('screening.form.arrivedOn')} value={other ? 'other' : told.arrivedOn || undefined} onChange={pick} options={[...near.map((day, i) => ({ value: day, label: label(day, i) })), { value: 'other', label: t('screening.form.arrivedOther') }]} />
      {other ? <DayInput size="large" autoFocus max={today} aria-label={t('screening.form.arrivedOn')} value={told.arrivedOn} onChange={(day) => set({ arrivedOn: day })} /> : null}
    </Field>
  )
}

/** What is seldom asked: the very street, how they travelled, with how many. */
export function More({ told, set, children }: Omit<Props, 'faults' | 'today'> & { children: ReactNode }): ReactNode {
  const t = useWords()
  const [open, setOpen] = useState(told.originPlace !== '' || told.transport !== undefined || told.contact !== undefined)
  if (!open) return <div><Button onClick={() => setOpen(true)}>{t('screening.form.more')}</Button></div>
  return (
    <>
      {children}
      <Field label={t('screening.form.originPlace')} optional><Input size="large" value={told.originPlace} maxLength={80} onChange={(event) => set({ originPlace: event.target.value })} /></Field>
      <Field label={t('screening.form.transport')} group><Choices label={t('screening.form.transport')} value={told.transport} onChange={(transport) => set({ transport })} options={transports.map((value) => ({ value, label: t(`screening.transports.${value}`) }))} /></Field>
      <div className="pair">
        <Field label={t('screening.form.tripNo')} optional><Input size="large" value={told.tripNo} maxLength={40} onChange={(event) => set({ tripNo: event.target.value })} /></Field>
        <Field label={t('screening.card.companions')} optional><InputNumber size="large" min={0} max={200} precision={0} value={told.companions ?? null} onChange={(companions) => set({ companions: companions ?? undefined })} /></Field>
      </div>
    </>
  )
}
