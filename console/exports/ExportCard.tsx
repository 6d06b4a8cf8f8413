import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { exportsApi, type DataExport, type ExportAction, type ExportState } from '../../modules/exports/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section, StateTag, Why, type Tone } from '../../ui/card.tsx'
import { download } from '../../ui/client.ts'
import { Loaded } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { invalidate, useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { endpointCalled } from '../audit/endpoint-names.ts'

const toneOf: Record<ExportState, Tone> = { waiting: 'soon', approved: 'good', refused: 'bad', withdrawn: 'off', lapsed: 'off', downloaded: 'on' }
export const ExportStateTag = ({ state }: { state: ExportState }): ReactNode => {
  const t = useWords()
  return <StateTag tone={toneOf[state]}>{t(`exports.states.${state}`)}</StateTag>
}

const touches = ['exports', 'today']

export function ExportCard({ exportId }: { exportId: string }): ReactNode {
  const found = useQueryOf(exportsApi.getExport, { exportId })
  return <Loaded of={found}>{(one) => <Shown one={one} />}</Loaded>
}

function Shown({ one }: { one: DataExport }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const rows = f.number(one.rows)
  const said = one.state === 'waiting' ? t('exports.why.waiting', { who: one.askedByName, title: one.title, rows, clear: one.clear ? t('exports.why.clear') : '' })
    : one.state === 'approved' && one.releaseUntil ? t('exports.why.ready', { until: f.when(one.releaseUntil) })
    : one.state === 'refused' ? t('exports.why.refused', { name: one.decidedByName ?? '', note: one.decisionNote ?? '' })
    : one.state === 'lapsed' ? t('exports.why.lapsed') : undefined
  const before = one.takenBefore.exports === 0 ? t('exports.facts.beforeNone') : t('exports.facts.beforeOf', { exports: one.takenBefore.exports, rows: f.number(one.takenBefore.rows) })
  return (
    <Card>
      <CardHead name={one.title} state={<ExportStateTag state={one.state} />} under={`${one.askedByName} · ${t(`accounts.roles.${one.askedByRole}`)}`} />
      {said ? <Why tone={one.state === 'refused' ? 'bad' : one.state === 'waiting' ? 'soon' : 'on'}>{said}</Why> : null}
      <Facts rows={[
        [t('ui.form.reason'), <b key="r">{one.reason}</b>],
        [t('exports.facts.rows'), t('exports.facts.rowsOf', { rows })],
        [t('exports.facts.numbers'), one.clear ? <span key="c" className="bad-ink">{t('exports.facts.clear')}</span> : t('exports.facts.masked')],
        [t('exports.facts.format'), one.format],
        [t('exports.facts.asked'), f.at(one.askedAt)],
        [t('exports.facts.before'), before],
        [t('exports.facts.decided'), one.decidedAt ? `${one.decidedByName ?? ''} ${f.at(one.decidedAt)}${one.decisionNote ? ` · ${one.decisionNote}` : ''}` : null],
        [t('exports.facts.downloaded'), one.downloadedAt ? f.at(one.downloadedAt) : null],
        [t('exports.facts.code'), one.code],
      ]} />
      <Acts one={one} />
    </Card>
  )
}

function Acts({ one }: { one: DataExport }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const queries = useQueryClient()
  const [refusing, setRefusing] = useState(false)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const exportId = one.id
  const name = one.askedByName
  const takeBack = useCommandOf(exportsApi.takeBackDecision, { touches, onDone: () => say(t('exports.done.takeBack')) })
  const undo = () => takeBack.mutateAsync({ exportId })
  const approve = useCommandOf(exportsApi.approveExport, { touches, onDone: () => offerUndo(t('exports.done.approve', { name }), undo) })
  const refusal = useCommandOf(exportsApi.refuseExport, { touches, onDone: () => { setRefusing(false); offerUndo(t('exports.done.refuse'), undo) } })
  const withdraw = useCommandOf(exportsApi.withdrawExport, { touches, onDone: () => say(t('exports.done.withdraw')) })
  const can = (action: ExportAction) => one.actions.includes(action)
  const fetchFile = async () => {
    const endpoint = endpointCalled(one.endpoint)
    if (!endpoint || !one.input) return
    try {
      await download(endpoint, one.input as never)
      say(t('exports.done.download'))
    } catch (error) {
      setProblem(tError(error))
    }
    await invalidate(queries, touches)
  }
  const failed = approve.error ?? takeBack.error ?? withdraw.error
  if (refusing) {
    return (
      <Section title={t('exports.acts.refuse')}>
        <Guided onSubmit={() => refusal.mutate({ exportId, reason: note })} faults={refusal.error ? { note: tError(refusal.error) } : {}}>
          <Field label={t('exports.acts.refuseReason')} fault={refusal.error ? tError(refusal.error) : undefined}><Input size="large" autoFocus value={note} onChange={(event) => setNote(event.target.value)} /></Field>
          <FormFoot go={t('exports.acts.refuse')} busy={refusal.isPending} onBack={() => setRefusing(false)} back={t('ui.form.cancel')} />
        </Guided>
      </Section>
    )
  }
  return (
    <>
      {failed ?? problem ? <p className="why bad" role="alert">{problem ?? tError(failed)}</p> : null}
      {one.actions.length === 0 ? null : (
        <ActionBar>
          {can('approve') ? <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate({ exportId })}>{t('exports.acts.approve')}</Button> : null}
          {can('refuse') ? <Button onClick={() => setRefusing(true)}>{t('exports.acts.refuse')}</Button> : null}
          {can('download') ? <Button type="primary" onClick={() => void fetchFile()}>{t('exports.acts.download')}</Button> : null}
          {can('withdraw') ? <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ exportId })}>{t('exports.acts.withdraw')}</Button> : null}
          {can('takeBack') ? <Button loading={takeBack.isPending} onClick={() => takeBack.mutate({ exportId })}>{t('exports.acts.takeBack')}</Button> : null}
        </ActionBar>
      )}
    </>
  )
}
