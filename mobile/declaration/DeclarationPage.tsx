import { useEffect, useRef, useState, type ReactNode } from 'react'
import { linksApi } from '../../modules/links/contract.ts'
import { currentLink } from '../../ui/link.ts'
import { BigButton, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { StoppedPage } from '../StoppedPage.tsx'
import { Check } from './Check.tsx'
import { faultsOf, nobody, stepsOf, useKept, type Draft, type Faults, type Step } from './draft.ts'
import { Contact, HealthOf, Who } from './OfPerson.tsx'
import type { Place } from './place.ts'
import { Received, type Receipt } from './Received.tsx'
import { useSending } from './sending.ts'
import { ForOthers } from './ForOthers.tsx'
import { Another, From, How, Live, Start, When, type StepProps } from './Steps.tsx'
import './declaration.css'

/** 个人健康申报: the resident's own, for a whole family, behind a QR and without an account. */
export default function DeclarationPage(): ReactNode {
  const t = useWords()
  const link = useQueryOf(linksApi.openLink, {})
  if (link.error && !link.data) {
    const offline = link.error.status === 0
    return <Screen title={offline ? t('ui.phone.lostTitle') : t('screening.declaration.invalid')} foot={<BigButton onPress={() => void link.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{t(offline ? 'screening.declaration.failed' : 'screening.declaration.invalidHint')}</Notice></Screen>
  }
  if (!link.data) return <Screen title={t('screening.declaration.loading')}><span /></Screen>
  if (link.data.stopped) return <StoppedPage place={link.data} />
  return <Form place={link.data} />
}

function Form({ place }: { place: Place }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { draft, set, drop } = useKept(`wangge.declaration.${(currentLink() ?? '').slice(0, 8)}`)
  const [faults, setFaults] = useState<Faults>({})
  const [receipt, setReceipt] = useState<Receipt>()
  const send = useSending(draft, set, (out) => { setReceipt(out); drop() })
  const steps = stepsOf(draft)
  const step = steps[Math.min(draft.step, steps.length - 1)] ?? { at: 'start' as const }
  const body = useFocus(draft.step, faults)
  const go = (to: number) => { setFaults({}); set({ step: to }); window.scrollTo({ top: 0 }) }
  const onward = () => {
    const found = faultsOf(step, draft, t, place.today)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    if (step.at === 'check') send.send()
    else go(draft.step + 1)
  }
  if (receipt) return <Received receipt={receipt} onAnother={() => setReceipt(undefined)} />
  const add = () => { set({ people: [...draft.people, { ...nobody, phone: draft.people[0]?.phone ?? '' }], step: steps.length - 2 }); setFaults({}) }
  return (
    <Screen
      over={place.areaFullName || place.areaName} title={t('screening.declaration.title')} under={step.at === 'start' ? undefined : t('screening.declaration.step', { n: draft.step, of: steps.length - 1 })}
      foot={<>
        <BigButton submit form="declaration" busy={send.isPending}>{t(step.at === 'start' ? 'screening.declaration.start' : step.at === 'check' ? 'screening.declaration.send' : step.at === 'another' ? 'screening.declaration.nobodyElse' : 'screening.declaration.next')}</BigButton>
        {draft.step > 0 ? <BigButton kind="second" onPress={() => go(draft.step - 1)}>{t('screening.declaration.back')}</BigButton> : null}
      </>}
    >
      <form id="declaration" className="declaration" noValidate ref={body} onSubmit={(event) => { event.preventDefault(); onward() }}>
        {step.at === 'another' ? <><h2>{t('screening.declaration.another')}</h2><Another draft={draft} onAdd={add} onRemove={(index) => set({ people: draft.people.filter((_, i) => i !== index), step: draft.step - 3 })} /></> : <OneStep step={step} {...{ draft, set, faults, place }} />}
        {step.at === 'check' && send.error ? <Notice tone="bad">{send.error.status === 0 ? `${t('screening.declaration.failed')} ${t('screening.declaration.waits')}` : tError(send.error)}</Notice> : null}
      </form>
    </Screen>
  )
}

const screens = { start: Start, proxy: ForOthers, from: From, when: When, how: How, live: Live, check: Check } as const
const personScreens = { who: Who, contact: Contact, health: HealthOf } as const

function OneStep({ step, ...props }: StepProps & { step: Step }): ReactNode {
  if ('person' in step) {
    const One = personScreens[step.at]
    const { draft, set } = props
    const person = draft.people[step.person] ?? nobody
    const setPerson = (change: Partial<Draft['people'][number]>) => set({ people: draft.people.map((one, i) => (i === step.person ? { ...one, ...change } : one)) })
    return <One key={`${step.at}${step.person}`} person={person} index={step.person} set={setPerson} faults={props.faults} place={props.place} />
  }
  if (step.at === 'another') return null
  const One = screens[step.at]
  return <One {...props} />
}

/** The first faulty field is focused; a new screen begins at its first field's label. */
function useFocus(step: number, faults: Faults) {
  const body = useRef<HTMLFormElement>(null)
  useEffect(() => { if (Object.keys(faults).length > 0) body.current?.querySelector<HTMLElement>('[data-faulty] :is(input, button)')?.focus() }, [faults])
  useEffect(() => { body.current?.scrollIntoView({ block: 'end' }); window.scrollTo({ top: 0 }) }, [step])
  return body
}
