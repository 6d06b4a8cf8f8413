import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { resumptionApi, type BusinessCard } from '../../modules/resumption/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useLanguage } from '../../ui/language.ts'
import { useToday } from '../../ui/now.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useOffer } from './acts.ts'

/** 条件核查 of one business: all points and it has resumed. */
export function CheckForm({ business: b, onDone }: { business: BusinessCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const offer = useOffer()
  const [fault, setFault] = useState<string>()
  const check = useCommandOf(resumptionApi.checkReadiness, {
    onDone: (after) => { offer(t(`resumption.act.done.${after.decision?.outcome ?? 'resumed'}`, { name: b.name, missing: after.missing.map((point) => point.name[language]).join(language === 'zh' ? '、' : ', ') }), after); onDone() },
    onRefused: (error) => setFault(tError(error)),
  })
  const closed = b.terms?.closedTrades.some((one) => one.trade === b.trade)
  return <PointsForm terms={b.terms} resumes={b.state !== 'resumed' && !closed} refused={fault} busy={check.isPending} onBack={onDone} onSend={(seen) => { setFault(undefined); check.mutate({ businessId: b.businessId, ...seen }) }} />
}

interface Seen { answers: Record<string, boolean>; note?: string; lookOn?: string }
interface Props {
  terms: BusinessCard['terms']
  /** With every point there it may open. */
  resumes: boolean
  refused: string | undefined
  busy: boolean
  onSend: (seen: Seen) => void
  onBack: () => void
}

/** The points of the order in force: one press a point. */
export function PointsForm({ terms, resumes, refused, busy, onSend, onBack }: Props): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const today = useToday()
  const [answers, setAnswers] = useState<Record<string, boolean>>({})
  const [note, setNote] = useState('')
  const [lookOn, setLookOn] = useState('')
  const [open, setOpen] = useState(false)
  const points = terms?.points ?? []
  const [answered, lacks] = [points.every(({ id }) => id in answers), points.some(({ id }) => answers[id] === false)]
  const fault = open && !answered ? t('resumption.act.answerAll') : refused
  const submit = () => { setOpen(!answered); if (answered) onSend({ answers, ...(note.trim() ? { note: note.trim() } : {}), ...(lacks && lookOn ? { lookOn } : {}) }) }
  const options = [{ value: 'yes', label: t('resumption.act.yes') }, { value: 'no', label: t('resumption.act.no') }] as const
  return (
    <Guided onSubmit={submit} faults={fault ? { points: fault } : {}}>
      <fieldset className="field points" {...(fault ? { 'data-faulty': '' } : {})}>
        <legend className="hint">{terms ? t('resumption.act.hint', { order: `${terms.orderNo}${terms.clause}` }) : t('resumption.card.nothingAsked')}</legend>
        {points.map(({ id, name }) => (
          <div key={id} className="point">
            <span>{name[language]}</span>
            <Choices label={name[language]} options={options} value={id in answers ? (answers[id] ? 'yes' : 'no') : undefined} onChange={(value) => { setOpen(false); setAnswers((before) => ({ ...before, [id]: value === 'yes' })) }} />
          </div>
        ))}
        {fault ? <span className="fault" role="alert">{fault}</span> : null}
      </fieldset>
      {lacks ? <Field label={t('resumption.act.lookOn')} hint={t('resumption.act.lookOnHint', { n: terms?.mendDays ?? 0 })} optional><DayInput size="large" min={today} value={lookOn} onChange={setLookOn} /></Field> : null}
      <Field label={t('resumption.act.note')} optional><Input size="large" maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      <FormFoot go={t(resumes && answered && !lacks ? 'resumption.act.resumeNow' : 'resumption.act.checkNow')} busy={busy} onBack={onBack} />
    </Guided>
  )
}
