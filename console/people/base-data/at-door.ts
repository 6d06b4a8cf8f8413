import { useState } from 'react'
import { useFormats } from '../../../ui/format.ts'

const KEY = 'wangge.atDoor'

/** 在门口: whether what is filled in counts as a visit. Off until somebody standing there says so; it holds for that day on that device. */
export function useAtDoor(): [boolean, (on: boolean) => void] {
  const { today } = useFormats()
  const [day, setDay] = useState(read)
  const keep = (on: boolean) => {
    setDay(on ? today : '')
    try { localStorage.setItem(KEY, on ? today : '') } catch { /* it is asked again next time */ }
  }
  return [day === today, keep]
}

function read(): string | null {
  try { return localStorage.getItem(KEY) } catch { return null }
}
