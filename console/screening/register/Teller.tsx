import { Input } from 'antd'
import type { ReactNode } from 'react'
import { relations, type ToldBy } from '../../../modules/screening/contract.ts'
import { Choices } from '../../../ui/choices.tsx'
import { Field } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.ts'
import type { AskedAt, Faults, Told } from './told.ts'

/** 怎么知道的: where it was asked, and who told it where that was not the person: a child, an old person without a telephone. */
export function Teller({ told, set, faults, usual }: { told: Told; set: (change: Partial<Told>) => void; faults: Faults; usual: AskedAt }): ReactNode {
  const t = useWords()
  const { toldBy } = told
  const change = (more: Partial<NonNullable<Told['toldBy']>>) => set({ toldBy: { name: '', relation: 'parent', phone: '', ...toldBy, ...more } })
  return (
    <>
      <Field label={t('screening.form.askedAt')} group><Choices<AskedAt> label={t('screening.form.askedAt')} value={told.channel ?? usual} onChange={(channel) => set({ channel })} options={(['desk', 'door', 'gate', 'phone'] as const).map((value) => ({ value, label: t(`screening.channels.${value}`) }))} /></Field>
      <Field label={t('screening.form.teller')} group>
        <Choices label={t('screening.form.teller')} value={toldBy ? 'other' : 'self'} onChange={(who) => (who === 'self' ? set({ toldBy: undefined }) : change({}))} options={[{ value: 'self', label: t('screening.form.tellerSelf') }, { value: 'other', label: t('screening.form.tellerOther') }]} />
      </Field>
      {toldBy ? (
        <>
          <Field label={t('screening.form.relation')} group><Choices<ToldBy['relation']> label={t('screening.form.relation')} value={toldBy.relation} onChange={(relation) => change({ relation })} options={relations.map((value) => ({ value, label: t(`screening.relations.${value}`) }))} /></Field>
          <div className="pair">
            <Field label={t('screening.form.tellerName')} fault={faults['toldBy']}><Input size="large" value={toldBy.name} onChange={(event) => change({ name: event.target.value })} /></Field>
            <Field label={t('screening.form.tellerPhone')} optional fault={faults['toldByPhone']}><Input size="large" inputMode="tel" value={toldBy.phone} onChange={(event) => change({ phone: event.target.value })} /></Field>
          </div>
        </>
      ) : null}
    </>
  )
}
