import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { dashboardApi, type Datum } from '../../../modules/dashboard/contract.ts'
import { useAddress } from '../../../ui/address.ts'
import { Choices } from '../../../ui/choices.tsx'
import { ask } from '../../../ui/client.ts'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { Field } from '../../../ui/form.tsx'
import { useFormats } from '../../../ui/format.ts'
import { Page } from '../../../ui/ListPage.tsx'
import { invalidate, useListOf, useQueryOf } from '../../../ui/queries.ts'
import { StateTag } from '../../../ui/card.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { DropZone } from '../../roster/DropZone.tsx'
import '../../roster/roster.css'
import { ImportSheet } from './ImportSheet.tsx'
import './outlines.css'

/** 辖区 · 边界: a file of outlines comes in, is looked at, holds, and can be taken back. */
export default function OutlinesPage(): ReactNode {
  const [at, go] = useAddress()
  return at['open'] ? <OneImport importId={at['open']} onBack={() => go({ open: undefined })} /> : <Start onOpen={(open) => go({ open })} />
}

function OneImport({ importId, onBack }: { importId: string; onBack: () => void }): ReactNode {
  const t = useWords()
  const query = useQueryOf(dashboardApi.getOutlineImport, { importId }, { keep: true })
  const back = <Button onClick={onBack}>{t('dashboard.outlines.back')}</Button>
  if (query.error) return <Page title={t('dashboard.outlines.title')} actions={back}><Failed error={query.error} retry={() => void query.refetch()} /></Page>
  if (!query.data) return <Page title={t('dashboard.outlines.title')} actions={back}><div className="paper"><Skeleton rows={6} /></div></Page>
  return <ImportSheet made={query.data} back={back} />
}

function Start({ onOpen }: { onOpen: (importId: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const queries = useQueryClient()
  const [datum, setDatum] = useState<Datum>('wgs84')
  const [sending, setSending] = useState<string>()
  const [problem, setProblem] = useState<unknown>()
  const send = async (file: File) => {
    setSending(file.name)
    setProblem(undefined)
    try {
      const made = await ask(dashboardApi.uploadOutlines, { datum, filename: file.name }, { file: new File([file], file.name, { type: 'application/octet-stream' }) })
      await invalidate(queries, ['dashboard'])
      onOpen(made.importId)
    } catch (error) {
      setProblem(error)
      setSending(undefined)
    }
  }
  return (
    <Page title={t('dashboard.outlines.title')} sub={t('dashboard.outlines.sub')}>
      <div className="stack outlines">
        <Field label={t('dashboard.outlines.datum')} hint={t('dashboard.outlines.datumHint')}>
          <Choices label={t('dashboard.outlines.datum')} options={(['wgs84', 'gcj02'] as const).map((value) => ({ value, label: t(`dashboard.outlines.datums.${value}`) }))} value={datum} onChange={setDatum} />
        </Field>
        <DropZone disabled={false} sending={sending} onFile={(file) => void send(file)} accept=".geojson,.json" words={{ title: t('dashboard.outlines.drop'), choose: t('dashboard.outlines.pick') }} />
        {problem ? <p className="why bad" role="alert">{tError(problem)}</p> : null}
        <Former onOpen={onOpen} />
      </div>
    </Page>
  )
}

function Former({ onOpen }: { onOpen: (importId: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const list = useListOf(dashboardApi.listOutlineImports, {})
  if (list.loading) return <Skeleton rows={3} />
  if (list.items.length === 0) return <p className="muted">{t('dashboard.outlines.nothing')}</p>
  return (
    <section className="chart" aria-label={t('dashboard.outlines.history')}>
      <header><h2>{t('dashboard.outlines.history')}</h2></header>
      <ul className="report-lines">
        {list.items.map((one) => (
          <li key={one.importId}>
            <button type="button" className="figure" onClick={() => onOpen(one.importId)}>{one.filename}</button>
            <span className="muted">{t('dashboard.outlines.matched', { n: one.matched, all: one.features })}</span>
            <StateTag tone={one.state === 'applied' ? 'good' : one.state === 'draft' ? 'soon' : 'off'}>{t(`dashboard.outlines.states.${one.state}`)}</StateTag>
            <span className="muted small grow">{f.when(one.createdAt)} {one.createdByName ?? ''}</span>
          </li>
        ))}
      </ul>
      {list.hasMore ? <Button onClick={list.loadMore}>{t('ui.list.moreAny')}</Button> : null}
    </section>
  )
}
