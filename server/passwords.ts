import argon2 from '@node-rs/argon2'
import type { Ctx } from '../kernel/ctx.ts'
import { openLane } from './lane.ts'

/** 19 MiB, 2 passes: the OWASP minimum for argon2id, 53 ms on the reference machine. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Node has four threads for such work; one is left to files. */
const ABREAST = 3
/** Some three seconds' worth: who would wait longer is told to come again, before anything is worked out for them. */
const WAITING = 100
const PATIENCE_MS = 3000

export const passwords: Ctx['passwords'] = {
  hash: (clear) => argon2.hash(clear, ARGON),
  verify: (hash, clear) => argon2.verify(hash, clear).catch(() => false),
}

const lane = openLane<Unverified, boolean>({
  flush: (asked) => Promise.all(asked.map(({ hash, clear }) => passwords.verify(hash, clear))),
  batch: 1, most: WAITING, abreast: ABREAST, patienceMs: PATIENCE_MS, clock: () => performance.now(),
})

/** What a request asks to be verified while its transaction is open: it ends, and the request begins again once the answer is known. */
class Unverified extends Error {
  readonly hash: string
  readonly clear: string
  constructor(hash: string, clear: string) {
    super('asked for a password to be verified')
    this.hash = hash
    this.clear = clear
  }
}

/**
 * Runs the work of a request so that no password is worked out while it holds a connection: on the embedded engine everybody would wait for it, on
 * PostgreSQL a few strangers trying passwords would hold all there are (docs/decisions/0085).
 */
export async function withPasswords<T>(work: (passwords: Ctx['passwords']) => Promise<T>): Promise<T> {
  const known = new Map<string, boolean>()
  const verify = async (hash: string, clear: string): Promise<boolean> => {
    const right = known.get(`${hash} ${clear}`)
    if (right === undefined) throw new Unverified(hash, clear)
    return right
  }
  for (;;) {
    try {
      return await work({ ...passwords, verify })
    } catch (error) {
      if (!(error instanceof Unverified)) throw error
      known.set(`${error.hash} ${error.clear}`, await lane.put(error))
    }
  }
}
