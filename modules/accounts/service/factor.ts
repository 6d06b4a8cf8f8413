import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import type { Ctx, StaffActor } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import { frameErrors, refuse, refuseAndKeep } from '../../../kernel/errors.ts'
import { accountsErrors } from '../contract.ts'
import { locksAfter, passwordRules, secondFactorOwed } from '../rules.ts'
import * as store from '../store.ts'
import type { AccountRow } from '../tables.ts'

/** RFC 6238 as every authenticator knows it; a code of the step before or after is taken, clocks being what they are. */
const PERIOD_SECONDS = 30
const WINDOW = 1
const RECOVERY_CODES = 10
/** Without letters that are mistaken for each other on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

const staff = (ctx: Ctx): StaffActor => {
  if (ctx.actor.kind !== 'staff') throw refuse(frameErrors.notSignedIn)
  return ctx.actor
}
const totpOf = (secret: string, login = '') =>
  new TOTP({ issuer: '网格Wangge', label: login, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) })

/** The step a code belongs to; undefined when it is wrong, or of a step that has been used. */
function stepOf(secret: string, code: string, now: string, usedStep: number | null): number | undefined {
  const timestamp = Date.parse(now)
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW })
  if (delta === null) return undefined
  const step = Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
  return usedStep !== null && step <= usedStep ? undefined : step
}

/** A new secret to be put into an authenticator; it counts once a code of it has been given. */
export async function enrolFactor(ctx: Ctx) {
  const actor = staff(ctx)
  const account = await store.getAccount(ctx.sql, actor.accountId)
  await mayReplace(ctx, actor, account)
  const secret = Secret.fromUTF8(ctx.newToken()).base32.slice(0, 32)
  await store.setPendingFactor(ctx.sql, account.id, ctx.vault.seal(secret))
  const qr = await QRCode.toString(totpOf(secret, account.login).toString(), { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  return { secret: secret.replace(/.{4}(?=.)/g, '$& '), qr }
}

/** Whoever has an authenticator gives its code first; else a stolen password would be enough to put another in its place. */
async function mayReplace(ctx: Ctx, { sessionId }: StaffActor, account: AccountRow): Promise<void> {
  if (account.factorSealed === null) return
  const { factorAt } = await store.sessionState(ctx.sql, sessionId)
  if (factorAt === null) throw refuse(accountsErrors.factorFirst)
}

export async function confirmFactor(ctx: Ctx, { code }: { code: string }) {
  const actor = staff(ctx)
  const account = await store.getAccount(ctx.sql, actor.accountId)
  await mayReplace(ctx, actor, account)
  if (account.factorPendingSealed === null) throw refuse(accountsErrors.factorNotBegun)
  const step = stepOf(ctx.vault.open(account.factorPendingSealed), code, ctx.now, null)
  if (step === undefined) throw await wrong(ctx, account)
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(ctx.newToken()))
  await store.confirmFactor(ctx.sql, account.id, { step, at: ctx.now, codes: recoveryCodes.map((one) => indexOf(ctx, account.id, one)) })
  await entered(ctx, actor)
  return { recoveryCodes }
}

/** 第二步: the code of the authenticator, or one of the recovery codes. */
export async function passFactor(ctx: Ctx, { code }: { code: string }) {
  const actor = staff(ctx)
  const account = await store.getAccount(ctx.sql, actor.accountId)
  if (account.factorSealed === null) throw refuse(accountsErrors.factorNotBegun)
  if (/^\d{6}$/.test(code)) {
    const step = stepOf(ctx.vault.open(account.factorSealed), code, ctx.now, account.factorStep)
    if (step === undefined) throw await wrong(ctx, account)
    await store.setFactorStep(ctx.sql, account.id, step)
  } else if (!(await store.useRecoveryCode(ctx.sql, account.id, indexOf(ctx, account.id, code), ctx.now))) {
    throw await wrong(ctx, account)
  }
  await entered(ctx, actor)
  return { recoveryCodesLeft: await store.countRecoveryCodes(ctx.sql, account.id) }
}

async function entered(ctx: Ctx, { accountId, sessionId }: StaffActor): Promise<void> {
  await store.countFailure(ctx.sql, accountId, 0, null)
  await store.passSession(ctx.sql, sessionId, ctx.now)
}

/** Counts towards the same lock as wrong passwords; the last one ends the half-open sessions. */
async function wrong(ctx: Ctx, account: AccountRow): Promise<Error> {
  const failures = account.failedCount + 1
  const until = locksAfter(failures) ? addMinutes(ctx.now, passwordRules.lockMinutes) : null
  await store.countFailure(ctx.sql, account.id, failures, until)
  const trail = { accountId: account.id, cause: until ? 'locked' : 'wrongCode' }
  if (until === null) return refuseAndKeep(accountsErrors.factorWrong, { left: passwordRules.lockAfterFailures - failures }, trail)
  await store.endSessions(ctx.sql, account.id, ctx.now)
  return refuseAndKeep(accountsErrors.factorLocked, { minutes: passwordRules.lockMinutes }, trail)
}

const indexOf = (ctx: Ctx, accountId: string, code: string): string =>
  ctx.vault.index('token', `${accountId}:${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`)

/** `k3fm-9tqa`: eight letters out of a random token. */
const recoveryCode = (token: string): string =>
  [...token.toLowerCase()].filter((c) => LETTERS.includes(c)).slice(0, 8).join('').replace(/.{4}(?=.)/, '$&-')

/** Whether a right password alone is not enough: then it does not set the count of failures back. */
export const factorFollows = (account: AccountRow, settings: Record<string, unknown> | null): boolean =>
  account.factorSealed !== null && secondFactorOwed(account.role, null, settings?.['accounts.secondFactor'])
