import { Table } from 'antd'
import type { ReactNode } from 'react'
import type * as z from 'zod'
import { reportingApi } from '../../modules/reporting/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { labelled } from '../../ui/list/in-view.ts'
import { useWords } from '../../ui/words.ts'

type Row = z.output<typeof reportingApi.reportsOfDay.output>['items'][number]

/** 各社区报送: who has sent and who has not; a community opens its sheet. */
export function Communities({ rows, onPick }: { rows: readonly Row[]; onPick: (areaId: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <div className="list-table">
      <Table<Row>
        rowKey="areaId" pagination={false} dataSource={[...rows].sort((a, b) => Number(a.sentAt !== null) - Number(b.sentAt !== null))}
        columns={labelled<Row>([
          { title: t('reporting.page.community'), key: 'name', render: (_, r) => <button type="button" className="figure" onClick={() => onPick(r.areaId)}>{r.name}</button> },
          { title: t('reporting.page.state'), key: 'state', render: (_, r) => <StateTag tone={r.sentAt ? 'good' : 'soon'}>{t(r.sentAt ? 'reporting.page.sentState' : 'reporting.page.notSent')}</StateTag> },
          { title: t('reporting.page.by'), key: 'by', render: (_, r) => (r.sentAt ? <>{r.senderName} <span className="dim">{f.when(r.sentAt)}</span></> : null) },
          { title: t('reporting.indicators.managed.label'), key: 'managed', align: 'right', render: (_, r) => (r.managed ? f.pair(r.managed) : '—') },
        ])}
      />
    </div>
  )
}
