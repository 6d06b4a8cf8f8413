import type { ReactNode } from 'react'
import { relations } from '../../modules/screening/contract.ts'
import { Choice, NumberField, PhoneField, TextField } from '../../ui/phone/fields.tsx'
import { useWords } from '../../ui/words.ts'
import type { Proxy } from './draft.ts'
import type { StepProps } from './Steps.tsx'

/** 替家人填: who fills it in, how they are related, where they can be called. */
export function ForOthers({ draft, set, faults }: StepProps): ReactNode {
  const t = useWords()
  const proxy = draft.proxy ?? { name: '', relation: undefined, phone: '' }
  const change = (more: Partial<Proxy>) => set({ proxy: { ...proxy, ...more } })
  return (
    <>
      <h2>{t('screening.declaration.proxyTitle')}</h2>
      <TextField label={t('screening.declaration.proxyName')} value={proxy.name} onChange={(name) => change({ name })} autoComplete="name" fault={faults['proxyName']} maxLength={40} />
      <PhoneField label={t('screening.declaration.relation')} fault={faults['relation']} group><Choice label={t('screening.declaration.relation')} value={proxy.relation} onChange={(relation) => change({ relation })} options={relations.map((value) => ({ value, label: t(`screening.relations.${value}`) }))} /></PhoneField>
      <NumberField label={t('screening.declaration.proxyPhone')} keyboard="tel" value={proxy.phone} onChange={(phone) => change({ phone })} autoComplete="tel" fault={faults['proxyPhone']} maxLength={13} />
    </>
  )
}

/** For oneself (and whoever came along), or for somebody who cannot do it. */
export function Whom({ draft, set }: Pick<StepProps, 'draft' | 'set'>): ReactNode {
  const t = useWords()
  return (
    <PhoneField label={t('screening.declaration.whom')} group>
      <Choice label={t('screening.declaration.whom')} value={draft.proxy ? 'others' : 'self'} onChange={(whom) => set({ proxy: whom === 'self' ? undefined : { name: '', relation: undefined, phone: '' } })} options={[{ value: 'self', label: t('screening.declaration.whomSelf') }, { value: 'others', label: t('screening.declaration.whomOthers'), hint: t('screening.declaration.whomOthersHint') }]} />
    </PhoneField>
  )
}
