import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { certificatesApi } from '../../modules/certificates/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { download, type ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { PaperView } from '../documents/PaperView.tsx'

/** 证明或告知单 on A4: print it, or take the certificate as a Word file. */
export default function PrintPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [at] = useAddress()
  const [busy, setBusy] = useState(false)
  const certificateId = at['of'] ?? ''
  const query = useQueryOf(certificatesApi.certificatePaper, { certificateId }, { staleTime: Infinity })
  if (query.error) return <Page title={t('certificates.paper.title')}><Failed error={query.error} retry={() => void query.refetch()} /></Page>
  if (!query.data) return <Page title={t('certificates.paper.title')}><Skeleton rows={10} /></Page>
  const { title, state, paper } = query.data
  const word = () => { setBusy(true); download(certificatesApi.downloadCertificate, { certificateId }).catch((error: ApiError) => say(tError(error))).finally(() => setBusy(false)) }
  return (
    <Page title={title} sub={t(`certificates.states.${state}`)} actions={<>
      <Button onClick={() => history.back()}>{t('certificates.paper.back')}</Button>
      {state === 'issued' ? <Button loading={busy} onClick={word}>{t('certificates.paper.word')}</Button> : null}
      <Button type="primary" autoFocus onClick={() => window.print()}>{t('certificates.paper.print')}</Button>
    </>}><div className="desk-of-paper"><PaperView paper={paper} /></div></Page>
  )
}
