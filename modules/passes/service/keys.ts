import { createPrivateKey, createPublicKey, sign as signBytes, verify as verifyBytes, type KeyObject } from 'node:crypto'
import type { Ctx, Job } from '../../../kernel/ctx.ts'
import { addMinutes, type Instant } from '../../../kernel/dates.ts'
import { refuse } from '../../../kernel/errors.ts'
import { settingOf } from '../../settings/service.ts'
import { passesErrors, type Medium, type PassKeys, type Verified } from '../contract.ts'
import { applyStops, encodePass, verifyPass, type VerifySignature } from '../rules.ts'
import * as store from '../store.ts'
import type { KeyRow, PassRow } from '../tables.ts'

const DAY = 24 * 60
// RFC 8410: what stands before the 32 bytes of an Ed25519 private and public key.
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')

const privateKeyOf = (seed: string): KeyObject => createPrivateKey({ key: Buffer.concat([PRIVATE, Buffer.from(seed, 'base64url')]), format: 'der', type: 'pkcs8' })
const readPublic = (key: string): KeyObject => createPublicKey({ key: Buffer.concat([PUBLIC, Buffer.from(key, 'base64url')]), format: 'der', type: 'spki' })

// Opening and reading a key costs more than signing with it.
const opened = new Map<string, KeyObject>()
function remembered(of: string, make: () => KeyObject): KeyObject {
  const known = opened.get(of) ?? make()
  opened.set(of, known)
  return known
}

const signerOf = (ctx: Ctx, sealed: string): KeyObject => remembered(sealed, () => privateKeyOf(ctx.vault.open(sealed)))
/** The server's primitive for `verifyPass`. */
export const verifySignature: VerifySignature = (publicKey, message, signature) => verifyBytes(null, message, remembered(publicKey, () => readPublic(publicKey)), signature)

async function makeKey(ctx: Ctx, keyId: number, signsFrom: Instant): Promise<void> {
  const seed = ctx.newToken()
  const signsUntil = addMinutes(signsFrom, (await settingOf(ctx, 'passes.keyDays')) * DAY)
  await store.insertKey(ctx.sql, {
    keyId, publicKey: String(createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' }).x), privateSealed: ctx.vault.seal(seed),
    signsFrom, signsUntil, until: addMinutes(signsUntil, ((await settingOf(ctx, 'passes.paperDays')) + 1) * DAY),
  })
}

/** Keys rotate: the first at once, the next so many days ahead that every phone has heard of it before anything is signed with it. */
export async function rotateKeys(ctx: Ctx): Promise<void> {
  const key = await store.findSigningKey(ctx.sql, ctx.now)
  if (!key) await makeKey(ctx, (await store.lastKeyId(ctx.sql)) + 1, ctx.now)
  else if (key.signsUntil <= addMinutes(ctx.now, (await settingOf(ctx, 'passes.keyAheadDays')) * DAY) && !(await store.hasKeyAt(ctx.sql, key.signsUntil))) await makeKey(ctx, (await store.lastKeyId(ctx.sql)) + 1, key.signsUntil)
}
export const keysJob: Job = { everyMinutes: DAY / 2, run: async (runner) => { await runner.tx(rotateKeys) } }

async function signingKey(ctx: Ctx): Promise<KeyRow> {
  const key = await store.findSigningKey(ctx.sql, ctx.now)
  if (key) return key
  await rotateKeys(ctx)
  const made = await store.findSigningKey(ctx.sql, ctx.now)
  if (!made) throw refuse(passesErrors.noKey)
  return made
}

export interface MadeCode { text: string; notBefore: Instant; expiresAt: Instant }
const seconds = (at: Instant): number => Math.floor(Date.parse(at) / 1000)
const earlier = (...times: Instant[]): Instant => times.reduce((a, b) => (Date.parse(a) < Date.parse(b) ? a : b))

/** Codes of passes: on paper good to its date, on a phone for minutes. */
export async function codesFor(ctx: Ctx, passes: readonly PassRow[], medium: Medium): Promise<Map<string, MadeCode>> {
  const key = await signingKey(ctx)
  const signer = signerOf(ctx, key.privateSealed)
  const minutes = await settingOf(ctx, 'passes.phoneMinutes')
  return new Map(passes.map((pass) => {
    const notBefore = medium === 'phone' && pass.validFrom < ctx.now ? ctx.now : pass.validFrom
    const expiresAt = earlier(pass.validUntil, key.until, ...(medium === 'phone' && pass.kind !== 'visitor' ? [addMinutes(ctx.now, minutes)] : []))
    const text = encodePass({
      kind: pass.kind, medium, keyId: key.keyId, serial: pass.serial, issue: pass.issue, areaNo: pass.compoundNo, householdId: pass.householdId, personId: pass.personId,
      notBefore: seconds(notBefore), expires: seconds(expiresAt),
    }, (message) => new Uint8Array(signBytes(null, message, signer)))
    return [pass.passId, { text, notBefore, expiresAt }]
  }))
}

export async function passKeys(ctx: Ctx): Promise<PassKeys> {
  return {
    keys: await store.publicKeys(ctx.sql, ctx.now), at: ctx.now,
    skewSeconds: await settingOf(ctx, 'passes.skewSeconds'), staleHours: await settingOf(ctx, 'passes.staleHours'),
  }
}

/** The private halves of the keys that are good now, by number, for who must prove thousands of our own codes a second. */
export const signersOf = async (ctx: Ctx): Promise<Map<number, KeyObject>> =>
  new Map((await store.sealedKeys(ctx.sql, ctx.now)).map(({ keyId, privateSealed }) => [keyId, signerOf(ctx, privateSealed)]))

/** Answers overlap, so that what was written while the last one was read is not missed; a stop that is said twice is still one. */
const OVERLAP_MINUTES = 10
/** What changed is said only to who has the rest of this territory; the list of another says nothing of it. */
export async function passStops(ctx: Ctx, last?: Instant, lastAreaId?: string) {
  const areaId = ctx.actor.kind === 'staff' ? ctx.actor.areaId : null
  const since = last !== undefined && lastAreaId === areaId ? last : null
  const stops = await store.stopsSince(ctx.sql, ctx.actor.scope.lo, since && addMinutes(since, -OVERLAP_MINUTES), ctx.now)
  return { areaId, since, at: ctx.now, count: stops.length, stops }
}

/** Of passes by their numbers those that are stopped, and since when: for what was let through by them before anybody there was told. One made good again is none. */
export const passesStopped = async (ctx: Ctx, serials: readonly number[]): Promise<Map<number, { stop: 'revoked' | 'suspended'; since: Instant }>> =>
  new Map(serials.length === 0 ? [] : (await store.stoppedOf(ctx.sql, serials)).map(({ serial, ...stopped }) => [serial, stopped]))

/** What the server says of a scanned text: the phones' own function on the keys and stops of this moment. */
export async function verifyCode(ctx: Ctx, code: string): Promise<Verified> {
  const { revocations } = applyStops(null, await passStops(ctx))
  return verifyPass(code, { keys: await passKeys(ctx), revocations, now: ctx.now, verify: verifySignature })
}
