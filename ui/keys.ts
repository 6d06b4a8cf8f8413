import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface KeyBinding {
  /** As `KeyboardEvent.key`, small letters: `j`, `/`, `Escape`. */
  key: string
  /** Words key for the help sheet. */
  words: string
  run: () => void
  /** Works while typing too (Escape). */
  always?: boolean
  /** Two names for one act: only one of them stands in the help sheet. */
  silent?: boolean
}

let stack: KeyBinding[][] = []
const listeners = new Set<() => void>()
const change = (next: KeyBinding[][]) => { stack = next; for (const listener of listeners) listener() }

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** A choice or a button uses Enter and space itself. */
const ownsEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, [role="menuitem"], [role="tab"], [role="option"], [role="dialog"]') !== null

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const binding = stack.toReversed().flat().find((one) => one.key === pressed)
    if (!binding || (typing(event.target) && !binding.always) || (pressed === 'Enter' && ownsEnter(event.target))) return
    event.preventDefault()
    binding.run()
  })
}

/** Keys of a page while it is shown, listed in the `?` sheet: `useKeys([{ key: 'n', words: 'people.keys.new', run: open }])`. */
export function useKeys(bindings: KeyBinding[]): void {
  const latest = useRef(bindings)
  useEffect(() => { latest.current = bindings })
  const shape = bindings.map((b) => `${b.key} ${b.words} ${b.always ?? ''}`).join('|')
  useEffect(() => {
    const live = latest.current.map((b, i) => ({ ...b, run: () => latest.current[i]?.run() }))
    change([...stack, live])
    return () => change(stack.filter((one) => one !== live))
  }, [shape])
}

export const useAllKeys = (): KeyBinding[] =>
  useSyncExternalStore((listener) => { listeners.add(listener); return () => { listeners.delete(listener) } }, () => stack).flat()
