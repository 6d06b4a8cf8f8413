import { lookAtCarry, putCarry, readCarry } from './carrying.ts'
import { readDrafts } from './drafts.ts'
import { accountIn, keepAccount, shelfMade, unlessShut, type Account } from './kept/shelf.ts'
import type { ShelfPart } from './kept/windows.ts'
import { keepAgain, readBox } from './outbox/box.ts'
import { settle } from './outbox/sending.ts'
import { nobodyIn, setState, staffState } from './state.ts'

/** Opened for whoever is in: all of theirs at once, and of nobody else's. */
export async function put(account: Account): Promise<void> {
  made = { id: await shelfMade() }
  const [records, carry, drafts] = [await readBox(account), await readCarry(account), await readDrafts(account)]
  setState({ account, atDesk: undefined, signInOwed: false, records, carry, drafts })
}

let made: { id: string | undefined } | undefined
let last: Promise<void> = Promise.resolve()
/** 看一眼: what another window has done to what lies on this phone. Whoever was signed out or followed there is out here too, once nothing of theirs is in this page alone. */
export const look = (...parts: ShelfPart[]): Promise<void> => (last = last.catch(() => undefined).then(() => lookAt(parts)))

async function lookAt(parts: readonly ShelfPart[]): Promise<void> {
  const there = await accountIn()
  const { account: here } = staffState()
  if (here && !there && made && made.id !== (await shelfMade())) return refill(here)
  if (here?.accountId !== there?.accountId) {
    if (here && !(await settle())) return
    return there ? put(there) : setState(nobodyIn)
  }
  if (!there) return
  // After a wipe and a new sign-in the key is another.
  if (parts.includes('accounts')) setState({ account: there })
  if (parts.includes('records')) setState({ records: await readBox(there) })
  if (parts.includes('carry')) await lookAtCarry(there)
  if (parts.includes('drafts')) setState({ drafts: await readDrafts(there) })
}

const heard = new Set<ShelfPart>()
let looking = false
/** Told by another window; however often, it is looked at once more. */
export async function hear(part: ShelfPart): Promise<void> {
  heard.add(part)
  if (looking) return
  looking = true
  try {
    while (heard.size > 0) {
      const parts = [...heard]
      heard.clear()
      await look(...parts).catch(unlessShut)
    }
  } finally {
    looking = false
  }
}

/** 被清空: the browser, or somebody in its settings, has emptied the shelf; nobody has signed out, and this page still has it all. */
async function refill(account: Account): Promise<void> {
  setState({ records: staffState().records.map((one) => ({ ...one, unkept: true })) })
  await keepAccount(account)
  await putCarry(account, staffState().carry)
  await keepAgain()
  made = { id: await shelfMade() }
}
