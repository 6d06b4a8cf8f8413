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

/** 条件核查: one press a point; all of them and it has resumed. */
export function CheckForm({ business: b, onDone }: { business: BusinessCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const today = useToday()
  const offer = useOffer()
  const [answers, setAnswers] = useState<Record<string, boolean>>({})
  const [note, setNote] = useState('')
  const [lookOn, setLookOn] = useState('')
  const [fault, setFault] = useState<string>()
  const points = b.terms?.points ?? []
  const [answered, lacks] = [points.every(({ id }) => id in answers), points.some(({ id }) => answers[id] === false)]
  const check = useCommandOf(resumptionApi.checkReadiness, {
    onDone: (after) => { offer(t(`resumption.act.done.${after.decision?.outcome ?? 'resumed'}`, { name: b.name, missing: after.missing.map((point) => point.name[language]).join(language === 'zh' ? '、' : ', ') }), after); onDone() },
    onRefused: (error) => setFault(tError(error)),
  })
  const submit = () => (answered ? check.mutate({ businessId: b.businessId, answers, ...(note.trim() ? { note: note.trim() } : {}), ...(lacks && lookOn ? { lookOn } : {}) }) : setFault(t('resumption.act.answerAll')))
  const options = [{ value: 'yes', label: t('resumption.act.yes') }, { value: 'no', label: t('resumption.act.no') }] as const
  const closed = b.terms?.closedTrades.some((one) => one.trade === b.trade)
  return (
    <Guided onSubmit={submit} faults={fault ? { points: fault } : {}}>
      <fieldset className="field points" {...(fault ? { 'data-faulty': '' } : {})}>
        <legend className="hint">{b.terms ? t('resumption.act.hint', { order: `${b.terms.orderNo}${b.terms.clause}` }) : t('resumption.card.nothingAsked')}</legend>
        {points.map(({ id, name }) => (
          <div key={id} className="point">
            <span>{name[language]}</span>
            <Choices label={name[language]} options={options} value={id in answers ? (answers[id] ? 'yes' : 'no') : undefined} onChange={(value) => { setFault(undefined); setAnswers((before) => ({ ...before, [id]: value === 'yes' })) }} />
          </div>
        ))}
        {fault ? <span className="fault" role="alert">{fault}</span> : null}
      </fieldset>
      {lacks ? <Field label={t('resumption.act.lookOn')} hint={t('resumption.act.lookOnHint', { n: b.terms?.mendDays ?? 0 })} optional><DayInput size="large" min={today} value={lookOn} onChange={setLookOn} /></Field> : null}
      <Field label={t('resumption.act.note')} optional><Input size="large" maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      <FormFoot go={t(b.state !== 'resumed' && answered && !lacks && !closed ? 'resumption.act.resumeNow' : 'resumption.act.checkNow')} busy={check.isPending} onBack={onDone} />
    </Guided>
  )
}
