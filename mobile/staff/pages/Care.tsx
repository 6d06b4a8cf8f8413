import { useState, type ReactNode } from 'react'
import { dayOf } from '../../../kernel/dates.ts'
import { daysLate, mustCall } from '../../../modules/care/rules.ts'
import type { CareResult } from '../../../modules/care/contract.ts'
import type { CarriedCare } from '../../../modules/field/contract.ts'
import type { MatterKind } from '../../../modules/matters/contract.ts'
import { doorText } from '../../../modules/people/rules/addresses.ts'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { Choice, PhoneField, TextField } from '../../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import { careIn, careKey, peopleToday, recordedFor, shownOf } from '../carried.ts'
import { useDraft } from '../drafts.ts'
import { useOnce } from '../once.ts'
import { fieldNow, putInBox, type Said } from '../outbox/box.ts'
import { Foot } from '../parts/Foot.tsx'
import { Restored } from '../parts/Restored.tsx'
import { goTo, useRoute } from '../route.ts'
import { useStaff } from '../state.ts'
import { sync } from '../sync.ts'
import { ageWords } from './Home.tsx'

/** 关爱走访 at a door: one tap when all is well or nobody is in; a need is said with its kind. */
export default function Care(): ReactNode {
  const t = useWords()
  const now = useNow()
  const { key } = useRoute()
  const { carry } = useStaff()
  const one = careIn(shownOf(carry, now), now).find((person) => person.personId === key)
  if (!one) return <Screen title={t('field.phone.noMatch')} foot={<BigButton onPress={() => goTo('home')}>{t('field.phone.home')}</BigButton>}><span /></Screen>
  return <Visit key={key} one={one} />
}

/** What people at home ask for; what is seen on a patrol is no need of theirs. */
const needs: readonly MatterKind[] = ['errand', 'transport', 'hardship', 'facility', 'enquiry', 'other']

function Visit({ one }: { one: CarriedCare }): ReactNode {
  const t = useWords()
  const title = `${one.name} ${one.place}${doorText(one)}`
  const draft = useDraft<{ asked?: 'need' | 'changed' | undefined; kind?: MatterKind; words: string }>(`care/${one.personId}`, title, () => ({ words: '' }))
  const { asked, kind, words } = draft.value
  const [faults, setFaults] = useState<Record<string, string>>({})
  const single = useOnce()
  const record = async (result: CareResult) => {
    const found = asked ? { ...(asked === 'need' && !kind ? { kind: t('care.act.whatNeed') } : {}), ...(words.trim().length >= 2 ? {} : { words: t(asked === 'need' ? 'care.act.wordsNeed' : 'care.act.changedNeed') }) } : {}
    setFaults(found)
    if (Object.keys(found).length > 0) return
    await putInBox(saidOf(one, title, { result, kind, words: words.trim() }, t))
    draft.done()
    goTo('home')
    void sync()
  }
  const foot = asked
    ? <div className="pair"><BigButton onPress={() => void single(() => record(asked))}>{t('care.act.save')}</BigButton><BigButton kind="second" onPress={() => { setFaults({}); draft.set({ asked: undefined }) }}>{t('care.phone.cancel')}</BigButton></div>
    : <><BigButton onPress={() => void single(() => record('fine'))}>{t('care.act.fine')}</BigButton><div className="three">{(['need', 'notMet', 'changed'] as const).map((result) => <BigButton key={result} kind="second" onPress={() => (result === 'notMet' ? void single(() => record('notMet')) : draft.set({ asked: result }))}>{t(`care.act.${result}`)}</BigButton>)}</div></>
  return (
    <Frame one={one} foot={foot}>
      <Restored kept={draft} />
      {asked === 'need' ? <PhoneField label={t('care.act.what')} fault={faults['kind']} group><Choice label={t('care.act.what')} value={kind} onChange={(kind) => draft.set({ kind })} options={needs.map((value) => ({ value, label: t(`matters.kinds.${value}`) }))} /></PhoneField> : null}
      <TextField label={t(asked === 'need' ? 'care.act.words' : asked === 'changed' ? 'care.results.changed' : 'care.act.note')} hint={asked ? t(asked === 'need' ? 'care.act.wordsHint' : 'care.act.changedHint') : undefined} fault={faults['words']} optional={!asked} value={words} onChange={(words) => draft.set({ words })} maxLength={300} />
    </Frame>
  )
}

interface Found { result: CareResult; kind: MatterKind | undefined; words: string }
function saidOf(one: CarriedCare, title: string, { result, kind, words }: Found, t: (key: string, params?: Record<string, unknown>) => string): Said {
  const need = result === 'need' && kind ? { need: { kind, words } } : words ? { note: words } : {}
  return {
    command: 'care.recordCareVisit', about: careKey(one), title, input: { personId: one.personId, way: one.measure === null ? 'door' : 'threshold', result, at: fieldNow(), ...need },
    lines: [t(`care.results.${result}`), result === 'need' && kind ? t(`matters.kinds.${kind}`) : '', words].filter(Boolean),
  }
}

/** Who, why, how long ago; what to mind here. */
function Frame({ one, foot, children }: { one: CarriedCare; foot: ReactNode; children: ReactNode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const { records, carry } = useStaff()
  const done = recordedFor(records, careKey(one), carry)
  const check = peopleToday(shownOf(carry, now), now).find((other) => other.householdId !== null && other.householdId === one.householdId)
  const groups = one.groups.map((group) => t(`people.careGroups.${group}`)).join('、')
  return (
    <Screen over={`${one.place}${doorText(one)}`} title={one.name} under={[ageWords(one, now, t), t('care.phone.groups', { groups, n: one.days })].filter(Boolean).join(' · ')} foot={<Foot>{foot}</Foot>}>
      {done ? <Notice tone="good">{t('care.phone.kept', { name: one.name })} · {f.when(done.record.at)}</Notice> : null}
      {one.measure === null ? null : <Notice tone="soon">{t('care.phone.quarantine')}</Notice>}
      <Block>
        <div className="dues"><CareTags one={one} /></div>
        <p className="muted">{one.last ? t('care.phone.last', { day: f.day(one.last.on), result: t(`care.results.${one.last.result}`) }) : t('care.phone.never')}</p>
        {one.contact ? <p className="muted">{t('care.phone.contact', { name: one.contact.name, phone: one.contact.phoneMasked ?? '' })}{mustCall(one.missed) ? <><br />{t('care.phone.contactHint')}</> : null}</p> : null}
      </Block>
      {check ? <Notice title={t('care.phone.alsoCheck')}><button type="button" className="plain-button" onClick={() => goTo('door', check.key)}>{t('care.phone.toCheck')} {check.name}</button></Notice> : null}
      {children}
    </Screen>
  )
}

/** 关爱 · 逾期 3 天, 两次没见到. */
export function CareTags({ one: { dueOn, missed, askAgain } }: { one: Pick<CarriedCare, 'dueOn' | 'missed' | 'askAgain'> }): ReactNode {
  const t = useWords()
  const late = daysLate(dueOn, dayOf(useNow()))
  const what = askAgain ? t('care.phone.askAgain') : mustCall(missed) ? t('care.phone.callFirst') : missed > 0 ? t('care.phone.again') : late > 0 ? t('care.phone.late', { n: late }) : t('care.phone.today')
  return <span className={late > 0 || mustCall(missed) ? 'tag bad' : 'tag on'}>{t('care.phone.due', { what })}</span>
}
