import { useEffect, useRef } from 'react'
import { useKeys } from '../../ui/keys.ts'

export interface Walk<T> {
  /** The item after the open one; where that one was done and has left the list, whatever took its place. */
  next: T | undefined
}

/** J and K walk everything in view, across the groups; Enter does what the line's button does. */
export function useWalk<T extends { id: string }>(items: readonly T[], open: string | undefined, show: (id: string | undefined) => void, press: (item: T) => void): Walk<T> {
  const found = items.findIndex((item) => item.id === open)
  const place = useRef(-1)
  if (found >= 0) place.current = found
  const gone = found < 0 && open !== undefined
  const at = (by: 1 | -1): T | undefined => {
    if (open === undefined) return items[0]
    return items[gone ? Math.min(Math.max(0, place.current + (by < 0 ? -1 : 0)), items.length - 1) : found + by]
  }
  const step = (by: 1 | -1) => { const item = at(by); if (item) show(item.id) }
  useKeys([
    { key: 'j', words: 'ui.keys.next', run: () => step(1) },
    { key: 'k', words: 'ui.keys.previous', run: () => step(-1) },
    { key: 'ArrowDown', words: 'ui.keys.next', run: () => step(1), silent: true },
    { key: 'ArrowUp', words: 'ui.keys.previous', run: () => step(-1), silent: true },
    ...(open === undefined ? [] : [
      { key: 'Enter', words: 'today.page.keysOpen', run: () => { const item = items[found]; if (item) press(item) } },
      { key: 'Escape', words: 'ui.keys.close', run: () => show(undefined), always: true },
    ]),
  ])
  useEffect(() => { document.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest' }) }, [open])
  const next = open === undefined ? undefined : at(1)
  return { next: next?.id === open ? undefined : next }
}
