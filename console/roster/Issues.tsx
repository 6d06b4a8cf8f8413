import { Button, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { rosterApi, type ImportBatch, type ImportIssue } from '../../modules/roster/contract.ts'
import { download } from '../../ui/client.ts'
import { useListOf } from '../../ui/queries.ts'
import { useErrorWords, useWords, type Say } from '../../ui/words.ts'

/** Row, cell, reason; and the same rows as a file to correct. */
export function Issues({ batch }: { batch: ImportBatch }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const list = useListOf(rosterApi.listImportIssues, { batchId: batch.id })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const fetchFile = async () => {
    setBusy(true)
    setProblem(undefined)
    await download(rosterApi.downloadImportErrors, { batchId: batch.id }).catch(setProblem)
    setBusy(false)
  }
  return (
    <div className="stack">
      {batch.fileRemovedAt ? null : (
        <div className="row">
          <span className="grow muted">{t('roster.page.wrongHint')}</span>
          <Button type={batch.state === 'imported' ? 'primary' : 'default'} loading={busy} onClick={() => void fetchFile()}>{t('roster.page.errorFile')}</Button>
        </div>
      )}
      {problem ? <p className="why bad" role="alert">{tError(problem)}</p> : null}
      <div className="list-table">
        <Table<ImportIssue>
          dataSource={list.items} rowKey="id" pagination={false} loading={list.loading}
          columns={[
            { title: t('roster.page.row'), dataIndex: 'rowNo', width: 110, align: 'right', render: (n: number) => <b className="nowrap">{t('roster.page.rowNo', { n })}</b> },
            { title: t('roster.page.cell'), dataIndex: 'cell', width: 160, render: (_, issue) => <>{issue.cell ?? '—'} <span className="dim">{issue.field ? t(`roster.fields.${issue.field}`) : ''}</span></> },
            { title: t('roster.page.why'), dataIndex: 'code', render: (_, issue) => reasonOf(t, issue) },
          ]}
        />
      </div>
      {list.hasMore ? <div><Button onClick={list.loadMore} loading={list.refreshing}>{t('ui.list.moreAny')}</Button></div> : null}
    </div>
  )
}

const reasonOf = (t: Say, issue: ImportIssue): string =>
  t(`roster.issues.${issue.code}`, {
    field: issue.field ? t(`roster.fields.${issue.field}`) : '', ...issue.params,
    ...(issue.params['sex'] === undefined ? {} : { sex: t(`roster.page.sex.${issue.params['sex']}`) }),
  })
