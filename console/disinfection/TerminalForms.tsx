import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { disinfectionApi, terminalKinds, type TerminalCard } from '../../modules/disinfection/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices } from '../../ui/choices.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { HowFields, nothing, readHow, type How } from './How.tsx'

/** 申请终末消毒: where and why; who the case is, is not written. */
export function AskForm({ onDone }: { onDone: (terminalId: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [d, setDraft] = useState({ areaId: undefined as string | undefined, kind: undefined as (typeof terminalKinds)[number] | undefined, place: '', why: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const withdraw = useCommandOf(disinfectionApi.withdrawTerminal)
  const send = useCommandOf(disinfectionApi.askTerminal, { onDone: ({ terminalId }) => { offerUndo(t('disinfection.terminal.asked'), () => withdraw.mutateAsync({ terminalId, reason: t('disinfection.terminal.withdraw') })); onDone(terminalId) }, onRefused: (error: ApiError) => setFaults({ place: tError(error) }) })
  const submit = () => {
    const found = { ...(d.areaId ? {} : { within: t('disinfection.terminal.withinNeed') }), ...(d.kind ? {} : { kind: t('disinfection.terminal.kindNeed') }), ...(d.place.trim().length >= 2 ? {} : { place: t('disinfection.terminal.placeNeed') }), ...(d.why.trim().length >= 2 ? {} : { why: t('disinfection.terminal.whyNeed') }) }
    setFaults(found)
    if (Object.keys(found).length === 0 && d.areaId && d.kind) send.mutate({ areaId: d.areaId, kind: d.kind, place: d.place.trim(), why: d.why.trim() })
  }
  return (
    <>
      <h2 style={{ marginBottom: 16 }}>{t('disinfection.terminal.ask')}</h2>
      <Guided onSubmit={submit} faults={faults}>
        <Field label={t('disinfection.terminal.kind')} fault={faults['kind']} group><Choices label={t('disinfection.terminal.kind')} value={d.kind} onChange={(kind) => set({ kind })} options={terminalKinds.map((value) => ({ value, label: t(`disinfection.terminal.kinds.${value}`) }))} /></Field>
        <Field label={t('disinfection.terminal.within')} fault={faults['within']} group><AreaPicker label={t('disinfection.terminal.within')} value={d.areaId} onChange={(areaId) => set({ areaId })} /></Field>
        <Field label={t('disinfection.terminal.place')} fault={faults['place']}><Input size="large" maxLength={80} placeholder={t('disinfection.terminal.placeHint')} value={d.place} onChange={(event) => set({ place: event.target.value })} /></Field>
        <Field label={t('disinfection.terminal.why')} fault={faults['why']}><Input size="large" maxLength={200} placeholder={t('disinfection.terminal.whyHint')} value={d.why} onChange={(event) => set({ why: event.target.value })} /></Field>
        <FormFoot go={t('disinfection.terminal.go')} busy={send.isPending} />
      </Guided>
    </>
  )
}

/** 登记做完: which team, how, what came of it, and whether it is good. */
export function DoneForm({ terminal: { terminalId, place }, onDone }: { terminal: TerminalCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [how, setHow] = useState<How>(nothing)
  const [d, setDraft] = useState({ team: '', result: '', evaluation: undefined as 'qualified' | 'unqualified' | undefined })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const undo = useCommandOf(disinfectionApi.undoTerminal)
  const send = useCommandOf(disinfectionApi.recordTerminal, { onDone: ({ disinfectionId, terminal }) => { offerUndo(t(terminal.state === 'done' ? 'disinfection.terminal.saved' : 'disinfection.terminal.savedAgain', { place }), () => undo.mutateAsync({ disinfectionId })); onDone() }, onRefused: (error: ApiError) => setFaults({ [error.code === 'disinfection.endsBefore' ? 'at' : 'team']: tError(error) }) })
  const submit = () => {
    const read = readHow(how, t)
    const found = { ...(d.team.trim().length >= 2 ? {} : { team: t('disinfection.terminal.teamNeed') }), ...read.faults, ...(how.squareMetres ? {} : { squareMetres: t('disinfection.terminal.squareMetresNeed') }), ...(d.result.trim().length >= 2 ? {} : { result: t('disinfection.terminal.resultNeed') }), ...(d.evaluation ? {} : { evaluation: t('disinfection.terminal.evaluationNeed') }) }
    setFaults(found)
    if (Object.keys(found).length === 0 && read.input && how.squareMetres && d.evaluation) send.mutate({ terminalId, ...read.input, squareMetres: how.squareMetres, team: d.team.trim(), result: d.result.trim(), evaluation: d.evaluation })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('disinfection.terminal.team')} fault={faults['team']}><Input size="large" autoFocus maxLength={60} placeholder={t('disinfection.terminal.teamHint')} value={d.team} onChange={(event) => set({ team: event.target.value })} /></Field>
      <HowFields d={how} set={(change) => setHow((before) => ({ ...before, ...change }))} faults={faults} terminal />
      <Field label={t('disinfection.terminal.result')} fault={faults['result']}><Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} placeholder={t('disinfection.terminal.resultHint')} value={d.result} onChange={(event) => set({ result: event.target.value })} /></Field>
      <Field label={t('disinfection.terminal.evaluation')} fault={faults['evaluation']} group><Choices label={t('disinfection.terminal.evaluation')} value={d.evaluation} onChange={(evaluation) => set({ evaluation })} options={(['qualified', 'unqualified'] as const).map((value) => ({ value, label: t(`disinfection.terminal.${value}`) }))} /></Field>
      <FormFoot go={t('disinfection.terminal.save')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}

export function WithdrawForm({ terminal: { terminalId }, onDone }: { terminal: TerminalCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const reopen = useCommandOf(disinfectionApi.reopenTerminal)
  const send = useCommandOf(disinfectionApi.withdrawTerminal, { onDone: () => { offerUndo(t('disinfection.terminal.withdrawn'), () => reopen.mutateAsync({ terminalId })); onDone() }, onRefused: (error: ApiError) => setFault(tError(error)) })
  return (
    <Guided onSubmit={() => (reason.trim().length < 2 ? setFault(t('disinfection.terminal.whyNeed')) : send.mutate({ terminalId, reason: reason.trim() }))} faults={fault ? { reason: fault } : {}}>
      <Field label={t('disinfection.terminal.withdrawReason')} fault={fault}><Input size="large" autoFocus maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t('disinfection.terminal.withdraw')} busy={send.isPending} onBack={onDone} />
    </Guided>
  )
}
