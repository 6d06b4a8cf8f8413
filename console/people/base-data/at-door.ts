import { useState } from 'react'

const KEY = 'wangge.atDoor'
const PHONE_PX = 700

/** 在门口: whether what is filled in counts as a visit; a phone is at the door until told otherwise, a desk is not. */
export function useAtDoor(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    const kept = read()
    return kept === null ? window.innerWidth <= PHONE_PX : kept === 'yes'
  })
  const keep = (next: boolean) => {
    setOn(next)
    try { localStorage.setItem(KEY, next ? 'yes' : 'no') } catch { /* it is asked again next time */ }
  }
  return [on, keep]
}

function read(): string | null {
  try { return localStorage.getItem(KEY) } catch { return null }
}
