import { Input, Select, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { listSources, pushedField, pushedlistsApi, type ListCard, type PushedColumn } from '../../modules/pushedlists/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { MomentInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 2020-02-26T09:00 in Shanghai, as the browser's field wants it. */
const local = (instant: string | null): string => (instant === null ? '' : new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 16))

/** 分派名单: batch, source and deadline, begun with what the file says; the columns as they were read. */
export function OpenForm({ list }: { list: ListCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [title, setTitle] = useState(list.found.title ?? list.title)
  const [source, setSource] = useState(list.found.source ?? undefined)
  const [issuer, setIssuer] = useState('')
  const [issuedAt, setIssuedAt] = useState(local(list.found.issuedAt))
  const [deadlineAt, setDeadlineAt] = useState(local(list.found.deadlineAt))
  const [columns, setColumns] = useState(list.columns)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const open = useCommandOf(pushedlistsApi.openList)
  const send = () => {
    const need = (key: string, missing: boolean) => (missing ? { [key]: t('pushedlists.open.required') } : {})
    const found: Record<string, string> = {
      ...need('title', !title.trim()), ...need('source', !source), ...need('issuedAt', !issuedAt), ...need('deadlineAt', !deadlineAt),
      ...(issuedAt && deadlineAt && deadlineAt <= issuedAt ? { deadlineAt: t('pushedlists.open.deadlineFirst') } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length > 0 || !source) return
    open.mutate({
      listId: list.listId, title: title.trim(), source, ...(issuer.trim() ? { issuer: issuer.trim() } : {}), issuedAt: `${issuedAt}:00+08:00`, deadlineAt: `${deadlineAt}:00+08:00`,
      columns: columns.map(({ index, field }) => ({ index, field })),
    })
  }
  return (
    <Guided onSubmit={send} faults={faults} wide>
      <Field label={t('pushedlists.open.batch')} fault={faults['title']}><Input size="large" maxLength={80} value={title} onChange={(event) => setTitle(event.target.value)} /></Field>
      <Field label={t('pushedlists.open.source')} fault={faults['source']} group><Choices label={t('pushedlists.open.source')} options={listSources.map((value) => ({ value, label: t(`pushedlists.sources.${value}`) }))} value={source} onChange={setSource} /></Field>
      <Field label={t('pushedlists.open.issuer')} optional><Input size="large" maxLength={80} placeholder={t('pushedlists.open.issuerHint')} value={issuer} onChange={(event) => setIssuer(event.target.value)} /></Field>
      <div className="pair">
        <Field label={t('pushedlists.open.issuedAt')} fault={faults['issuedAt']}><MomentInput size="large" value={issuedAt} onChange={setIssuedAt} /></Field>
        <Field label={t('pushedlists.open.deadlineAt')} fault={faults['deadlineAt']}><MomentInput size="large" value={deadlineAt} onChange={setDeadlineAt} /></Field>
      </div>
      <Columns columns={columns} onChange={setColumns} />
      {open.error ? <p className="why bad" role="alert">{tError(open.error)}</p> : null}
      <FormFoot go={t('pushedlists.open.go')} busy={open.isPending} />
    </Guided>
  )
}

function Columns({ columns, onChange }: { columns: PushedColumn[]; onChange: (columns: PushedColumn[]) => void }): ReactNode {
  const t = useWords()
  const choose = (index: number, field: PushedColumn['field']) => onChange(columns.map((column) => (column.index === index ? { ...column, field } : column)))
  return (
    <Field label={t('pushedlists.open.columns')} hint={t('pushedlists.open.columnsHint')} group>
      <div className="list-table">
        <Table<PushedColumn>
          dataSource={columns} rowKey="index" pagination={false} size="small"
          columns={[
            { key: 'heading', title: t('roster.page.column'), render: (_, column) => <><span className="dim">{column.letter}</span> <b>{column.heading}</b></> },
            { key: 'samples', title: t('pushedlists.open.example'), render: (_, column) => <span className="muted">{column.samples[0] ?? ''}</span> },
            {
              key: 'field', title: t('pushedlists.open.columns'), width: 180, render: (_, column) => (
                <Select
                  aria-label={`${column.letter} ${column.heading}`} style={{ width: '100%' }} value={column.field} placeholder={t('pushedlists.open.unknown')} allowClear
                  options={pushedField.options.map((value) => ({ value, label: t(`pushedlists.fields.${value}`) }))} onChange={(field: PushedColumn['field'] | undefined) => choose(column.index, field ?? null)}
                />
              ),
            },
          ]}
        />
      </div>
    </Field>
  )
}
