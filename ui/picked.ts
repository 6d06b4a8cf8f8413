import { useEffect, useRef, type RefObject } from 'react'

/** In a row that scrolls sideways (tabs and chips on a phone) what is picked stands in the middle, not beyond the edge. */
export function usePickedInView<T extends HTMLElement>(picked: string | undefined): RefObject<T | null> {
  const row = useRef<T>(null)
  useEffect(() => {
    const one = row.current?.querySelector('[aria-current], [aria-pressed="true"]')
    if (!row.current || !one) return
    const [within, own] = [row.current.getBoundingClientRect(), one.getBoundingClientRect()]
    row.current.scrollLeft += own.left - within.left - (within.width - own.width) / 2
  }, [picked])
  return row
}
