import { useRef, useState, type ReactNode } from 'react'
import { accountsApi } from '../../modules/accounts/contract.ts'
import { ApiError, download, type Asked } from '../client.ts'
import { ExportForm } from '../ExportForm.tsx'
import { number } from '../format.ts'
import { useLanguage } from '../language.ts'
import { useQueryOf } from '../queries.ts'
import { say } from '../undo.tsx'
import { useErrorWords, useWords } from '../words.ts'
import type { TableOf } from './table.ts'
import { Tool } from './Tool.tsx'

/** What is in view as a file: these columns, this filter, this order, all rows. A list about residents passes the gate of exports. */
export const ExportTool = <T,>({ table }: { table: TableOf<T> }): ReactNode => (table.of.whose ? <ResidentsTool table={table} /> : <FileTool table={table} />)

const useFileOf = <T,>({ endpoint, input, shown }: TableOf<T>) => {
  const language = useLanguage()
  return { endpoint: { ...endpoint, path: `${endpoint.path}/export` } as unknown as Asked, input: { ...input, language, columns: shown.join(',') } }
}

function ResidentsTool<T>({ table }: { table: TableOf<T> }): ReactNode {
  const t = useWords()
  const file = useFileOf(table)
  const mayTakeOut = useQueryOf(accountsApi.me, {}, { staleTime: 60_000 }).data?.me?.permissions.includes('people.export')
  return (
    <Tool label={t('ui.list.export')}>{(close) => (
      <>
        <span className="dim small">{t(mayTakeOut ? 'ui.list.exportHint' : 'ui.list.exportNotYours')}</span>
        {mayTakeOut ? <ExportForm {...file} mayClear={false} onClose={close} /> : null}
        <PrintChoice close={close} />
      </>
    )}</Tool>
  )
}

function FileTool<T>({ table }: { table: TableOf<T> }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { endpoint, input } = useFileOf(table)
  const [loaded, setLoaded] = useState<number>()
  const running = useRef<AbortController>(undefined)
  const take = async (format: 'csv' | 'xlsx') => {
    running.current = new AbortController()
    setLoaded(0)
    try {
      await download(endpoint, { ...input, format }, { signal: running.current.signal, onBytes: setLoaded })
    } catch (error) {
      if (!(error instanceof DOMException)) say(error instanceof ApiError ? tError(error) : t('ui.list.exportBroken'))
    } finally {
      setLoaded(undefined)
    }
  }
  if (loaded !== undefined) {
    return <span className="tool row" role="status">{t('ui.list.exporting', { n: number(Math.ceil(loaded / 1024)) })}<button type="button" className="tool-word" onClick={() => running.current?.abort()}>{t('ui.form.cancel')}</button></span>
  }
  return (
    <Tool label={t('ui.list.export')}>{(close) => (
      <>
        <span className="dim small">{t('ui.list.exportHint')}</span>
        {(['xlsx', 'csv'] as const).map((format) => <button key={format} type="button" className="tool-choice" onClick={() => { close(); void take(format) }}>{t(`ui.list.${format}`)}</button>)}
        <PrintChoice close={close} />
      </>
    )}</Tool>
  )
}

function PrintChoice({ close }: { close: () => void }): ReactNode {
  const t = useWords()
  return <button type="button" className="tool-choice" onClick={() => { close(); print() }}>{t('ui.list.print')}</button>
}
