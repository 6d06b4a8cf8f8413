import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useKeys } from './keys.ts'
import { useErrorWords, useWords } from './words.ts'

interface Note { text: string; undo?: (() => unknown) | undefined }
let note: Note | undefined
const listeners = new Set<() => void>()
const show = (next: Note | undefined) => { note = next; for (const listener of listeners) listener() }
const LASTS_MS = 12_000

/** Done at once, undone on request: `offerUndo(t(key, { name }), () => undoMove.mutateAsync({ … }))`. An undo that answers with a text has more to say than that it is done. */
export const offerUndo = (text: string, undo: () => unknown): void => show({ text, undo })
/** Says that something is done and cannot be undone: `say(t(key))`. */
export const say = (text: string): void => show({ text })

/** Stands once in the shell; key U takes the last step back while it is shown. */
export function UndoToast(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const queries = useQueryClient()
  const now = useSyncExternalStore((listener) => { listeners.add(listener); return () => { listeners.delete(listener) } }, () => note)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!now || held) return undefined
    const timer = setTimeout(() => show(undefined), LASTS_MS)
    return () => clearTimeout(timer)
  }, [now, held])
  const undo = async () => {
    const act = note?.undo
    if (!act) return
    show(undefined)
    try {
      const told = await act()
      say(typeof told === 'string' ? told : t('ui.undo.undone'))
      await queries.invalidateQueries()
    } catch (error) {
      say(tError(error))
    }
  }
  useKeys(now?.undo ? [{ key: 'u', words: 'ui.keys.undo', run: () => void undo() }] : [])
  return (
    <div role="status" aria-live="polite">
      {now ? (
        <div className="undo-toast" onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
          <span>{now.text}</span>
          {now.undo ? <button type="button" onClick={() => void undo()}>{t('ui.undo.undo')} <kbd>U</kbd></button> : null}
        </div>
      ) : null}
    </div>
  )
}
