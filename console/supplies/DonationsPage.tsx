import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { addMonths, dayOf } from '../../kernel/dates.ts'
import { recipientKinds, suppliesApi, type Donations } from '../../modules/supplies/contract.ts'
import { territoryApi } from '../../modules/territory/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useToday } from '../../ui/now.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { nameOf } from './standing.tsx'
import './supplies.css'

/** 捐赠物资接收使用公示: an A4 sheet to be posted; whoever does not want to be named stands as 爱心人士. */
export default function DonationsPage(): ReactNode {
  const t = useWords()
  const { area } = useMe()
  const [at, go] = useAddress()
  const today = useToday()
  const [from, to] = [at['from'] ?? addMonths(today, -1), at['to'] ?? today]
  const query = useQueryOf(suppliesApi.donations, { from, to, ...(at['area'] ? { areaId: at['area'] } : {}) }, { keep: true })
  const office = useQueryOf(territoryApi.areaById, { areaId: at['area'] ?? area?.id ?? '' }, { enabled: Boolean(at['area'] ?? area), staleTime: 60_000 }).data?.area
  const told = query.data
  return (
    <Page title={t('supplies.donations.title')} sub={t('supplies.donations.sub')} actions={<><Link to={'/supplies' as never}><Button>{t('supplies.page.back')}</Button></Link><Button type="primary" disabled={!told || told.received.length === 0} onClick={() => window.print()}>{t('supplies.donations.print')}</Button></>}>
      <div className="list-tools no-print">
        <DayInput aria-label={t('supplies.ledger.from')} title={t('supplies.ledger.from')} value={from} max={to} filter needed onChange={(day) => go({ from: day })} style={{ width: 150 }} />
        <DayInput aria-label={t('supplies.ledger.to')} title={t('supplies.ledger.to')} value={to} min={from} filter needed onChange={(day) => go({ to: day })} style={{ width: 150 }} />
      </div>
      {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : !told ? <Skeleton rows={6} /> : told.received.length === 0 ? <div className="paper empty"><b>{t('supplies.donations.empty')}</b><span>{t('supplies.donations.emptyHint')}</span></div>
        : <Poster told={told} name={office?.name ?? area?.name ?? ''} phone={office?.officePhone ?? ''} from={from} to={to} today={today} />}
    </Page>
  )
}

function Poster({ told, name, phone, from, to, today }: { told: Donations; name: string; phone: string; from: string; to: string; today: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  // Where no purpose was written, the kind of whoever got it says what for.
  const purposeOf = (said: string) => (recipientKinds.some((kind) => kind === said) ? t(`supplies.recipients.${said}`) : said)
  return (
    <div className="donation-sheet">
      <Sheet title={t('supplies.donations.title')} heads={[t('supplies.donations.thanks', { area: name, from: f.day(from), to: f.day(to) })]} feet={[phone ? t('supplies.donations.call', { phone }) : '', t('supplies.donations.signDay', { day: f.day(today) }), t('supplies.donations.sign', { area: name })]}>
        <h3>{t('supplies.donations.received')}</h3>
        <table>
          <thead><tr>{(['day', 'donor', 'item', 'quantity'] as const).map((key) => <th key={key}>{t(`supplies.donations.${key}`)}</th>)}</tr></thead>
          <tbody>{told.received.map((one) => <tr key={one.movementId}><td>{f.day(dayOf(one.at))}</td><td className="left">{one.donor ?? t('supplies.donations.kind')}</td><td className="left">{nameOf(one)}</td><td>{f.number(one.quantity)} {one.unit}</td></tr>)}</tbody>
        </table>
        <h3>{t('supplies.donations.used')}</h3>
        <table>
          <thead><tr>{(['item', 'received', 'uses', 'left'] as const).map((key) => <th key={key}>{t(key === 'received' ? 'supplies.donations.quantity' : `supplies.donations.${key}`)}</th>)}</tr></thead>
          <tbody>{told.used.map((one) => (
            <tr key={nameOf(one)}><td className="left">{nameOf(one)}</td><td>{f.number(one.received)} {one.unit}</td>
              <td className="left">{[...one.uses.map((use) => t('supplies.donations.usedOf', { purpose: purposeOf(use.purpose), n: f.number(use.quantity) })), ...(one.disposed > 0 ? [t('supplies.donations.disposed', { n: f.number(one.disposed) })] : [])].join(';') || t('supplies.donations.nothing')}</td><td>{f.number(one.left)}</td></tr>
          ))}</tbody>
        </table>
      </Sheet>
    </div>
  )
}
