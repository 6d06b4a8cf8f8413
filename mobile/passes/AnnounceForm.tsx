import { useState, type ReactNode } from 'react'
import { passesApi, visitorPurposes } from '../../modules/passes/contract.ts'
import { Choice, NumberField, PhoneField, TextField } from '../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'

type Purpose = (typeof visitorPurposes)[number]
const LENGTHS = ['1', '2', '4', '8', '12'] as const

/** 报一位访客: a name and what for; what the household says itself needs no further yes. */
export function AnnounceForm({ most, onDone, onBack }: { most: number; onDone: () => void; onBack: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [texts, setTexts] = useState({ name: '', document: '', phone: '', from: '' })
  const [purpose, setPurpose] = useState<Purpose>()
  const [hours, setHours] = useState<(typeof LENGTHS)[number]>()
  const [fault, setFault] = useState<{ at: 'name' | 'purpose' | 'document' | 'sending'; text: string }>()
  const set = (name: keyof typeof texts) => (typed: string) => setTexts({ ...texts, [name]: typed })
  const announce = useCommandOf(passesApi.announceMine, { onDone, onRefused: (error) => setFault({ at: error.code === 'passes.documentWrong' ? 'document' : 'sending', text: error.status === 0 ? t('passes.my.notNow') : tError(error) }) })
  const send = () => {
    if (!texts.name.trim()) return setFault({ at: 'name', text: t('passes.my.nameNeeded') })
    if (!purpose) return setFault({ at: 'purpose', text: t('passes.my.purposeNeeded') })
    setFault(undefined)
    announce.mutate({ name: texts.name, purpose, ...(texts.document.trim() ? { document: texts.document } : {}), ...(texts.phone.trim() ? { phone: texts.phone } : {}), ...(texts.from.trim() ? { from: texts.from } : {}), ...(hours ? { hours: Number(hours) } : {}) })
  }
  return (
    <Screen title={t('passes.my.announce')} foot={<><BigButton onPress={send} busy={announce.isPending}>{t('passes.my.go')}</BigButton><BigButton kind="second" onPress={onBack}>{t('passes.my.back')}</BigButton></>}>
      <Block>
        <TextField label={t('passes.my.name')} value={texts.name} onChange={set('name')} maxLength={60} autoComplete="off" fault={fault?.at === 'name' ? fault.text : undefined} />
        <PhoneField label={t('passes.my.purpose')} group fault={fault?.at === 'purpose' ? fault.text : undefined}>
          <Choice label={t('passes.my.purpose')} value={purpose} onChange={setPurpose} options={visitorPurposes.map((value) => ({ value, label: t(`passes.purposes.${value}`) }))} />
        </PhoneField>
        <PhoneField label={t('passes.my.hours')} group><Choice label={t('passes.my.hours')} value={hours} onChange={setHours} options={LENGTHS.filter((n) => Number(n) <= most).map((value) => ({ value, label: value }))} /></PhoneField>
        <NumberField label={t('passes.my.phone')} value={texts.phone} onChange={set('phone')} maxLength={13} autoComplete="off" />
        <TextField label={t('passes.my.document')} value={texts.document} onChange={set('document')} maxLength={18} autoComplete="off" fault={fault?.at === 'document' ? fault.text : undefined} />
        <TextField label={t('passes.my.from')} value={texts.from} onChange={set('from')} maxLength={60} autoComplete="off" />
        {fault?.at === 'sending' ? <Notice tone="bad">{fault.text}</Notice> : null}
      </Block>
    </Screen>
  )
}
