import { useEffect } from 'react'
import { screeningApi } from '../../modules/screening/contract.ts'
import { newCommandId } from '../../ui/client.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { inputOf, type Draft } from './draft.ts'
import type { Receipt } from './Received.tsx'

const AGAIN_MS = 15_000

/**
 * Sends a declaration until it has arrived: again when the signal returns, and after the page was closed, always as the same
 * command, so that it is taken once. What was changed since is a new one; what was refused waits for whoever fills it in.
 */
export function useSending(draft: Draft, set: (change: Partial<Draft>) => void, onDone: (receipt: Receipt) => void) {
  const send = useCommandOf(screeningApi.declare, {
    commandId: (input) => {
      const of = JSON.stringify(input)
      if (draft.submission?.of === of) return draft.submission.id
      const id = newCommandId()
      set({ submission: { of, id } })
      return id
    },
    onDone,
    onRefused: (error) => { if (error.status !== 0 && error.status !== 503) set({ submission: undefined }) },
  })
  const waits = draft.submission !== undefined && draft.submission.of === JSON.stringify(inputOf(draft))
  const { isPending, mutate } = send
  useEffect(() => {
    if (!waits || isPending) return undefined
    const again = () => { if (navigator.onLine) mutate(inputOf(draft)) }
    const timer = setTimeout(again, send.isError ? AGAIN_MS : 0)
    addEventListener('online', again)
    return () => { clearTimeout(timer); removeEventListener('online', again) }
  }, [waits, isPending, mutate, send.isError, draft])
  return { ...send, send: () => mutate(inputOf(draft)) }
}
