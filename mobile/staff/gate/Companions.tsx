import type { ReactNode } from 'react'
import { companionKinds, type Companion } from '../../../modules/passage/contract.ts'
import { PhoneField, TemperatureInput } from '../../../ui/phone/fields.tsx'
import { useWords } from '../../../ui/words.ts'

/** 同行: children and the old somebody takes along are entered with whoever takes them; each is measured. */
export function Companions({ all, onChange }: { all: readonly Companion[]; onChange: (all: Companion[]) => void }): ReactNode {
  const t = useWords()
  const put = (at: number, temperature: number | undefined) => onChange(all.map(({ temperature: before, ...one }, i) => (i === at ? { ...one, ...(temperature === undefined ? {} : { temperature }) } : { ...one, ...(before === undefined ? {} : { temperature: before }) })))
  return (
    <PhoneField label={t('field.phone.gate.companions')} group>
      <div className="choices">{companionKinds.filter((kind) => kind !== 'needsCare').map((kind) => <button key={kind} type="button" className="choice" onClick={() => onChange([...all, { kind }])}>+ {t(`field.phone.gate.add.${kind}`)}</button>)}</div>
      {all.map((one, i) => (
        <div key={i} className="companion"><span>{t(`field.phone.gate.add.${one.kind === 'needsCare' ? 'elder' : one.kind}`)}</span><TemperatureInput label={`${t('field.phone.gate.temperature')} ${i + 1}`} value={one.temperature} onChange={(temperature) => put(i, temperature)} /><button type="button" className="plain-button" onClick={() => onChange(all.filter((_, at) => at !== i))}>{t('field.phone.gate.remove')}</button></div>
      ))}
    </PhoneField>
  )
}
