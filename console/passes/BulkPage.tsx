import { Button } from 'antd'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { passesApi, type PassBatch } from '../../modules/passes/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Failed, Loaded, Skeleton } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { lasting, ValidOn } from './HomeForms.tsx'
import './passes.css'

/** 整小区签发: what it would do stands there first, then how far it is, then who was left out and why. */
export default function BulkPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const batchId = at['batch']
  return (
    <Page title={t('passes.bulk.title')} sub={t('passes.title')} actions={<Link to={'/passes' as never}><Button>{t('passes.bulk.back')}</Button></Link>}>
      <div className="paper pass-form">{batchId ? <Run key={batchId} batchId={batchId} /> : <Begin areaId={at['area']} onArea={(area) => go({ area })} onBegun={(batch) => go({ batch })} />}</div>
    </Page>
  )
}

function Begin({ areaId, onArea, onBegun }: { areaId: string | undefined; onArea: (areaId: string | undefined) => void; onBegun: (batchId: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [day, setDay] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const preview = useQueryOf(passesApi.previewIssue, { areaId: areaId ?? '' }, { enabled: areaId !== undefined })
  const issue = useCommandOf(passesApi.issueMany, { onDone: ({ batchId }) => onBegun(batchId), onRefused: (error) => setFaults({ [error.code === 'passes.tooLong' ? 'day' : 'area']: tError(error) }) })
  const n = preview.data?.toIssue ?? 0
  const submit = () => { if (!areaId) setFaults({ area: t('passes.bulk.needArea') }); else if (n > 0) issue.mutate({ areaId, ...lasting(day) }) }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('passes.bulk.area')} fault={faults['area']}><AreaPicker label={t('passes.bulk.area')} levels={['community', 'compound', 'villageGroup', 'grid', 'building', 'unit']} value={areaId} onChange={(id) => { setFaults({}); onArea(id) }} /></Field>
      {areaId ? <Loaded of={preview}>{(p) => <Counts households={p.households} toIssue={p.toIssue} skipped={p.skipped} />}</Loaded> : null}
      <ValidOn value={day} onChange={setDay} fault={faults['day']} />
      {areaId && preview.data && n === 0 ? <p className="muted">{t('passes.bulk.nothing')}</p> : <FormFoot go={n > 0 ? t('passes.bulk.go', { n }) : t('passes.page.bulk')} busy={issue.isPending} />}
    </Guided>
  )
}

const Counts = ({ households, toIssue, skipped }: { households: number; toIssue: number | null; skipped: PassBatch['skipped'] }): ReactNode => {
  const t = useWords()
  return (
    <ul className="pass-counts">
      <li>{t('passes.bulk.households', { n: households })}</li>
      {toIssue === null ? null : <li><b>{t('passes.bulk.toIssue', { n: toIssue })}</b></li>}
      {(['hasOne', 'quarantined', 'nobody'] as const).map((why) => (skipped[why] > 0 ? <li key={why} className="muted">{t(`passes.bulk.${why}`, { n: skipped[why] })}</li> : null))}
    </ul>
  )
}

function Run({ batchId }: { batchId: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const navigate = useNavigate()
  const [running, setRunning] = useState(true)
  const query = useQueryOf(passesApi.getBatch, { batchId }, { every: running ? 1000 : false, keep: true })
  const resume = useCommandOf(passesApi.resumeBatch, { onRefused: (error) => say(tError(error)) })
  const undo = useCommandOf(passesApi.undoBatch, { onRefused: (error) => say(tError(error)) })
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const batch = query.data
  if (!batch) return <Skeleton rows={4} />
  if (running !== (batch.state === 'running')) setRunning(batch.state === 'running')
  return (
    <div className="stack">
      <h2>{batch.areaName}</h2>
      {batch.state === 'running' ? <ProgressLine label={t('passes.bulk.running', { seen: batch.seen, households: batch.households })} done={batch.seen} total={batch.households} /> : <p role="status"><b>{batch.state === 'undone' ? t('passes.bulk.undone') : t(`passes.bulk.${batch.state}`, { n: batch.issued })}</b></p>}
      {batch.state === 'failed' ? <p className="why bad">{t('passes.bulk.failedHint')}</p> : null}
      <Counts households={batch.households} toIssue={null} skipped={batch.skipped} />
      {batch.state === 'done' || batch.state === 'failed' ? (
        <div className="form-foot">
          {batch.state === 'failed' ? <Button type="primary" size="large" loading={resume.isPending} onClick={() => resume.mutate({ batchId })}>{t('passes.bulk.resume')}</Button> : batch.issued > 0 ? <Button type="primary" size="large" onClick={() => void navigate({ to: '/passes/print' as never, search: { batch: batchId } as never })}>{t('passes.bulk.print')}</Button> : null}
          {batch.mayUndo && batch.issued > 0 ? <Button size="large" loading={undo.isPending} onClick={() => undo.mutate({ batchId })}>{t('passes.bulk.undo')}</Button> : null}
        </div>
      ) : null}
      {batch.left.length > 0 ? (
        <section>
          <h3>{t('passes.bulk.left')}</h3>
          <ul className="pass-left">{batch.left.map((one) => <li key={one.householdId}><Link to={'/household' as never} search={{ open: one.householdId } as never}>{one.address}</Link> <span className="muted">{t(`passes.bulk.reasonOf.${one.reason}`)}</span></li>)}</ul>
        </section>
      ) : null}
    </div>
  )
}
