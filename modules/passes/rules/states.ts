import { addDays, addMinutes, dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import { allows, type StateTable } from '../../../kernel/states.ts'
import { may } from '../../accounts/rules.ts'
import { plateKind } from '../../people/rules.ts'
import { passKinds, type PassAction, type PassKind, type PassState, type PassWhy } from '../contract.ts'
import type { Measure } from '../../policies/contract.ts'

/** State → allowed actions; the server refuses by it, the card shows only what will succeed. */
export const passTable: StateTable<PassState, PassAction> = {
  waiting: ['confirm', 'decline', 'revoke'],
  early: ['print', 'reprint', 'renew', 'revoke', 'arrive', 'photo'],
  valid: ['print', 'reprint', 'renew', 'revoke', 'recheck', 'arrive', 'photo'],
  suspended: ['revoke'],
  expired: ['renew'],
  revoked: ['reinstate'],
  declined: ['confirm'],
}

export interface Standing {
  kind: PassKind; state: 'waiting' | 'valid' | 'declined' | 'revoked'; suspendedAt: Instant | null; validFrom: Instant; validUntil: Instant
  recheckDays: number | null; arrivedAt: Instant | null; endReason: string | null
}

/** Reasons the system itself writes when a pass ends, each with its sentence under `passes.why`; any other was typed. 住户取消 / 到期后重新签发 / 迁出 / 去世 / 没有人住. */
export const endings = ['withdrawn', 'reissued', 'movedOut', 'deceased', 'nobodyHere'] as const
const endingOf = (reason: string | null) => endings.find((one) => one === reason)

/** What is stored and what time and quarantine make of it. */
export function stateOf(pass: Standing, now: Instant): PassState {
  if (pass.state === 'revoked' || pass.state === 'declined') return pass.state
  if (pass.validUntil <= now) return 'expired'
  if (pass.suspendedAt !== null) return 'suspended'
  if (pass.state === 'waiting') return 'waiting'
  return pass.validFrom > now ? 'early' : 'valid'
}

const ofKind: Readonly<Record<PassAction, readonly PassKind[]>> = {
  print: ['household', 'person', 'vehicle'], reprint: ['household', 'person', 'vehicle'], renew: ['household', 'person', 'vehicle'], recheck: ['vehicle'],
  photo: ['household', 'person'], confirm: ['visitor'], decline: ['visitor'], arrive: ['visitor'], revoke: ['household', 'person', 'vehicle', 'visitor'], reinstate: ['household', 'person', 'vehicle', 'visitor'],
}
export const mayDo = (pass: Standing, action: PassAction, now: Instant): boolean =>
  allows(passTable, stateOf(pass, now), action) && ofKind[action].includes(pass.kind)
  // Only what somebody revoked: a visit cancelled is announced again, the pass of whoever is gone comes back with them.
  && (action !== 'reinstate' || endingOf(pass.endReason) === undefined)
  && (action !== 'recheck' || pass.recheckDays !== null) && (action !== 'arrive' || pass.arrivedAt === null)

const ofVisitors: readonly PassAction[] = ['confirm', 'decline', 'arrive']
/** What will succeed for this role. */
export const actionsOf = (pass: Standing, role: string, now: Instant): PassAction[] =>
  passTable[stateOf(pass, now)].filter((action) => mayDo(pass, action, now) && may(role, ofVisitors.includes(action) ? 'passes.visitors' : 'passes.issue'))

interface Told extends Standing { cause: { measure: Measure; endsOn: Day; name: string } | null; special: boolean; announcedBy: string | null }
/** The one sentence why; whoever may not see names reads that somebody is in quarantine, not who. */
export function whyOf(pass: Told, now: Instant, named: boolean): PassWhy {
  const state = stateOf(pass, now)
  if (state === 'suspended') {
    const params = { measure: pass.cause?.measure ?? '', endsOn: pass.cause?.endsOn ?? '' }
    return named && pass.cause ? { key: 'suspended', params: { ...params, name: pass.cause.name } } : { key: 'suspendedUnnamed', params }
  }
  const ending = state === 'revoked' ? endingOf(pass.endReason) : undefined
  if (ending) return { key: ending, params: {} }
  if (state === 'revoked') return { key: 'revoked', params: { reason: pass.endReason ?? '' } }
  if (state === 'waiting') return { key: pass.announcedBy === 'household' ? 'waiting' : 'waitingForHousehold', params: {} }
  if (state === 'valid' && pass.arrivedAt !== null) return { key: 'arrived', params: { at: pass.arrivedAt } }
  if (state === 'valid' && pass.special) return { key: 'special', params: { until: pass.validUntil } }
  return { key: state, params: { from: pass.validFrom, until: pass.validUntil } }
}

/** 撤销作废: good again as it was; a visit that no household has said yes to waits for that. */
export const stateAgain = (pass: { kind: PassKind; confirmedAt: Instant | null }): 'valid' | 'waiting' => (pass.kind === 'visitor' && pass.confirmedAt === null ? 'waiting' : 'valid')

/** 户000123: the letter says what it is for, the number finds it. */
const LETTER: Readonly<Record<PassKind, string>> = { household: '户', person: '人', vehicle: '车', visitor: '访' }
export const numberOf = (kind: PassKind, serial: number): string => `${LETTER[kind]}${String(serial).padStart(6, '0')}`
/** What somebody typed or read out, as a serial; undefined when it is none. */
export const serialIn = (text: string): number | undefined => {
  const found = /^[户人车访]?0*(\d{1,12})$/.exec(text.trim())
  return found ? Number(found[1]) : undefined
}

/** What a number stands for, by the sign it begins with. */
export const kindIn = (text: string): PassKind | undefined => passKinds.find((kind) => text.trim().startsWith(LETTER[kind]))
/** A pass's number as it is printed, with the sign of its kind; digits alone may be a room. */
export const isPassNumber = (text: string): boolean => /^[户人车访]\d/.test(text.trim())

/** 姓名首字: all that a keeper needs. */
export const shortName = (name: string): string => (/^[\u4e00-\u9fff]/.test(name) ? `${name.slice(0, 1)}某` : `${name.slice(0, 1)}.`)

export const isSoon = (pass: Standing, now: Instant, days: number): boolean => stateOf(pass, now) === 'valid' && pass.kind !== 'visitor' && pass.validUntil <= addMinutes(now, days * 24 * 60)
/** 复核日期 after a look at the vehicle. */
export const nextRecheck = (days: number | null, today: Day): Day | null => (days === null ? null : addDays(today, days))
export const isRecheckLate = (recheckOn: Day | null, now: Instant): boolean => recheckOn !== null && recheckOn < dayOf(now)

/** 特种车辆 told by their plates: police, army and armed police, fire and rescue. Ambulances and sanitation carry ordinary plates and are registered as special. */
export const isSpecialPlate = (plate: string): boolean => ['police', 'army', 'emergency'].includes(plateKind(plate) ?? '')

/** The day a validity ends on: midnight belongs to the day before. */
export const lastDayOf = (until: Instant): Day => dayOf(addMinutes(until, -1))
