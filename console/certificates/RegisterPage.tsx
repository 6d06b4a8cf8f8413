import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { certificatesApi } from '../../modules/certificates/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Loaded } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useToday } from '../../ui/now.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { PaperView } from '../documents/PaperView.tsx'

/** 用印登记簿: everything that bears the seal, by number, a month to a sheet. */
export default function RegisterPage(): ReactNode {
  const t = useWords()
  const today = useToday()
  const [at, go] = useAddress()
  const month = at['month'] && /^\d{4}-(0[1-9]|1[0-2])$/.test(at['month']) ? at['month'] : today.slice(0, 7)
  const query = useQueryOf(certificatesApi.sealRegisterPaper, { month }, { keep: true })
  return (
    <Page title={t('certificates.register.title')} sub={query.data ? t('certificates.register.sub', { month, n: query.data.n }) : undefined} actions={<>
      <Input type="month" style={{ width: 160 }} aria-label={t('certificates.register.month')} max={today.slice(0, 7)} value={month} onChange={(event) => go({ month: event.target.value || undefined })} />
      <Button onClick={() => history.back()}>{t('certificates.paper.back')}</Button>
      <Button type="primary" onClick={() => window.print()}>{t('certificates.paper.print')}</Button>
    </>}>
      <p className="dim small not-on-paper">{t('certificates.register.file')}</p>
      <Loaded of={query}>{({ paper, n }) => (n === 0 ? <p className="empty">{t('certificates.register.none')}</p> : <div className="desk-of-paper"><PaperView paper={paper} counted /></div>)}</Loaded>
    </Page>
  )
}
