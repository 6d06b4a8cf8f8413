import { Button } from 'antd'
import type { ReactNode } from 'react'
import { companionKinds } from '../../../modules/passage/contract.ts'
import { TemperatureInput } from '../../../ui/choices.tsx'
import { useWords } from '../../../ui/words.ts'
import type { Entry } from './entry.ts'

/** Children and old people somebody takes along, and others: one press each, and each is measured. */
export function Companions({ value, onChange }: { value: Entry['companions']; onChange: (value: Entry['companions']) => void }): ReactNode {
  const t = useWords()
  return (
    <div className="companions">
      {value.map((one, i) => (
        <span key={i} className="row">
          <b>{t(`passage.ages.${one.kind}`)}</b>
          <TemperatureInput label={t('passage.desk.companionTemperature', { kind: t(`passage.ages.${one.kind}`) })} value={one.temperature} onChange={(temperature) => onChange(value.map((other, j) => (j === i ? { ...other, temperature } : other)))} />
          <Button type="text" onClick={() => onChange(value.filter((_, j) => j !== i))}>{t('passage.desk.removeCompanion')}</Button>
        </span>
      ))}
      <span className="row">{companionKinds.map((kind) => <Button key={kind} onClick={() => onChange([...value, { kind, temperature: undefined }])}>{t('passage.desk.addCompanion', { kind: t(`passage.ages.${kind}`) })}</Button>)}</span>
    </div>
  )
}
