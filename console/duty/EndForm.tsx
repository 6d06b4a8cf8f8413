import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { dutyApi, type Assignment } from '../../modules/duty/contract.ts'
import { Section } from '../../ui/card.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 离岗: whoever still has people in hand had better be followed by somebody. */
export function EndForm({ of, onDone, onChange }: { of: Assignment; onDone: () => void; onChange: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const work = useQueryOf(dutyApi.workToHandOver, { assignmentId: of.assignmentId }).data
  const people = work ? Math.max(work.asDoctor, work.asWorker) : 0
  const undo = useCommandOf(dutyApi.undoDuty)
  const end = useCommandOf(dutyApi.endDuty, {
    onDone: () => { offerUndo(t('duty.done.ended', { name: of.name }), () => undo.mutateAsync({ assignmentId: of.assignmentId })); onDone() },
    onRefused: (error) => setFault(tError(error)),
  })
  const submit = () => (reason.trim().length < 2 ? setFault(t('duty.form.reasonPrompt')) : end.mutate({ assignmentId: of.assignmentId, reason }))
  return (
    <Section title={`${t('duty.card.end')}:${of.name}`}>
      {people + (work?.matters ?? 0) > 0 ? <p className="why soon">{t('duty.form.warnEnd', { name: of.name, people, matters: work?.matters ?? 0 })} <Button size="small" type="primary" onClick={onChange}>{t('duty.card.change')}</Button></p> : null}
      <Guided onSubmit={submit} faults={fault ? { reason: fault } : {}}>
        <Field label={t('duty.form.endReason')} fault={fault}><Input size="large" maxLength={300} placeholder={t('duty.form.reasonPlaceholder')} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
        <FormFoot go={t('duty.form.goEnd')} busy={end.isPending} onBack={onDone} back={t('ui.form.cancel')} />
      </Guided>
    </Section>
  )
}
