import { Fragment, useState, type ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import type { EpisodeCard } from '../../modules/quarantine/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'
import { curveOf, pathOf, type Gap } from './curve-points.ts'

type Episode = Pick<EpisodeCard, 'readings' | 'due' | 'feverFrom'>
const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [384, 136, 34, 12, 26]

/** 体温曲线: readings as a line that breaks where a window was missed, the missed windows as open squares, the policy's threshold as a dashed line. */
export function Curve({ episode }: { episode: Episode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { points, gaps, from, to, low, high } = curveOf(episode)
  if (points.length + gaps.length === 0) return <p className="dim">{t('quarantine.list.never')}</p>
  const x = (at: number) => LEFT + 8 + ((at - from) / Math.max(1, to - from)) * (WIDTH - LEFT - 20)
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM)
  const missed = gaps.filter((g) => g.state === 'missed')
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('quarantine.card.checked', { n: points.length, gaps: missed.length })} style={{ width: '100%', display: 'block' }}>
        <line x1={LEFT} x2={WIDTH} y1={y(episode.feverFrom)} y2={y(episode.feverFrom)} stroke="var(--bad)" strokeDasharray="3 3" opacity={0.7} />
        <text x={0} y={y(episode.feverFrom) + 4} fontSize={11} fill="var(--bad)">{episode.feverFrom}</text>
        <text x={0} y={y(36) + 4} fontSize={11} fill="var(--ink-3)">36.0</text>
        <line x1={LEFT} x2={WIDTH} y1={HEIGHT - BOTTOM + 6} y2={HEIGHT - BOTTOM + 6} stroke="var(--line)" />
        <path d={pathOf(points, gaps, x, y)} fill="none" stroke="var(--accent)" strokeWidth={2} strokeLinejoin="round" />
        {points.map((p) => <circle key={p.id} cx={x(p.at)} cy={y(p.value)} r={p.abnormal ? 5 : 2.8} fill={p.abnormal ? 'var(--bad)' : 'var(--accent)'}><title>{`${f.at(p.takenAt)} ${p.value.toFixed(1)} ℃`}</title></circle>)}
        {gaps.map((gap) => (
          <rect key={`${gap.dueOn}${gap.window}`} x={x(gap.at) - 5} y={y(36.6) - 5} width={10} height={10} fill="var(--paper)" stroke={gap.state === 'missed' ? 'var(--bad)' : 'var(--ink-3)'} strokeWidth={1.5}>
            <title>{`${f.day(gap.dueOn)} ${t(`policies.windows.${gap.window}`)} ${t(`quarantine.dueStates.${gap.state}`)}`}</title>
          </rect>
        ))}
        <text x={x(from)} y={HEIGHT - 4} fontSize={11} fill="var(--ink-3)">{f.day(dayOf(new Date(from).toISOString()))}</text>
        {dayOf(new Date(to).toISOString()) === dayOf(new Date(from).toISOString()) ? null : <text x={x(to)} y={HEIGHT - 4} fontSize={11} fill="var(--ink-3)" textAnchor="end">{f.day(dayOf(new Date(to).toISOString()))}</text>}
      </svg>
      <Missed gaps={missed} />
      <Figures episode={episode} />
    </figure>
  )
}

/** The newest missed windows in words below the picture: never by shape and colour alone. */
function Missed({ gaps }: { gaps: readonly Gap[] }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (gaps.length === 0) return null
  const named = gaps.slice(-3).map((g) => t('quarantine.card.missingAt', { day: f.day(g.dueOn), window: t(`policies.windows.${g.window}`) }))
  return <figcaption className="bad-ink small">{gaps.length > 3 ? '… ' : ''}{named.join(' · ')}</figcaption>
}

/** The numbers behind the picture, a day a row. */
function Figures({ episode }: { episode: Episode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [shown, setShown] = useState(false)
  if (!shown) return <button type="button" className="plain-button small" style={{ marginTop: 6 }} onClick={() => setShown(true)}>{t('quarantine.card.curveTable')}</button>
  const days = [...new Set([...episode.due.map((d) => d.dueOn), ...episode.readings.map((r) => dayOf(r.takenAt))])].sort().reverse()
  return (
    <dl className="facts" style={{ marginTop: 8 }}>
      {days.map((day) => (
        <Fragment key={day}>
          <dt>{f.day(day)}</dt>
          <dd>
            {episode.readings.filter((r) => dayOf(r.takenAt) === day && r.temperature !== null).map((r) => <span key={r.id} className={r.abnormal ? 'bad-ink' : ''}>{r.temperature?.toFixed(1)}{r.deviceError ? `(${t('quarantine.card.deviceError')})` : ''} </span>)}
            {episode.due.filter((d) => d.dueOn === day && d.state === 'missed').map((d) => <span key={d.window} className="bad-ink">{t(`policies.windows.${d.window}`)}{t('quarantine.card.gap')} </span>)}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
