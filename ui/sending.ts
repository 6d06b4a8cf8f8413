import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type RefObject } from 'react'
import { ApiError } from './client.ts'
import { invalidate } from './queries.ts'
import { say } from './undo.tsx'
import { useErrorWords } from './words.ts'

/** A picture chosen in a file field is sent at once; a refusal is said, and the field is free for the next. `touches`: the modules whose pages ask anew. */
export function useSending(work: (file: File) => Promise<unknown>, done: string, touches: readonly string[]): { field: RefObject<HTMLInputElement | null>; busy: boolean; send(file: File | undefined): void } {
  const tError = useErrorWords()
  const queries = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const send = async (file: File) => {
    setBusy(true)
    try {
      await work(file)
      say(done)
      await invalidate(queries, touches)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      say(tError(error))
    } finally {
      setBusy(false)
      if (field.current) field.current.value = ''
    }
  }
  return { field, busy, send: (file) => { if (file) void send(file) } }
}
