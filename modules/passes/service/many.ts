import { sign as signBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { Ctx, Vault } from '../../../kernel/ctx.ts'
import { addMinutes } from '../../../kernel/dates.ts'
import { createMemory, type Memory } from '../../../kernel/memory.ts'
import type { PassClaims, PassKeys, Revocations, Verified } from '../contract.ts'
import { decodePass, judgePass, type ReadPass } from '../rules.ts'
import * as store from '../store.ts'
import { passKeys, signersOf } from './keys.ts'

/** What one house remembers: its keys for a moment, and the codes whose signature was found good. */
interface Proven { keys: OwnKeys | undefined; claims: Memory<string, PassClaims> }
interface OwnKeys extends PassKeys { signers: ReadonlyMap<number, KeyObject> }
const HALF = 100_000
const KEYS_FOR_MINUTES = 0.05
const memories = new WeakMap<Vault, Proven>()
function memoryOf(ctx: Ctx): Proven {
  const memory = memories.get(ctx.vault) ?? { keys: undefined, claims: createMemory(HALF) }
  memories.set(ctx.vault, memory)
  return memory
}
async function keysOf(ctx: Ctx, memory: Proven): Promise<OwnKeys> {
  const fresh = memory.keys && memory.keys.at <= ctx.now && addMinutes(memory.keys.at, KEYS_FOR_MINUTES) > ctx.now
  return fresh && memory.keys ? memory.keys : (memory.keys = { ...(await passKeys(ctx)), signers: await signersOf(ctx) })
}

/**
 * Signed by us: whoever holds the key signs once more and compares, since an Ed25519 signature has but one form (RFC 8032, 5.1.6). That costs a
 * third of the proof with the public half. In the thread pool: a batch of codes never seen is proven on all cores, and the others' requests go on meanwhile.
 */
const isSigned = (signer: KeyObject, { message, signature }: ReadPass): Promise<boolean> =>
  new Promise((done) => { signBytes(null, message, signer, (error, own) => done(error === null && own.length === signature.length && timingSafeEqual(own, signature))) })

async function claimsOf(text: string, { signers }: OwnKeys, memory: Proven): Promise<ProvenCode> {
  const known = memory.claims.get(text)
  if (known) return known
  const read = decodePass(text)
  if (typeof read === 'string') return { ok: false, reason: read, warnings: [] }
  const signer = signers.get(read.claims.keyId)
  if (!signer) return { ok: false, reason: 'unknownKey', warnings: [] }
  if (!(await isSigned(signer, read))) return { ok: false, reason: 'badSignature', warnings: [] }
  memory.claims.set(text, read.claims)
  return read.claims
}

/** A scanned text whose signature was proven, or why it is no pass of ours. */
export type ProvenCode = PassClaims | Verified

/** Reads many scanned texts at once and proves who signed them: nothing is said yet of how the passes stand. */
export async function proveCodes(ctx: Ctx, texts: readonly string[]): Promise<ProvenCode[]> {
  const memory = memoryOf(ctx)
  const keys = await keysOf(ctx, memory)
  return Promise.all(texts.map((text) => claimsOf(text, keys, memory)))
}

/** What the server says of proven codes: the phones' own judgement, on the state the passes have at this moment. */
export async function judgeCodes(ctx: Ctx, read: readonly ProvenCode[]): Promise<Verified[]> {
  const keys = await keysOf(ctx, memoryOf(ctx))
  const serials = [...new Set(read.flatMap((one) => ('serial' in one ? [one.serial] : [])))]
  const stops = serials.length === 0 ? [] : await store.stopsOf(ctx.sql, serials)
  const revocations: Revocations = { at: ctx.now, stops: Object.fromEntries(stops.map((stop) => [String(stop.serial), stop])) }
  return read.map((one) => ('serial' in one ? judgePass(one, { keys, revocations, now: ctx.now }) : one))
}
