import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { pushedlistsApi, pushedResults, stayKinds, type PushedResult, type PushedRow } from '../../modules/pushedlists/contract.ts'
import { specOf } from '../../modules/pushedlists/rules.ts'
import { ActionBar } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { HealthFields, type Health } from '../screening/HealthFields.tsx'

/** 核查反馈: the result in one press; where, what and how they are only where there is something to say. */
export function AnswerForm({ row, onNext }: { row: PushedRow; onNext: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [result, setResult] = useState<PushedResult>()
  const [kind, setKind] = useState<(typeof stayKinds)[number]>()
  const [text, setText] = useState({ whereabouts: '', measure: '', note: '' })
  const [health, setHealth] = useState<Health>({ contact: undefined, lastExposureOn: '', symptoms: undefined, temperature: undefined })
  const [more, setMore] = useState(false)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const undo = useCommandOf(pushedlistsApi.undoAnswer)
  const answer = useCommandOf(pushedlistsApi.answerRow, {
    onDone: (done) => {
      offerUndo(t('pushedlists.row.saved', { name: row.name, result: t(`pushedlists.results.${done.result ?? 'managed'}`) }), () => undo.mutateAsync({ rowId: row.rowId }))
      // Somebody missed is registered on this card; else the next one is at hand.
      if (!(done.result !== null && specOf(done.result).registers && done.screeningState === 'toVerify')) onNext()
    },
    onRefused: (error) => say(tError(error)),
  })
  const needsKind = result !== undefined && specOf(result).kinds.length > 0
  const send = () => {
    const found: Record<string, string> = result === undefined ? { result: t('pushedlists.row.chooseResult') } : needsKind && !kind ? { kind: t('pushedlists.row.chooseKind') } : {}
    setFaults(found)
    if (Object.keys(found).length > 0 || result === undefined) return
    const said = Object.fromEntries(Object.entries(text).flatMap(([key, value]) => (value.trim() ? [[key, value.trim()]] : [])))
    answer.mutate({
      rowId: row.rowId, result, ...(needsKind && kind ? { kind } : {}), ...said, ...(health.temperature === undefined ? {} : { temperature: health.temperature }),
      ...(health.symptoms === undefined ? {} : { symptoms: [...health.symptoms] }),
    })
  }
  const line = (key: keyof typeof text, hint?: string) => (
    <Field label={t(`pushedlists.row.${key}`)} optional><Input size="large" maxLength={key === 'note' ? 300 : 120} {...(hint ? { placeholder: t(hint) } : {})} value={text[key]} onChange={(event) => setText((before) => ({ ...before, [key]: event.target.value }))} /></Field>
  )
  return (
    <Guided onSubmit={send} faults={faults}>
      <Field label={t('pushedlists.row.result')} fault={faults['result']} group><Choices label={t('pushedlists.row.result')} options={pushedResults.map((value) => ({ value, label: t(`pushedlists.results.${value}`) }))} value={result} onChange={setResult} /></Field>
      {needsKind ? <Field label={t('pushedlists.row.kind')} fault={faults['kind']} group><Choices label={t('pushedlists.row.kind')} options={stayKinds.map((value) => ({ value, label: t(`pushedlists.kinds.${value}`) }))} value={kind} onChange={setKind} /></Field> : null}
      {more ? <>{line('whereabouts', 'pushedlists.row.whereaboutsHint')}{line('measure', 'pushedlists.row.measureHint')}{line('note')}<HealthFields value={health} set={(change) => setHealth((before) => ({ ...before, ...change }))} faults={{}} /></> : <div><Button onClick={() => setMore(true)}>{t('pushedlists.row.more')}</Button></div>}
      <ActionBar><Button type="primary" size="large" htmlType="submit" loading={answer.isPending}>{t('pushedlists.row.save')}</Button><Button size="large" onClick={onNext}>{t('pushedlists.row.next')}</Button></ActionBar>
    </Guided>
  )
}
