import { toInstant } from '../../../kernel/dates.ts'
import { fieldRecord, type FieldCommand, type FieldRecord } from '../../../modules/field/contract.ts'
import { open, seal } from '../../../modules/field/rules.ts'
import { newCommandId } from '../../../ui/client.ts'
import { dropRecord, dropUntried, keepRecord, nonce, phoneId, recordsOf, storedRecords, type Account, type Stored } from '../kept/shelf.ts'
import { setState, staffState, type Answer, type BoxRecord } from '../state.ts'

const boundOf = async (account: Account, id: string) => ({ phoneId: await phoneId(), accountId: account.accountId, id })

let touched = 0
/** What of a row may change after it was recorded, as it was seen last: opened again is only what another window has changed. */
const seen = new WeakMap<FieldRecord, string>()
const markOf = ({ state, tries, answer = '' }: Stored): string => [state, tries, answer].join()

/** What this account has on this phone, whichever window recorded it; what does not open is somebody else’s, and stays. */
export async function readBox(account: Account): Promise<BoxRecord[]> {
  for (;;) {
    const from = touched
    const { account: here, records } = staffState()
    const known = new Map((here?.accountId === account.accountId ? records : []).map((one) => [one.record.id, one]))
    const read = await Promise.all((await recordsOf(account.accountId)).map((stored) => openOne(account, stored, known.get(stored.id))))
    // What this page has changed itself meanwhile it knows better.
    if (from !== touched) continue
    // In the order this page knows them: a clock that was set back gives younger records older ids.
    const box = new Map([...known.values()].flatMap((one) => (one.unkept ? [[one.record.id, one] as const] : [])))
    const place = new Map([...known.keys()].map((id, index) => [id, index]))
    for (const one of read) if (one) box.set(one.record.id, one)
    return [...box.values()].toSorted((a, b) => (place.get(a.record.id) ?? Infinity) - (place.get(b.record.id) ?? Infinity) || (a.record.id < b.record.id ? -1 : 1))
  }
}

async function openOne(account: Account, stored: Stored, known: BoxRecord | undefined): Promise<BoxRecord | undefined> {
  const settled = known?.record.doubtful === 'open' ? undefined : known
  if (known?.unkept || (settled && seen.get(settled.record) === markOf(stored))) return known
  // Its time may have been put right in another window.
  const { record, about } = settled ?? (await contentOf(account, stored))
  if (!record) return undefined
  const answer = stored.answer ? ((await open(account.key, await boundOf(account, `${stored.id}:answer`), stored.answer)) as Answer | undefined) : undefined
  seen.set(record, markOf(stored))
  return { record, about, state: stored.state, tries: stored.tries, ...(answer ? { answer } : {}) }
}
async function contentOf(account: Account, { id, sealed }: Stored) {
  const content = await open(account.key, await boundOf(account, id), sealed)
  return { record: fieldRecord.safeParse(content).data, about: (content as { about?: string | null } | undefined)?.about ?? null }
}

export const sealedOf = async (account: Account, { record, about }: BoxRecord): Promise<string> => seal(account.key, await boundOf(account, record.id), { ...record, about }, nonce())
const storedOf = async (account: Account, one: BoxRecord): Promise<Stored> => ({
  id: one.record.id, accountId: account.accountId, at: one.record.at, state: one.state, tries: one.tries, sealed: await sealedOf(account, one),
  ...(one.answer ? { answer: await seal(account.key, await boundOf(account, `${one.record.id}:answer`), one.answer, nonce()) } : {}),
})

/** Written sealed before anybody is told that it was kept. Where the phone cannot write, the page has it, says so, and tries again. Undefined where another window has taken it away, or further. */
async function store(account: Account, { unkept, ...one }: BoxRecord, isNew = unkept === true): Promise<BoxRecord | undefined> {
  touched++
  try {
    const stored = await storedOf(account, one)
    if (!(await keepRecord(stored, isNew))) return undefined
    seen.set(one.record, markOf(stored))
    return one
  } catch {
    return { ...one, unkept: true }
  } finally {
    touched++
  }
}

/** 这台手机上的: of everybody who used it, with what this page alone has. */
export async function allHere(): Promise<Stored[]> {
  const { account, records } = staffState()
  const unkept = account ? await Promise.all(records.filter((one) => one.unkept).map((one) => storedOf(account, one))) : []
  return [...(await storedRecords()).filter(({ id }) => !unkept.some((one) => one.id === id)), ...unkept]
}
/** What could not be written is written as soon as it can be. */
export async function keepAgain(): Promise<void> {
  for (const { record } of staffState().records.filter(({ unkept }) => unkept)) await changeInBox(record.id, {})
}

/** The time of the server, as well as this phone knows it. */
export const fieldNow = (): string => toInstant(new Date(Date.now() + staffState().clockOff * 1000))

export interface Said { command: FieldCommand; input: Record<string, unknown>; about: string | null; title: string; lines: readonly string[] }

/** 记下: into the outbox, with its own time and id; it is sent when there is a signal. */
export async function putInBox({ command, input, about, title, lines }: Said): Promise<FieldRecord | undefined> {
  const { account, clockOff, clockLost } = staffState()
  if (!account) return undefined
  const record: FieldRecord = { id: newCommandId(), command, input, at: fieldNow(), phoneAt: toInstant(new Date()), clockOff, ...(clockLost ? { doubtful: 'open' as const } : {}), words: { title: title.slice(0, 120), lines: lines.map((line) => line.slice(0, 300)) } }
  const one = await store(account, { record, about, state: 'waiting', tries: 0 }, true)
  if (one) setState({ records: [...without(record.id), one] })
  return record
}

/** 时间核定: the record as it is known now, before anybody has sent it. */
export async function putRight(id: string, record: FieldRecord): Promise<void> {
  const { account, records } = staffState()
  const one = records.find((other) => other.record.id === id)
  if (!account || !one) return
  const after = await store(account, { ...one, record })
  if (after) setState({ records: staffState().records.map((other) => (other.record.id === id ? after : other)) })
}

const without = (id: string): BoxRecord[] => staffState().records.filter(({ record }) => record.id !== id)

export async function changeInBox(id: string, change: Partial<Pick<BoxRecord, 'state' | 'tries' | 'answer'>>): Promise<void> {
  const { account, records } = staffState()
  const one = records.find(({ record }) => record.id === id)
  if (!account || !one) return
  const after = await store(account, { ...one, ...change })
  setState({ records: after ? staffState().records.map((other) => (other.record.id === id ? after : other)) : without(id) })
}

/** 开始交: from here on only the server knows whether it has them. Gives what is still there to be sent. */
export async function markTried(batch: readonly BoxRecord[]): Promise<BoxRecord[]> {
  const ids = new Set(batch.map(({ record }) => record.id))
  setState({ records: staffState().records.map((one) => (ids.has(one.record.id) ? { ...one, tries: one.tries + 1 } : one)) })
  await Promise.all([...ids].map((id) => changeInBox(id, {})))
  return staffState().records.filter(({ record, state }) => ids.has(record.id) && state === 'waiting')
}

export const mayTakeBack = ({ state, tries }: BoxRecord): boolean => state === 'waiting' && tries === 0
/** 撤回 on the phone alone: only what was never tried. False where it was, or where it is still written. */
export async function takeBack(id: string): Promise<boolean> {
  const one = staffState().records.find(({ record }) => record.id === id)
  if (!one || !mayTakeBack(one)) return false
  // Out of sight first: no sending takes it up meanwhile.
  setState({ records: without(id) })
  touched++
  const gone = await dropUntried(id).catch(() => one.unkept === true)
  touched++
  setState({ records: gone ? without(id) : [...without(id), one] })
  return gone
}
export async function forgetRecord(id: string): Promise<void> {
  touched++
  await dropRecord(id)
  touched++
  setState({ records: without(id) })
}

/** What arrived some days ago is with the server, and the phone forgets it; what was recorded then and has only just arrived is seen first, with its receipt. */
export async function tidy(): Promise<void> {
  const keptMs = staffState().limits.keptDays * 86_400_000
  const old = staffState().records.filter((one) => (one.state === 'arrived' || one.state === 'handed') && Date.parse(fieldNow()) - Date.parse(one.answer?.at ?? one.record.at) > keptMs)
  for (const { record } of old) await forgetRecord(record.id).catch(() => undefined)
}
