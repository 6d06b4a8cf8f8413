import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { matterChannels, matterKinds, mattersApi, type MatterCard, type MatterKind } from '../../modules/matters/contract.ts'
import { matterClock, matterTerms } from '../../modules/matters/data.ts'
import { peopleApi, type PersonBrief } from '../../modules/people/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Card, CardHead, Why } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { ask } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Page } from '../../ui/ListPage.tsx'
import { smaller } from '../../ui/picture.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { PickPerson } from '../exits/PickPerson.tsx'
import { Repeats } from './Repeats.tsx'
import { StateOf } from './StateOf.tsx'
import { useMay } from '../me.ts'
import './matters.css'

const asks = ['known', 'other', 'nobody'] as const
const channels = matterChannels.filter((one) => one !== 'qr')
interface Draft { kind: MatterKind | undefined; words: string; place: string; areaId: string | undefined; asks: (typeof asks)[number] | undefined; person: PersonBrief | undefined; name: string; phone: string; channel: (typeof channels)[number] | undefined; urgent: boolean; photo: File | undefined; settled: boolean; done: string }
const empty: Draft = { kind: undefined, words: '', place: '', areaId: undefined, asks: undefined, person: undefined, name: '', phone: '', channel: undefined, urgent: false, photo: undefined, settled: false, done: '' }

/** 登记事项, while somebody is speaking: what, where, who, how it came; what can be settled at once is closed with the same press. */
export default function RegisterPage(): ReactNode {
  const [at] = useAddress()
  const known = useQueryOf(peopleApi.personCard, { personId: at['person'] ?? '' }, { enabled: at['person'] !== undefined }).data
  if (at['person'] !== undefined && known === undefined) return null
  return <Register key={known?.id} about={known} />
}

function Register({ about }: { about: PersonBrief | undefined }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const language = useLanguage()
  const may = useMay()
  const first: Draft = about ? { ...empty, asks: 'known', person: about } : empty
  const [d, setDraft] = useState(first)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [made, setMade] = useState<MatterCard>()
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const withdraw = useCommandOf(mattersApi.withdrawMatter)
  const undo = useCommandOf(mattersApi.undoMatterStep)
  const register = useCommandOf(mattersApi.registerMatter, {
    onDone: (m) => {
      setMade(m)
      const back = async () => {
        if (m.state === 'closed') await undo.mutateAsync({ matterId: m.matterId })
        await withdraw.mutateAsync({ matterId: m.matterId, reason: t('matters.form.undoReason') })
        setMade(undefined)
      }
      offerUndo(t(m.state === 'closed' ? 'matters.form.savedDone' : 'matters.form.saved', { number: m.number, time: f.when(m.dueAt) }), back)
      if (d.photo) void smaller(d.photo).then((file) => ask(mattersApi.addMatterPhoto, { matterId: m.matterId }, { file })).catch(() => say(t('matters.form.photoLost')))
    },
    onRefused: (error) => setFaults({ [error.code === 'matters.phoneWrong' ? 'phone' : 'kind']: tError(error) }),
  })
  const submit = () => {
    const found = {
      ...(d.kind ? {} : { kind: t('matters.form.kindNeed') }), ...(d.words.trim().length < 2 ? { words: t('matters.form.wordsNeed') } : {}), ...(d.channel ? {} : { channel: t('matters.form.channelNeed') }),
      ...(d.settled && d.done.trim().length < 2 ? { done: t('matters.form.doneNeed') } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.kind || !d.channel) return
    const other = d.asks === 'other' ? { callerName: d.name.trim(), callerPhone: d.phone.trim() } : {}
    const given = Object.fromEntries(Object.entries({ place: d.place.trim(), ...other }).filter(([, text]) => text !== ''))
    register.mutate({ kind: d.kind, words: d.words.trim(), channel: d.channel, urgent: d.urgent, ...given, ...(d.areaId ? { areaId: d.areaId } : {}), ...(d.asks === 'known' && d.person ? { personId: d.person.id } : {}), ...(d.settled ? { done: d.done.trim() } : {}) })
  }
  if (made) return <Made m={made} onAnother={() => { setMade(undefined); setDraft(first) }} />
  const withPeople = may('people.view')
  return (
    <Page title={t('matters.form.title')} sub={t('matters.form.sub')}>
      <div className="paper matter-form">
        <Why tone="bad">{t('matters.emergency')}</Why>
        <Guided onSubmit={submit} faults={faults}>
          <Field label={t('matters.form.kind')} fault={faults['kind']} {...(d.kind ? { hint: `${t('matters.form.within', { hours: matterTerms[d.kind].hours })} · ${matterTerms[d.kind].source[language]}` } : {})} group><Choices label={t('matters.form.kind')} value={d.kind} onChange={(kind) => set({ kind })} options={matterKinds.map((value) => ({ value, label: t(`matters.kinds.${value}`) }))} /></Field>
          <Field label={t('matters.form.words')} fault={faults['words']}><Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} placeholder={t('matters.form.wordsHint')} value={d.words} onChange={(event) => set({ words: event.target.value })} /></Field>
          <Field label={t('matters.form.channel')} fault={faults['channel']} group><Choices label={t('matters.form.channel')} value={d.channel} onChange={(channel) => set({ channel, ...(channel === 'patrol' && d.asks === undefined ? { asks: 'nobody' as const } : {}) })} options={channels.map((value) => ({ value, label: t(`matters.channels.${value}`) }))} /></Field>
          <Field label={t('matters.form.who')} optional group><Choices label={t('matters.form.who')} value={d.asks} onChange={(who) => set({ asks: who })} options={asks.filter((one) => one !== 'known' || withPeople).map((value) => ({ value, label: t(`matters.form.${value}`) }))} /></Field>
          {d.asks === 'known' ? <PickPerson value={d.person} onChange={(person) => set({ person })} /> : null}
          {d.asks === 'other' ? <div className="pair"><Field label={t('matters.form.name')} optional><Input size="large" maxLength={60} value={d.name} onChange={(event) => set({ name: event.target.value })} /></Field><Field label={t('matters.form.phone')} fault={faults['phone']} optional><Input size="large" inputMode="tel" maxLength={20} value={d.phone} onChange={(event) => set({ phone: event.target.value })} /></Field></div> : null}
          <div className="pair">
            <Field label={t('matters.form.place')} optional><Input size="large" maxLength={80} placeholder={t('matters.form.placeHint')} value={d.place} onChange={(event) => set({ place: event.target.value })} /></Field>
            <Field label={t('matters.form.area')} optional group><AreaPicker label={t('matters.form.area')} value={d.areaId} onChange={(areaId) => set({ areaId })} {...(d.person ? { placeholder: d.person.address } : {})} /></Field>
          </div>
          <Field label={t('matters.form.urgent')} group><Choices label={t('matters.form.urgent')} value={d.urgent ? 'yes' : 'no'} onChange={(value) => set({ urgent: value === 'yes' })} options={[{ value: 'no', label: t('matters.form.calm') }, { value: 'yes', label: t('matters.form.urgentYes', { hours: matterClock.urgentHours }) }]} /></Field>
          <Field label={t('matters.form.photo')} optional group>
            <label className="camera">{d.photo ? t('matters.form.photoChosen', { name: d.photo.name }) : t('matters.form.photoPick')}<input type="file" accept="image/*" capture="environment" className="visually-hidden" aria-label={t('matters.form.photo')} onChange={(event) => set({ photo: event.target.files?.[0] })} /></label>
          </Field>
          <Field label={t('matters.form.doneAtOnce')} group><Choices label={t('matters.form.doneAtOnce')} value={d.settled ? 'yes' : 'no'} onChange={(value) => set({ settled: value === 'yes' })} options={[{ value: 'no', label: t('matters.form.doneNo') }, { value: 'yes', label: t('matters.form.doneYes') }]} /></Field>
          {d.settled ? <Field label={t('matters.form.done')} fault={faults['done']}><Input size="large" autoFocus maxLength={500} placeholder={t('matters.form.doneHint')} value={d.done} onChange={(event) => set({ done: event.target.value })} /></Field> : null}
          <FormFoot go={t(d.settled ? 'matters.form.goDone' : 'matters.form.go')} busy={register.isPending}><Link to={'/matters' as never}><Button size="large">{t('matters.form.list')}</Button></Link></FormFoot>
        </Guided>
      </div>
    </Page>
  )
}

function Made({ m, onAnother }: { m: MatterCard; onAnother: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <Page title={t(m.state === 'closed' ? 'matters.form.savedDone' : 'matters.form.saved', { number: m.number, time: f.when(m.dueAt) })} sub={`${t(`matters.kinds.${m.kind}`)} · ${m.areaName}${m.place ? ` · ${m.place}` : ''}`}>
      <Card>
        <CardHead name={t(`matters.kinds.${m.kind}`)} beside={m.number} under={m.place ?? m.areaName} state={<StateOf matter={m} />} />
        <p className="matter-said">{m.words}</p>
        <Repeats m={m} />
        <div className="row"><Button type="primary" size="large" autoFocus onClick={onAnother}>{t('matters.form.another')}</Button><Link to={'/matters' as never} search={{ tab: 'all', open: m.matterId } as never}><Button size="large">{t('matters.form.open')}</Button></Link></div>
      </Card>
    </Page>
  )
}
