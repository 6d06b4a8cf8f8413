import { useState, type ReactNode } from 'react'
import { coverKinds, type CoverKind, type UncaredHome } from '../../../modules/care/contract.ts'
import { namesCarer } from '../../../modules/care/rules.ts'
import { isPhone } from '../../../modules/people/rules.ts'
import { useFormats } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.ts'
import { useNow } from '../../../ui/now.ts'
import { Choice, NumberField, PhoneField, TextField } from '../../../ui/phone/fields.tsx'
import { BigButton, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import { homeKey, recordedFor, shownOf, uncaredIn } from '../carried.ts'
import { useDraft } from '../drafts.ts'
import { useOnce } from '../once.ts'
import { fieldNow, putInBox } from '../outbox/box.ts'
import { Foot } from '../parts/Foot.tsx'
import { Restored } from '../parts/Restored.tsx'
import { goTo, useRoute } from '../route.ts'
import { useStaff } from '../state.ts'
import { sync } from '../sync.ts'

/** 家里没人照料: who is left at home, since when, and who cares for them now. */
export default function Cover(): ReactNode {
  const t = useWords()
  const now = useNow()
  const { key } = useRoute()
  const { carry } = useStaff()
  const home = uncaredIn(shownOf(carry, now)).find((one) => one.householdId === key)
  if (!home) return <Screen title={t('field.phone.noMatch')} foot={<BigButton onPress={() => goTo('home')}>{t('field.phone.home')}</BigButton>}><span /></Screen>
  return <Ask key={key} home={home} />
}

function Ask({ home }: { home: UncaredHome }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const { records, carry } = useStaff()
  const title = `${home.areaName}${home.door}`
  const draft = useDraft<{ kind?: CoverKind; name: string; phone: string }>(`cover/${home.householdId}`, title, () => ({ name: '', phone: '' }))
  const { kind, name, phone } = draft.value
  const [faults, setFaults] = useState<Record<string, string>>({})
  const single = useOnce()
  const done = recordedFor(records, homeKey(home), carry)
  const named = kind !== undefined && namesCarer(kind)
  const record = async () => {
    const found = { ...(kind ? {} : { kind: t('care.uncared.whoNeed') }), ...(named && !name.trim() ? { name: t('care.uncared.nameNeed') } : {}), ...(named && phone.trim() && !isPhone(phone) ? { phone: t('care.errors.phoneWrong') } : {}) }
    setFaults(found)
    if (!kind || Object.keys(found).length > 0) return
    const carer = named ? { carerName: name.trim(), ...(phone.trim() ? { phone: phone.trim() } : {}) } : {}
    await putInBox({ command: 'care.coverHome', about: homeKey(home), title, input: { householdId: home.householdId, kind, at: fieldNow(), ...carer }, lines: [t(`care.covers.${kind}`), named ? name.trim() : ''].filter(Boolean) })
    draft.done()
    goTo('home')
    void sync()
  }
  const comma = language === 'zh' ? '、' : ', '
  const left = home.left.map((one) => [one.age === null ? one.name : t('care.uncared.age', { name: one.name, n: one.age }), ...one.groups.map((group) => t(`people.careGroups.${group}`))].join(' ')).join(comma)
  const where = [...new Set(home.taken.map((one) => one.where))].map((one) => t(`care.uncared.where.${one}`)).join(comma)
  return (
    <Screen over={t('care.uncared.title')} title={title} under={`${t('care.uncared.taken', { names: home.taken.map((one) => one.name).join(comma), where })} · ${f.when(home.since)}`} foot={<Foot><BigButton onPress={() => void single(record)}>{t('care.uncared.save')}</BigButton></Foot>}>
      {done ? <Notice tone="good">{t('care.phone.covered')} · {f.when(done.record.at)}</Notice> : null}
      <Notice tone="bad" title={t('care.uncared.left', { names: left })}>{home.law[language]}</Notice>
      <Restored kept={draft} />
      <PhoneField label={t('care.uncared.who')} fault={faults['kind']} group><Choice label={t('care.uncared.who')} value={kind} onChange={(next) => { setFaults({}); draft.set({ kind: next }) }} options={coverKinds.map((value) => ({ value, label: t(`care.covers.${value}`) }))} /></PhoneField>
      {named ? <>
        <TextField label={t('care.uncared.name')} fault={faults['name']} value={name} onChange={(next) => draft.set({ name: next })} maxLength={60} />
        <NumberField label={t('care.uncared.phone')} keyboard="tel" optional fault={faults['phone']} value={phone} onChange={(next) => draft.set({ phone: next })} maxLength={13} />
      </> : null}
    </Screen>
  )
}
