import { useState, type ReactNode } from 'react'
import { dayOf } from '../../../kernel/dates.ts'
import { doorText } from '../../../modules/people/rules/addresses.ts'
import type { Decision } from '../../../modules/policies/contract.ts'
import { useFormats } from '../../../ui/format.ts'
import { currentLanguage } from '../../../ui/language.ts'
import { useNow } from '../../../ui/now.ts'
import { BigButton, Block, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import { faultsOf, nobody, type Draft, type Faults, type Person } from '../../declaration/draft.ts'
import { Contact, HealthOf, Who } from '../../declaration/OfPerson.tsx'
import { From, Live, When } from '../../declaration/Steps.tsx'
import { doorsIn, dutyIn, policyIn, shownOf } from '../carried.ts'
import { decideHere } from '../deciding.ts'
import { useDraft } from '../drafts.ts'
import { useOnce } from '../once.ts'
import { fieldNow, putInBox } from '../outbox/box.ts'
import { Foot } from '../parts/Foot.tsx'
import { Restored } from '../parts/Restored.tsx'
import { goTo, useRoute } from '../route.ts'
import { inputOf, placeFrom, startDraft } from '../screening.ts'
import { useStaff } from '../state.ts'
import { sync } from '../sync.ts'
import '../../declaration/declaration.css'

const steps = ['from', 'when', 'who', 'live', 'contact', 'health', 'decided'] as const
type Step = (typeof steps)[number]

/** 登记来返人员: three questions and one measurement at the door, decided by the order this phone carries, without signal. */
export default function NewScreening(): ReactNode {
  const t = useWords()
  const now = useNow()
  const { key } = useRoute()
  const { carry, account } = useStaff()
  const shown = shownOf(carry, now)
  const known = doorsIn(shown).flatMap((door) => door.people.filter((one) => one.personId === key).map((one) => ({ ...door, ...one })))[0]
  const kept = useDraft<{ draft: Draft; at: number }>(`new/${key}`, `${t('field.commands.screening.recordScreening')} ${known?.name ?? ''}`.trim(), () => ({ draft: startDraft(known), at: 0 }))
  const { draft, at } = kept.value
  const setAt = (step: number) => kept.set({ at: step })
  const [faults, setFaults] = useState<Faults>({})
  const asked: readonly Step[] = known ? steps.filter((step) => step !== 'who' && step !== 'live') : steps
  const step = asked[at] ?? 'from'
  const person = draft.people[0] ?? nobody
  const set = (change: Partial<Draft>) => kept.set((before) => ({ draft: { ...before.draft, ...change } }))
  const place = placeFrom(dutyIn(shown), account?.me.area?.name ?? '', policyIn(shown), dayOf(now))
  const props = { draft, set, faults, place }
  const ofPerson = { person, index: 0, set: (change: Partial<Person>) => set({ people: [{ ...person, ...change }] }), faults, place }
  const decision = step === 'decided' ? decideHere(draft, policyIn(shown), dutyIn(shown)?.homeCode ?? '', fieldNow()) : undefined
  const single = useOnce()
  const onward = async () => {
    const found = missingIn(step, draft, t, dayOf(now))
    setFaults(found)
    if (Object.keys(found).length > 0) return
    if (step !== 'decided') { setAt(at + 1); window.scrollTo({ top: 0 }); return }
    await putInBox({ command: 'screening.recordScreening', about: known?.personId ?? null, title: `${t('field.commands.screening.recordScreening')} ${person.name}`, input: { ...inputOf(draft, known?.personId, fieldNow(), dutyIn(carry)?.areaId) }, lines: linesOf(draft, decision, t) })
    kept.done()
    goTo('home')
    void sync()
  }
  return (
    <Screen over={known ? `${known.name} ${known.place}${doorText(known)}` : t('field.phone.screening.title')} title={t(step === 'decided' ? 'field.phone.screening.decided' : 'field.phone.screening.title')} under={t('field.phone.screening.step', { n: at + 1, of: asked.length })}
      foot={<Foot><div className="pair"><BigButton submit form="screening">{t(step === 'decided' ? 'field.phone.screening.save' : 'field.phone.screening.next')}</BigButton><BigButton kind="second" onPress={() => (at === 0 ? goTo('home') : setAt(at - 1))}>{t('field.phone.back')}</BigButton></div></Foot>}>
      <Restored kept={kept} />
      <form id="screening" className="declaration" noValidate onSubmit={(event) => { event.preventDefault(); void single(onward) }}>
        {step === 'from' ? <From {...props} /> : step === 'when' ? <When {...props} /> : step === 'who' ? <Who {...ofPerson} /> : step === 'live' ? <Live {...props} />
          : step === 'contact' ? <Contact {...ofPerson} /> : step === 'health' ? <HealthOf {...ofPerson} /> : <Decided decision={decision} carried={policyIn(shown) !== undefined} />}
      </form>
    </Screen>
  )
}

type Say = ReturnType<typeof useWords>
/** At a door the telephone and the number may be missing: they are asked for later. */
function missingIn(step: Step, draft: Draft, t: Say, today: string): Faults {
  if (step === 'decided') return {}
  return step === 'who' || step === 'contact' || step === 'health' ? faultsOf({ at: step, person: 0 }, { ...draft, proxy: { name: '', relation: undefined, phone: '' } }, t, today) : faultsOf({ at: step }, draft, t, today)
}

/** 判定及理由: what the order says, why, and what happens next; the same sentence the desk will see. */
function Decided({ decision, carried }: { decision: Decision | undefined; carried: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (!decision) return <Notice tone="soon">{t(carried ? 'field.phone.screening.undecided' : 'field.phone.screening.noPolicy')}</Notice>
  return (
    <>
      <Block title={decision.measure ? t('field.phone.screening.manage', { measure: t(`policies.measures.${decision.measure}`), day: f.day(decision.endsOn) }) : t('field.phone.screening.none')}>
        <p className="why">{decision.because[currentLanguage()]}</p>
        <p className="muted">{t('field.phone.screening.toVerify')}</p>
      </Block>
      {decision.lead ? <Notice tone="bad">{t('field.phone.screening.lead')}</Notice> : null}
    </>
  )
}

const linesOf = (draft: Draft, decision: Decision | undefined, t: Say): string[] => {
  const [person = nobody] = draft.people
  return [
    `${t('screening.card.origin')}:${draft.originName}`, `${t('screening.card.arrived')}:${draft.arrivedOn}`, draft.purpose ? t(`screening.purposes.${draft.purpose}`) : '',
    person.symptoms?.length ? person.symptoms.map((one) => t(`policies.symptoms.${one}`)).join('、') : '', person.temperature === undefined ? '' : `${person.temperature.toFixed(1)} ℃`, decision?.because[currentLanguage()] ?? '',
  ].filter(Boolean)
}
