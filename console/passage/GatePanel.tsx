import { Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import type { OutputOf } from '../../kernel/endpoint.ts'
import { passageApi, type Shift } from '../../modules/passage/contract.ts'
import { ActionBar, Card, CardHead, Section, StateTag, Why } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { Hours } from './Flow.tsx'
import { GateForm } from './GateForm.tsx'
import { hoursOf, Post } from './GatesPage.tsx'
import { shiftTone } from './tones.ts'

type Full = OutputOf<(typeof passageApi)['getGate']>

/** One gate: who stands there, the shifts around now, the hours of the day, and what can be done. */
export function GatePanel({ gateId }: { gateId: string }): ReactNode {
  return <Loaded of={useQueryOf(passageApi.getGate, { gateId }, { every: 30_000 })}>{(data) => <Shown gate={data} />}</Loaded>
}

function Shown({ gate: g }: { gate: Full }): ReactNode {
  const t = useWords()
  const [doing, setDoing] = useState<'edit' | 'close' | 'remove'>()
  const done = () => setDoing(undefined)
  if (doing === 'edit') return <GateForm gate={g} onDone={done} />
  return (
    <Card>
      <CardHead name={`${g.areaName} ${g.name}`} beside={t(`passage.gateKinds.${g.kind}`)} state={<StateTag tone={g.state === 'open' ? 'on' : g.state === 'closed' ? 'soon' : 'off'}>{t(`passage.state.${g.state}`)}</StateTag>} />
      <Why tone={g.emptySince ? 'bad' : 'off'}>{g.emptySince ? t('passage.gate.empty', { clock: clockOf(g.emptySince) }) : t(`passage.gate.why.${g.state}`, { ways: t(`passage.waysOf.${g.ways}`), hours: hoursOf(t, g), order: g.closedBy ?? '' })}</Why>
      <p><Post gate={g} /> {g.note ? <span className="muted small">{g.note}</span> : null}</p>
      {g.manned ? <Section title={t('passage.gate.shifts')} extra={<Link to="/gates/roster" search={{ gate: g.gateId } as never}>{t('passage.gates.roster')}</Link>}><Shifts shifts={g.shifts} /></Section> : null}
      <Section title={t('passage.gate.hours')} extra={<Link to="/passages" search={{ gate: g.gateId } as never}>{t('passage.gate.passages')}</Link>}><Hours hours={g.hours} />{g.compared.length > 0 ? <p className="muted">{t('passage.gate.compared')}{g.compared.map((one) => t('passage.gate.comparedOf', { identity: t(`passage.identities.${one.identity}`), n: one.n })).join(' · ')}</p> : null}</Section>
      {doing === undefined ? <Actions gate={g} onStart={setDoing} /> : <WithReason gate={g} what={doing} onDone={done} />}
    </Card>
  )
}

function Shifts({ shifts }: { shifts: readonly Shift[] }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <ul className="timeline">
      {shifts.map((s) => (
        <li key={`${s.on} ${s.slot}`}>
          <time dateTime={s.startsAt}>{f.when(s.startsAt)}</time>
          <span><StateTag tone={shiftTone[s.state]}>{t(`passage.shifts.states.${s.state}`)}</StateTag> {s.keeperName ?? t('passage.shifts.nobody')} {s.keeperPhone ? <span className="muted small">{s.keeperPhone}</span> : null}
            {s.signedOnName && s.signedOnName !== s.keeperName ? <span className="muted small"> {t('passage.shifts.standIn', { name: s.signedOnName })}</span> : null}
            {s.also.length > 0 ? <span className="muted small"> {t('passage.shifts.also', { names: s.also.map((one) => `${one.name} ${clockOf(one.at)}`).join('、') })}</span> : null}
            {s.takenItems.length > 0 || s.takenRemarks ? <span className="muted small"> {t('passage.shifts.taken', { items: [...s.takenItems.map((i) => `${i.item} ${i.count}`), ...(s.takenRemarks ? [s.takenRemarks] : [])].join('、') })}</span> : null}
            {s.handOvers.map((h) => <span key={h.at} className="muted small"> {t('passage.shifts.handedOver', { clock: clockOf(h.at), name: h.name })} {h.items.map((i) => `${i.item} ${i.count}`).join('、')} {h.remarks ? <span className={h.abnormal ? 'bad-ink' : ''}>{h.remarks}</span> : null}</span>)}</span>
        </li>
      ))}
    </ul>
  )
}

function Actions({ gate: g, onStart }: { gate: Full; onStart: (what: 'edit' | 'close' | 'remove') => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const refused = { onRefused: (error: unknown) => say(tError(error)) }
  const reopen = useCommandOf(passageApi.reopenGate, { ...refused, onDone: () => say(t('passage.gate.reopened', { name: g.name })) })
  const restore = useCommandOf(passageApi.restoreGate, { ...refused, onDone: () => say(t('passage.gate.restored', { name: g.name })) })
  const can = (action: Full['actions'][number]) => g.actions.includes(action)
  if (!(['edit', 'close', 'reopen', 'remove', 'restore'] as const).some(can)) return null
  return (
    <ActionBar>
      {can('edit') ? <Button type="primary" onClick={() => onStart('edit')}>{t('passage.gate.edit')}</Button> : null}
      {can('close') ? <Button onClick={() => onStart('close')}>{t('passage.gate.close')}</Button> : null}
      {can('reopen') ? <Button loading={reopen.isPending} onClick={() => reopen.mutate({ gateId: g.gateId })}>{t('passage.gate.reopen')}</Button> : null}
      {can('remove') ? <Button onClick={() => onStart('remove')}>{t('passage.gate.remove')}</Button> : null}
      {can('restore') ? <Button loading={restore.isPending} onClick={() => restore.mutate({ gateId: g.gateId })}>{t('passage.gate.restore')}</Button> : null}
    </ActionBar>
  )
}

/** Closed by an order, or taken down for a reason; both are undone from the note that says so. */
function WithReason({ gate: g, what, onDone }: { gate: Full; what: 'close' | 'remove'; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()
  const gateId = g.gateId
  const refused = { onRefused: (error: unknown) => setFault(tError(error)) }
  const [reopen, restore] = [useCommandOf(passageApi.reopenGate), useCommandOf(passageApi.restoreGate)]
  const close = useCommandOf(passageApi.closeGate, { ...refused, onDone: () => { offerUndo(t('passage.gate.closed', { name: g.name }), () => reopen.mutateAsync({ gateId })); onDone() } })
  const remove = useCommandOf(passageApi.removeGate, { ...refused, onDone: () => { offerUndo(t('passage.gate.removed', { name: g.name }), () => restore.mutateAsync({ gateId })); onDone() } })
  const of = what === 'close' ? { label: 'orderNo', placeholder: 'orderPlaceholder', prompt: 'orderPrompt', go: 'closeGo' } : { label: 'removeReason', placeholder: 'removePlaceholder', prompt: 'removePrompt', go: 'remove' }
  const submit = () => {
    if (text.trim().length < 2) setFault(t(`passage.gate.${of.prompt}`))
    else if (what === 'close') close.mutate({ gateId, orderNo: text.trim() })
    else remove.mutate({ gateId, reason: text.trim() })
  }
  return (
    <Guided onSubmit={submit} faults={fault ? { text: fault } : {}}>
      <Field label={t(`passage.gate.${of.label}`)} fault={fault}><Input size="large" autoFocus maxLength={60} value={text} onChange={(event) => setText(event.target.value)} placeholder={t(`passage.gate.${of.placeholder}`)} /></Field>
      <FormFoot go={t(`passage.gate.${of.go}`)} busy={close.isPending || remove.isPending} onBack={onDone} />
    </Guided>
  )
}
