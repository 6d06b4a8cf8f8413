import { useSyncExternalStore } from 'react'
import type { Instant } from '../../kernel/dates.ts'
import type { FieldRecord, PhoneLimits } from '../../modules/field/contract.ts'
import { standardLimits, type Kept } from '../../modules/field/rules.ts'
import type { Draft } from './drafts.ts'
import type { GateCarried } from './gate/known.ts'
import type { Account, RecordState } from './kept/shelf.ts'

/** What the server answered, or the community after a handing over. */
export interface Answer { at: Instant; receiptNo: string; /** How often the server could not deal with what waits. */ troubles?: number; /** The call or visit it became, by which it is taken back. */ madeId?: string; code?: string; params?: Record<string, unknown>; /** The server, knowing more, would have decided otherwise. */ differs?: boolean }
/** A record of the account that is in, opened. `about`: the person or door it is about, as the carried data name it. */
export interface BoxRecord { record: FieldRecord; about: string | null; state: RecordState; tries: number; answer?: Answer; /** Not written: it is in this page alone, until it can be. */ unkept?: true }

/** What the phone carries; at a gate also what the gate needs. */
export type KeptHere = Kept & { gate?: GateCarried | undefined }

export interface State {
  opening: boolean
  /** What the phone keeps does not open. */
  shut: boolean
  account: Account | undefined
  /** The account of somebody who has signed in and whose work is at a desk. */
  atDesk: string | undefined
  /** The session is over: work goes on, but nothing is sent before somebody signs in. */
  signInOwed: boolean
  records: readonly BoxRecord[]
  carry: KeptHere | undefined
  /** What has been begun and not recorded, by page and whom it is about. */
  drafts: Readonly<Record<string, Draft>>
  /** Seconds the server is ahead of this phone’s clock, as last measured. */
  clockOff: number
  /** 手机时间不可信 */
  clockLost: boolean
  syncing: boolean
  /** As last told by the server. */
  limits: PhoneLimits
}

/** Nobody is in: of whoever was, nothing is in sight any more. */
export const nobodyIn = { account: undefined, signInOwed: false, records: [], carry: undefined, drafts: {} } as const satisfies Partial<State>

let state: State = { ...nobodyIn, opening: true, shut: false, atDesk: undefined, clockOff: 0, clockLost: false, syncing: false, limits: standardLimits }
const listeners = new Set<() => void>()

export const staffState = (): State => state
export function setState(change: Partial<State>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}
export const useStaff = (): State => useSyncExternalStore(subscribe, staffState)

/** 没交上: the server has not got it, nor the community. */
export const isOwed = ({ state: one }: Pick<BoxRecord, 'state'>): boolean => one === 'waiting' || one === 'needsYou'
export const waitingOf = (records: readonly BoxRecord[]): number => records.filter(isOwed).length
/** 没记上: with the server neither. */
export const unkeptOf = (records: readonly BoxRecord[]): number => records.filter((one) => one.unkept && isOwed(one)).length
