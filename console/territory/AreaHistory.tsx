import type { ReactNode } from 'react'
import { territoryApi } from '../../modules/territory/contract.ts'
import { Loaded } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { findWords, useWords } from '../../ui/words.ts'

/** What happened to an area, newest first, with order number and reason. */
export function AreaHistory({ areaId }: { areaId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const history = useQueryOf(territoryApi.areaHistory, { areaId })
  return (
    <Loaded of={history}>{({ items }) => (items.length === 0 ? <p className="dim">{t('ui.card.noTimeline')}</p> : (
      <ul className="timeline">
        {items.map((one) => (
          <li key={one.id}>
            <time dateTime={one.at} title={f.at(one.at)}>{f.when(one.at)}</time>
            <span>
              {findWords('zh', `territory.changes.${one.kind}`) ? t(`territory.changes.${one.kind}`) : one.kind}
              {' '}{namesOf(one.before, one.after)}
              {one.reason ? <span className="muted"> {one.reason}</span> : null}
              {' '}<span className="who">{[one.orderNo, one.accountName].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
    ))}</Loaded>
  )
}

/** `一小区 → 锦绣小区` where a name changed, else the name. */
function namesOf(before: Record<string, unknown> | null, after: Record<string, unknown> | null): string {
  const [from, to] = [before?.['name'], after?.['name']]
  return typeof from === 'string' && typeof to === 'string' && from !== to ? `${from} → ${to}` : typeof to === 'string' ? to : ''
}
