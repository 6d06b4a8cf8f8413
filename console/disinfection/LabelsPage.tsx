import { Button } from 'antd'
import type { ReactNode } from 'react'
import { disinfectionApi } from '../../modules/disinfection/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import '../screening/poster.css'
import './disinfection.css'

/** 点位码: labels for the points, to be cut and stuck up. */
export default function LabelsPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const query = useQueryOf(disinfectionApi.pointLabels, { ...(at['area'] ? { areaId: at['area'] } : {}), ...(at['point'] ? { pointId: at['point'] } : {}) })
  const labels = query.data
  return (
    <Page title={t('disinfection.labels.title')} sub={t('disinfection.labels.sub')} actions={<><Button onClick={() => history.back()}>{t('documents.page.back')}</Button><Button type="primary" disabled={!labels || labels.items.length === 0} onClick={() => window.print()}>{t('disinfection.labels.print')}</Button></>}>
      {at['point'] ? null : <div className="poster-pick no-print"><AreaPicker label={t('disinfection.list.within')} placeholder={t('disinfection.list.within')} value={at['area']} onChange={(area) => go({ area })} /></div>}
      {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : !labels ? <Skeleton rows={6} /> : labels.items.length === 0 ? <div className="paper empty"><b>{t('disinfection.labels.empty')}</b><span>{t('disinfection.labels.emptyHint')}</span></div> : (
        <>
          {labels.more ? <p className="why soon no-print">{t('disinfection.labels.more')}</p> : null}
          <div className="labels">{labels.items.map((one) => (
            <article key={one.pointId} className="label-one">
              <img alt={one.url} src={`data:image/svg+xml;utf8,${encodeURIComponent(one.qrSvg)}`} />
              <span className="dim small">{t('disinfection.labels.head')} · {t(`disinfection.kinds.${one.kind}`)}</span><b>{one.building}{one.name}</b><span>{one.placeName}</span><span className="muted small">{t('disinfection.labels.scan')} · {t('disinfection.labels.times', { n: one.timesADay })}</span>
            </article>
          ))}</div>
        </>
      )}
    </Page>
  )
}
