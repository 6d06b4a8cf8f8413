import './words.ts'
import { useState, type ReactNode } from 'react'
import { linksApi } from '../../modules/links/contract.ts'
import { isPhone } from '../../modules/people/rules.ts'
import { ownHelpApi } from '../../modules/volunteers/contract/own.ts'
import { freeTimes, skills, volunteerKinds, type FreeTime, type Skill, type VolunteerKind } from '../../modules/volunteers/contract/views.ts'
import { freeWords } from '../../modules/volunteers/data.ts'
import { useFormats } from '../../ui/format.ts'
import { Choice, ManyChoice, NumberField, PhoneField, TextField } from '../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import type { Place } from '../declaration/place.ts'
import { NoticeBlock } from '../privacy/NoticeBlock.tsx'
import { receiptsOf } from '../receipts.ts'
import '../declaration/declaration.css'

const receipts = receiptsOf('volunteers')

/** 扫码报名: a resident or somebody of a unit signs up without an account; then this phone says how it stands. */
export default function HelpPage(): ReactNode {
  const t = useWords()
  const link = useQueryOf(linksApi.openLink, {})
  const [mine, setMine] = useState(receipts.kept)
  const [asking, setAsking] = useState(mine.length === 0)
  if (link.error && !link.data) return <Screen title={t('ui.phone.lostTitle')} foot={<BigButton onPress={() => void link.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{t('frame.errors.linkInvalid')}</Notice></Screen>
  if (!link.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  const done = (receipt: string | null) => { if (receipt) receipts.keep(receipt); setMine(receipts.kept()); setAsking(false); window.scrollTo({ top: 0 }) }
  return asking ? <Ask place={link.data} onDone={done} onBack={mine.length > 0 ? () => setAsking(false) : undefined} /> : <Mine place={link.data} mine={mine} onAgain={() => setAsking(true)} />
}

interface Told { kind: VolunteerKind | undefined; name: string; unit: string; phone: string; skills: Skill[] | undefined; free: FreeTime[] | undefined; inPublic: 'yes' | 'no' }
const nothing: Told = { kind: undefined, name: '', unit: '', phone: '', skills: undefined, free: undefined, inPublic: 'no' }

function Ask({ place, onDone, onBack }: { place: Place; onDone: (receipt: string | null) => void; onBack: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [d, setDraft] = useState(nothing)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<Told>) => setDraft((before) => ({ ...before, ...change }))
  const send = useCommandOf(ownHelpApi.askToHelp, { onDone: ({ receipt }) => onDone(receipt) })
  const ofUnit = d.kind !== undefined && d.kind !== 'resident'
  const submit = () => {
    const found = {
      ...(d.kind ? {} : { kind: t('volunteers.mine.choose') }), ...(d.name.trim() ? {} : { name: t('volunteers.mine.need') }), ...(ofUnit && !d.unit.trim() ? { unit: t('volunteers.mine.need') } : {}), ...(isPhone(d.phone) ? {} : { phone: t('volunteers.errors.phoneWrong') }),
    }
    setFaults(found)
    if (d.kind && Object.keys(found).length === 0) send.mutate({ kind: d.kind, name: d.name.trim(), phone: d.phone.trim(), skills: d.skills ?? [], free: d.free ?? [], inPublic: d.inPublic === 'yes', ...(ofUnit ? { unit: d.unit.trim() } : {}) })
  }
  return (
    <Screen over={place.areaFullName || place.areaName} title={t('volunteers.mine.title')} under={t('volunteers.mine.lead')} foot={<><BigButton submit form="help" busy={send.isPending}>{t('volunteers.mine.send')}</BigButton>{onBack ? <BigButton kind="second" onPress={onBack}>{t('volunteers.mine.mine')}</BigButton> : null}</>}>
      <Notice tone="soon">{t('volunteers.mine.managed')}</Notice>
      <form id="help" className="declaration" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
        <PhoneField label={t('volunteers.mine.kind')} fault={faults['kind']} group><Choice label={t('volunteers.mine.kind')} value={d.kind} onChange={(kind) => set({ kind })} options={volunteerKinds.map((value) => ({ value, label: t(`volunteers.kinds.${value}`) }))} /></PhoneField>
        {ofUnit ? <TextField label={t('volunteers.mine.unit')} value={d.unit} onChange={(unit) => set({ unit })} fault={faults['unit']} maxLength={60} /> : null}
        <TextField label={t('volunteers.mine.name')} value={d.name} onChange={(name) => set({ name })} autoComplete="name" fault={faults['name']} maxLength={60} />
        <NumberField label={t('volunteers.mine.phone')} hint={t('volunteers.mine.phoneHint')} keyboard="tel" value={d.phone} onChange={(phone) => set({ phone })} fault={faults['phone']} maxLength={13} />
        <PhoneField label={t('volunteers.mine.free')} optional group><ManyChoice label={t('volunteers.mine.free')} none={t('volunteers.list.any')} value={d.free} onChange={(free) => set({ free })} options={freeTimes.map((value) => ({ value, label: t(`volunteers.free.${value}`), hint: freeWords[value] }))} /></PhoneField>
        <PhoneField label={t('volunteers.mine.skills')} optional group><ManyChoice label={t('volunteers.mine.skills')} none={t('volunteers.form.skillsNone')} value={d.skills} onChange={(value) => set({ skills: value })} options={skills.map((value) => ({ value, label: t(`volunteers.skills.${value}`) }))} /></PhoneField>
        <PhoneField label={t('volunteers.mine.inPublic')} group><Choice label={t('volunteers.mine.inPublic')} value={d.inPublic} onChange={(inPublic) => set({ inPublic })} options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`volunteers.form.${value}`) }))} /></PhoneField>
        {send.error ? <Notice tone="bad">{send.error.status === 0 ? t('volunteers.mine.failed') : tError(send.error)}</Notice> : null}
        <NoticeBlock />
      </form>
    </Screen>
  )
}

/** How each sign-up stands, as this phone may ask. */
function Mine({ place, mine, onAgain }: { place: Place; mine: readonly string[]; onAgain: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const items = useQueryOf(ownHelpApi.myHelp, { receipts: mine.join() }, { every: 60_000 }).data?.items ?? []
  const phone = items[0]?.officePhone
  return (
    <Screen over={place.areaFullName || place.areaName} title={t('volunteers.mine.sent')} under={t('volunteers.mine.kept')} foot={<>{phone ? <BigButton href={`tel:${phone}`}>{t('volunteers.mine.call', { phone })}</BigButton> : null}<BigButton kind="second" onPress={onAgain}>{t('volunteers.mine.again')}</BigButton></>}>
      {items.map((one) => (
        <Block key={`${one.name}${one.createdAt}`} title={one.name}>
          <p><b>{t(`volunteers.mine.states.${one.state}`)}</b></p>
          <p className="muted">{one.communityName} · {f.when(one.createdAt)}</p>
        </Block>
      ))}
    </Screen>
  )
}
