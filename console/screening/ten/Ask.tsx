import { Button, Input } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { symptoms as allSymptoms, type ContactKind, type Symptom } from '../../../modules/policies/contract.ts'
import { transports, type AskedField, type Cleared, type Origin } from '../../../modules/screening/contract.ts'
import { Choices, ManyChoices, TemperatureInput } from '../../../ui/choices.tsx'
import { useToday } from '../../../ui/now.ts'
import { DayInput } from '../../../ui/when.tsx'
import { useWords } from '../../../ui/words.ts'
import { OriginField } from '../OriginField.tsx'

interface Props { field: AskedField; busy: boolean; fault: string; onAnswer: (facts: Cleared) => void; /** 问过,没有 */ onNone?: () => void }

/** One question, in the words in which it is put to somebody on the telephone; the usual answers are one press. */
export function Ask(props: Props): ReactNode {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { box.current?.querySelector<HTMLElement>('input, button')?.focus() }, [])
  const question = t(`screening.ten.asks.${props.field}`)
  return (
    <div className="ten-ask" ref={box}>
      <b>{question}</b>
      <Answer {...props} label={question} />
      {props.fault ? <p className="fault" role="alert">{props.fault}</p> : null}
    </div>
  )
}

type AnswerProps = Props & { label: string }
const answers: Partial<Record<AskedField, (props: AnswerProps) => ReactNode>> = {
  transport: ({ label, onAnswer }) => <Transport label={label} onAnswer={onAnswer} />,
  contact: (props) => <Contact {...props} />,
  symptoms: (props) => <Symptoms {...props} />,
  temperature: (props) => <Temperature {...props} />,
  origin: (props) => <From {...props} />,
  address: (props) => <Door {...props} />,
}

const Answer = (props: AnswerProps): ReactNode => { const Known = answers[props.field]; return Known ? <Known {...props} /> : <Typed {...props} /> }

/** Answers that are given so often that they are buttons. */
const usual: Partial<Record<AskedField, { words: string; facts: (said: string) => Cleared }>> = {
  companions: { words: 'screening.ten.alone', facts: () => ({ companions: 0 }) },
  occupation: { words: 'screening.ten.noWork', facts: (said) => ({ occupation: said }) },
  via: { words: 'screening.ten.direct', facts: (said) => ({ via: said }) },
  closeContacts: { words: 'screening.ten.nobodyClose', facts: (said) => ({ closeContacts: said }) },
}
const factsOf = (field: AskedField, typed: string): Cleared => (field === 'companions' ? { companions: Number(typed) } : { [field]: typed })

function Typed({ field, busy, label, onAnswer, onNone }: AnswerProps): ReactNode {
  const t = useWords()
  const today = useToday()
  const [typed, setTyped] = useState('')
  const answer = usual[field]
  const ready = field === 'companions' ? /^\d{1,3}$/.test(typed.trim()) : typed.trim() !== ''
  return (
    <form className="row" onSubmit={(event) => { event.preventDefault(); if (ready) onAnswer(factsOf(field, typed.trim())) }}>
      {answer ? <Button size="large" disabled={busy} onClick={() => onAnswer(answer.facts(t(answer.words)))}>{t(answer.words)}</Button> : null}
      {field === 'arrivedOn' ? <DayInput size="large" max={today} value={typed} aria-label={label} onChange={setTyped} />
        : <Input size="large" className="grow" inputMode={field === 'companions' ? 'numeric' : field === 'phone' ? 'tel' : 'text'} maxLength={80} autoComplete="off" value={typed} aria-label={label} onChange={(event) => setTyped(event.target.value)} />}
      <Button size="large" type="primary" htmlType="submit" loading={busy} disabled={!ready}>{t('ui.form.save')}</Button>
      {onNone ? <Button size="large" disabled={busy} onClick={onNone}>{t(`screening.ten.none.${field as 'phone'}`)}</Button> : null}
    </form>
  )
}

function Transport({ label, onAnswer }: Pick<AnswerProps, 'label' | 'onAnswer'>): ReactNode {
  const t = useWords()
  return <Choices label={label} value={undefined} onChange={(transport) => onAnswer({ transport })} options={transports.map((value) => ({ value, label: t(`screening.transports.${value}`) }))} />
}

/** Whoever had none is done with one press; a contact needs its last day. */
function Contact({ label, busy, onAnswer }: AnswerProps): ReactNode {
  const t = useWords()
  const today = useToday()
  const [contact, setContact] = useState<ContactKind>()
  const [day, setDay] = useState('')
  const pick = (kind: ContactKind) => { setContact(kind); if (kind === 'none') onAnswer({ contact: 'none' }) }
  return (
    <>
      <Choices<ContactKind> label={label} value={contact} onChange={pick} options={(['none', 'general', 'close', 'secondary'] as const).map((value) => ({ value, label: t(`screening.contacts.${value}`) }))} />
      {contact && contact !== 'none' ? (
        <span className="row"><label>{t('screening.form.lastExposure')} <DayInput size="large" max={today} value={day} onChange={setDay} style={{ width: 180 }} /></label>
          <Button size="large" type="primary" loading={busy} disabled={!day} onClick={() => onAnswer({ contact, lastExposureOn: day })}>{t('ui.form.save')}</Button></span>
      ) : null}
    </>
  )
}

function Symptoms({ label, busy, onAnswer }: AnswerProps): ReactNode {
  const t = useWords()
  const [told, setTold] = useState<Symptom[]>()
  const pick = (next: Symptom[]) => { setTold(next); if (next.length === 0) onAnswer({ symptoms: [] }) }
  return (
    <>
      <ManyChoices<Symptom> label={label} none={t('screening.form.noSymptoms')} value={told} onChange={pick} options={allSymptoms.map((value) => ({ value, label: t(`policies.symptoms.${value}`) }))} />
      {told && told.length > 0 ? <Button size="large" type="primary" loading={busy} onClick={() => onAnswer({ symptoms: told })}>{t('ui.form.save')}</Button> : null}
    </>
  )
}

function Temperature({ label, busy, onAnswer }: AnswerProps): ReactNode {
  const t = useWords()
  const [temperature, setTemperature] = useState<number>()
  return (
    <form className="row" onSubmit={(event) => { event.preventDefault(); if (temperature !== undefined) onAnswer({ temperature }) }}>
      <TemperatureInput label={label} value={temperature} onChange={setTemperature} />
      <Button size="large" type="primary" htmlType="submit" loading={busy} disabled={temperature === undefined}>{t('ui.form.save')}</Button>
    </form>
  )
}

function From({ busy, onAnswer }: AnswerProps): ReactNode {
  const t = useWords()
  const [from, setFrom] = useState<{ origin: Origin; originName: string }>()
  const known = from !== undefined && from.origin !== 'unknown'
  return (
    <>
      <OriginField origin={from?.origin} autoFocus onChange={(origin, originName) => setFrom(origin === undefined ? undefined : { origin, originName })} />
      <Button size="large" type="primary" loading={busy} disabled={!known} onClick={() => { if (known) onAnswer(from) }}>{t('ui.form.save')}</Button>
    </>
  )
}

function Door({ busy, onAnswer }: AnswerProps): ReactNode {
  const t = useWords()
  const [door, setDoor] = useState({ building: '', unit: '', room: '' })
  return (
    <form className="row" onSubmit={(event) => { event.preventDefault(); if (door.room.trim()) onAnswer({ building: door.building.trim(), unit: door.unit.trim(), room: door.room.trim() }) }}>
      {(['building', 'unit', 'room'] as const).map((part) => <Input key={part} size="large" style={{ width: 90 }} value={door[part]} placeholder={t(`screening.form.${part}`)} aria-label={t(`screening.form.${part}`)} onChange={(event) => setDoor((before) => ({ ...before, [part]: event.target.value }))} />)}
      <Button size="large" type="primary" htmlType="submit" loading={busy} disabled={!door.room.trim()}>{t('ui.form.save')}</Button>
    </form>
  )
}
