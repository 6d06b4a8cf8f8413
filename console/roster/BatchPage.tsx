import { useQueryClient } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import { rosterApi, type ImportBatch } from '../../modules/roster/contract.ts'
import { mayImport } from '../../modules/roster/rules/states.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { invalidate, useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { Columns } from './Columns.tsx'
import { toneOf } from './FormerImports.tsx'
import { Issues } from './Issues.tsx'
import { Matches } from './Matches.tsx'
import { Outcome } from './Outcome.tsx'
import { Undone } from './Undone.tsx'

const isBusy = (batch: ImportBatch | undefined): boolean =>
  batch !== undefined && ['checking', 'importing', 'undoing'].includes(batch.state)

/** One import from upload to undo: what will happen or has happened, then the rows that need somebody. */
export function BatchPage({ batchId, onLeave }: { batchId: string; onLeave: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const first = useQueryOf(rosterApi.getImport, { batchId })
  const batch = useQueryOf(rosterApi.getImport, { batchId }, { every: isBusy(first.data) ? 600 : false })
  const queries = useQueryClient()
  const state = batch.data?.state
  // What was listed while the work ran is out of date the moment it ends.
  useEffect(() => { if (state !== undefined) void invalidate(queries, ['roster', 'people']) }, [queries, state])
  return (
    <Loaded of={batch}>
      {(b) => (
        <Page
          title={b.filename}
          sub={<>{b.areaName} · {f.when(b.createdAt)} {b.createdByName} <StateTag tone={toneOf[b.state]}>{t(`roster.states.${b.state}`)}</StateTag></>}
          actions={<Button onClick={onLeave}>{t('roster.page.all')}</Button>}
        >
          <div className="stack roster">
            <Now batch={b} />
            {b.state === 'undone' && b.undone ? <Undone undone={b.undone} /> : null}
            <Parts batch={b} />
          </div>
        </Page>
      )}
    </Loaded>
  )
}

/** The present moment: something runs, or what came of it and what can be done next. */
function Now({ batch }: { batch: ImportBatch }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const options = { touches: ['roster', 'people'] }
  const check = useCommandOf(rosterApi.checkImport, options)
  const undo = useCommandOf(rosterApi.undoImport, options)
  const run = useCommandOf(rosterApi.runImport, options)
  const error = check.error ?? run.error ?? undo.error
  const may = (action: Parameters<typeof mayImport>[1]) => mayImport(batch, action)
  const input = { batchId: batch.id }
  if (isBusy(batch)) {
    return (
      <div className="paper roster-block">
        <ProgressLine label={t(`roster.states.${batch.state}`)} done={Math.round((batch.progress ?? 0) * 100)} total={100} />
        <p className="muted">{t('roster.page.rowsSoFar', { n: number(batch.rowsDone) })}</p>
      </div>
    )
  }
  const shown = batch.state === 'checked' || batch.state === 'imported'
  return (
    <>
      {batch.problem ? <p className="why bad" role="alert">{t(`roster.problems.${batch.problem}`)}</p> : null}
      {shown ? <Outcome batch={batch} /> : null}
      {batch.fileRemovedAt ? <p className="muted">{t('roster.errors.fileRemoved', { day: f.day(dayOf(batch.fileRemovedAt)) })}</p> : null}
      <div className="row">
        {may('run') && batch.missing.length === 0 && (shown || batch.state === 'failed') ? (
          <Button type="primary" size="large" loading={run.isPending} onClick={() => run.mutate(input)}>
            {t('roster.page.run', { n: number(batch.personsAdded + batch.personsChanged) })}
          </Button>
        ) : null}
        {may('check') && batch.missing.length === 0 ? (
          <Button size="large" type={batch.state === 'uploaded' ? 'primary' : 'default'} loading={check.isPending} onClick={() => check.mutate(input)}>
            {t(batch.state === 'uploaded' ? 'roster.page.check' : 'roster.page.checkAgain')}
          </Button>
        ) : null}
        {may('undo') ? <Button size="large" loading={undo.isPending} onClick={() => undo.mutate(input)}>{t('roster.page.undo')}</Button> : null}
      </div>
      {error ? <p className="why bad" role="alert">{tError(error)}</p> : null}
    </>
  )
}

function Parts({ batch }: { batch: ImportBatch }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const questions = batch.state === 'checked' || batch.state === 'imported'
  const named = (key: string, n: number) => <>{t(key)}{n > 0 ? <b className="tab-count">{number(n)}</b> : null}</>
  const items = [
    ...(batch.rowsWrong > 0 ? [{ key: 'issues', label: named('roster.page.wrongRows', batch.rowsWrong), children: <Issues batch={batch} /> }] : []),
    ...(questions ? [{ key: 'matches', label: named('roster.page.questions', batch.rowsInQuestion), children: <Matches batch={batch} /> }] : []),
    { key: 'columns', label: t('roster.page.columns'), children: <Columns batch={batch} /> },
  ]
  const fallback = batch.rowsWrong > 0 ? 'issues' : batch.rowsInQuestion > 0 ? 'matches' : 'columns'
  const open = items.some((item) => item.key === at['tab']) ? at['tab'] : fallback
  if (isBusy(batch)) return null
  return <Tabs {...(open ? { activeKey: open } : {})} items={items} onChange={(tab) => go({ tab })} destroyOnHidden />
}
