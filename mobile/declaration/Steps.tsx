import { useState, type ReactNode } from 'react'
import { addDays } from '../../kernel/dates.ts'
import { purposes, transports, type Purpose } from '../../modules/screening/contract.ts'
import { DivisionPicker } from '../../ui/DivisionPicker.tsx'
import { useFormats } from '../../ui/format.ts'
import { Choice, DayField, PhoneField, TextField } from '../../ui/phone/fields.tsx'
import { BigButton, Block } from '../../ui/phone/Screen.tsx'
import { useWords } from '../../ui/words.ts'
import { currentLink } from '../../ui/link.ts'
import type { Draft, Faults } from './draft.ts'
import { Whom } from './ForOthers.tsx'
import type { Place } from './place.ts'
import { NoticeBlock } from '../privacy/NoticeBlock.tsx'

export interface StepProps { draft: Draft; set: (change: Partial<Draft>) => void; faults: Faults; place: Place }

export function Start({ draft, set, faults }: StepProps): ReactNode {
  const t = useWords()
  return (
    <>
      <p>{t('screening.declaration.minutes')}</p>
      <Whom draft={draft} set={set} />
      <Block title={t('screening.declaration.privacyTitle')}>
        <p>{t('screening.declaration.privacy')}</p>
        <label className="agree" {...(faults['privacyRead'] ? { 'data-faulty': '' } : {})}><input type="checkbox" checked={draft.privacyRead} onChange={(event) => set({ privacyRead: event.target.checked })} /> {t('screening.declaration.privacyRead')}</label>
        {faults['privacyRead'] ? <p className="fault" role="alert">{faults['privacyRead']}</p> : null}
      </Block>
      <NoticeBlock />
      <p><a href={`/m/e/${currentLink() ?? ''}`}>{t('links.goOut')}</a></p>
      <p><a href={`/m/r/${currentLink() ?? ''}`}>{t('links.resumeWork')}</a></p>
      <p><a href={`/m/a/${currentLink() ?? ''}`}>{t('links.report')}</a></p>
      <p><a href={`/m/t/${currentLink() ?? ''}`}>{t('screening.tip.fromDeclaration')}</a></p>
    </>
  )
}

export function From({ draft, set, faults, place }: StepProps): ReactNode {
  const t = useWords()
  const abroad = draft.origin === 'abroad'
  return (
    <>
      <PhoneField label={t('screening.declaration.from')} hint={t('screening.declaration.fromHint')} fault={faults['origin']} group>
        <DivisionPicker label={t('screening.declaration.from')} first={nearOf(place.homeCode)} value={abroad ? undefined : draft.origin} onChange={(code, division) => set({ origin: code, originName: division?.fullName ?? '' })} />
        <Choice label={t('screening.declaration.abroad')} value={abroad ? 'abroad' : undefined} onChange={() => set({ origin: 'abroad', originName: t('screening.origin.abroad') })} options={[{ value: 'abroad', label: t('screening.declaration.abroad') }]} />
      </PhoneField>
      <TextField label={t('screening.declaration.place')} optional value={draft.originPlace} onChange={(originPlace) => set({ originPlace })} maxLength={80} />
    </>
  )
}

/** The own city and province first: most come from near by. */
const nearOf = (code: string): string[] => [code.slice(0, 4), code.slice(0, 2)]

export function When({ draft, set, faults, place }: StepProps): ReactNode {
  const t = useWords()
  const f = useFormats()
  const near = [place.today, addDays(place.today, -1), addDays(place.today, -2)]
  const [other, setOther] = useState(draft.arrivedOn !== '' && !near.includes(draft.arrivedOn))
  const pick = (value: string) => { setOther(value === 'other'); set({ arrivedOn: value === 'other' ? '' : value }) }
  const label = (day: string, i: number) => (i === 0 ? t('screening.form.arrivedToday') : i === 1 ? t('screening.form.arrivedYesterday') : f.day(day))
  return (
    <>
      <PhoneField label={t('screening.declaration.arrived')} fault={other ? undefined : faults['arrivedOn']} group>
        <Choice label={t('screening.declaration.arrived')} value={other ? 'other' : draft.arrivedOn || undefined} onChange={pick} options={[...near.map((day, i) => ({ value: day, label: label(day, i) })), { value: 'other', label: t('screening.form.arrivedOther') }]} />
      </PhoneField>
      {other ? <DayField label={t('screening.form.arrivedOn')} max={place.today} value={draft.arrivedOn} fault={faults['arrivedOn']} onChange={(arrivedOn) => set({ arrivedOn })} /> : null}
      <PhoneField label={t('screening.declaration.purpose')} fault={faults['purpose']} group>
        <Choice<Purpose> label={t('screening.declaration.purpose')} value={draft.purpose} onChange={(purpose) => set({ purpose })} options={purposes.map((value) => ({ value, label: t(`screening.purposes.${value}`) }))} />
      </PhoneField>
    </>
  )
}

export function How({ draft, set }: StepProps): ReactNode {
  const t = useWords()
  return (
    <>
      <PhoneField label={t('screening.declaration.transport')} optional group>
        <Choice label={t('screening.declaration.transport')} value={draft.transport} onChange={(transport) => set({ transport })} options={transports.map((value) => ({ value, label: t(`screening.transports.${value}`) }))} />
      </PhoneField>
      <TextField label={t('screening.declaration.tripNo')} optional value={draft.tripNo} onChange={(tripNo) => set({ tripNo })} maxLength={40} />
    </>
  )
}

export function Live({ draft, set, faults, place }: StepProps): ReactNode {
  const t = useWords()
  return (
    <>
      {place.places.length > 0 ? (
        <PhoneField label={t('screening.declaration.compound')} group>
          <Choice label={t('screening.declaration.compound')} value={draft.areaId} onChange={(areaId) => set({ areaId })} options={place.places.map((one) => ({ value: one.areaId, label: one.name }))} />
        </PhoneField>
      ) : null}
      <div className="door">
        <TextField label={t('screening.declaration.building')} value={draft.building} onChange={(building) => set({ building })} maxLength={6} />
        <TextField label={t('screening.declaration.unit')} value={draft.unit} onChange={(unit) => set({ unit })} maxLength={6} />
        <TextField label={t('screening.declaration.room')} value={draft.room} onChange={(room) => set({ room })} maxLength={12} fault={faults['room']} />
      </div>
    </>
  )
}

export function Another({ draft, onAdd, onRemove }: { draft: Draft; onAdd: () => void; onRemove: (index: number) => void }): ReactNode {
  const t = useWords()
  return (
    <>
      <ul className="stack">{draft.people.map((p, i) => <li key={i} className="row"><b className="grow">{p.name}</b>{draft.people.length > 1 ? <button type="button" className="choice" onClick={() => onRemove(i)}>{t('screening.declaration.remove')}</button> : null}</li>)}</ul>
      {draft.people.length < 10 ? <BigButton kind="second" onPress={onAdd}>{t('screening.declaration.addPerson')}</BigButton> : null}
    </>
  )
}
