import { useSyncExternalStore } from 'react'
import { dayOf, toInstant, type Day, type Instant } from '../kernel/dates.ts'

/** Desk computers are often minutes or days wrong, so the time shown is the server's. */
let ahead = 0
let shown: Instant = toInstant(new Date())
const listeners = new Set<() => void>()

const tick = () => {
  shown = toInstant(new Date(Date.now() + ahead))
  for (const listener of listeners) listener()
}

export const setServerNow = (at: Instant): void => {
  ahead = Date.parse(at) - Date.now()
  tick()
}

/** By another difference than was measured: a phone whose own clock cannot be right. */
export const setAhead = (ms: number): void => {
  ahead = ms
  tick()
}

const KEPT = 'wangge.ahead'
/** A phone without signal goes on by what it measured last. */
export const keepClock = (): void => { try { localStorage.setItem(KEPT, String(ahead)) } catch { /* private window: measured anew */ } }
export function startClock(): number {
  try { ahead = Number(localStorage.getItem(KEPT) ?? 0) || 0 } catch { ahead = 0 }
  tick()
  return Math.round(ahead / 1000)
}

let timer: ReturnType<typeof setInterval> | undefined
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(tick, 20_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) { clearInterval(timer); timer = undefined }
  }
}

/** The server's time, renewed three times a minute: `const now = useNow()`. */
export const useNow = (): Instant => useSyncExternalStore(subscribe, () => shown)
export const useToday = (): Day => dayOf(useNow())
