import type { ReactNode } from 'react'
import { minutesBetween } from '../../kernel/dates.ts'
import type { LeadCard, LeadEvent } from '../../modules/leads/contract.ts'
import { Section } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { timelineWords } from '../../ui/timeline-words.ts'
import { useWords, type Say } from '../../ui/words.ts'

const KNEW = ['leads.opened', 'leads.seen', 'leads.escalated', 'leads.received']

/** 谁何时知晓: the chain from the first report to whoever took over, in the order of time. */
export function WhoKnew({ lead }: { lead: LeadCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const chain = lead.events.filter((event) => KNEW.includes(event.kind)).toReversed()
  return (
    <Section title={t('leads.card.knew')}>
      <ol className="knew">
        {chain.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at} title={f.at(event.at)}>{f.at(event.at)}</time>
            <span><b>{knewWord(t, event)}</b> {whoOf(t, event)} <span className="dim small">{afterOf(t, lead.openedAt, event.at)}</span></span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const knewWord = (t: Say, { kind }: LeadEvent): string =>
  t(kind === 'leads.opened' ? 'leads.card.reported' : kind === 'leads.seen' ? 'leads.card.firstSeen' : kind === 'leads.received' ? 'leads.card.received' : 'leads.tabs.overdue')

function afterOf(t: Say, from: string, at: string): string {
  const minutes = Math.round(minutesBetween(from, at))
  if (minutes <= 0) return ''
  return minutes < 60 ? t('leads.card.minutesAfter', { n: minutes }) : t('leads.card.hoursAfter', { n: Math.floor(minutes / 60), m: minutes % 60 })
}

/** Office, role and name; a resident's own report has none of them. */
const whoOf = (t: Say, e: LeadEvent): string => [
  e.actorRole ? `${e.officeName ?? ''}${t(`accounts.roles.${e.actorRole}`)}` : '', e.actorName ?? '', e.channel ? t(`leads.channels.${e.channel}`) : '',
  e.kind === 'leads.escalated' ? String(e.params['offices'] ?? '') : '',
].filter(Boolean).join(' · ')

/** Everything that happened, newest first, each with who, for which office, by which channel. */
export function LeadTimeline({ events }: { events: readonly LeadEvent[] }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  return (
    <Section title={t('leads.card.history')}>
      <ul className="timeline">
        {events.map((event) => {
          const detail = detailOf(t, f.at, event)
          return (
            <li key={event.id}>
              <time dateTime={event.at} title={f.at(event.at)}>{f.when(event.at)}</time>
              <span>
                {timelineWords(language, f, event.kind, event.params)}{detail ? <><br /><span className="muted small">{detail}</span></> : null}
                {' '}<span className="who">{whoOf(t, event)}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** What was measured, found and said to whom, and when it was written down if later. */
function detailOf(t: Say, at: (instant: string) => string, { params, recordedAt, at: when }: LeadEvent): string {
  const seen = { ...(params['summary'] as object | undefined), ...params } as { temperature?: number; symptoms?: string[]; words?: string; told?: string[] }
  return [
    seen.temperature === undefined ? '' : t('leads.card.temperature', { celsius: seen.temperature.toFixed(1) }),
    (seen.symptoms ?? []).map((one) => t(`policies.symptoms.${one}`)).join('、'), seen.words ?? '',
    seen.told?.length ? t('leads.card.told', { who: seen.told.map((one) => t(`leads.told.${one}`)).join('、') }) : '',
    minutesBetween(when, recordedAt) > 10 ? t('leads.card.writtenLater', { time: at(recordedAt) }) : '',
  ].filter(Boolean).join(' · ')
}
