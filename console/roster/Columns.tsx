import { Button, Select, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { rosterApi, rosterField, type ImportBatch, type ImportColumn } from '../../modules/roster/contract.ts'
import { mayImport } from '../../modules/roster/rules/states.ts'
import { StateTag } from '../../ui/card.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** Which column is what, with three cells of each to judge by; remembered for the next file of this form. */
export function Columns({ batch }: { batch: ImportBatch }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [changed, setChanged] = useState<Record<number, ImportColumn['field']>>({})
  const save = useCommandOf(rosterApi.setImportMapping, { touches: ['roster'], onDone: () => setChanged({}) })
  const open = mayImport(batch, 'map')
  const fieldOf = (column: ImportColumn) => (column.index in changed ? (changed[column.index] ?? null) : column.field)
  const taken = new Set(batch.columns.map(fieldOf))
  const missing = batch.missing.filter((m) => !(m === 'name' ? taken.has('name') : ['address', 'room', 'compound', 'personId'].some((f) => taken.has(f as ImportColumn['field']))))
  const unknown = batch.columns.filter((column) => column.field === null && column.heading !== '')
  // What nobody recognised comes first: it is what this page is opened for.
  const rows = open ? [...batch.columns].sort((a, b) => Number(a.field !== null) - Number(b.field !== null) || a.index - b.index) : batch.columns
  const options = rosterField.options.map((value) => ({ value, label: t(`roster.fields.${value}`) }))
  const submit = () => save.mutate({ batchId: batch.id, columns: Object.entries(changed).map(([index, field]) => ({ index: Number(index), field })) })
  return (
    <div className="stack">
      {missing.length > 0 ? <p className="why soon" role="status">{t('roster.page.stillMissing', { what: missing.map((m) => t(`roster.missing.${m}`)).join('、') })}</p> : null}
      {open && missing.length === 0 && unknown.length > 0 ? <p className="why">{t('roster.page.notKnownYet', { what: unknown.map((column) => `“${column.heading}”`).join('、') })}</p> : null}
      <div className="list-table">
        <Table<ImportColumn>
          dataSource={rows} rowKey="index" pagination={false}
          columns={[
            { title: t('roster.page.column'), dataIndex: 'letter', width: 64 },
            { title: t('roster.page.heading'), dataIndex: 'heading', render: (heading: string) => <b>{heading}</b> },
            {
              title: t('roster.page.meaning'), dataIndex: 'field', width: 240,
              render: (_, column) => open ? (
                <Select
                  value={fieldOf(column)} options={options} showSearch={{ optionFilterProp: 'label' }} allowClear style={{ width: '100%' }}
                  aria-label={t('roster.page.meaningOf', { heading: column.heading || column.letter })} placeholder={t('roster.page.notKnown')}
                  onChange={(field: ImportColumn['field'] | undefined) => setChanged({ ...changed, [column.index]: field ?? null })}
                />
              ) : t(`roster.fields.${column.field ?? 'ignored'}`),
            },
            { title: t('roster.page.how'), dataIndex: 'by', width: 120, render: (_, column) => <How column={column} changed={column.index in changed} /> },
            { title: t('roster.page.samples'), dataIndex: 'samples', render: (samples: string[]) => <span className="muted">{samples.join(' · ')}</span> },
          ]}
        />
      </div>
      {save.error ? <p className="why bad" role="alert">{tError(save.error)}</p> : null}
      {Object.keys(changed).length > 0 ? <div><Button type="primary" size="large" loading={save.isPending} onClick={submit}>{t('roster.page.saveColumns')}</Button></div> : null}
    </div>
  )
}

function How({ column, changed }: { column: ImportColumn; changed: boolean }): ReactNode {
  const t = useWords()
  if (changed) return <StateTag tone="on">{t('roster.page.by.hand')}</StateTag>
  return <StateTag tone={column.field === null ? 'soon' : 'good'}>{t(`roster.page.by.${column.field === null ? 'none' : column.by}`)}</StateTag>
}
