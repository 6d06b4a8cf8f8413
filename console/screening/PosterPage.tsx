import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { linksApi, type ShownLink } from '../../modules/links/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import './poster.css'

/** 申报码: the sheet for the gate and the stairs, behind whose QR residents declare by themselves. */
export default function PosterPage(): ReactNode {
  const t = useWords()
  const me = useMe()
  const own = me.area?.level === 'community' ? me.area : undefined
  const [area, setArea] = useState<{ id: string; name: string } | undefined>(own)
  return (
    <Page title={t('screening.poster.title')} sub={t('screening.poster.sub')} actions={<Button type="primary" disabled={!area} onClick={() => window.print()}>{t('reporting.page.print')}</Button>}>
      <div className="poster-pick"><AreaPicker label={t('screening.poster.area')} levels={['community', 'compound', 'villageGroup']} chosen={own} value={area?.id} onChange={(id, name) => setArea(id ? { id, name: name ?? '' } : undefined)} /></div>
      {area ? <OfArea key={area.id} areaId={area.id} name={area.name} /> : null}
    </Page>
  )
}

function OfArea({ areaId, name }: { areaId: string; name: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const link = useQueryOf(linksApi.declarationLink, { areaId })
  const make = useCommandOf(linksApi.createDeclarationLink, { onRefused: (error) => say(tError(error)) })
  if (link.error) return <Failed error={link.error} retry={() => void link.refetch()} />
  if (!link.data) return <Skeleton rows={6} />
  if (!link.data.link) return <div className="paper empty"><b>{t('screening.poster.none', { area: name })}</b><Button type="primary" loading={make.isPending} onClick={() => make.mutate({ areaId })}>{t('screening.poster.make')}</Button></div>
  return <Poster link={link.data.link} name={name} />
}

function Poster({ link, name }: { link: ShownLink; name: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const revoke = useCommandOf(linksApi.revokeLink, { onDone: () => say(t('screening.poster.revoked')), onRefused: (error) => say(tError(error)) })
  return (
    <div className="poster-desk">
      <article className="poster">
        <p className="poster-area">{name}</p>
        <h2>{t('screening.poster.head')}</h2>
        <img alt={link.url} src={`data:image/svg+xml;utf8,${encodeURIComponent(link.qrSvg)}`} />
        <ol>{(['step1', 'step2', 'step3'] as const).map((step) => <li key={step}>{t(`screening.poster.${step}`)}</li>)}</ol>
        <p className="poster-foot">{t('screening.poster.foot')}</p>
      </article>
      <div className="stack poster-side"><a href={link.url} target="_blank" rel="noreferrer">{link.url}</a><p className="muted small">{t('screening.poster.revokeHint')}</p><div><Button danger loading={revoke.isPending} onClick={() => revoke.mutate({ linkId: link.linkId })}>{t('screening.poster.revoke')}</Button></div></div>
    </div>
  )
}
