import { useRef, useState, type ReactNode } from 'react'
import { ApiError, download, type Asked } from '../client.ts'
import { number } from '../format.ts'
import { useLanguage } from '../language.ts'
import { say } from '../undo.tsx'
import { useErrorWords, useWords } from '../words.ts'
import type { TableOf } from './table.ts'
import { Tool } from './Tool.tsx'

/** What is in view as a file: these columns, this filter, this order, all rows. */
export function ExportTool<T>({ table }: { table: TableOf<T> }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const [loaded, setLoaded] = useState<number>()
  const running = useRef<AbortController>(undefined)
  const take = async (format: 'csv' | 'xlsx') => {
    running.current = new AbortController()
    setLoaded(0)
    const endpoint = { ...table.endpoint, path: `${table.endpoint.path}/export` } as unknown as Asked
    try {
      await download(endpoint, { ...table.input, format, language, columns: table.shown.join(',') }, { signal: running.current.signal, onBytes: setLoaded })
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
        <button type="button" className="tool-choice" onClick={() => { close(); print() }}>{t('ui.list.print')}</button>
      </>
    )}</Tool>
  )
}
