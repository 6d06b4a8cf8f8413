import type { ReactNode } from 'react'
import { useFormats } from '../../ui/format.ts'
import { TextField } from '../../ui/phone/fields.tsx'
import { Block } from '../../ui/phone/Screen.tsx'
import { useWords } from '../../ui/words.ts'
import { stepsOf } from './draft.ts'
import type { StepProps } from './Steps.tsx'

/** 请核对: everything once more in one sight, each line leading back to its question; then the promise and a name. */
export function Check({ draft, set, faults, place }: StepProps): ReactNode {
  const t = useWords()
  const f = useFormats()
  const go = (at: string, person?: number) => set({ step: stepsOf(draft).findIndex((s) => s.at === at && (person === undefined || ('person' in s && s.person === person))) })
  const home = `${place.places.find((one) => one.areaId === draft.areaId)?.name ?? place.areaName} ${[draft.building, draft.unit, draft.room].filter(Boolean).join('-')}`
  const line = (text: string, at: string, person?: number) => <li key={text}><span className="grow">{text}</span><button type="button" className="edit" onClick={() => go(at, person)}>{t('screening.declaration.edit')}</button></li>
  return (
    <>
      <Block>
        <ul className="check">
          {line(`${t('screening.card.origin')}:${draft.originName} ${draft.originPlace}`, 'from')}
          {line(`${t('screening.card.arrived')}:${draft.arrivedOn ? f.day(draft.arrivedOn) : ''} · ${draft.purpose ? t(`screening.purposes.${draft.purpose}`) : ''}`, 'when')}
          {draft.proxy ? line(`${t('screening.card.toldBy')}:${draft.proxy.name} ${draft.proxy.phone}`, 'proxy') : null}
          {line(`${t('screening.card.address')}:${home}`, 'live')}
          {draft.people.map((p, i) => line(`${p.name}:${p.symptoms?.length ? p.symptoms.map((one) => t(`policies.symptoms.${one}`)).join('、') : t('screening.declaration.well')} · ${p.temperature === undefined ? t('screening.declaration.notMeasured') : `${p.temperature.toFixed(1)} ℃`}`, 'health', i))}
        </ul>
      </Block>
      <p>{t('screening.declaration.pledge')}</p>
      <TextField label={t('screening.declaration.sign')} value={draft.signedBy} onChange={(signedBy) => set({ signedBy })} fault={faults['signedBy']} maxLength={40} />
    </>
  )
}
