import { useState, type ReactNode } from 'react'
import type { CarriedPerson } from '../../../modules/field/contract.ts'
import { homeOf } from '../../../modules/field/rules.ts'
import { doorText } from '../../../modules/people/rules/addresses.ts'
import { symptoms as allSymptoms, type Symptom } from '../../../modules/policies/contract.ts'
import { readTemperature } from '../../../modules/policies/rules/decide.ts'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { ManyChoice, PhoneField, TextField } from '../../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import { careIn, careKey, duesOf, peopleToday, policyIn, recordedFor, shownOf } from '../carried.ts'
import { useDraft } from '../drafts.ts'
import { useOnce } from '../once.ts'
import { fieldNow, putInBox, type Said } from '../outbox/box.ts'
import { Foot } from '../parts/Foot.tsx'
import { degreesOf, Keypad } from '../parts/Keypad.tsx'
import { Restored } from '../parts/Restored.tsx'
import { goTo, useRoute } from '../route.ts'
import { useStaff } from '../state.ts'
import { sync } from '../sync.ts'
import { ageWords, dueWords } from './Home.tsx'

/** 一户: what is due at this door, measured and said in one sight. */
export default function Door(): ReactNode {
  const t = useWords()
  const now = useNow()
  const { key } = useRoute()
  const { carry, account } = useStaff()
  const one = peopleToday(shownOf(carry, now), now).find((person) => person.key === key)
  if (!one) return <Screen title={t('field.phone.noMatch')} foot={<BigButton onPress={() => goTo('home')}>{t('field.phone.home')}</BigButton>}><span /></Screen>
  return homeOf(account?.me.role ?? null) === 'deliveries' || one.episodeId === null ? <Delivery one={one} /> : <Check key={key} one={one} />
}

const FIRST: readonly Symptom[] = ['fever', 'cough', 'fatigue', 'breathless']

function Check({ one }: { one: CarriedPerson }): ReactNode {
  const t = useWords()
  const draft = useDraft<{ typed: string; symptoms?: Symptom[]; more: boolean; note: string }>(`door/${one.key}`, `${one.name} ${one.place}${doorText(one)}`, () => ({ typed: '', more: false, note: '' }))
  const { typed, symptoms, more, note } = draft.value
  const [faults, setFaults] = useState<Record<string, string>>({})
  const document = policyIn(useStaff().carry)?.document
  const temperature = degreesOf(typed)
  const reading = document && temperature !== undefined ? readTemperature(document, temperature) : undefined
  const single = useOnce()
  const record = async (reached: boolean) => {
    const found = reached ? { ...(symptoms === undefined ? { symptoms: t('field.phone.check.choose') } : {}), ...(typed !== '' && temperature === undefined ? { temperature: t('field.phone.check.odd') } : {}) } : {}
    setFaults(found)
    if (Object.keys(found).length > 0) return
    await keep(saidOf(one, { reached, temperature: reached ? temperature : undefined, symptoms: reached ? symptoms ?? [] : [], note }, t), draft.done)
  }
  return (
    <Frame one={one} foot={<div className="pair"><BigButton onPress={() => void single(() => record(true))}>{t('field.phone.check.record')}</BigButton><BigButton kind="second" onPress={() => void single(() => record(false))}>{t('field.phone.check.nobody')}</BigButton></div>}>
      <Restored kept={draft} />
      <Keypad label={t('field.phone.check.title')} typed={typed} onType={(typed) => draft.set({ typed })} faulty={faults['temperature'] !== undefined} />
      {faults['temperature'] ? <p className="fault" role="alert">{faults['temperature']}</p> : null}
      {reading === 'deviceError' ? <Notice tone="soon">{t('field.phone.check.deviceError')}</Notice> : null}
      {reading === 'fever' ? <Notice tone="bad">{t('field.phone.check.fever')}</Notice> : null}
      <PhoneField label={t('field.phone.check.symptoms')} fault={faults['symptoms']} group {...(typed === '' ? { hint: t('field.phone.check.notMeasured') } : {})}>
        <ManyChoice label={t('field.phone.check.symptoms')} none={t('field.phone.check.well')} value={symptoms} onChange={(symptoms) => draft.set({ symptoms })} options={(more ? allSymptoms : FIRST).map((value) => ({ value, label: t(`policies.symptoms.${value}`) }))} />
        {more ? null : <button type="button" className="choice more" onClick={() => draft.set({ more: true })}>{t('screening.form.moreSymptoms')}</button>}
      </PhoneField>
      <TextField label={t('field.phone.check.note')} optional value={note} onChange={(note) => draft.set({ note })} maxLength={200} />
    </Frame>
  )
}

interface Found { reached: boolean; temperature: number | undefined; symptoms: readonly Symptom[]; note: string }
/** One visit with everything it brought, as the desk records a call. */
function saidOf(one: CarriedPerson, { reached, temperature, symptoms, note }: Found, t: (key: string, params?: Record<string, unknown>) => string): Said {
  const at = fieldNow()
  return {
    command: 'quarantine.recordCall', about: one.key, title: `${one.name} ${one.place}${doorText(one)}`,
    input: {
      episodeId: one.episodeId, way: 'visit', reached, at, unchanged: reached && symptoms.length === 0, symptoms, visitIds: one.visits.map(({ visitId }) => visitId).slice(0, 10),
      ...(temperature === undefined ? {} : { temperature }), ...(note.trim() ? { note: note.trim() } : {}),
    },
    lines: [reached ? '' : t('field.phone.check.nobody'), temperature === undefined ? '' : `${temperature.toFixed(1)} ℃`, symptoms.map((s) => t(`policies.symptoms.${s}`)).join('、'), note.trim()].filter(Boolean),
  }
}

/** Kept first, sent then; back to the list, where the next door stands. */
async function keep(said: Said, done: () => void): Promise<void> {
  await putInBox(said)
  done()
  goTo('home')
  void sync()
}

/** 送物上门: whoever brings something says that it is there, or that nobody was. */
function Delivery({ one }: { one: CarriedPerson }): ReactNode {
  const t = useWords()
  const single = useOnce()
  const record = async (result: 'made' | 'nobodyHome') => {
    for (const visit of one.visits) {
      await putInBox({
        command: 'quarantine.recordVisit', about: one.key, title: `${one.name} ${one.place}${doorText(one)}`, input: { visitId: visit.visitId, result, at: fieldNow(), symptoms: [] },
        lines: [t(result === 'made' ? 'field.phone.check.brought' : 'field.phone.check.nobody'), visit.need ?? ''].filter(Boolean),
      })
    }
    goTo('home')
    void sync()
  }
  return <Frame one={one} foot={<div className="pair"><BigButton onPress={() => void single(() => record('made'))}>{t('field.phone.check.brought')}</BigButton><BigButton kind="second" onPress={() => void single(() => record('nobodyHome'))}>{t('field.phone.check.nobody')}</BigButton></div>}><span /></Frame>
}

/** Who, where, why, what is due; then what is asked. */
function Frame({ one, foot, children }: { one: CarriedPerson; foot: ReactNode; children: ReactNode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const { records, carry } = useStaff()
  const done = recordedFor(records, one.key, carry)
  const alsoCare = careIn(shownOf(carry, now), now).find((other) => other.householdId !== null && other.householdId === one.householdId && !recordedFor(records, careKey(other), carry))
  const days = one.anchorOn && one.endsOn && one.measure ? t('field.phone.day', { measure: t(`policies.measures.${one.measure}`), days: f.dayOfTotal(one.anchorOn, one.endsOn) }) : ''
  return (
    <Screen over={`${one.place}${doorText(one)}`} title={one.name} under={[ageWords(one, now, t), days].filter(Boolean).join(' · ')} foot={<Foot>{foot}</Foot>}>
      {done ? <Notice tone="good">{t('field.phone.check.kept', { name: one.name })} · {f.when(done.record.at)}</Notice> : null}
      <Block>
        <div className="dues">{duesOf(one, now, done?.record.at).map((due) => <span key={due.key} className={due.late ? 'tag bad' : 'tag on'}>{dueWords(due, t)}</span>)}{one.lead ? <span className="tag bad">{t('field.phone.lead')}</span> : null}</div>
        {one.measure === null ? null : <p className="muted">{one.last ? t('field.phone.last', { t: one.last.temperature?.toFixed(1) ?? '—', when: f.when(one.last.takenAt) }) : t('field.phone.neverMeasured')}</p>}
      </Block>
      {alsoCare ? <Notice tone="soon" title={t('care.phone.alsoCare')}><button type="button" className="plain-button" onClick={() => goTo('care', alsoCare.personId)}>{t('care.phone.toCare')} {alsoCare.name}</button></Notice> : null}
      {children}
    </Screen>
  )
}
