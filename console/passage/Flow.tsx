import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { passageApi } from '../../modules/passage/contract.ts'
import { clockOf } from '../../kernel/dates.ts'
import { number } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

export interface Hour { hour: string; in: number; out: number; stopped: number }

/** Today in figures: how many in and out, who is not back, and the hours as bars with their numbers in words. */
export function Flow({ areaId, gateId }: { areaId: string | undefined; gateId: string | undefined }): ReactNode {
  const t = useWords()
  const flow = useQueryOf(passageApi.passageFlow, { ...(areaId ? { areaId } : {}), ...(gateId ? { gateId } : {}) }, { keep: true, every: 60_000 }).data
  if (!flow) return null
  // Each leads to its own rows.
  const to = (tab: 'out' | 'visitors') => ({ tab, ...(areaId ? { area: areaId } : {}) }) as never
  return (
    <section className="paper passage-flow" aria-label={t('passage.flow.title')}>
      <p>
        <b>{t('passage.flow.title')}</b> <span>{t('passage.flow.in', { n: number(flow.in) })}</span> <span>{t('passage.flow.out', { n: number(flow.out) })}</span> <span>{t('passage.flow.stopped', { n: number(flow.stopped) })}</span>
        {flow.outNow === null ? null : <Link to="/passages/present" search={to('out')}>{t('passage.flow.outNow', { n: number(flow.outNow) })}</Link>} {flow.visitorsInside === null ? null : <Link to="/passages/present" search={to('visitors')}>{t('passage.flow.visitors', { n: number(flow.visitorsInside) })}</Link>}
      </p>
      <Hours hours={flow.hours} />
    </section>
  )
}

/** Small bars, one for each hour of the day; each says its numbers. */
export function Hours({ hours }: { hours: readonly Hour[] }): ReactNode {
  const t = useWords()
  const most = Math.max(1, ...hours.map((h) => h.in + h.out + h.stopped))
  if (hours.length === 0) return <p className="dim small">{t('passage.flow.none')}</p>
  return (
    <ol className="passage-hours">
      {hours.map((h) => {
        const said = t('passage.flow.hour', { clock: clockOf(h.hour).slice(0, 2), in: h.in, out: h.out, stopped: h.stopped })
        return <li key={h.hour} title={said}><i aria-hidden="true" style={{ height: `${(40 * (h.in + h.out + h.stopped)) / most}px` }} /><span aria-hidden="true">{Number(clockOf(h.hour).slice(0, 2))}</span><span className="visually-hidden">{said}</span></li>
      })}
    </ol>
  )
}
