import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { privacyApi, type EventAction, type PrivacyEvent } from '../../modules/privacy/contract.ts'
import { Why } from '../../ui/card.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { number } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

interface Props { event: PrivacyEvent; act: EventAction; onDone: () => void }

/** One step of ending an event: by what order and why; those that can be taken back offer it. */
export function StepForm({ event, act, onDone }: Props): ReactNode {
  if (act === 'review') return null
  return act === 'stop' || act === 'freeze' || act === 'approve' ? <ByOrder event={event} act={act} onDone={onDone} /> : <AtOnce event={event} act={act} onDone={onDone} />
}

function ByOrder({ event: { eventId }, act, onDone }: Props & { act: 'stop' | 'freeze' | 'approve' }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [form, setForm] = useState({ orderNo: '', reason: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const refused = (error: unknown) => say(tError(error))
  const resume = useCommandOf(privacyApi.resumeCollecting)
  const unfreeze = useCommandOf(privacyApi.unfreezeEvent)
  const sent = {
    stop: useCommandOf(privacyApi.stopCollecting, { onRefused: refused, onDone: ({ links }) => { offerUndo(t('privacy.events.stopped', { n: links }), () => resume.mutateAsync({ eventId })); onDone() } }),
    freeze: useCommandOf(privacyApi.freezeEvent, { onRefused: refused, onDone: () => { offerUndo(t('privacy.states.frozen'), () => unfreeze.mutateAsync({ eventId })); onDone() } }),
    approve: useCommandOf(privacyApi.approveEvent, { onRefused: refused, onDone: () => { say(t('privacy.states.approved')); onDone() } }),
  }[act]
  const submit = () => {
    const found = Object.fromEntries((['orderNo', 'reason'] as const).filter((key) => form[key].trim().length < 2).map((key) => [key, t('ui.form.required')]))
    setFaults(found)
    if (Object.keys(found).length === 0) sent.mutate({ eventId, orderNo: form.orderNo.trim(), reason: form.reason.trim() })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('privacy.events.orderNo')} fault={faults['orderNo']}><Input size="large" maxLength={80} value={form.orderNo} onChange={(event) => setForm((b) => ({ ...b, orderNo: event.target.value }))} /></Field>
      <Field label={t('privacy.events.reason')} fault={faults['reason']}><Input size="large" maxLength={300} value={form.reason} onChange={(event) => setForm((b) => ({ ...b, reason: event.target.value }))} /></Field>
      <FormFoot go={t(`privacy.actions.${act}`)} busy={sent.isPending}><Button size="large" onClick={onDone}>{t('ui.form.cancel')}</Button></FormFoot>
    </Guided>
  )
}

/** Taking a step back needs no form; destroying says once more what goes. */
function AtOnce({ event: { eventId }, act, onDone }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const counted = useQueryOf(privacyApi.countEvent, { eventId }, { enabled: act === 'destroy' })
  const options = { onRefused: (error: unknown) => say(tError(error)), onDone: () => { say(act === 'destroy' ? t('privacy.events.started') : t('privacy.events.done')); onDone() } }
  const [resume, unfreeze, destroy] = [useCommandOf(privacyApi.resumeCollecting, options), useCommandOf(privacyApi.unfreezeEvent, options), useCommandOf(privacyApi.destroyEvent, options)]
  const sent = act === 'resume' ? resume : act === 'unfreeze' ? unfreeze : destroy
  const n = counted.data?.kinds.filter((k) => k.decision === 'destroy').reduce((sum, k) => sum + k.rows, 0) ?? 0
  return (
    <div className="stack">
      {act === 'destroy' ? <Why tone="bad">{t('privacy.events.destroyWarn', { n: number(n) })}</Why> : null}
      <div className="row"><Button type="primary" danger={act === 'destroy'} loading={sent.isPending} disabled={act === 'destroy' && !counted.data} onClick={() => sent.mutate({ eventId })}>{t(act === 'destroy' ? 'privacy.events.destroyNow' : `privacy.actions.${act}`)}</Button><Button onClick={onDone}>{t('ui.form.cancel')}</Button></div>
    </div>
  )
}
