import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { phoneLimits, type PhoneLimits } from '../../../modules/field/contract.ts'
import { standardLimits } from '../../../modules/field/rules.ts'
import type { Me } from '../../../modules/accounts/contract.ts'
import { tellOthers, type ShelfPart } from './windows.ts'

/** Whoever is in on this phone; the key can be used and never be read (docs/decisions/0058). */
export interface Account { accountId: string; me: Me; deviceId: string; key: CryptoKey }
export type RecordState = 'waiting' | 'arrived' | 'needsYou' | 'handed'
/** Open to the eye are only whose it is, since when, and whether it waits; the rest is sealed. */
export interface Stored { id: string; accountId: string; at: string; state: RecordState; tries: number; sealed: string; answer?: string }

/** What somebody has begun and not recorded; open to the eye is only of which page it is. */
export interface StoredDraft { accountId: string; key: string; at: string; sealed: string }

interface Shelf extends DBSchema {
  phone: { key: string; value: string }
  accounts: { key: string; value: Account }
  records: { key: string; value: Stored; indexes: { account: string } }
  carry: { key: string; value: { sealed: string; madeAt: string } }
  drafts: { key: [string, string]; value: StoredDraft; indexes: { account: string } }
}

let known: string | undefined
let opened: Promise<IDBPDatabase<Shelf>> | undefined
/** Let go, so that the next who needs it opens it anew. */
function close(): void {
  void opened?.then((db) => db.close(), () => undefined)
  opened = undefined
}
const shelf = (): Promise<IDBPDatabase<Shelf>> => (opened ??= openDB<Shelf>('wangge', 2, {
  upgrade(db, before) {
    if (before < 2) db.createObjectStore('drafts', { keyPath: ['accountId', 'key'] }).createIndex('account', 'accountId')
    if (before > 0) return
    // Emptied by the browser under an open page: what the page still writes is sealed under the id it had.
    const phone = db.createObjectStore('phone')
    if (known) void phone.put(known, 'id')
    void phone.put(crypto.randomUUID(), 'made')
    db.createObjectStore('accounts')
    db.createObjectStore('records', { keyPath: 'id' }).createIndex('account', 'accountId')
    db.createObjectStore('carry')
  },
  // A newer version of this page in another tab does not wait for this one.
  blocking: close,
  terminated: close,
}))

/** Phones drop an open store behind the page’s back (iOS after a while in the background), and say so by the next refusal: tried once more on a fresh one. */
async function onShelf<T>(work: (db: IDBPDatabase<Shelf>) => Promise<T>): Promise<T> {
  try {
    return await work(await shelf())
  } catch {
    close()
    return work(await shelf())
  }
}

/** The other windows hear of it. */
async function change<T>(part: ShelfPart, work: (db: IDBPDatabase<Shelf>) => Promise<T>): Promise<T> {
  const done = await onShelf(work)
  tellOthers(part)
  return done
}

/** Made by chance with the shelf: another one than before has been emptied behind the page’s back. */
export const shelfMade = (): Promise<string | undefined> => onShelf((db) => db.get('phone', 'made'))

/** What the phone keeps cannot be read or written just now: no reason not to go on with what the page has. */
export const isShut = (error: unknown): boolean => error instanceof DOMException
export const unlessShut = (error: unknown): void => { if (!isShut(error)) throw error }

/** Made once by chance; it stands for this phone where no session is left. */
export const phoneId = async (): Promise<string> => (known ??= await onShelf(async (db) => {
  const kept = await db.get('phone', 'id')
  if (kept) return kept
  const made = crypto.randomUUID()
  await db.put('phone', made, 'id')
  return made
}))

/** 启用过: an id is made with the first sign-in. */
export const isPhoneOfStaff = async (): Promise<boolean> => (await onShelf((db) => db.get('phone', 'id'))) !== undefined

/** 退出没送到: whose session the server has not heard the end of. */
export const signOutOwed = (): Promise<string | undefined> => onShelf((db) => db.get('phone', 'signOutOwed'))
export const oweSignOut = async (accountId: string): Promise<void> => { await onShelf((db) => db.put('phone', accountId, 'signOutOwed')) }
export const signedOut = (): Promise<void> => onShelf((db) => db.delete('phone', 'signOutOwed'))

/** What the server said last of how phones are kept here. */
export const keepLimits = async (limits: PhoneLimits): Promise<void> => { await onShelf((db) => db.put('phone', JSON.stringify(limits), 'limits')) }
export async function limitsKept(): Promise<PhoneLimits> {
  const read = phoneLimits.safeParse(JSON.parse((await onShelf((db) => db.get('phone', 'limits'))) ?? 'null'))
  return read.success ? read.data : standardLimits
}

export const accountIn = async (): Promise<Account | undefined> => (await onShelf((db) => db.getAll('accounts')))[0]

/** One at a time: whoever comes in shuts the former's data away, and their records stay sealed. */
export async function letIn(account: Account): Promise<void> {
  // Where there is no room for whoever comes, whoever was in stays.
  await keepAccount(account)
  for (const other of await onShelf((db) => db.getAllKeys('accounts'))) if (other !== account.accountId) await letOut(other)
}
export const keepAccount = async (account: Account): Promise<void> => { await change('accounts', (db) => db.put('accounts', account, account.accountId)) }
export async function letOut(accountId: string): Promise<void> {
  await change('accounts', (db) => db.delete('accounts', accountId))
  await dropCarry(accountId)
}

/** Records of everybody who used this phone, sealed as they are. */
export const storedRecords = (): Promise<Stored[]> => onShelf((db) => db.getAll('records'))
export const recordsOf = (accountId: string): Promise<Stored[]> => onShelf((db) => db.getAllFromIndex('records', 'account', accountId))
/** False where another window has taken it back, or heard that it arrived: nothing comes back by what this one does not know yet. */
export const keepRecord = (record: Stored, isNew: boolean): Promise<boolean> => change('records', async (db) => {
  const { store, done } = db.transaction('records', 'readwrite')
  const there = await store.get(record.id)
  const may = there ? !(isSettled(there) && record.state === 'waiting') : isNew
  if (may) await store.put(record)
  await done
  return may
})
const isSettled = ({ state }: Stored): boolean => state === 'arrived' || state === 'handed'
/** False where any window has begun to send it. */
export const dropUntried = (id: string): Promise<boolean> => change('records', async (db) => {
  const { store, done } = db.transaction('records', 'readwrite')
  const there = await store.get(id)
  const may = !there || (there.state === 'waiting' && there.tries === 0)
  if (may) await store.delete(id)
  await done
  return may
})
export const dropRecord = (id: string): Promise<void> => change('records', (db) => db.delete('records', id))
export const storedDrafts = (): Promise<StoredDraft[]> => onShelf((db) => db.getAll('drafts'))
const draftsOf = (accountId: string): Promise<StoredDraft[]> => onShelf((db) => db.getAllFromIndex('drafts', 'account', accountId))
export const keepDraftRow = async (draft: StoredDraft): Promise<void> => { await change('drafts', (db) => db.put('drafts', draft)) }
export const dropDraftRow = (accountId: string, key: string): Promise<void> => change('drafts', (db) => db.delete('drafts', [accountId, key]))
export const keepCarry = async (accountId: string, carry: { sealed: string; madeAt: string }): Promise<void> => { await change('carry', (db) => db.put('carry', carry, accountId)) }
export const dropCarry = (accountId: string): Promise<void> => change('carry', (db) => db.delete('carry', accountId))
export const carryOf = (accountId: string) => onShelf((db) => db.get('carry', accountId))
export const carryDates = (): Promise<Map<string, string>> => onShelf(async (db) =>
  new Map(await Promise.all((await db.getAllKeys('carry')).map(async (key) => [key, (await db.get('carry', key))?.madeAt ?? ''] as const))))

/** 远程清除: nothing of this account is left on the phone. Its records have been delivered before. */
export async function forget(accountId: string): Promise<void> {
  await letOut(accountId)
  for (const { id } of await recordsOf(accountId)) await dropRecord(id)
  for (const { key } of await draftsOf(accountId)) await dropDraftRow(accountId, key)
}

export const nonce = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(12))
