import { addMinutes, type Day, type Instant } from '../../../kernel/dates.ts'
import { settingFrom } from '../../settings/rules.ts'

/** 登录还差哪一步: give the code of the authenticator, choose a new password, set an authenticator up; null when in. */
export type SignInStep = 'factor' | 'password' | 'enrol' | null

interface Signed {
  role: string | null
  mustChangePassword: boolean
  passwordChangedAt: Instant | null
  hasFactor: boolean
  /** When the second factor was given in this session. */
  factorAt: Instant | null
}

/** 有效期: open, ending before the day warnings reach to, or over. */
export const validityOf = (validUntil: Day | null, today: Day, warnUntil: Day): 'open' | 'expiring' | 'expired' =>
  validUntil === null || validUntil >= warnUntil ? 'open' : validUntil < today ? 'expired' : 'expiring'

/** A password older than the days set; 0 days is for ever, and one nobody has chosen yet has to be changed anyway. */
export const passwordTooOld = (changedAt: Instant | null, days: number, now: Instant): boolean =>
  days > 0 && changedAt !== null && addMinutes(changedAt, days * 24 * 60) <= now

export const secondFactorOwed = (role: string | null, factorAt: Instant | null, stored: unknown): boolean => {
  const { on, roles } = settingFrom('accounts.secondFactor', stored)
  return on && factorAt === null && role !== null && roles.includes(role)
}

/**
 * An authenticator there is comes before everything, or a stolen one-time password would be enough to choose a new one;
 * one that is still to be set up comes last, by the person who has just chosen the password.
 */
export function stepOwed(one: Signed, settings: Record<string, unknown> | null, now: Instant): SignInStep {
  const owed = secondFactorOwed(one.role, one.factorAt, settings?.['accounts.secondFactor'])
  if (owed && one.hasFactor) return 'factor'
  const days = settingFrom('accounts.passwordDays', settings?.['accounts.passwordDays'])
  if (one.mustChangePassword || passwordTooOld(one.passwordChangedAt, days, now)) return 'password'
  return owed ? 'enrol' : null
}
