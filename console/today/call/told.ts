import type * as z from 'zod'
import { addDays, type Day } from '../../../kernel/dates.ts'
import type { InputOf } from '../../../kernel/endpoint.ts'
import type { Symptom } from '../../../modules/policies/contract.ts'
import type { EpisodeCard, quarantineApi, temperatureSite } from '../../../modules/quarantine/contract.ts'

/** What is being asked and measured about one person. Nothing is filled in beforehand that somebody must measure or answer. */
export interface Told {
  way?: 'phone' | 'visit' | undefined
  temperature?: number | undefined
  site?: z.infer<typeof temperatureSite> | undefined
  symptoms?: Symptom[] | undefined
  gapReason: string
  need: string
  needBy: 'property' | 'worker'
  needOn: 'today' | 'tomorrow'
  phone: string
  note: string
}
export const nothingTold: Told = { gapReason: '', need: '', needBy: 'property', needOn: 'today', phone: '', note: '' }

/** 无变化: nothing but the reading · 有变化: as filled in · 没联系上. */
export type Answer = 'unchanged' | 'changed' | 'notReached'

/** Visits this caller settles by standing at the door. */
export const visitsHere = (episode: EpisodeCard, visitor: string, today: Day): EpisodeCard['visits'] =>
  episode.visits.filter((visit) => visit.state === 'owed' && visit.visitor === visitor && visit.dueAt !== null && visit.dueAt >= `${addDays(today, -1)}T16:00:00.000Z`)

export const missedOf = (episode: EpisodeCard): EpisodeCard['due'] => episode.due.filter((due) => due.state === 'missed')

/** Windows of today without a reading: open ones and missed ones. */
export const dueToday = (episode: EpisodeCard, today: Day, now: string): EpisodeCard['due'] =>
  episode.due.filter((due) => due.dueOn === today && (due.state === 'missed' || (due.state === 'open' && due.opensAt <= now)))

export function callOf(episode: EpisodeCard, told: Told, answer: Answer, where: { way: 'phone' | 'visit'; visitIds: string[]; today: Day }): InputOf<typeof quarantineApi.recordCall> {
  const { way, visitIds, today } = where
  const tried = { episodeId: episode.id, way, visitIds, ...(told.note ? { note: told.note } : {}) }
  if (answer === 'notReached') return { ...tried, reached: false }
  const changed = answer === 'changed'
  const reason = told.gapReason.trim()
  return {
    ...tried, reached: true, unchanged: !changed, temperature: told.temperature, site: told.site, symptoms: changed ? (told.symptoms ?? []) : [],
    ...(reason.length > 1 ? { gaps: missedOf(episode).map(({ dueOn, window }) => ({ dueOn, window })), gapReason: reason } : {}),
    ...(told.need.trim() ? { need: { what: told.need.trim(), by: told.needBy, on: told.needOn === 'today' ? today : addDays(today, 1) } } : {}),
    ...(told.phone.trim() ? { phone: told.phone.trim() } : {}),
  }
}

/** Something was filled in that "no change" would pass over. */
export const hasChange = (told: Told): boolean => (told.symptoms?.length ?? 0) > 0
