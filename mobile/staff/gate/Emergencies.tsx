import { useState, type ReactNode } from 'react'
import { emergencies, type Emergency } from '../../../modules/passage/contract.ts'
import { withoutBlanks } from '../../../modules/field/rules.ts'
import { Choice, PhoneField, TextField } from '../../../ui/phone/fields.tsx'
import { BigButton, Screen } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import type { Standing } from './passing.ts'

interface Props { standing: Standing; onPick: (emergency: Emergency, standing: Standing) => void; onBack: () => void }

/** 紧急: two presses, and whoever it is passes, the way they were going; a name only where there is time for it. */
export function Emergencies({ standing, onPick, onBack }: Props): ReactNode {
  const t = useWords()
  const [draft, setDraft] = useState(standing.draft)
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const { direction, name = '' } = draft
  const passing = { ...standing, draft: withoutBlanks({ ...draft, name: name.trim() }) }
  return (
    <Screen title={t('field.phone.gate.pick')} under={t('field.phone.gate.emergencyHint')} foot={<BigButton kind="second" onPress={onBack}>{t('field.phone.gate.cancel')}</BigButton>}>
      <div className="emergencies">{emergencies.map((one) => <BigButton key={one} kind="danger" onPress={() => onPick(one, passing)}>{t(`passage.emergencies.${one}`)}</BigButton>)}</div>
      <PhoneField label={`${t('field.phone.gate.out')} / ${t('field.phone.gate.in')}`} group><Choice label={`${t('field.phone.gate.out')} / ${t('field.phone.gate.in')}`} value={direction} onChange={(next) => set({ direction: next })} options={[{ value: 'out', label: t('field.phone.gate.out') }, { value: 'in', label: t('field.phone.gate.in') }]} /></PhoneField>
      {standing.household ? null : <TextField label={t('field.phone.gate.name')} optional value={name} onChange={(next) => set({ name: next })} maxLength={40} />}
    </Screen>
  )
}
