import type { ReactNode } from 'react'
import type { TraceHint, TraceViewer } from '../../modules/audit/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'
import { endpointSummary } from './endpoint-names.ts'

/** One block a person, what stands out first; every look with its hour, its purpose and what is unusual about it. */
export const Viewers = ({ viewers }: { viewers: readonly TraceViewer[] }): ReactNode => {
  const t = useWords()
  return viewers.length === 0 ? <p className="dim">{t('audit.trace.nobody')}</p> : <>{viewers.map((one) => <Viewer key={one.accountId ?? one.entries[0]?.id} viewer={one} />)}</>
}

function Viewer({ viewer }: { viewer: TraceViewer }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const counts = (['views', 'reveals', 'changes', 'exports'] as const).filter((kind) => viewer[kind] > 0).map((kind) => t(`audit.trace.counts.${kind}`, { n: viewer[kind] }))
  return (
    <details className="paper trace-viewer" open={viewer.hints.length > 0}>
      <summary>
        <b>{viewer.name ?? t(`audit.actors.${viewer.actorKind}`)}</b> <span className="muted">{viewer.role ? t(`accounts.roles.${viewer.role}`) : ''}</span>
        <span className="grow">{counts.join(' · ')}</span>
        <Hints hints={viewer.hints} />
        <span className="small muted">{t('audit.trace.span', { first: f.at(viewer.firstAt), last: f.at(viewer.lastAt) })}</span>
      </summary>
      <ul className="timeline">
        {viewer.entries.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{f.at(entry.at)}</time>
            <span>{t(`audit.acts.${entry.act}`)} · {endpointSummary(entry.endpoint)}{entry.reason ? <span className="muted"> · {entry.reason}</span> : null} <Hints hints={entry.hints} /> <span className="who">{entry.ip}</span></span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Hints = ({ hints }: { hints: readonly TraceHint[] }): ReactNode => {
  const t = useWords()
  return <>{hints.map((hint) => <StateTag key={hint} tone="soon">{t(`audit.trace.hints.${hint}`)}</StateTag>)}</>
}
