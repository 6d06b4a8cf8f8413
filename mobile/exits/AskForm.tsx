import { useState, type ReactNode } from 'react'
import { exitsApi, type OwnExit } from '../../modules/exits/contract.ts'
import { exitKinds, type ExitKind } from '../../modules/policies/contract.ts'
import { TemperatureInput } from '../../ui/choices.tsx'
import { DivisionPicker } from '../../ui/DivisionPicker.tsx'
import { Choice, DayField, NumberField, PhoneField, TextField } from '../../ui/phone/fields.tsx'
import { BigButton, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import type { Place } from '../declaration/place.ts'

/** Nothing is asked that the link knows: a personal one is somebody's already. */
export function AskForm({ place, onDone, onBack }: { place: Place; onDone: (own: OwnExit) => void; onBack: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const own = place.purpose === 'personal'
  const people = useQueryOf(exitsApi.myExits, {}, { enabled: own }).data?.people ?? []
  const [d, setDraft] = useState({ personId: undefined as string | undefined, name: '', documentNo: '', kind: undefined as ExitKind | undefined, code: undefined as string | undefined, division: '', detail: '', employer: '', leavesOn: place.today, untilOn: '', escortName: '', temperature: undefined as number | undefined })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const ask = useCommandOf(exitsApi.askToGoOut, { onDone, onRefused: (error) => setFaults({ sending: error.status === 0 ? t('screening.declaration.failed') : tError(error) }) })
  const rules = useQueryOf(exitsApi.ownExitRules, {}).data?.items ?? []
  const language = useLanguage()
  const said = (kind: ExitKind) => rules.find((rule) => rule.kind === kind)?.says[language]
  const send = () => {
    const destinationName = [d.division, d.detail.trim()].filter(Boolean).join(' ')
    const found = {
      ...(people.length < 2 || d.personId ? {} : { person: t('exits.mine.whoNeed') }), ...(own || d.name.trim() ? {} : { name: t('exits.mine.nameNeed') }), ...(own || d.documentNo.trim().length >= 6 ? {} : { documentNo: t('exits.mine.documentNeed') }), ...(d.kind ? {} : { kind: t('exits.mine.chooseKind') }),
      ...(d.kind === 'migrantWork' && !d.code ? { destination: t('exits.form.divisionNeed') } : destinationName.length >= 2 ? {} : { destination: t('exits.mine.fill') }), ...(d.leavesOn ? {} : { leavesOn: t('exits.mine.fill') }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.kind) return
    const given = Object.fromEntries((['employer', 'untilOn', 'escortName'] as const).flatMap((key) => (d[key].trim() ? [[key, d[key].trim()]] : [])))
    ask.mutate({ kind: d.kind, destinationName, leavesOn: d.leavesOn, ...(d.code ? { destinationCode: d.code } : {}), ...(d.temperature === undefined ? {} : { temperature: d.temperature }), ...(d.personId ? { personId: d.personId } : {}), ...(own ? {} : { name: d.name.trim(), documentNo: d.documentNo.trim() }), ...given })
  }
  return (
    <Screen over={place.areaFullName || place.areaName} title={t('exits.mine.title')} foot={<><BigButton submit form="ask-exit" busy={ask.isPending}>{t('exits.mine.send')}</BigButton>{onBack ? <BigButton kind="second" onPress={onBack}>{t('exits.mine.toHome')}</BigButton> : null}</>}>
      <form id="ask-exit" className="ask-exit" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
        <Notice tone="soon">{t('exits.mine.lead')}</Notice>
        {people.length > 1 ? <PhoneField label={t('exits.mine.who')} fault={faults['person']} group><Choice label={t('exits.mine.who')} value={d.personId} onChange={(personId) => set({ personId })} options={people.map((one) => ({ value: one.personId, label: one.name }))} /></PhoneField> : null}
        {own ? null : <><TextField label={t('exits.mine.name')} value={d.name} onChange={(name) => set({ name })} autoComplete="name" fault={faults['name']} maxLength={40} /><NumberField label={t('exits.mine.document')} hint={t('exits.mine.documentHint')} value={d.documentNo} onChange={(documentNo) => set({ documentNo })} fault={faults['documentNo']} maxLength={20} /></>}
        <PhoneField label={t('exits.form.kind')} fault={faults['kind']} group><Choice label={t('exits.form.kind')} value={d.kind} onChange={(kind) => set({ kind })} options={exitKinds.map((value) => ({ value, label: t(`exits.kinds.${value}`), ...(said(value) ? { hint: said(value) } : {}) }))} /></PhoneField>
        <PhoneField label={t('exits.form.destination')} fault={faults['destination']} group><DivisionPicker label={t('exits.form.destination')} first={[place.homeCode.slice(0, 4), '44', '33', '35']} value={d.code} onChange={(code, division) => set({ code, division: division?.fullName ?? '' })} /></PhoneField>
        <TextField label={t('exits.form.detail')} optional value={d.detail} onChange={(detail) => set({ detail })} maxLength={60} />
        {d.kind === 'migrantWork' || d.kind === 'localWork' ? <TextField label={t('exits.form.employer')} optional value={d.employer} onChange={(employer) => set({ employer })} maxLength={60} /> : null}
        <DayField label={t('exits.form.leaves')} value={d.leavesOn} min={place.today} onChange={(leavesOn) => set({ leavesOn })} fault={faults['leavesOn']} />
        {d.kind === 'migrantWork' ? null : <DayField label={t(d.kind === 'localWork' ? 'exits.form.untilWork' : 'exits.form.until')} optional value={d.untilOn} min={d.leavesOn} onChange={(untilOn) => set({ untilOn })} />}
        {d.kind === 'medical' ? <TextField label={t('exits.form.escort')} optional value={d.escortName} onChange={(escortName) => set({ escortName })} maxLength={40} /> : null}
        <PhoneField label={t('exits.form.temperature')} optional group><TemperatureInput label={t('exits.form.temperature')} value={d.temperature} onChange={(temperature) => set({ temperature })} /></PhoneField>
        {faults['sending'] ? <Notice tone="bad">{faults['sending']}</Notice> : null}
      </form>
    </Screen>
  )
}
