import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { columns } from '../../modules/roster/columns.ts'
import { rosterApi, type ImportBatch } from '../../modules/roster/contract.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { inView, labelled } from '../../ui/list/in-view.ts'
import { useTable } from '../../ui/list/table.ts'
import { ListTools } from '../../ui/list/Tools.tsx'
import { useWords } from '../../ui/words.ts'

export const toneOf: Record<ImportBatch['state'], Tone> = {
  uploaded: 'soon', checking: 'on', checked: 'soon', importing: 'on', imported: 'good', undoing: 'on', undone: 'off', failed: 'bad',
}
type Row = Omit<ImportBatch, 'columns' | 'undone'>

export function FormerImports({ onOpen }: { onOpen: (batchId: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const list = useTable(rosterApi.listImports, columns.listImports, {})
  if (list.items.length === 0) return null
  return (
    <section className="stack">
      <div className="row"><h2 className="grow">{t('roster.page.former')}</h2><ListTools table={list.table} /></div>
      <div className="list-table">
        <Table<Row>
          dataSource={list.items} rowKey="id" pagination={false}
          columns={labelled(inView<Row>([
            { title: t('roster.page.file'), key: 'file', render: (_, row) => <button type="button" className="link-button" onClick={() => onOpen(row.id)}>{row.filename}</button> },
            { title: t('roster.page.state'), key: 'state', render: (_, row) => <StateTag tone={toneOf[row.state]}>{t(`roster.states.${row.state}`)}</StateTag> },
            { title: t('roster.page.added'), key: 'added', align: 'right', render: (_, row) => went(row, row.personsAdded) },
            { title: t('roster.page.changed'), key: 'changed', align: 'right', render: (_, row) => went(row, row.personsChanged) },
            { title: t('roster.page.needYou'), key: 'needYou', align: 'right', render: (_, row) => (row.state === 'undone' ? '—' : needs(row.rowsWrong + row.rowsInQuestion)) },
            { title: t('roster.page.when'), key: 'when', render: (_, row) => <span title={f.at(row.createdAt)}>{f.when(row.createdAt)} <span className="dim">{row.createdByName}</span></span> },
          ], list.table, t))}
        />
      </div>
      {list.hasMore ? <Button onClick={list.loadMore}>{t('ui.list.moreAny')}</Button> : null}
    </section>
  )
}

/** Only what has really gone in counts here. */
const went = (row: Row, n: number): ReactNode => (row.state === 'imported' || row.state === 'importing' ? number(n) : <span className="dim">—</span>)
const needs = (rows: number): ReactNode => (rows === 0 ? <span className="dim">0</span> : <b className="bad-ink">{number(rows)}</b>)
