import type { ReactNode } from 'react'
import type { EpisodeCard } from '../../modules/quarantine/contract.ts'
import { Section } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useWords, type Say } from '../../ui/words.ts'

interface Line { at: string; text: string; who: string; bad?: boolean }

/** 经过: readings, visits, tests and changes in one line of time, newest first, each with who and by which way. */
export function Happened({ episode: e }: { episode: EpisodeCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const lines = [...readings(t, e), ...visits(t, e), ...changes(t, e)].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Section title={t('people.card.timeline')}>
      <ul className="timeline">
        {lines.slice(0, 60).map((line, i) => (
          <li key={i}><time dateTime={line.at} title={f.at(line.at)}>{f.when(line.at)}</time><span><span className={line.bad ? 'bad-ink' : ''}>{line.text}</span> <span className="who">{line.who}</span></span></li>
        ))}
      </ul>
    </Section>
  )
}

const readings = (t: Say, e: EpisodeCard): Line[] => e.readings.map((r) => ({
  at: r.takenAt, bad: r.abnormal, who: [t(`quarantine.channels.${r.channel}`), r.takerName].filter(Boolean).join(' · '),
  text: [r.temperature === null ? '' : `${r.temperature.toFixed(1)} ℃`, r.deviceError ? t('quarantine.card.deviceError') : '', ...r.symptoms.map((s) => t(`policies.symptoms.${s}`)), r.note ?? ''].filter(Boolean).join(' '),
}))

const visits = (t: Say, e: EpisodeCard): Line[] => e.visits.filter((v) => v.madeAt !== null).map((v) => ({
  at: v.madeAt ?? '', who: v.visitorName ?? '', text: [t(`quarantine.visitPurposes.${v.purpose}`), v.note ?? ''].filter(Boolean).join(' '),
}))

const changes = (t: Say, e: EpisodeCard): Line[] => e.changes.filter((c) => c.kind !== 'visited').map((c) => ({
  at: c.at, who: c.accountName ?? t('ui.card.system'), text: [t(`quarantine.changes.${c.kind}`), c.orderNo ?? '', c.reason ?? ''].filter(Boolean).join(' '),
}))
