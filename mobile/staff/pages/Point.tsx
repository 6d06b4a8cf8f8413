import { useState, type ReactNode } from 'react'
import { dayOf } from '../../../kernel/dates.ts'
import { agents, disinfectionApi, methods, type Agent, type LastTime, type Method } from '../../../modules/disinfection/contract.ts'
import { judge } from '../../../modules/disinfection/rules.ts'
import { ApiError, ask, newCommandId } from '../../../ui/client.ts'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { Choice, NumberField, PhoneField, TextField } from '../../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { smaller } from '../../../ui/picture.ts'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { shownOf } from '../carried.ts'
import { useOnce } from '../once.ts'
import { fieldNow, putInBox } from '../outbox/box.ts'
import { takeBackSent } from '../outbox/taking-back.ts'
import { Foot } from '../parts/Foot.tsx'
import { useSignal } from '../parts/StatusBar.tsx'
import { pointsToday, type PointHere } from '../points.ts'
import { goTo, useRoute } from '../route.ts'
import { useStaff, type BoxRecord } from '../state.ts'
import { sync } from '../sync.ts'
import '../scan/scan.css'

/** 一个点位: done as the last time with one tap; the first time nothing is chosen for anybody. */
export default function Point(): ReactNode {
  const t = useWords()
  const now = useNow()
  const { key } = useRoute()
  const { carry, records } = useStaff()
  const one = pointsToday(shownOf(carry, now), records, now).find(({ pointId }) => pointId === key)
  return one ? <Here key={key} one={one} /> : <Screen title={t('disinfection.phone.noPoint')} foot={<Foot><BigButton onPress={() => goTo('points')}>{t('disinfection.phone.list')}</BigButton></Foot>}><Notice tone="soon">{t('disinfection.phone.noPointHint')}</Notice></Screen>
}

interface Draft { agent: Agent | undefined; concentration: string; method: Method | undefined; squareMetres: string; people: string; note: string }
type Say = ReturnType<typeof useWords>
const howOf = ({ agent, concentration, method }: LastTime, t: Say): string => [t(`disinfection.agents.${agent}`), concentration === null ? '' : `${concentration} mg/L`, t(`disinfection.methods.${method}`)].filter(Boolean).join(' · ')

function Here({ one }: { one: PointHere }): ReactNode {
  const t = useWords()
  const single = useOnce()
  const [changing, setChanging] = useState(one.last === null)
  const [d, setDraft] = useState<Draft>({ agent: one.last?.agent, concentration: one.last?.concentration?.toString() ?? '', method: one.last?.method, squareMetres: '', people: '', note: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<Draft>) => { setFaults({}); setDraft((before) => ({ ...before, ...change })) }
  const strength = d.agent === 'alcohol' || d.concentration === '' ? null : Number(d.concentration)
  const marks = d.agent && d.method ? judge({ agent: d.agent, concentration: strength, method: d.method, fromAt: null, at: fieldNow() }, one.kind) : []
  const record = async () => {
    const found = { ...(d.agent ? {} : { agent: t('disinfection.form.agentNeed') }), ...(d.method ? {} : { method: t('disinfection.form.methodNeed') }), ...(d.agent === 'chlorine' && strength === null ? { concentration: t('disinfection.form.concentrationNeed') } : {}) }
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.agent || !d.method) return setChanging(true)
    const how: LastTime = { agent: d.agent, concentration: strength, method: d.method }
    await putInBox({
      command: 'disinfection.recordDisinfection', about: one.pointId, title: `${t('disinfection.title')} ${one.placeName}${one.building}${one.name}`,
      input: { pointId: one.pointId, disinfectionId: newCommandId(), agent: d.agent, method: d.method, at: fieldNow(), ...(strength ? { concentration: strength } : {}), ...(d.squareMetres ? { squareMetres: Number(d.squareMetres) } : {}), ...(d.people.trim() ? { people: d.people.trim() } : {}), ...(d.note.trim() ? { note: d.note.trim() } : {}) },
      lines: [howOf(how, t), t('disinfection.card.m2', { n: d.squareMetres || one.squareMetres }), d.note.trim(), ...marks.map((mark) => t(`disinfection.marks.${mark.id}`, mark.params))].filter(Boolean),
    })
    goTo('points')
    void sync()
  }
  return (
    <Screen over={[one.placeName, one.building].filter(Boolean).join(' ')} title={one.name} under={[t(`disinfection.kinds.${one.kind}`), t('disinfection.card.m2', { n: one.squareMetres }), t('disinfection.card.of', { done: one.doneToday, all: one.timesADay })].join(' · ')}
      foot={<Foot><div className="pair"><BigButton onPress={() => void single(record)}>{t('disinfection.form.done')}</BigButton><BigButton kind="second" onPress={() => goTo('points')}>{t('disinfection.phone.list')}</BigButton></div></Foot>}>
      <Recorded one={one} />
      {marks.map((mark) => <Notice key={mark.id} tone="soon">{t(`disinfection.marks.${mark.id}`, mark.params)}</Notice>)}
      {changing ? <How d={d} set={set} faults={faults} first={one.last === null} standard={one.squareMetres} />
        : <Block title={t('disinfection.form.same')}><p><b>{one.last ? howOf(one.last, t) : ''}</b></p><button type="button" className="plain-button" onClick={() => setChanging(true)}>{t('disinfection.form.change')}</button></Block>}
    </Screen>
  )
}

function How({ d, set, faults, first, standard }: { d: Draft; set: (change: Partial<Draft>) => void; faults: Record<string, string>; first: boolean; standard: number }): ReactNode {
  const t = useWords()
  return (
    <>
      {first ? <Notice>{t('disinfection.form.noLast')}</Notice> : null}
      <PhoneField label={t('disinfection.form.agent')} fault={faults['agent']} group><Choice label={t('disinfection.form.agent')} value={d.agent} onChange={(agent) => set({ agent })} options={agents.map((value) => ({ value, label: t(`disinfection.agents.${value}`) }))} /></PhoneField>
      {d.agent === 'alcohol' ? <p className="muted">{t('disinfection.form.alcoholHint')}</p> : d.agent ? <NumberField label={t(d.agent === 'chlorine' ? 'disinfection.form.concentration' : 'disinfection.form.concentrationOther')} {...(d.agent === 'chlorine' ? { hint: t('disinfection.form.concentrationHint') } : {})} optional={d.agent !== 'chlorine'} fault={faults['concentration']} value={d.concentration} onChange={(concentration) => set({ concentration: concentration.replace(/\D/g, '') })} maxLength={5} /> : null}
      <PhoneField label={t('disinfection.form.method')} fault={faults['method']} group><Choice label={t('disinfection.form.method')} value={d.method} onChange={(method) => set({ method })} options={methods.map((value) => ({ value, label: t(`disinfection.methods.${value}`) }))} /></PhoneField>
      <details className="block more"><summary>{t('disinfection.form.more')}</summary>
        <NumberField label={t('disinfection.form.squareMetres')} optional hint={t('disinfection.card.m2', { n: standard })} value={d.squareMetres} onChange={(m2) => set({ squareMetres: m2.replace(/\D/g, '') })} maxLength={6} />
        <TextField label={t('disinfection.form.people')} optional hint={t('disinfection.form.peopleHint')} value={d.people} onChange={(people) => set({ people })} maxLength={60} />
        <TextField label={t('disinfection.form.note')} optional value={d.note} onChange={(note) => set({ note })} maxLength={300} />
      </details>
    </>
  )
}

/** What this phone recorded here today: a photo once it has arrived, and taken back where it was a slip. */
function Recorded({ one }: { one: PointHere }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { records } = useStaff()
  const now = useNow()
  const latest = records.findLast(({ about, record }) => about === one.pointId && record.command === 'disinfection.recordDisinfection')
  if (!latest || dayOf(latest.record.at) !== dayOf(now)) return null
  return <Notice tone="good" title={t('disinfection.phone.kept', { at: f.when(latest.record.at) })}><After latest={latest} /></Notice>
}
function After({ latest }: { latest: BoxRecord }): ReactNode {
  const t = useWords()
  const single = useOnce()
  const signal = useSignal()
  const [said, setSaid] = useState<string>()
  const disinfectionId = String(latest.record.input['disinfectionId'])
  const tError = useErrorWords()
  const [sending, setSending] = useState(false)
  const photo = async (file: File | undefined) => {
    if (!file) return
    setSending(true)
    try {
      await ask(disinfectionApi.addDisinfectionPhoto, { disinfectionId }, { file: await smaller(file), commandId: newCommandId() })
      setSaid(t('disinfection.phone.photoDone'))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setSaid(tError(error))
    } finally {
      setSending(false)
    }
  }
  const undo = async () => { setSaid(t((await takeBackSent(latest.record.id)) ? 'disinfection.phone.undone' : 'disinfection.phone.notUndone')) }
  return (
    <>
      {latest.state === 'arrived' && signal ? <label className="big second scan-file">{t(sending ? 'disinfection.phone.photoBusy' : 'disinfection.phone.photo')}<input type="file" accept="image/*" capture="environment" disabled={sending} onChange={(event) => void photo(event.target.files?.[0])} /></label> : <span className="muted">{t('disinfection.phone.photoLater')}</span>}
      {' '}<button type="button" className="plain-button" onClick={() => void single(undo)}>{t('disinfection.phone.undo')}</button>
      {said ? <span role="status"> {said}</span> : null}
    </>
  )
}
