import { useRef, useState } from 'react'
import type { Instant } from '../../kernel/dates.ts'
import { isStale, open, seal, type DraftKey } from '../../modules/field/rules.ts'
import { dropDraftRow, keepDraftRow, nonce, phoneId, storedDrafts, type Account } from './kept/shelf.ts'
import { fieldNow } from './outbox/box.ts'
import { setState, staffState } from './state.ts'

/** 没记完的一条: sealed like a record, and gone with it. `title`: how it is offered again. */
export interface Draft { at: Instant; title: string; content: unknown }
const boundOf = async (account: Account, key: string) => ({ phoneId: await phoneId(), accountId: account.accountId, id: `draft:${key}` })

/** Opened with the phone; what is too old to be true any more is dropped. */
export async function readDrafts(account: Account): Promise<Record<string, Draft>> {
  const drafts: Record<string, Draft> = {}
  for (const row of await storedDrafts()) {
    if (isStale(row.key as DraftKey, row.at, fieldNow())) await dropDraftRow(row.accountId, row.key)
    else if (row.accountId === account.accountId && !writing.has(row.key)) {
      const draft = (await open(account.key, await boundOf(account, row.key), row.sealed)) as Draft | undefined
      if (draft) drafts[row.key] = draft
    }
  }
  // What is just being written this page knows better.
  return { ...drafts, ...Object.fromEntries(Object.entries(staffState().drafts).filter(([key]) => writing.has(key))) }
}

export const draftAt = (key: DraftKey): Draft | undefined => {
  const draft = staffState().drafts[key]
  return draft && !isStale(key, draft.at, fieldNow()) ? draft : undefined
}

// One write of a key at a time, the latest next: what is typed fast is not written letter by letter, and never in the wrong order.
const writing = new Map<string, Promise<void>>()
export function keepDraft(key: DraftKey, title: string, content: unknown): void {
  const { account, drafts } = staffState()
  if (!account) return
  setState({ drafts: { ...drafts, [key]: { at: fieldNow(), title, content } } })
  if (!writing.has(key)) writing.set(key, writeOut(account, key))
}
const keepSealed = async (account: Account, key: DraftKey, draft: Draft): Promise<void> =>
  keepDraftRow({ accountId: account.accountId, key, at: draft.at, sealed: await seal(account.key, await boundOf(account, key), draft, nonce()) })
async function writeOut(account: Account, key: DraftKey): Promise<void> {
  // Whoever signs out meanwhile keeps what was written so far.
  for (let written: Draft | undefined | null = null; staffState().account?.accountId === account.accountId;) {
    const draft = staffState().drafts[key]
    if (draft === written) break
    written = draft
    // Where the phone cannot write, the page still has it: what is recorded says so, what is only begun does not.
    await (draft ? keepSealed(account, key, draft) : dropDraftRow(account.accountId, key)).catch(() => undefined)
  }
  writing.delete(key)
}

/** Sent, or given up. */
export function dropDraft(key: DraftKey): void {
  const { account, drafts: { [key]: gone, ...drafts } } = staffState()
  if (!account || !gone) return
  setState({ drafts })
  if (!writing.has(key)) writing.set(key, writeOut(account, key))
}

export interface Kept<T> { value: T; set: (change: Partial<T> | ((before: T) => Partial<T>)) => void; /** When what is shown was begun, where it comes from before. */ from: Instant | undefined; restart: () => void; done: () => void }
/** What a page asks, kept on the phone from the first touch: `useDraft('door/…', title, () => ({ typed: '' }))`. */
export function useDraft<T extends object>(key: DraftKey, title: string, start: () => T): Kept<T> {
  const [{ value, from }, setKept] = useState<{ value: T; from: Instant | undefined }>(() => {
    const before = draftAt(key)
    return before ? { value: { ...start(), ...(before.content as T) }, from: before.at } : { value: start(), from: undefined }
  })
  const latest = useRef(value)
  const put = (next: T, since: Instant | undefined) => { latest.current = next; setKept({ value: next, from: since }) }
  return {
    value, from,
    set: (change) => { put({ ...latest.current, ...(typeof change === 'function' ? change(latest.current) : change) }, from); keepDraft(key, title, latest.current) },
    restart: () => { dropDraft(key); put(start(), undefined) },
    done: () => dropDraft(key),
  }
}
