import { careApi } from '../../../modules/care/contract.ts'
import { disinfectionApi } from '../../../modules/disinfection/contract.ts'
import type { FieldCommand, ParcelWhy } from '../../../modules/field/contract.ts'
import { fieldApi } from '../../../modules/field/contract.ts'
import { isTrouble, meaningOf, parcelNoOf } from '../../../modules/field/rules.ts'
import { passageApi, type RecordedPassage } from '../../../modules/passage/contract.ts'
import { publicityApi } from '../../../modules/publicity/contract.ts'
import { quarantineApi } from '../../../modules/quarantine/contract.ts'
import { screeningApi } from '../../../modules/screening/contract.ts'
import { ApiError, ask, newCommandId, type Asked } from '../../../ui/client.ts'
import { dropRecord, phoneId, type Stored } from '../kept/shelf.ts'
import { isOwed, setState, staffState, unkeptOf, type BoxRecord } from '../state.ts'
import { allHere, changeInBox, fieldNow, keepAgain, markTried, sealedOf } from './box.ts'
import { isAside, nextOf } from './queue.ts'
import { feel } from '../feel.ts'

/** Where each command goes; the same table stands at the server for what is handed over. */
const endpoints: Record<FieldCommand, Asked> = {
  'quarantine.recordCall': quarantineApi.recordCall, 'quarantine.recordVisit': quarantineApi.recordVisit, 'screening.recordScreening': screeningApi.recordScreening, 'care.recordCareVisit': careApi.recordCareVisit, 'care.coverHome': careApi.coverHome, 'passage.recordPassages': passageApi.recordPassages,
  'passage.signOn': passageApi.signOn, 'passage.handOver': passageApi.handOver, 'disinfection.recordDisinfection': disinfectionApi.recordDisinfection, 'publicity.recordPublicity': publicityApi.recordPublicity,
}

/** The number a person can read out; a registration has one of its own. */
const receiptOf = (id: string, output: unknown): string => (output as { receiptNo?: string } | null)?.receiptNo ?? parcelNoOf(id, fieldNow())

/** What it became there, by which it is taken back. */
const madeOf = (output: unknown): { madeId?: string } => {
  const { callId, visitId, coverId } = (output ?? {}) as { callId?: unknown; visitId?: unknown; coverId?: unknown }
  const madeId = callId ?? visitId ?? coverId
  return typeof madeId === 'string' ? { madeId } : {}
}

/** Sends what waits of this account, one after the other in the order it was recorded. False when it should be tried again later. */
export async function sendAll(accountId: string): Promise<boolean> {
  const next = () => (staffState().account?.accountId === accountId ? nextOf(staffState().records, fieldNow()) : [])
  for (let batch = next(); batch.length > 0; batch = next()) if (!(await send(await markTried(batch), accountId))) return false
  return true
}

const send = async (batch: readonly BoxRecord[], by: string): Promise<boolean> => {
  const [one] = batch
  if (!one) return true
  const { command, phoneAt, clockOff } = one.record
  const recorded = { phoneAt, clockOff, by }
  return command === 'passage.recordPassages' ? sendPassages(batch, recorded) : sendOne(one, recorded)
}
interface Recorded { phoneAt: string; clockOff: number; by: string }

export const itemOf = ({ record }: BoxRecord): Record<string, unknown> => (record.input as { items: Record<string, unknown>[] }).items[0] ?? {}

/** Each has an id of its own that the server keeps once, so a batch may be made up anew when it goes again; one that comes back costs its neighbours nothing. */
async function sendPassages(batch: readonly BoxRecord[], recorded: Recorded): Promise<boolean> {
  try {
    const { items } = await ask(passageApi.recordPassages, { items: batch.map(itemOf) }, { commandId: newCommandId(), recorded })
    const settled = []
    for (const result of items) settled.push(await settlePassage(batch[result.index], result))
    feel('arrived')
    return settled.length === batch.length && settled.every(Boolean)
  } catch (error) {
    return refused(batch, error)
  }
}

/** 登录过时: felt once, by a phone in a pocket too. */
export function oweSignIn(): void {
  if (!staffState().signInOwed) feel('stop')
  setState({ signInOwed: true })
}

/** What an answer other than yes means for what was sent: false when it all waits for better times. */
async function refused(records: readonly BoxRecord[], error: unknown): Promise<boolean> {
  if (!(error instanceof ApiError)) throw error
  const meaning = meaningOf(error)
  if (meaning === 'signIn') oweSignIn()
  if (isTrouble(error)) return stepAside(records, error)
  for (const { record } of records) {
    if (meaning === 'parcel') {
      if (!(await handOver([record.id], 'dutyLost'))) return false
    } else if (meaning === 'needsYou') await changeInBox(record.id, { state: 'needsYou', answer: { at: fieldNow(), receiptNo: '', code: error.code, params: error.params } })
  }
  if (meaning === 'needsYou') feel('refused')
  return meaning === 'parcel' || meaning === 'needsYou'
}

/** 服务器出错: may be all of it, or this one record. False while it waits in its place; after some tries the others go on. */
async function stepAside(records: readonly BoxRecord[], { code }: ApiError): Promise<boolean> {
  for (const { record, answer } of records) await changeInBox(record.id, { answer: { at: fieldNow(), receiptNo: '', code, troubles: (answer?.troubles ?? 0) + 1 } })
  const ids = new Set(records.map(({ record }) => record.id))
  return staffState().records.every((one) => !ids.has(one.record.id) || isAside(one))
}

/** False when it should be tried again later. A gate out of reach is a duty lost, as a 404 is: it goes to where the gate stands. */
async function settlePassage(one: BoxRecord | undefined, { state, problem, differs }: RecordedPassage): Promise<boolean> {
  if (!one) return true
  const { id } = one.record
  if (problem === 'noSuchGate') return handOver([id], 'dutyLost')
  if (state === 'returned') await changeInBox(id, { state: 'needsYou', answer: { at: fieldNow(), receiptNo: '', code: `field.${problem ?? 'malformed'}` } })
  else await changeInBox(id, { state: 'arrived', answer: { at: fieldNow(), receiptNo: parcelNoOf(id, fieldNow()), ...(differs ? { differs } : {}) } })
  return true
}

async function sendOne(one: BoxRecord, recorded: Recorded): Promise<boolean> {
  const { record } = one
  try {
    const output: unknown = await ask(endpoints[record.command], record.input, { commandId: record.id, recorded })
    await changeInBox(record.id, { state: 'arrived', answer: { at: fieldNow(), receiptNo: receiptOf(record.id, output), ...madeOf(output) } })
    feel('arrived')
    return true
  } catch (error) {
    return refused([one], error)
  }
}

/** 交给社区: sealed as it lies here; the server opens it with the key of this account on this phone. */
export async function handOver(ids: readonly string[], why: ParcelWhy): Promise<boolean> {
  const { account, records } = staffState()
  if (!account) return false
  const chosen = records.filter(({ record }) => ids.includes(record.id))
  try {
    const received = new Map((await deliverSealed(account.accountId, why, await Promise.all(chosen.map(async (one) => ({ id: one.record.id, sealed: await sealedOf(account, one) }))))).map((one) => [one.id, one]))
    for (const id of ids) {
      const there = received.get(id)
      // Not opened there: somebody looks at it, and what stands behind it goes on.
      await changeInBox(id, there ? { state: there.arrived ? 'arrived' : 'handed', answer: { at: there.receivedAt, receiptNo: there.receiptNo } } : { state: 'needsYou', answer: { at: fieldNow(), receiptNo: '', code: 'field.malformed' } })
    }
    return true
  } catch (error) {
    return error instanceof ApiError && isTrouble(error) ? stepAside(chosen.filter(({ state }) => state === 'waiting'), error) : false
  }
}

/** 没记上的: written, or handed over sealed, which needs no session; false while some of it is in this page alone. */
export async function settle(): Promise<boolean> {
  await keepAgain()
  const owed = staffState().records.filter((one) => one.unkept && isOwed(one))
  if (owed.length > 0) await handOver(owed.map(({ record }) => record.id), 'left')
  return unkeptOf(staffState().records) === 0
}

/** 代交: what an owner who is not here, or may not send any more, has left on this phone. */
export async function deliverOf(accountId: string, why: ParcelWhy, which: (one: Stored) => boolean = () => true): Promise<void> {
  const left = (await allHere()).filter((one) => one.accountId === accountId && isOwed(one) && which(one))
  for (const { id } of await deliverSealed(accountId, why, left)) await dropRecord(id)
}

const AT_ONCE = 100
/** 打不开: said once, and no more before the page starts anew; it stays on the phone and in the count of what waits. */
const unopened = new Set<string>()
export const isUnopened = ({ id }: Pick<Stored, 'id'>): boolean => unopened.has(id)
/** Without a session, and without being able to read them. Gives what arrived. */
async function deliverSealed(accountId: string, why: ParcelWhy, chosen: readonly { id: string; sealed: string }[]) {
  const received = []
  for (let from = 0; from < chosen.length; from += AT_ONCE) {
    const parcels = chosen.slice(from, from + AT_ONCE).map(({ id, sealed }) => ({ id, sealed }))
    const answer = await ask(fieldApi.deliver, { phoneId: await phoneId(), accountId, why, parcels })
    received.push(...answer.received)
    for (const id of answer.refused) unopened.add(id)
  }
  return received
}
