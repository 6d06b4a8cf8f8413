import './words.ts'
import { useState, type ReactNode } from 'react'
import { linksApi } from '../../modules/links/contract.ts'
import { isPhone } from '../../modules/people/rules.ts'
import { trades, type Trade } from '../../modules/policies/contract.ts'
import { businessKinds, resumptionApi, type AskedState, type BusinessKind, type OwnAsked } from '../../modules/resumption/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Choice, ManyChoice, NumberField, PhoneField, TextField } from '../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import type { Place } from '../declaration/place.ts'
import { NoticeLater } from '../privacy/NoticeLater.tsx'
import { receiptsOf } from '../receipts.ts'
import { StoppedPage } from '../StoppedPage.tsx'
import '../declaration/declaration.css'

const receipts = receiptsOf('resumption')

/** 手机申请复工: an owner asks through the community's code, without an account, and sees there what comes of it. */
export default function AskPage(): ReactNode {
  const t = useWords()
  const link = useQueryOf(linksApi.openLink, {})
  const [mine, setMine] = useState(receipts.kept)
  const [asking, setAsking] = useState(mine.length === 0)
  if (link.error && !link.data) return <Screen title={t('ui.phone.lostTitle')} foot={<BigButton onPress={() => void link.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{t('resumption.mine.invalid')}</Notice></Screen>
  if (!link.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  if (link.data.stopped) return <StoppedPage place={link.data} />
  const done = ({ receipt }: OwnAsked) => { if (receipt) receipts.keep(receipt); setMine(receipts.kept()); setAsking(false); window.scrollTo({ top: 0 }) }
  return asking ? <Form place={link.data} onDone={done} onBack={mine.length > 0 ? () => setAsking(false) : undefined} /> : <Mine place={link.data} mine={mine} onAsk={() => setAsking(true)} />
}

interface Told { kind: BusinessKind | undefined; name: string; trade: Trade | undefined; areaId: string | undefined; address: string; contactName: string; phone: string; met: string[] | undefined }
const nothing: Told = { kind: undefined, name: '', trade: undefined, areaId: undefined, address: '', contactName: '', phone: '', met: undefined }

const tones: Partial<Record<AskedState, 'good' | 'bad'>> = { resumed: 'good', kept: 'good', suspended: 'bad' }

/** How each one stands, as this phone may ask. */
function Mine({ place, mine, onAsk }: { place: Place; mine: readonly string[]; onAsk: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const items = useQueryOf(resumptionApi.myAsked, { receipts: mine.join() }, { every: 60_000 }).data?.items ?? []
  const phone = items[0]?.officePhone
  return (
    <Screen over={place.areaFullName || place.areaName} title={t('resumption.mine.mine')} under={t('resumption.mine.kept')} foot={<>{phone ? <BigButton href={`tel:${phone}`}>{t('resumption.mine.call', { phone })}</BigButton> : null}<BigButton kind="second" onPress={onAsk}>{t('resumption.mine.again')}</BigButton></>}>
      {items.map((one) => (
        <Block key={one.askedAt} title={one.name}>
          <Notice tone={tones[one.state] ?? 'soon'} title={t(`resumption.mine.states.${one.state}`)}>{one.because?.[language]}</Notice>
          <p>{t(`resumption.mine.next.${one.state}`, { community: one.communityName })}</p>
          <p className="muted">{t('resumption.mine.askedAt', { time: f.when(one.askedAt) })}</p>
        </Block>
      ))}
    </Screen>
  )
}

function Form({ place, onDone, onBack }: { place: Place; onDone: (own: OwnAsked) => void; onBack: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const [d, setDraft] = useState(nothing)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<Told>) => setDraft((before) => ({ ...before, ...change }))
  const terms = useQueryOf(resumptionApi.ownReadiness, {}).data
  const ask = useCommandOf(resumptionApi.askToResume, { onDone })
  const send = () => {
    const found = {
      ...(d.kind ? {} : { kind: t('resumption.mine.choose') }), ...(d.name.trim().length >= 2 ? {} : { name: t('resumption.mine.need') }), ...(d.trade ? {} : { trade: t('resumption.mine.choose') }), ...(d.areaId || place.places.length === 0 ? {} : { place: t('resumption.mine.choose') }),
      ...(d.contactName.trim() ? {} : { contact: t('resumption.mine.need') }), ...(isPhone(d.phone) ? {} : { phone: t('resumption.errors.phoneWrong') }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.kind || !d.trade) return
    ask.mutate({ kind: d.kind, name: d.name.trim(), trade: d.trade, ...(d.areaId ? { areaId: d.areaId } : {}), address: d.address.trim(), contactName: d.contactName.trim(), phone: d.phone.trim(), met: d.met ?? [] })
  }
  return (
    <Screen over={place.areaFullName || place.areaName} title={t('resumption.mine.title')} foot={<><BigButton submit form="resume" busy={ask.isPending}>{t('resumption.mine.send')}</BigButton>{onBack ? <BigButton kind="second" onPress={onBack}>{t('resumption.mine.mine')}</BigButton> : null}</>}>
      <p>{t('resumption.mine.lead')}</p>
      <form id="resume" className="declaration" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
        <PhoneField label={t('resumption.form.kind')} fault={faults['kind']} group><Choice label={t('resumption.form.kind')} value={d.kind} onChange={(kind) => set({ kind })} options={businessKinds.map((value) => ({ value, label: t(`resumption.kinds.${value}`) }))} /></PhoneField>
        <TextField label={t('resumption.mine.name')} value={d.name} onChange={(name) => set({ name })} fault={faults['name']} maxLength={80} />
        <PhoneField label={t('resumption.mine.trade')} fault={faults['trade']}>
          <select className="line" value={d.trade ?? ''} onChange={(event) => set({ trade: trades.find((one) => one === event.target.value) })}><option value="">{t('resumption.mine.choose')}</option>{trades.map((value) => <option key={value} value={value}>{t(`resumption.trades.${value}`)}</option>)}</select>
        </PhoneField>
        {d.trade && terms?.closedTrades.includes(d.trade) ? <Notice tone="soon">{t('resumption.mine.closed', { trade: t(`resumption.trades.${d.trade}`) })}</Notice> : null}
        {place.places.length > 0 ? <PhoneField label={t('resumption.mine.place')} fault={faults['place']} group><Choice label={t('resumption.mine.place')} value={d.areaId} onChange={(areaId) => set({ areaId })} options={place.places.map((one) => ({ value: one.areaId, label: one.name }))} /></PhoneField> : null}
        <TextField label={t('resumption.mine.address')} optional value={d.address} onChange={(address) => set({ address })} maxLength={120} />
        <TextField label={t('resumption.mine.contact')} value={d.contactName} onChange={(contactName) => set({ contactName })} autoComplete="name" fault={faults['contact']} maxLength={40} />
        <NumberField label={t('resumption.mine.phone')} hint={t('resumption.mine.phoneHint')} keyboard="tel" value={d.phone} onChange={(phone) => set({ phone })} fault={faults['phone']} maxLength={13} />
        {terms && terms.points.length > 0 ? <PhoneField label={t('resumption.mine.met')} group><ManyChoice label={t('resumption.mine.met')} none={t('resumption.mine.metNone')} value={d.met} onChange={(met) => set({ met })} options={terms.points.map((point) => ({ value: point.id, label: point.name[language] }))} /></PhoneField> : terms ? <p className="muted">{t('resumption.mine.nothingAsked')}</p> : null}
        {ask.error ? <Notice tone="bad">{ask.error.status === 0 ? t('screening.declaration.failed') : tError(ask.error)}</Notice> : null}
        <NoticeLater of="business" />
      </form>
    </Screen>
  )
}
