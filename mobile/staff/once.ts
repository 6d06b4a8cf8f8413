import { useState } from 'react'

/** One tap is one record: what is still being written is not written a second time. */
export function once(): (work: () => Promise<void>) => Promise<void> {
  let running = false
  return async (work) => {
    if (running) return
    running = true
    try { await work() } finally { running = false }
  }
}
export const useOnce = (): ReturnType<typeof once> => useState(once)[0]
