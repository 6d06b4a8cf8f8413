import './words.ts'
import { useState, type ReactNode } from 'react'
import { linksApi } from '../../modules/links/contract.ts'
import { matterKinds, mattersApi, type MatterKind, type OwnMatter } from '../../modules/matters/contract.ts'
import { isPhone } from '../../modules/people/rules.ts'
import { ask, newCommandId } from '../../ui/client.ts'
import { useFormats } from '../../ui/format.ts'
import { Choice, NumberField, PhoneField, TextField } from '../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { smaller } from '../../ui/picture.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import type { Place } from '../declaration/place.ts'
import { NoticeLater } from '../privacy/NoticeLater.tsx'
import { receiptsOf } from '../receipts.ts'
import './matters.css'

const receipts = receiptsOf('matters')

/** 群众反映 behind the community's code, without an account: what and where in three taps, then how it stands. */
export default function MattersPage(): ReactNode {
  const t = useWords()
  const link = useQueryOf(linksApi.openLink, {})
  const [mine, setMine] = useState(receipts.kept)
  const [telling, setTelling] = useState(mine.length === 0)
  const [lost, setLost] = useState(false)
  if (link.error && !link.data) return <Screen title={t('ui.phone.lostTitle')} foot={<BigButton onPress={() => void link.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{t('frame.errors.linkInvalid')}</Notice></Screen>
  if (!link.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  const done = (own: OwnMatter, photoLost: boolean) => { if (own.receipt) receipts.keep(own.receipt); setMine(receipts.kept()); setLost(photoLost); setTelling(false); window.scrollTo({ top: 0 }) }
  return telling ? <Tell place={link.data} onDone={done} onBack={mine.length > 0 ? () => setTelling(false) : undefined} /> : <Mine place={link.data} mine={mine} lost={lost} onTell={() => setTelling(true)} />
}

function Tell({ place, onDone, onBack }: { place: Place; onDone: (own: OwnMatter, photoLost: boolean) => void; onBack: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [kind, setKind] = useState<MatterKind>()
  const [words, setWords] = useState('')
  const [where, setWhere] = useState('')
  const [phone, setPhone] = useState('')
  const [photo, setPhoto] = useState<File>()
  const [faults, setFaults] = useState<Record<string, string>>({})
  const withPhoto = async (own: OwnMatter) => {
    const sent = photo && own.receipt ? await ask(mattersApi.addOwnPhoto, { receipt: own.receipt }, { file: await smaller(photo), commandId: newCommandId() }).then(() => true, () => false) : true
    onDone(own, !sent)
  }
  const report = useCommandOf(mattersApi.reportMatter, { onDone: (own) => void withPhoto(own) })
  const submit = () => {
    const found = { ...(kind ? {} : { kind: t('matters.form.kindNeed') }), ...(words.trim().length < 2 ? { words: t('matters.form.wordsNeed') } : {}), ...(phone.trim() && !isPhone(phone) ? { phone: t('matters.errors.phoneWrong') } : {}) }
    setFaults(found)
    if (Object.keys(found).length === 0 && kind) report.mutate({ kind, words: words.trim(), ...(where.trim() ? { place: where.trim() } : {}), ...(phone.trim() ? { callerPhone: phone.trim() } : {}) })
  }
  return (
    <Screen over={place.areaFullName || place.areaName} title={t('matters.own.title')} foot={<><BigButton submit form="matter" busy={report.isPending}>{t('matters.own.send')}</BigButton>{onBack ? <BigButton kind="second" onPress={onBack}>{t('matters.own.mine')}</BigButton> : null}</>}>
      <Notice tone="soon">{t('matters.emergency')}</Notice>
      <form id="matter" className="own-matter" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
        <PhoneField label={t('matters.form.kind')} fault={faults['kind']} group><Choice label={t('matters.form.kind')} value={kind} onChange={setKind} options={matterKinds.map((value) => ({ value, label: t(`matters.kinds.${value}`) }))} /></PhoneField>
        <TextField label={t('matters.own.words')} fault={faults['words']} value={words} onChange={setWords} maxLength={500} />
        <TextField label={t('matters.form.place')} hint={t('matters.form.placeHint')} optional value={where} onChange={setWhere} maxLength={80} />
        <NumberField label={t('matters.form.phone')} hint={t('matters.own.phoneHint')} keyboard="tel" optional value={phone} onChange={setPhone} fault={faults['phone']} maxLength={13} />
        <PhoneField label={t('matters.form.photo')} optional group><label className="own-photo">{photo ? t('matters.form.photoChosen', { name: photo.name }) : t('matters.form.photoPick')}<input type="file" accept="image/*" className="visually-hidden" aria-label={t('matters.form.photo')} onChange={(event) => setPhoto(event.target.files?.[0])} /></label></PhoneField>
        {report.error ? <Notice tone="bad">{report.error.status === 0 ? t('matters.own.failed') : tError(report.error)}</Notice> : null}
        <NoticeLater of="matters" />
      </form>
    </Screen>
  )
}

/** How each one stands, as this phone may ask. */
function Mine({ place, mine, lost, onTell }: { place: Place; mine: readonly string[]; lost: boolean; onTell: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const items = useQueryOf(mattersApi.myMatters, { receipts: mine.join() }, { every: 60_000 }).data?.items ?? []
  const phone = items[0]?.officePhone
  return (
    <Screen over={place.areaFullName || place.areaName} title={t('matters.own.mine')} under={t('matters.own.kept')} foot={<>{phone ? <BigButton href={`tel:${phone}`}>{t('matters.own.call', { phone })}</BigButton> : null}<BigButton kind="second" onPress={onTell}>{t('matters.own.another')}</BigButton></>}>
      {lost ? <Notice tone="bad">{t('matters.own.photoLost')}</Notice> : null}
      {items.map((m) => (
        <Block key={m.number} title={`${t(`matters.kinds.${m.kind}`)} · ${m.number}`}>
          <p><b>{t(`matters.own.states.${m.state}`)}</b>{['registered', 'assigned', 'inHand', 'whistled'].includes(m.state) ? ` · ${t('matters.card.due', { time: f.when(m.dueAt) })}` : ''}</p>
          <p>{m.words}</p>
          {m.outcome ? <p className="muted">{t('matters.card.outcome')}:{m.outcome}</p> : null}
        </Block>
      ))}
    </Screen>
  )
}
