import { msOf } from '../../../kernel/dates.ts'
import type { PassClaims, PassKey, PassKeys, PassReason, PassWarning, Revocations, StopKind, Verified } from '../contract/code.ts'
import { decodePass } from './layout.ts'

/** What the one who verifies knows; all of it lies on the phone. */
export interface Situation {
  keys: PassKeys | null
  revocations: Revocations | null
  /** The verifier's own clock. */
  now: string
  /** By how many seconds that clock ran ahead of the server's when they last spoke. */
  clock?: { aheadSeconds: number }
}
/** Ed25519, strict (RFC 8032): public key (base64url), message, signature. */
export type VerifySignature = (publicKey: string, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>

/**
 * Whether a scanned text is a good pass. The same function on the phone and on the server, without network: old keys or an old list
 * of stops give a warning and no refusal, since a gate that cannot let anybody home is worse than one that is a day behind.
 */
export async function verifyPass(text: string, situation: Situation & { verify: VerifySignature }): Promise<Verified> {
  const warnings = warningsOf(situation)
  const read = decodePass(text)
  if (typeof read === 'string') return { ok: false, reason: read, warnings }
  const key = keyOf(read.claims, situation)
  if (!key) return { ok: false, reason: 'unknownKey', warnings }
  if (!(await situation.verify(key.publicKey, read.message, read.signature))) return { ok: false, reason: 'badSignature', warnings }
  return judgePass(read.claims, situation)
}

/** The same for a code whose signature was found good before: what can have changed since is looked at again. */
export function judgePass(claims: PassClaims, situation: Situation): Verified {
  const warnings = warningsOf(situation)
  const bad = faultOf(claims, situation)
  return bad ? { ok: false, ...bad, claims, warnings } : { ok: true, claims, warnings }
}

function faultOf(claims: PassClaims, situation: Situation): { reason: PassReason; stop?: StopKind } | undefined {
  const key = keyOf(claims, situation)
  if (!key) return { reason: 'unknownKey' }
  const [now, skew] = [secondsNow(situation), situation.keys?.skewSeconds ?? 0]
  if (now - skew >= seconds(key.until)) return { reason: 'keyExpired' }
  if (now + skew < claims.notBefore) return { reason: 'notYetValid' }
  if (now - skew >= claims.expires) return { reason: 'expired' }
  const stop = situation.revocations?.stops[String(claims.serial)]
  if (stop?.stop) return { reason: 'revoked', stop: stop.stop }
  if (stop && claims.issue < stop.issue) return { reason: 'replaced' }
  return undefined
}

const seconds = (at: string): number => msOf(at) / 1000
const keyOf = (claims: PassClaims, { keys }: Situation): PassKey | undefined => keys?.keys.find((key) => key.keyId === claims.keyId)

/** The server's time as well as it is known here: corrected by the difference measured, and never before the last answer it gave. */
function secondsNow({ now, clock, keys, revocations }: Situation): number {
  const known = [keys?.at, revocations?.at].flatMap((at) => (at ? [seconds(at)] : []))
  return Math.max(seconds(now) - (clock?.aheadSeconds ?? 0), ...known)
}

function warningsOf(situation: Situation): PassWarning[] {
  const { now, keys, revocations } = situation
  const time = secondsNow(situation)
  const skew = keys?.skewSeconds ?? 0
  const stale = keys?.staleHours ?? 24
  const hoursSince = (at: string) => Math.floor((time - seconds(at)) / 3600)
  // the difference measured, or more where the clock stands before the server's last answer
  const ahead = seconds(now) - time
  return [
    ...(Math.abs(ahead) > skew ? [{ kind: 'clock', minutes: Math.round(ahead / 60) } as const] : []),
    ...(keys && hoursSince(keys.at) >= stale ? [{ kind: 'keysOld', hours: hoursSince(keys.at) } as const] : []),
    ...(!revocations ? [{ kind: 'noRevocations' } as const] : hoursSince(revocations.at) >= stale ? [{ kind: 'revocationsOld', hours: hoursSince(revocations.at) } as const] : []),
  ]
}
