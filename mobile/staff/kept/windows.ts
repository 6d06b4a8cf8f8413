/** 几个窗口: the app may stand open more than once on a phone. Each hears what another has changed on the shelf they share, and what only one may do at a time is done in turn. */
export const shelfParts = ['accounts', 'records', 'carry', 'drafts'] as const
export type ShelfPart = (typeof shelfParts)[number]

let line: BroadcastChannel | undefined
const lineOf = (): BroadcastChannel | undefined => (line ??= 'BroadcastChannel' in globalThis ? new BroadcastChannel('wangge') : undefined)
export const tellOthers = (part: ShelfPart): void => lineOf()?.postMessage(part)
export const hearOthers = (hear: (part: ShelfPart) => void): void => lineOf()?.addEventListener('message', ({ data }) => hear(data as ShelfPart))

const TURN = 'wangge-sync'
/** Longer than any answer is waited for, several times over: who still has the turn was put to sleep with it by the phone. */
const ASLEEP_MS = 5 * 60_000
/** 一个一个来: sending, and the change of whose session it is, or what one has recorded went out under the name of the next. */
export async function inTurn<T>(work: () => Promise<T>, patienceMs = ASLEEP_MS): Promise<T> {
  if (!('locks' in navigator)) return work()
  let begun = false
  try {
    return (await navigator.locks.request(TURN, { signal: AbortSignal.timeout(patienceMs) }, () => { begun = true; return work() })) as T
  } catch (error) {
    if (begun) throw error
    return (await navigator.locks.request(TURN, { steal: true }, work)) as T
  }
}
