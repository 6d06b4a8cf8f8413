import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { linksApi } from '../../modules/links/contract.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

/** 个人页面: shown on request only, since whoever has it may report for this person. */
export function PersonalLink({ episodeId }: { episodeId: string }): ReactNode {
  const t = useWords()
  const [shown, setShown] = useState(false)
  const query = useQueryOf(linksApi.personalLink, { episodeId }, { enabled: shown })
  const link = query.data
  if (!shown) return <Button type="link" onClick={() => setShown(true)}>{t('quarantine.card.link')}</Button>
  if (!link) return null
  return (
    <div className="row" style={{ alignItems: 'flex-start' }}>
      <img alt={t('quarantine.card.link')} width={132} height={132} src={`data:image/svg+xml;utf8,${encodeURIComponent(link.qrSvg)}`} />
      <div className="stack" style={{ gap: 6 }}><span className="muted small">{t('quarantine.card.linkHint')}</span><a href={link.url} target="_blank" rel="noreferrer" className="small" style={{ wordBreak: 'break-all' }}>{link.url}</a></div>
    </div>
  )
}
