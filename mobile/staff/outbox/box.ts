import { toInstant } from '../../../kernel/dates.ts'
import { fieldRecord, type FieldCommand, type FieldRecord } from '../../../modules/field/contract.ts'
import { open, seal } from '../../../modules/field/rules.ts'
import { newCommandId } from '../../../ui/client.ts'
import { dropRecord, keepRecord, nonce, phoneId, recordsOf, type Account } from '../kept/shelf.ts'
import { setState, staffState, type Answer, type BoxRecord } from '../state.ts'

const boundOf = async (account: Account, id: string) => ({ phoneId: await phoneId(), accountId: account.accountId, id })

/** Opens what this account has on this phone; what does not open is somebody else’s, and stays. */
export async function openBox(account: Account): Promise<void> {
  const records: BoxRecord[] = []
  for (const stored of await recordsOf(account.accountId)) {
    const content = await open(account.key, await boundOf(account, stored.id), stored.sealed)
    const record = fieldRecord.safeParse(content)
    if (!record.success) continue
    const answer = stored.answer ? ((await open(account.key, await boundOf(account, `${stored.id}:answer`), stored.answer)) as Answer | undefined) : undefined
    records.push({ record: record.data, about: (content as { about?: string | null }).about ?? null, state: stored.state, tries: stored.tries, ...(answer ? { answer } : {}) })
  }
  setState({ records: records.toSorted((a, b) => (a.record.id < b.record.id ? -1 : 1)) })
}

export const sealedOf = async (account: Account, { record, about }: BoxRecord): Promise<string> => seal(account.key, await boundOf(account, record.id), { ...record, about }, nonce())

/** Written sealed before anybody is told that it was kept. Where the phone cannot write, the page has it, says so, and tries again. */
async function store(account: Account, { unkept: _before, ...one }: BoxRecord): Promise<BoxRecord> {
  const { record, state, tries, answer } = one
  try {
    await keepRecord({
      id: record.id, accountId: account.accountId, at: record.at, state, tries, sealed: await sealedOf(account, one),
      ...(answer ? { answer: await seal(account.key, await boundOf(account, `${record.id}:answer`), answer, nonce()) } : {}),
    })
    return one
  } catch {
    return { ...one, unkept: true }
  }
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
  const { account, clockOff } = staffState()
  if (!account) return undefined
  const record: FieldRecord = { id: newCommandId(), command, input, at: fieldNow(), phoneAt: toInstant(new Date()), clockOff, words: { title: title.slice(0, 120), lines: lines.map((line) => line.slice(0, 300)) } }
  const one = await store(account, { record, about, state: 'waiting', tries: 0 })
  setState({ records: [...staffState().records, one] })
  return record
}

export async function changeInBox(id: string, change: Partial<Pick<BoxRecord, 'state' | 'tries' | 'answer'>>): Promise<void> {
  const { account, records } = staffState()
  const one = records.find(({ record }) => record.id === id)
  if (!account || !one) return
  const after = await store(account, { ...one, ...change })
  setState({ records: staffState().records.map((other) => (other.record.id === id ? after : other)) })
}

/** 开始交: from here on only the server knows whether it has them. */
export async function markTried(batch: readonly BoxRecord[]): Promise<void> {
  const ids = new Set(batch.map(({ record }) => record.id))
  setState({ records: staffState().records.map((one) => (ids.has(one.record.id) ? { ...one, tries: one.tries + 1 } : one)) })
  await Promise.all([...ids].map((id) => changeInBox(id, {})))
}

export const mayTakeBack = ({ state, tries }: BoxRecord): boolean => state === 'waiting' && tries === 0
/** 撤回 on the phone alone: only what was never tried. False where it was, or where it is still written. */
export async function takeBack(id: string): Promise<boolean> {
  const one = staffState().records.find(({ record }) => record.id === id)
  if (!one || !mayTakeBack(one)) return false
  // Out of sight first: no sending takes it up meanwhile.
  setState({ records: staffState().records.filter((other) => other !== one) })
  const gone = await dropRecord(id).then(() => true, () => one.unkept === true)
  if (!gone) setState({ records: [...staffState().records, one] })
  return gone
}
export async function forgetRecord(id: string): Promise<void> {
  await dropRecord(id)
  setState({ records: staffState().records.filter(({ record }) => record.id !== id) })
}

/** What arrived some days ago is with the server, and the phone forgets it. */
export async function tidy(): Promise<void> {
  const keptMs = staffState().limits.keptDays * 86_400_000
  const old = staffState().records.filter((one) => (one.state === 'arrived' || one.state === 'handed') && Date.parse(fieldNow()) - Date.parse(one.record.at) > keptMs)
  for (const { record } of old) await forgetRecord(record.id).catch(() => undefined)
}
