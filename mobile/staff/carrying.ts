import { fieldApi } from '../../modules/field/contract.ts'
import { homeOf, knownOf, meaningOf, merged, open, seal } from '../../modules/field/rules.ts'
import { ApiError, ask } from '../../ui/client.ts'
import { stillGood } from './carried.ts'
import { bringGate } from './gate/carrying.ts'
import { carryOf, dropCarry, keepCarry, nonce, phoneId, unlessShut, type Account } from './kept/shelf.ts'
import { fieldNow } from './outbox/box.ts'
import { setState, staffState, type KeptHere } from './state.ts'

let carriedAt = 0
let putting = 0
/** As it lies on the shelf, so that a large one is opened only when it is another. */
let sealedSeen: string | undefined
export const isDue = (everyMs: number): boolean => Date.now() - carriedAt > everyMs
export const carryAgain = (): void => { carriedAt = 0 }

/** 离岗、换了辖区: what was carried for a duty that is over goes from the phone. */
const dutyOver = (error: unknown): boolean => error instanceof ApiError && meaningOf(error) === 'parcel'

export async function bringCarry(account: Account): Promise<void> {
  const before = staffState().carry
  const fresh = await ask(fieldApi.carry, { known: before ? knownOf(before.parts) : '' }).catch((error: unknown) => { if (dutyOver(error)) return undefined; throw error })
  const kept = fresh && merged(before, fresh)
  const gate = kept && homeOf(account.me.role) === 'gate' ? await bringGate(before?.gate).catch((error: unknown) => (dutyOver(error) ? undefined : before?.gate)) : undefined
  if (staffState().account?.accountId !== account.accountId) return
  carriedAt = Date.now()
  await putCarry(account, kept && { ...kept, ...(gate ? { gate } : {}) })
}

const boundOf = async ({ accountId }: Account) => ({ phoneId: await phoneId(), accountId, id: 'carry' })
export async function putCarry(account: Account, carry: KeptHere | undefined): Promise<void> {
  putting++
  setState({ carry })
  try {
    sealedSeen = carry && (await seal(account.key, await boundOf(account), carry, nonce()))
    await (carry && sealedSeen ? keepCarry(account.accountId, { sealed: sealedSeen, madeAt: carry.madeAt }) : dropCarry(account.accountId)).catch(unlessShut)
  } finally {
    putting--
  }
}

/** 已过期: not only hidden. */
export async function dropExpired(): Promise<void> {
  const { account, carry } = staffState()
  const good = carry && stillGood(carry, fieldNow())
  if (account && good !== carry) await putCarry(account, good)
}

/** What the phone carries, opened at the start. */
export async function readCarry(account: Account): Promise<KeptHere | undefined> {
  const kept = await carryOf(account.accountId)
  const carry = kept && ((await open(account.key, await boundOf(account), kept.sealed)) as KeptHere | undefined)
  sealedSeen = kept?.sealed
  carriedAt = 0
  return carry && stillGood(carry, fieldNow())
}

/** Brought by another window, or gone there with the duty. */
export async function lookAtCarry(account: Account): Promise<void> {
  const kept = await carryOf(account.accountId)
  // What could not be written is younger than what lies there.
  if (putting > 0 || kept?.sealed === sealedSeen || (kept && kept.madeAt < (staffState().carry?.madeAt ?? ''))) return
  const carry = await readCarry(account)
  if (putting > 0 || staffState().account?.accountId !== account.accountId) return
  setState({ carry })
  carriedAt = Date.now()
}
