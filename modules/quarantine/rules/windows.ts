import { addMinutes, dayOf, instantAt, type Day, type Instant } from '../../../kernel/dates.ts'
import type { CheckWindow, PolicyDocument, Symptom } from '../../policies/contract.ts'
import { readTemperature } from '../../policies/rules.ts'

/** A phone's clock may be wrong; a reading from the future is taken as of now. */
export const TOLERATED_MINUTES = 10
export const takenAt = (said: Instant | undefined, now: Instant): Instant => (said !== undefined && said <= addMinutes(now, TOLERATED_MINUTES) ? said : now)

/** The window of the policy a reading belongs to, by when it was taken; undefined between the windows. */
export function windowOf(windows: readonly CheckWindow[], takenAt: Instant): { window: CheckWindow['id']; dueOn: Day } | undefined {
  const dueOn = dayOf(takenAt)
  const found = windows.find((w) => instantAt(dueOn, w.from) <= takenAt && takenAt < instantAt(dueOn, w.to))
  return found && { window: found.id, dueOn }
}

export interface Reading { temperature?: number | undefined; symptoms: readonly Symptom[] }
export interface Judged {
  deviceError: boolean
  /** Fever or a symptom: a lead for the health centre. */
  abnormal: boolean
  /** A due check is closed by a temperature that can be one; the word of symptoms alone does not. */
  closesDue: boolean
}

export function judge(document: Pick<PolicyDocument, 'temperature'>, { temperature, symptoms }: Reading): Judged {
  const reading = temperature === undefined ? undefined : readTemperature(document, temperature)
  const deviceError = reading === 'deviceError'
  return { deviceError, abnormal: reading === 'fever' || symptoms.length > 0, closesDue: reading !== undefined && !deviceError }
}

/** 当天最晚: when the last window of a day closes, `20:00`. */
export const dayEnd = (windows: readonly Pick<CheckWindow, 'to'>[]): string => windows.map(({ to }) => to).toSorted().at(-1) ?? '24:00'
