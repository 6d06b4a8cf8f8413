import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { exitsApi, type ExitList } from '../../modules/exits/contract.ts'
import type { ExitKind } from '../../modules/policies/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { ask, download, newCommandId } from '../../ui/client.ts'
import { DivisionPicker } from '../../ui/DivisionPicker.tsx'
import { Field, Guided } from '../../ui/form.tsx'
import { number } from '../../ui/format.ts'
import { ListOutcome } from '../../ui/ListOutcome.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useToday } from '../../ui/now.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { DropZone } from '../roster/DropZone.tsx'
import './exits.css'

/** Whoever visits relatives or sees a doctor asks alone. */
const KINDS: readonly ExitKind[] = ['migrantWork', 'localWork']

/** 登记外出名单: when once, and where, unless the sheet says it; the people from the employer's or the group's own sheet. */
export default function BulkPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [problem, setProblem] = useState<string>()
  const [result, setResult] = useState<ExitList>()
  const template = <Button onClick={() => void download(exitsApi.exitListTemplate, {}).catch((error: unknown) => setProblem(tError(error)))}>{t('exits.bulk.template')}</Button>
  return (
    <Page title={t('exits.bulk.title')} sub={t('exits.bulk.sub')} actions={template}>
      {problem ? <p className="why bad" role="alert">{problem}</p> : null}
      {result ? <Outcome result={result} onAgain={() => setResult(undefined)} /> : <Sending onProblem={setProblem} onDone={setResult} />}
    </Page>
  )
}

function Sending({ onProblem, onDone }: { onProblem: (problem: string | undefined) => void; onDone: (result: ExitList) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const today = useToday()
  const [d, setDraft] = useState({ kind: 'migrantWork' as ExitKind, code: undefined as string | undefined, place: '', detail: '', employer: '', leavesOn: today, askedOn: today })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [sending, setSending] = useState<string>()
  const set = (change: Partial<typeof d>) => setDraft((before) => ({ ...before, ...change }))
  const destinationName = [d.place, d.detail.trim()].filter(Boolean).join(' ')
  const send = async (file: File) => {
    const found = { ...(d.kind === 'migrantWork' && destinationName && !d.code ? { destination: t('exits.form.divisionNeed') } : {}), ...(d.leavesOn ? {} : { leaves: t('exits.form.leavesNeed') }) }
    setFaults(found)
    onProblem(undefined)
    if (Object.keys(found).length > 0) return
    setSending(file.name)
    try {
      const { kind, employer, leavesOn, askedOn } = d
      onDone(await ask(exitsApi.importExits, { kind, leavesOn, ...(destinationName ? { destinationName } : {}), ...(d.code ? { destinationCode: d.code } : {}), ...(employer.trim() ? { employer: employer.trim() } : {}), ...(askedOn ? { askedOn } : {}) }, { file, commandId: newCommandId() }))
    } catch (error) {
      onProblem(tError(error))
    } finally {
      setSending(undefined)
    }
  }
  return (
    <div className="paper exit-form">
      <Guided onSubmit={() => undefined} faults={faults}>
        <Field label={t('exits.form.kind')} group><Choices label={t('exits.form.kind')} value={d.kind} onChange={(kind) => set({ kind })} options={KINDS.map((value) => ({ value, label: t(`exits.kinds.${value}`) }))} /></Field>
        <Field label={t('exits.form.destination')} hint={t('exits.bulk.destinationHint')} fault={faults['destination']} group optional><DivisionPicker label={t('exits.form.destination')} value={d.code} onChange={(code, division) => set({ code, place: division?.fullName ?? '' })} /></Field>
        <Field label={t('exits.form.detail')} optional><Input size="large" maxLength={60} value={d.detail} onChange={(event) => set({ detail: event.target.value })} /></Field>
        <Field label={t('exits.form.employer')} hint={t('exits.bulk.employerHint')} optional><Input size="large" maxLength={60} value={d.employer} onChange={(event) => set({ employer: event.target.value })} /></Field>
        <div className="pair">
          <Field label={t('exits.form.leaves')} fault={faults['leaves']}><DayInput size="large" value={d.leavesOn} onChange={(leavesOn) => set({ leavesOn })} /></Field>
          <Field label={t('exits.bulk.askedOn')}><DayInput size="large" max={today} value={d.askedOn} onChange={(askedOn) => set({ askedOn })} /></Field>
        </div>
        <DropZone words={{ title: t('exits.bulk.drop'), hint: t('exits.bulk.dropHint'), choose: t('exits.bulk.choose') }} disabled={false} sending={sending} onFile={(file) => void send(file)} />
      </Guided>
    </div>
  )
}

function Outcome({ result: { exitIds, already, wrong }, onAgain }: { result: ExitList; onAgain: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const undo = useCommandOf(exitsApi.withdrawExits, {
    onDone: ({ withdrawn, kept }) => { say(t(kept > 0 ? 'exits.bulk.undoneKept' : 'exits.bulk.undone', { n: number(withdrawn.length), kept: number(kept) })); onAgain() },
    onRefused: (error) => say(tError(error)),
  })
  return <ListOutcome words="exits.bulk" made={exitIds.length} already={already} wrong={wrong} see={{ to: '/exits', search: { tab: 'all', order: '-applied' } }} undoing={undo.isPending} onUndo={() => undo.mutate({ exitIds })} onAgain={onAgain} />
}
