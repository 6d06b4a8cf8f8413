import type { ReactNode } from 'react'
import type { EpisodeCard } from '../../modules/quarantine/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

type Episode = Pick<EpisodeCard, 'readings' | 'due' | 'feverFrom'>
const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [384, 130, 30, 14, 24]

/** 体温曲线: readings as a line, missed windows as open squares, the policy's threshold as a dashed line; the numbers stand in the table below. */
export function Curve({ episode }: { episode: Episode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const points = episode.readings.filter((r) => r.temperature !== null && !r.deviceError).map((r) => ({ at: Date.parse(r.takenAt), value: r.temperature ?? 0, reading: r }))
  const gaps = episode.due.filter((d) => d.state === 'missed' || d.state === 'explained').map((d) => ({ at: (Date.parse(d.opensAt) + Date.parse(d.closesAt)) / 2, due: d }))
  const times = [...points.map((p) => p.at), ...gaps.map((g) => g.at)]
  if (times.length === 0) return <p className="dim">{t('quarantine.list.never')}</p>
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const low = Math.min(35.8, ...points.map((p) => p.value - 0.1))
  const high = Math.max(38, ...points.map((p) => p.value + 0.2))
  const x = (at: number) => LEFT + 8 + ((at - from) / Math.max(1, to - from)) * (WIDTH - LEFT - 24)
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM)
  const label = t('quarantine.card.curve')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="curve" role="img" aria-label={label} style={{ width: '100%', display: 'block' }}>
      <line x1={LEFT} x2={WIDTH} y1={y(episode.feverFrom)} y2={y(episode.feverFrom)} stroke="var(--bad)" strokeDasharray="3 3" opacity={0.7} />
      <text x={0} y={y(episode.feverFrom) + 4} fontSize={11} fill="var(--bad)">{episode.feverFrom}</text>
      <text x={0} y={y(36) + 4} fontSize={11} fill="var(--ink-2)">36</text>
      <line x1={LEFT} x2={WIDTH} y1={HEIGHT - BOTTOM + 4} y2={HEIGHT - BOTTOM + 4} stroke="var(--line)" />
      <polyline fill="none" stroke="var(--accent)" strokeWidth={2} points={points.map((p) => `${x(p.at)},${y(p.value)}`).join(' ')} />
      {points.map((p) => (
        <circle key={p.reading.id} cx={x(p.at)} cy={y(p.value)} r={p.reading.abnormal ? 4.5 : 2.6} fill={p.reading.abnormal ? 'var(--bad)' : 'var(--accent)'}>
          <title>{`${f.at(p.reading.takenAt)} ${p.value.toFixed(1)} ℃`}</title>
        </circle>
      ))}
      {gaps.map(({ at, due }) => (
        <rect key={`${due.dueOn}${due.window}`} x={x(at) - 5} y={y(36.6) - 5} width={10} height={10} fill="none" stroke={due.state === 'missed' ? 'var(--bad)' : 'var(--ink-3)'} strokeWidth={1.5}>
          <title>{`${f.day(due.dueOn)} ${t(`policies.windows.${due.window}`)} ${t(`quarantine.dueStates.${due.state}`)}`}</title>
        </rect>
      ))}
      <text x={x(from)} y={HEIGHT - 4} fontSize={11} fill="var(--ink-2)">{f.day(dayText(from))}</text>
      {to > from ? <text x={x(to)} y={HEIGHT - 4} fontSize={11} fill="var(--ink-2)" textAnchor="end">{f.day(dayText(to))}</text> : null}
    </svg>
  )
}

const dayText = (ms: number): string => new Date(ms + 8 * 3600_000).toISOString().slice(0, 10)
