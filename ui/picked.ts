import { useEffect, useRef, type RefObject } from 'react'

/** In a row that scrolls sideways (tabs and chips on a phone) what is picked stands in the middle, not beyond the edge. */
export function usePickedInView<T extends HTMLElement>(picked: string | undefined): RefObject<T | null> {
  const row = useRef<T>(null)
  useEffect(() => {
    const around = row.current
    if (!around) return
    const centre = () => {
      const one = around.querySelector('[aria-current], [aria-pressed="true"]')
      if (!one) return
      const [within, own] = [around.getBoundingClientRect(), one.getBoundingClientRect()]
      around.scrollLeft += own.left - within.left - (within.width - own.width) / 2
    }
    // Once it is there, and again when the telephone is turned.
    const watching = new ResizeObserver(centre)
    watching.observe(around)
    return () => watching.disconnect()
  }, [picked])
  return row
}
