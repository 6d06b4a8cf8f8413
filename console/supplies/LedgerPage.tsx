import { Button, Select, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { addDays, dayOf } from '../../kernel/dates.ts'
import { columns } from '../../modules/supplies/columns.ts'
import { movementKind, movementKinds, suppliesApi, type Movement, type MovementKind } from '../../modules/supplies/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { useFormats } from '../../ui/format.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useToday } from '../../ui/now.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { StateTag } from '../../ui/card.tsx'
import './supplies.css'

/** The week so far is what somebody looks at in the evening. */
const WEEK = 6

/** 防疫物资出入库登记表 (form 18): on the page, as a file and on A4. */
export default function LedgerPage(): ReactNode {
  const t = useWords()
  const { area } = useMe()
  const [at, go] = useAddress()
  const today = useToday()
  const [from, to] = [at['from'] ?? addDays(today, -WEEK), at['to'] ?? today]
  const kind = movementKind.safeParse(at['kind']).data
  const asked = { from, to, ...(at['area'] ? { areaId: at['area'] } : {}), ...(at['item'] ? { itemId: at['item'] } : {}), ...(kind ? { kind } : {}), ...(at['asOf'] ? { asOf: at['asOf'] } : {}), limit: 200 }
  const list = useTable(suppliesApi.listMovements, columns.listMovements, asked)
  const unit = list.items[0]?.areaName ?? area?.name ?? ''
  return (
    <>
      <ListPage<Movement>
        title={t('supplies.ledger.title')} sub={t('supplies.ledger.sub')} actions={<><Link to={'/supplies' as never} search={(at['area'] ? { area: at['area'] } : {}) as never}><Button>{t('supplies.page.back')}</Button></Link><Button type="primary" disabled={list.items.length === 0} onClick={() => window.print()}>{t('supplies.ledger.print')}</Button></>}
        filters={<>
          <DayInput aria-label={t('supplies.ledger.from')} title={t('supplies.ledger.from')} value={from} max={to} filter needed onChange={(day) => go({ from: day, open: undefined })} style={{ width: 150 }} />
          <DayInput aria-label={t('supplies.ledger.to')} title={t('supplies.ledger.to')} value={to} min={from} filter needed onChange={(day) => go({ to: day, open: undefined })} style={{ width: 150 }} />
          <Select allowClear style={{ minWidth: 130 }} aria-label={t('supplies.list.kind')} placeholder={t('supplies.list.allKinds')} value={kind ?? null} options={movementKinds.map((value) => ({ value, label: t(`supplies.kinds.${value}`) }))} onChange={(value?: MovementKind | null) => go({ kind: value ?? undefined })} />
          {at['item'] && list.items[0] ? <Button onClick={() => go({ item: undefined })}>{list.items[0].item} ✕</Button> : null}
        </>}
        list={list} idOf={(m) => m.movementId} columns={useColumns()}
        empty={{ title: t('supplies.ledger.empty'), hint: t('supplies.ledger.emptyHint') }}
      />
      <PaperSheet rows={list.items} more={list.hasMore} unit={unit} from={from} to={to} />
    </>
  )
}

function useColumns(): TableColumnsType<Movement> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'name', title: t('supplies.list.name'), render: (_, m) => <><Link to={'/supplies' as never} search={{ tab: 'all', open: m.itemId } as never}><b>{m.item}</b></Link><br /><span className="muted small">{m.spec}</span></> },
    { key: 'at', title: t('supplies.list.at'), render: (_, m) => <span className="nowrap">{f.when(m.at)}<br /><StateTag tone={m.kind === 'received' ? 'good' : m.kind === 'given' ? 'on' : 'off'}>{t(`supplies.kinds.${m.kind}`)}</StateTag></span> },
    { key: 'source', title: t('supplies.list.source'), render: (_, m) => (m.source ? <>{t(`supplies.sources.${m.source}`)}<br /><span className="muted small">{m.donor}</span></> : '') },
    { key: 'in', title: t('supplies.list.in'), align: 'right', render: (_, m) => (m.quantity > 0 ? <span className="nowrap">{f.number(m.quantity)} {m.unit}</span> : '') },
    { key: 'out', title: t('supplies.list.out'), align: 'right', render: (_, m) => (m.quantity < 0 ? <span className="nowrap">{f.number(-m.quantity)} {m.unit}</span> : '') },
    { key: 'recipient', title: t('supplies.list.recipient'), render: (_, m) => m.recipient ?? m.door },
    { key: 'purpose', title: t('supplies.list.purpose'), render: (_, m) => m.purpose ?? (m.kind === 'counted' ? t('supplies.ledger.counted', { n: m.countedAs ?? 0 }) : m.kind === 'disposed' || m.kind === 'reversed' ? m.note : '') },
    { key: 'balance', title: t('supplies.list.balance'), align: 'right', render: (_, m) => <span className={m.balance < 0 ? 'bad-ink' : ''}>{f.number(m.balance)}</span> },
    { key: 'expiresOn', title: t('supplies.list.expiresOn'), render: (_, m) => <span className="nowrap">{m.expiresOn}</span> },
    { key: 'note', title: t('supplies.list.note'), render: (_, m) => m.note },
    { key: 'by', title: t('supplies.list.by'), render: (_, m) => m.byName },
  ]
}

/** As the form is on paper, the oldest first; heads repeat on every page. */
function PaperSheet({ rows, more, unit, from, to }: { rows: readonly Movement[]; more: boolean; unit: string; from: string; to: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const heads = ['at', 'name', 'spec', 'unit', 'source', 'in', 'out', 'recipient', 'purpose', 'balance', 'expiresOn'] as const
  return (
    <div className="supply-sheet">
      <Sheet title={t('supplies.ledger.title')} heads={[t('supplies.ledger.unit', { area: unit }), t('supplies.ledger.span', { from, to }), more ? t('supplies.ledger.more', { n: rows.length }) : '']} feet={[t('supplies.ledger.keeper'), t('supplies.ledger.checker')]}>
        <table>
          <thead><tr>{heads.map((key) => <th key={key}>{t(`supplies.list.${key}`)}</th>)}</tr></thead>
          <tbody>{rows.toReversed().map((m) => (
            <tr key={m.movementId}><td>{f.day(dayOf(m.at))}</td><td className="left">{m.item}</td><td>{m.spec}</td><td>{m.unit}</td><td>{m.source ? [t(`supplies.sources.${m.source}`), m.donor].filter(Boolean).join(' ') : m.kind === 'given' ? '' : t(`supplies.kinds.${m.kind}`)}</td><td>{m.quantity > 0 ? m.quantity : ''}</td><td>{m.quantity < 0 ? -m.quantity : ''}</td><td className="left">{m.recipient ?? m.door}</td><td className="left">{m.purpose ?? m.note}</td><td>{m.balance}</td><td>{m.expiresOn}</td></tr>
          ))}</tbody>
        </table>
      </Sheet>
    </div>
  )
}
