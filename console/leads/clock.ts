import { minutesBetween, type Instant } from '../../kernel/dates.ts'
import type { Lead } from '../../modules/leads/contract.ts'
import type { Tone } from '../../ui/card.tsx'
import type { Say } from '../../ui/words.ts'

/** Under this many minutes left a lead is due soon. */
const SOON_MINUTES = 30

/** 时限: how long there is still, how long it is over, or how quickly it was taken over. */
export function clockOf(lead: Pick<Lead, 'state' | 'openedAt' | 'dueAt' | 'receivedAt'>, now: Instant, t: Say): { text: string; tone: Tone } {
  if (lead.state !== 'open') {
    const took = lead.receivedAt ? Math.max(1, Math.ceil(minutesBetween(lead.openedAt, lead.receivedAt))) : undefined
    return { text: took === undefined ? t(`leads.states.${lead.state}`) : t('leads.clock.took', { minutes: took }), tone: lead.state === 'closed' ? 'good' : 'on' }
  }
  const left = Math.floor(minutesBetween(now, lead.dueAt))
  if (left >= 0) return { text: left < 60 ? t('leads.clock.left', { minutes: left }) : t('leads.clock.leftHours', { hours: Math.floor(left / 60), minutes: left % 60 }), tone: left <= SOON_MINUTES ? 'soon' : 'on' }
  const over = -left
  if (over < 60) return { text: t('leads.clock.over', { minutes: over }), tone: 'bad' }
  return { text: over < 1440 ? t('leads.clock.overHours', { hours: Math.floor(over / 60), minutes: over % 60 }) : t('leads.clock.overDays', { days: Math.floor(over / 1440) }), tone: 'bad' }
}
