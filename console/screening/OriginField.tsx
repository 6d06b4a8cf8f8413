import type { ReactNode } from 'react'
import type { Origin } from '../../modules/screening/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { DivisionPicker } from '../../ui/DivisionPicker.tsx'
import { Field } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.ts'
import { recentOrigins } from './register/recent.ts'

interface Props { origin: Origin | undefined; onChange: (origin: Origin | undefined, name: string) => void; fault?: string | undefined; autoFocus?: boolean }

/** 从哪里来: a division by name or pinyin, abroad, or said not to be known; code and name always change together. */
export function OriginField({ origin, onChange, fault, autoFocus }: Props): ReactNode {
  const t = useWords()
  const special = origin === 'abroad' || origin === 'unknown' ? origin : undefined
  return (
    <Field label={t('screening.form.origin')} fault={fault} group>
      <DivisionPicker label={t('screening.form.origin')} first={recentOrigins()} value={special ? undefined : origin} autoFocus={autoFocus ?? false} onChange={(code, division) => onChange(code, division?.fullName ?? '')} />
      <Choices label={t('screening.form.origin')} value={special} onChange={(one) => onChange(one, t(`screening.origin.${one}`))} options={(['abroad', 'unknown'] as const).map((value) => ({ value, label: t(`screening.origin.${value}`) }))} />
    </Field>
  )
}
