import { useState, type ReactNode } from 'react'
import { addDays } from '../../kernel/dates.ts'
import { linksApi } from '../../modules/links/contract.ts'
import { isPhone } from '../../modules/people/rules.ts'
import { screeningApi, tipSights, type TipSight } from '../../modules/screening/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { Choice, DayField, ManyChoice, NumberField, PhoneField, TextField } from '../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import type { Place } from '../declaration/place.ts'
import { StoppedPage } from '../StoppedPage.tsx'
import '../declaration/declaration.css'

/** 邻里协查: what a neighbour saw, without a name, behind the area's QR. It tells nothing about anybody. */
export default function TipPage(): ReactNode {
  const t = useWords()
  const link = useQueryOf(linksApi.openLink, {})
  if (link.error && !link.data) return <Screen title={t('screening.declaration.invalid')} foot={<BigButton onPress={() => void link.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{t('screening.declaration.invalidHint')}</Notice></Screen>
  if (!link.data) return <Screen title={t('screening.declaration.loading')}><span /></Screen>
  if (link.data.stopped) return <StoppedPage place={link.data} />
  return <Form place={link.data} />
}

interface Told { seen: TipSight[] | undefined; areaId: string | undefined; building: string; unit: string; room: string; words: string; people: string; seenOn: string; phone: string }
const nothing: Told = { seen: undefined, areaId: undefined, building: '', unit: '', room: '', words: '', people: '', seenOn: '', phone: '' }

function Form({ place }: { place: Place }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [told, setTold] = useState(nothing)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<Told>) => setTold((before) => ({ ...before, ...change }))
  const send = useCommandOf(screeningApi.reportTip)
  const submit = () => {
    const found = {
      ...(told.seen?.length ? {} : { seen: t('screening.tip.choose') }), ...(told.areaId || told.room.trim() || told.building.trim() ? {} : { where: t('screening.tip.place') }),
      ...(told.phone.trim() && !isPhone(told.phone) ? { phone: t('screening.declaration.phoneWrong') } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length === 0) send.mutate(inputOf(told))
  }
  if (send.data) return <Thanks receipt={send.data} onAnother={() => { setTold(nothing); send.reset() }} />
  return (
    <Screen over={place.areaFullName || place.areaName} title={t('screening.tip.title')} foot={<BigButton submit form="tip" busy={send.isPending}>{t('screening.tip.send')}</BigButton>}>
      <p>{t('screening.tip.intro')}</p>
      <form id="tip" className="declaration" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
        <PhoneField label={t('screening.tip.seen')} fault={faults['seen']} group><ManyChoice label={t('screening.tip.seen')} value={told.seen} onChange={(seen) => set({ seen })} options={tipSights.map((value) => ({ value, label: t(`screening.sights.${value}`) }))} /></PhoneField>
        <Where told={told} set={set} place={place} fault={faults['where']} />
        <TextField label={t('screening.tip.words')} hint={t('screening.tip.wordsHint')} optional value={told.words} onChange={(words) => set({ words })} maxLength={300} />
        <NumberField label={t('screening.tip.people')} optional value={told.people} onChange={(people) => set({ people })} maxLength={3} />
        <Day told={told} set={set} today={place.today} />
        <NumberField label={t('screening.tip.phone')} hint={t('screening.tip.phoneHint')} keyboard="tel" optional value={told.phone} onChange={(phone) => set({ phone })} fault={faults['phone']} maxLength={13} />
        {send.error ? <Notice tone="bad">{send.error.status === 0 ? t('screening.tip.failed') : tError(send.error)}</Notice> : null}
      </form>
    </Screen>
  )
}

const inputOf = (told: Told) => ({
  seen: told.seen ?? [], ...(told.areaId ? { areaId: told.areaId } : {}), building: told.building.trim(), unit: told.unit.trim(), room: told.room.trim(),
  ...(told.words.trim() ? { words: told.words.trim() } : {}), ...(Number(told.people) >= 1 ? { people: Math.min(200, Math.round(Number(told.people))) } : {}), ...(told.seenOn ? { seenOn: told.seenOn } : {}),
  ...(told.phone.trim() ? { phone: told.phone.trim() } : {}),
})

interface PartProps { told: Told; set: (change: Partial<Told>) => void }

function Where({ told, set, place, fault }: PartProps & { place: Place; fault: string | undefined }): ReactNode {
  const t = useWords()
  return (
    <PhoneField label={t('screening.tip.where')} fault={fault} group>
      {place.places.length > 0 ? <Choice label={t('screening.declaration.compound')} value={told.areaId} onChange={(areaId) => set({ areaId })} options={place.places.map((one) => ({ value: one.areaId, label: one.name }))} /> : null}
      <div className="door">
        <TextField label={t('screening.declaration.building')} value={told.building} onChange={(building) => set({ building })} maxLength={6} />
        <TextField label={t('screening.declaration.unit')} value={told.unit} onChange={(unit) => set({ unit })} maxLength={6} />
        <TextField label={t('screening.declaration.room')} value={told.room} onChange={(room) => set({ room })} maxLength={12} />
      </div>
    </PhoneField>
  )
}

function Day({ told, set, today }: PartProps & { today: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const near = [today, addDays(today, -1), addDays(today, -2)]
  const [other, setOther] = useState(false)
  return (
    <>
      <PhoneField label={t('screening.tip.when')} optional group>
        <Choice label={t('screening.tip.when')} value={other ? 'other' : told.seenOn || undefined} onChange={(value) => { setOther(value === 'other'); set({ seenOn: value === 'other' ? '' : value }) }} options={[...near.map((day, i) => ({ value: day, label: i === 0 ? t('screening.form.arrivedToday') : i === 1 ? t('screening.form.arrivedYesterday') : f.day(day) })), { value: 'other', label: t('screening.form.arrivedOther') }]} />
      </PhoneField>
      {other ? <DayField label={t('screening.tip.when')} max={today} value={told.seenOn} onChange={(seenOn) => set({ seenOn })} /> : null}
    </>
  )
}

function Thanks({ receipt, onAnother }: { receipt: { receiptNo: string; communityName: string; officePhone: string | null }; onAnother: () => void }): ReactNode {
  const t = useWords()
  return (
    <Screen title={t('screening.tip.thanks')} foot={<>{receipt.officePhone ? <BigButton href={`tel:${receipt.officePhone}`}>{t('screening.declaration.call', { phone: receipt.officePhone })}</BigButton> : null}<BigButton kind="second" onPress={onAnother}>{t('screening.tip.another')}</BigButton></>}>
      <Block title={t('screening.tip.receipt')}><ul className="receipts"><li><b>{receipt.receiptNo}</b></li></ul></Block>
      <Block title={t('screening.done.next')}>
        <ol className="steps"><li>{t('screening.tip.next1', { community: receipt.communityName })}</li><li>{t('screening.tip.next2')}</li><li>{t('screening.tip.next3')}</li></ol>
      </Block>
    </Screen>
  )
}
