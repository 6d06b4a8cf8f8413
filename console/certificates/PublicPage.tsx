import { Button } from 'antd'
import type { ReactNode } from 'react'
import { certificatesApi } from '../../modules/certificates/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { PaperView } from '../documents/PaperView.tsx'
import { useMe } from '../me.ts'

/** 证明清单公示: what hangs at the window, one A4, with the code of the page that is always up to date. */
export default function PublicPage(): ReactNode {
  const t = useWords()
  const me = useMe()
  const [at, go] = useAddress()
  const areaId = at['area'] ?? (me.area?.level === 'community' ? me.area.id : undefined)
  const query = useQueryOf(certificatesApi.certificateListPaper, { areaId: areaId ?? '' }, { enabled: areaId !== undefined })
  return (
    <Page title={t('certificates.lists.publicTitle')} actions={<>
      {query.data ? <a href={new URL(query.data.url).pathname} target="_blank" rel="noreferrer"><Button>{t('certificates.lists.link')}</Button></a> : null}
      <Button onClick={() => history.back()}>{t('certificates.paper.back')}</Button>
      <Button type="primary" disabled={!query.data} onClick={() => window.print()}>{t('certificates.paper.print')}</Button>
    </>}>
      {me.area?.level === 'community' ? null : <div className="not-on-paper" style={{ maxWidth: 320 }}><AreaPicker label={t('certificates.lists.pick')} levels={['community']} value={areaId} onChange={(area) => go({ area })} /></div>}
      {areaId === undefined ? <p className="empty">{t('certificates.lists.noArea')}</p> : <Loaded of={query}>{({ paper }) => <div className="desk-of-paper"><PaperView paper={paper} /></div>}</Loaded>}
    </Page>
  )
}
