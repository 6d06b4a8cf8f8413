import { Button } from 'antd'
import type { ReactNode } from 'react'
import { exitsApi } from '../../../modules/exits/contract.ts'
import { useAddress } from '../../../ui/address.ts'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { useFormats } from '../../../ui/format.ts'
import { Page } from '../../../ui/ListPage.tsx'
import { useQueryOf } from '../../../ui/queries.ts'
import { useWords } from '../../../ui/words.ts'
import '../../documents/paper.css'
import '../exits.css'

const columns = ['seat', 'name', 'document', 'phone', 'certificate', 'destination', 'emergency', 'employer', 'temperature', 'state'] as const

/** 乘客名单 on A4 as the transport company takes it: numbers masked, head on every page, both sign. */
export default function ManifestPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [at] = useAddress()
  const query = useQueryOf(exitsApi.getTransport, { transportId: at['bus'] ?? '' })
  if (query.error) return <Page title={t('exits.manifest.title')}><Failed error={query.error} retry={() => void query.refetch()} /></Page>
  const bus = query.data
  if (!bus) return <Page title={t('exits.manifest.title')}><Skeleton rows={8} /></Page>
  const m = (key: string) => t(`exits.manifest.${key}`)
  return (
    <Page title={m('title')} sub={`${bus.plate} · ${bus.destinationName}`} actions={<><Button onClick={() => history.back()}>{t('documents.page.back')}</Button><Button type="primary" onClick={() => window.print()}>{m('print')}</Button></>}>
      <article className="manifest">
        <h2>{m('title')}</h2>
        <div className="head">
          <span>{t('exits.manifest.unit', { name: bus.communityName })}</span><span>{m('company')}:{bus.company}</span><span>{m('trip')}:{bus.tripNo ?? '—'}</span><span>{m('plate')}:{bus.plate}</span><span>{m('destination')}:{bus.destinationName}</span>
          <span>{m('departs')}:{f.at(bus.departsAt)}</span><span>{m('place')}:{bus.place}</span><span>{m('driver')}:{[bus.driverName, bus.driverPhoneMasked].filter(Boolean).join(' ') || '—'}</span><span>{t('exits.manifest.total', { n: bus.passengers.length })}</span>
        </div>
        <div className="manifest-scroll" tabIndex={0} role="region" aria-label={m('title')}>
          <table>
            <thead><tr>{columns.map((key) => <th key={key}>{m(key)}</th>)}</tr></thead>
            <tbody>{bus.passengers.map((p) => (
              <tr key={p.seatId}><td>{p.seatNo}</td><td>{p.name}</td><td>{p.documentMasked}</td><td>{p.phoneMasked}</td><td>{p.certificateNo}</td><td className="left">{p.destinationName}</td><td>{[p.emergencyName, p.emergencyMasked].filter(Boolean).join(' ')}</td><td className="left">{p.employer}</td><td>{p.temperature?.toFixed(1)}</td><td>{p.state === 'seated' ? '' : t(`exits.seatStates.${p.state}`)}</td></tr>
            ))}</tbody>
          </table>
        </div>
        <div className="foot"><span>{m('signed')}</span><span>{m('received')}</span><span>{bus.handedAt ? f.at(bus.handedAt) : f.day(f.today)}</span></div>
      </article>
    </Page>
  )
}
