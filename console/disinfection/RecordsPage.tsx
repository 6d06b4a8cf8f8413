import { Button, Checkbox, Select, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { clockOf, dayOf } from '../../kernel/dates.ts'
import { columns } from '../../modules/disinfection/columns.ts'
import { disinfectionApi, pointKind, pointKinds, type Disinfection } from '../../modules/disinfection/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useToday } from '../../ui/now.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { RecordPanel } from './RecordPanel.tsx'
import './disinfection.css'

type Kind = Disinfection['kind'] | 'terminal'
/** 消毒记录表 (form 18): on the page, as a file and on A4. */
export default function RecordsPage(): ReactNode {
  const t = useWords()
  const { area } = useMe()
  const [at, go] = useAddress()
  const today = useToday()
  const [from, to] = [at['from'] ?? today, at['to'] ?? today]
  const kind = at['kind'] === 'terminal' ? 'terminal' as const : pointKind.safeParse(at['kind']).data
  const marked = at['marked'] === 'true'
  const asked = { from, to, ...(at['area'] ? { areaId: at['area'] } : {}), ...(kind ? { kind } : {}), ...(marked ? { marked: 'true' as const } : {}), limit: 200 }
  const list = useTable(disinfectionApi.listDisinfections, columns.listDisinfections, asked as never)
  const kinds: { value: NonNullable<Kind>; label: string }[] = [{ value: 'terminal', label: t('disinfection.records.terminal') }, ...pointKinds.map((value) => ({ value, label: t(`disinfection.kinds.${value}`) }))]
  return (
    <>
      <ListPage<Disinfection>
        title={t('disinfection.records.title')} sub={t('disinfection.records.sub')} actions={<><Link to={'/disinfection' as never}><Button>{t('disinfection.page.points')}</Button></Link><Button type="primary" disabled={list.items.length === 0} onClick={() => window.print()}>{t('disinfection.records.print')}</Button></>}
        filters={<>
          <DayInput aria-label={t('disinfection.records.from')} title={t('disinfection.records.from')} value={from} max={to} filter needed onChange={(day) => go({ from: day, open: undefined })} style={{ width: 150 }} />
          <DayInput aria-label={t('disinfection.records.to')} title={t('disinfection.records.to')} value={to} min={from} filter needed onChange={(day) => go({ to: day, open: undefined })} style={{ width: 150 }} />
          <Select allowClear style={{ minWidth: 130 }} aria-label={t('disinfection.list.kind')} placeholder={t('disinfection.list.allKinds')} value={kind ?? null} options={kinds} onChange={(value?: string | null) => go({ kind: value ?? undefined, open: undefined })} />
          <span style={{ flex: '1 1 160px', maxWidth: 240 }}><AreaPicker size="middle" label={t('disinfection.list.within')} placeholder={t('disinfection.list.within')} value={at['area']} onChange={(areaId) => go({ area: areaId, open: undefined })} /></span>
          <Checkbox checked={marked} onChange={(event) => go({ marked: event.target.checked ? 'true' : undefined, open: undefined })}>{t('disinfection.records.marked')}</Checkbox>
        </>}
        list={list as never} idOf={(r) => r.disinfectionId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })} panel={(id) => <RecordPanel key={id} disinfectionId={id} />}
        empty={{ title: t(marked ? 'disinfection.records.emptyMarked' : 'disinfection.records.empty'), hint: marked ? undefined : t('disinfection.records.emptyHint') }}
      />
      <PaperSheet rows={list.items as readonly Disinfection[]} more={list.hasMore} area={area?.name ?? ''} from={from} to={to} />
    </>
  )
}

const timesOf = ({ fromAt, at }: Disinfection): string => [fromAt, at].flatMap((one) => (one ? [clockOf(one)] : [])).join('—')

function useColumns(): TableColumnsType<Disinfection> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'place', title: t('disinfection.list.area'), render: (_, r) => <><b>{r.place}</b> <span className="dim small">{r.terminalId ? t('disinfection.records.terminal') : r.kind ? t(`disinfection.kinds.${r.kind}`) : ''}</span><br /><span className="muted small">{r.placeName}</span></> },
    { key: 'agent', title: t('disinfection.list.agent'), render: (_, r) => <span className="nowrap">{t(`disinfection.agents.${r.agent}`)}</span> },
    { key: 'concentration', title: t('disinfection.list.concentration'), align: 'right', render: (_, r) => (r.concentration === null ? '' : f.number(r.concentration)) },
    { key: 'method', title: t('disinfection.list.method'), render: (_, r) => <span className="nowrap">{r.method ? t(`disinfection.methods.${r.method}`) : ''}</span> },
    { key: 'at', title: t('disinfection.records.fromTo'), render: (_, r) => <span className="nowrap">{f.when(r.at)}{r.fromAt ? <><br /><span className="muted small">{timesOf(r)}</span></> : null}</span> },
    { key: 'squareMetres', title: t('disinfection.list.squareMetres'), align: 'right', render: (_, r) => f.number(r.squareMetres) },
    { key: 'people', title: t('disinfection.list.people'), render: (_, r) => r.people ?? r.byName },
    { key: 'marks', title: t('disinfection.list.marks'), render: (_, r) => (r.marks.length > 0 ? <StateTag tone="soon">{r.marks.length}</StateTag> : r.evaluation ? t(`disinfection.terminal.${r.evaluation}`) : '') },
    { key: 'note', title: t('disinfection.list.note'), render: (_, r) => r.result ?? r.note },
  ]
}

/** As the form is on paper; heads repeat on every page. */
function PaperSheet({ rows, more, area, from, to }: { rows: readonly Disinfection[]; more: boolean; area: string; from: string; to: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <div className="disinfect-sheet">
      <Sheet title={t('disinfection.records.title')} heads={[t('disinfection.records.sheetUnit', { area }), t('disinfection.records.sheetSpan', { from, to }), more ? t('disinfection.records.more', { n: rows.length }) : '']} feet={[t('disinfection.records.keeper'), t('disinfection.records.checker')]}>
        <table>
          <thead><tr>{(['area', 'agent', 'concentration', 'method'] as const).map((key) => <th key={key}>{t(`disinfection.list.${key}`)}</th>)}<th>{t('disinfection.records.fromTo')}</th><th>{t('disinfection.list.squareMetres')}</th><th>{t('disinfection.list.people')}</th><th>{t('disinfection.records.photos')}</th></tr></thead>
          <tbody>{rows.map((r) => <tr key={r.disinfectionId}><td className="left">{r.placeName} {r.place}{r.terminalId ? `(${t('disinfection.records.terminal')})` : ''}</td><td>{t(`disinfection.agents.${r.agent}`)}</td><td>{r.concentration ?? ''}</td><td>{r.method ? t(`disinfection.methods.${r.method}`) : ''}</td><td>{f.day(dayOf(r.at))} {timesOf(r)}</td><td>{r.squareMetres}</td><td>{r.people ?? r.byName}</td><td>{r.photos || ''}</td></tr>)}</tbody>
        </table>
      </Sheet>
    </div>
  )
}
