import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { certificatesApi, type ItemShown, type NotIssuedShown } from '../../modules/certificates/contract.ts'
import { findItems } from '../../modules/certificates/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { documentOf, ItemForm } from './ItemForm.tsx'
import './certificates.css'

/** 证明清单: what is issued here and what is not; the subdistrict keeps the first, the second is the law's. */
export default function ListsPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const [text, setText] = useState('')
  const lists = useQueryOf(certificatesApi.certificateLists, {})
  const keeps = may('certificates.list')
  const editing = at['open'] === 'new' ? 'new' : lists.data?.issued.find(({ code }) => code === at['open'])
  const shown = <T extends ItemShown | NotIssuedShown>(all: readonly T[]): readonly T[] => (text.trim() === '' ? all : findItems(all, text))
  return (
    <Page title={t('certificates.lists.title')} sub={lists.data ? t('certificates.lists.sub', { issued: lists.data.issued.filter((one) => !one.stopped).length, not: lists.data.notIssued.length }) : undefined} actions={<>
      <Input.Search allowClear style={{ width: 180 }} placeholder={t('certificates.lists.find')} aria-label={t('certificates.lists.find')} value={text} onChange={(event) => setText(event.target.value)} />
      <Link to={'/certificates/public' as never}><Button>{t('certificates.lists.public')}</Button></Link>
      {keeps ? <Button type="primary" onClick={() => go({ open: 'new' })}>{t('certificates.lists.add')}</Button> : null}
    </>}>
      <Loaded of={lists}>{(found) => (
        <div className={keeps && editing ? 'with-panel open' : 'with-panel'}>
          <div className="certificate-lists">
            <section className="paper"><h2>{t('certificates.lists.issued')}</h2><ul className="certificate-items">{shown(found.issued).map((item) => <Issued key={item.code} item={item} keeps={keeps} onEdit={() => go({ open: item.code })} />)}</ul></section>
            <section className="paper"><h2>{t('certificates.lists.notIssued')}</h2><ul className="certificate-items">{shown(found.notIssued).map((item) => <Not key={item.code} item={item} />)}</ul><p className="dim small">{t('certificates.desk.hint')}</p></section>
          </div>
          {keeps && editing ? <Panel onClose={() => go({ open: undefined })}><ItemForm key={at['open']} item={editing === 'new' ? undefined : editing} onDone={() => go({ open: undefined })} /></Panel> : null}
        </div>
      )}</Loaded>
    </Page>
  )
}

function Issued({ item, keeps, onEdit }: { item: ItemShown; keeps: boolean; onEdit: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const refused = { onRefused: (error: unknown) => say(tError(error)) }
  const save = useCommandOf(certificatesApi.saveCertificateItem, refused)
  const stop = useCommandOf(certificatesApi.stopCertificateItem, { onDone: () => offerUndo(t('certificates.lists.stoppedNow', { name: item.name }), () => save.mutateAsync(documentOf(item))), ...refused })
  const from = item.example ? t('certificates.lists.example') : t('certificates.lists.by', { office: item.officeName ?? '', when: item.savedAt ? f.when(item.savedAt) : '', version: item.version })
  return (
    <li>
      <div className="row"><b className="grow">{item.name}</b>{item.stopped ? <StateTag tone="off">{t('certificates.lists.stopped')}</StateTag> : null}<span className="dim small">{from}</span></div>
      <p className="small">{item.use} · {t(`certificates.approvals.${item.approval}`)} · {item.validDays === null ? t('certificates.list.forever') : t('certificates.own.days', { n: item.validDays })}</p>
      <p className="muted small">{item.basis}</p>
      {keeps ? <div className="row"><Button size="small" onClick={onEdit}>{t('certificates.lists.edit')}</Button>{item.stopped ? <Button size="small" loading={save.isPending} onClick={() => save.mutate(documentOf(item))}>{t('certificates.lists.resume')}</Button> : <Button size="small" loading={stop.isPending} onClick={() => stop.mutate({ code: item.code })}>{t('certificates.lists.stop')}</Button>}</div> : null}
    </li>
  )
}

function Not({ item }: { item: NotIssuedShown }): ReactNode {
  const t = useWords()
  return (
    <li>
      <div className="row"><b className="grow">{item.name}</b><span className="dim small">{t(`certificates.sources.${item.source}`)}</span></div>
      <p className="small">{t('certificates.desk.goTo')} {item.office}</p>
      <p className="muted small">{t('certificates.desk.bring')} {item.bring}</p>
    </li>
  )
}
