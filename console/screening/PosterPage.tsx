import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { linksApi, type ShownLink } from '../../modules/links/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useAddress } from '../../ui/address.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import './poster.css'

/** 申报码、邻里协查码、群众反映码、公告码、志愿者报名码: the sheet for the gate and the stairs, behind whose QR residents declare and report by themselves. */
export default function PosterPage(): ReactNode {
  const t = useWords()
  const me = useMe()
  const own = me.area?.level === 'community' ? me.area : undefined
  const [area, setArea] = useState<{ id: string; name: string } | undefined>(own)
  const of = usePicked()
  return (
    <Page title={t(wordsOf[of].title)} sub={t('screening.poster.sub')} actions={<Button type="primary" disabled={!area} onClick={() => window.print()}>{t('reporting.page.print')}</Button>}>
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

/** Four pages behind one code of an area, each with its own sheet. */
const posters = ['arrivals', 'neighbours', 'matters', 'news', 'help'] as const
const wordsOf: Record<(typeof posters)[number], { title: string; head: string; steps: string[]; foot: string }> = {
  arrivals: { title: 'screening.poster.title', head: 'screening.poster.head', steps: ['screening.poster.step1', 'screening.poster.step2', 'screening.poster.step3'], foot: 'screening.poster.foot' },
  neighbours: { title: 'screening.tips.poster', head: 'screening.tips.posterHead', steps: ['screening.tips.posterStep1', 'screening.tips.posterStep2', 'screening.tips.posterStep3'], foot: 'screening.tips.posterFoot' },
  matters: { title: 'matters.poster.title', head: 'matters.poster.head', steps: ['matters.poster.step1', 'matters.poster.step2', 'matters.poster.step3'], foot: 'matters.poster.foot' },
  news: { title: 'publicity.poster.title', head: 'publicity.poster.head', steps: ['publicity.poster.step1', 'publicity.poster.step2', 'publicity.poster.step3'], foot: 'publicity.poster.foot' },
  help: { title: 'volunteers.poster.title', head: 'volunteers.poster.head', steps: ['volunteers.poster.step1', 'volunteers.poster.step2', 'volunteers.poster.step3'], foot: 'volunteers.poster.foot' },
}

/** Which of them, by the address. */
function usePicked(): (typeof posters)[number] {
  const [at] = useAddress()
  return posters.find((one) => one === at['of']) ?? 'arrivals'
}

function Poster({ link, name }: { link: ShownLink; name: string }): ReactNode {
  const t = useWords()
  const [, go] = useAddress()
  const of = usePicked()
  const shown = { arrivals: link, neighbours: link.tip ?? link, matters: link.matter ?? link, news: link.news ?? link, help: link.help ?? link }[of]
  const words = wordsOf[of]
  const tError = useErrorWords()
  const revoke = useCommandOf(linksApi.revokeLink, { onDone: () => say(t('screening.poster.revoked')), onRefused: (error) => say(tError(error)) })
  return (
    <div className="poster-desk">
      <article className="poster">
        <p className="poster-area">{name}</p>
        <h2>{t(words.head)}</h2>
        <img alt={shown.url} src={`data:image/svg+xml;utf8,${encodeURIComponent(shown.qrSvg)}`} />
        <ol>{words.steps.map((step) => <li key={step}>{t(step)}</li>)}</ol>
        <p className="poster-foot">{t(words.foot)}</p>
      </article>
      <div className="stack poster-side"><Choices label={t('screening.poster.title')} options={posters.map((value) => ({ value, label: t(wordsOf[value].title) }))} value={of} onChange={(next) => go({ of: next })} /><a href={shown.url} target="_blank" rel="noreferrer">{shown.url}</a><p className="muted small">{t('screening.poster.revokeHint')}</p><div><Button danger loading={revoke.isPending} onClick={() => revoke.mutate({ linkId: link.linkId })}>{t('screening.poster.revoke')}</Button></div></div>
    </div>
  )
}
