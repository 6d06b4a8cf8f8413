import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { ExportTool } from './ExportTool.tsx'
import { sortable, type TableOf } from './table.ts'
import { Tool } from './Tool.tsx'
import { ViewsTool } from './ViewsTool.tsx'

/** Sort (where a phone hides the heads), columns, saved views, export: the same above every list. */
export const ListTools = <T,>({ table }: { table: TableOf<T> }): ReactNode => (
  <div className="table-tools">
    <SortTool table={table} />
    <ColumnsTool table={table} />
    <ViewsTool />
    <ExportTool table={table} />
  </div>
)

function SortTool<T>({ table }: { table: TableOf<T> }): ReactNode {
  const t = useWords()
  const ids = Object.keys(table.of.columns).filter((id) => sortable(table, id))
  if (ids.length === 0) return null
  const choices = [undefined, ...ids.flatMap((id) => [id, `-${id}`])]
  const said = (order: string | undefined) => order === undefined ? t('ui.list.usualOrder')
    : t(order.startsWith('-') ? 'ui.list.descending' : 'ui.list.ascending', { column: t(table.of.columns[order.replace(/^-/, '')]?.title ?? '') })
  return (
    <Tool label={t('ui.list.sort')} className="only-narrow">{(close) => choices.map((order) => (
      <button key={order ?? ''} type="button" className="tool-choice" aria-pressed={order === table.order} onClick={() => { table.sort(order); close() }}>{said(order)}</button>
    ))}</Tool>
  )
}

/** Which columns and in which order; the first names the row and stays. */
function ColumnsTool<T>({ table }: { table: TableOf<T> }): ReactNode {
  const t = useWords()
  const { shown, choose } = table
  const all = [...shown, ...Object.keys(table.of.columns).filter((id) => !shown.includes(id))]
  const earlier = (id: string) => {
    const at = shown.indexOf(id)
    choose(shown.map((one, i) => (i === at - 1 ? id : i === at ? shown[at - 1] ?? one : one)))
  }
  return (
    <Tool label={t('ui.list.columns')}>{() => (
      <>
        {all.map((id) => {
          const title = t(table.of.columns[id]?.title ?? '')
          const at = shown.indexOf(id)
          return (
            <span key={id} className="tool-line">
              <Checkbox checked={at >= 0} disabled={at === 0} onChange={({ target }) => choose(target.checked ? [...shown, id] : shown.filter((one) => one !== id))}>{title}</Checkbox>
              {at > 1 ? <button type="button" className="tool-up" aria-label={t('ui.list.earlier', { column: title })} onClick={() => earlier(id)}>↑</button> : null}
            </span>
          )
        })}
        <button type="button" className="tool-choice" onClick={() => choose(undefined)}>{t('ui.list.usualColumns')}</button>
      </>
    )}</Tool>
  )
}
