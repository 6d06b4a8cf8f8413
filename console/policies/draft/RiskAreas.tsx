import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { riskLevels, type RiskArea } from '../../../modules/policies/contract.ts'
import { DivisionPicker, sixDigits } from '../../../ui/DivisionPicker.tsx'
import { useToday } from '../../../ui/now.ts'
import { DayInput } from '../../../ui/when.tsx'
import { useWords } from '../../../ui/words.ts'

/** 风险地区: a division, or a place inside one, at a level between two days. */
export function RiskAreas({ areas, onChange }: { areas: readonly RiskArea[]; onChange: (areas: RiskArea[]) => void }): ReactNode {
  const t = useWords()
  const today = useToday()
  const set = (index: number, change: Partial<RiskArea>) => onChange(areas.map((one, i) => (i === index ? { ...one, ...change } : one)))
  return (
    <>
      {areas.map((area, i) => (
        <div key={i} className="draft-row">
          <span className="grow"><DivisionPicker label={t('policies.draft.division')} value={area.code ? sixDigits(area.code) : undefined} onChange={(_, division) => set(i, { code: division?.code, name: division?.fullName ?? area.name } as Partial<RiskArea>)} /></span>
          <Input aria-label={t('policies.draft.place')} placeholder={t('policies.draft.place')} value={area.place ?? ''} onChange={(event) => set(i, { place: event.target.value || undefined } as Partial<RiskArea>)} />
          <Select aria-label={t('policies.draft.level')} value={area.level} options={riskLevels.map((value) => ({ value, label: t(`policies.riskLevels.${value}`) }))} onChange={(level) => set(i, { level })} />
          <DayInput aria-label={t('policies.draft.from')} value={area.from} onChange={(day) => set(i, { from: day })} />
          <DayInput aria-label={t('policies.draft.to')} value={area.to ?? ''} onChange={(day) => set(i, { to: day || undefined } as Partial<RiskArea>)} />
          <Button type="text" aria-label={t('policies.draft.remove')} onClick={() => onChange(areas.filter((_, other) => other !== i))}>✕</Button>
        </div>
      ))}
      <div><Button onClick={() => onChange([...areas, { name: '', level: 'high', from: today }])}>+ {t('policies.draft.addArea')}</Button></div>
    </>
  )
}
