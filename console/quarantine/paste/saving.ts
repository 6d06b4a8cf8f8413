import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { quarantineApi, type CheckSheet, type PasteRow } from '../../../modules/quarantine/contract.ts'
import { newCommandId } from '../../../ui/client.ts'
import { invalidate, useCommandOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords, type Say } from '../../../ui/words.ts'
import { judgeLines, settle, type Draft, type Line } from './lines.ts'

/** Sent at once; a long paste goes in parts, so that others are served in between. */
const PART = 200
const parts = <T,>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / PART) }, (_, i) => all.slice(i * PART, (i + 1) * PART))
type SetDraft = (next: (before: Draft) => Draft) => void
interface Tally { saved: Line[]; known: number; wrong: number }

/** Records every row that is ready; wrong ones stay with their reason. Broken off in the middle, nothing is lost and nothing doubled. */
export function useSaving(draft: Draft, set: SetDraft, sheet: CheckSheet, now: string): { save: () => void; undo: (lines: readonly Line[]) => Promise<void>; done: number | undefined } {
  const t = useWords()
  const tError = useErrorWords()
  const queries = useQueryClient()
  const [done, setDone] = useState<number>()
  const paste = useCommandOf(quarantineApi.pasteChecks, { touches: [] })
  const undo = useUndo(set)
  const send = async () => {
    const judged = judgeLines(draft.lines, sheet, now)
    const ready = draft.lines.flatMap((line, i) => (judged[i]?.state === 'good' ? [toSend(line, judged[i].person?.episodeId)] : []))
    const left = new Set(draft.lines.filter((_, i) => judged[i]?.state === 'left').map(({ rowId }) => rowId))
    const tally: Tally = { saved: [], known: left.size, wrong: judged.filter(({ state }) => state === 'wrong').length }
    for (const rows of parts(ready)) {
      const answer = await paste.mutateAsync({ rows })
      const saved = new Set(answer.saved.map(({ rowId }) => rowId))
      tally.saved.push(...draft.lines.filter(({ rowId }) => saved.has(rowId)))
      tally.known += answer.known.length
      tally.wrong += answer.refused.length
      setDone(tally.saved.length)
      set((before) => settle(before, answer, [...tally.saved]))
    }
    set((before) => ({ ...before, lines: before.lines.filter(({ rowId }) => !left.has(rowId)) }))
    offerUndo(tallyWords(t, tally), () => undo(tally.saved))
  }
  const save = () => {
    setDone(0)
    void send().catch((error: unknown) => say(tError(error))).finally(() => { setDone(undefined); void invalidate(queries) })
  }
  return { save, undo, done }
}

const toSend = ({ rowId, line, cells, keep }: Line, episodeId: string | undefined): PasteRow => ({ rowId, line, cells, ...(episodeId ? { episodeId } : {}), ...(keep === undefined ? {} : { keep }) })

const tallyWords = (t: Say, { saved, known, wrong }: Tally): string => [
  t('quarantine.paste.saved', { n: saved.length }), ...(known > 0 ? [t('quarantine.paste.knownToo', { n: known })] : []), ...(wrong > 0 ? [t('quarantine.paste.wrongToo', { n: wrong })] : []),
].join(' · ')

/** 撤销: rows taken back stand in the grid again, as new ones; a fever stays with the health centre and is said. */
function useUndo(set: SetDraft): (lines: readonly Line[]) => Promise<void> {
  const t = useWords()
  const takeBack = useCommandOf(quarantineApi.undoPaste)
  return async (lines) => {
    const undone = new Set<string>()
    const kept: string[] = []
    for (const rows of parts(lines)) {
      const answer = await takeBack.mutateAsync({ rowIds: rows.map(({ rowId }) => rowId) })
      for (const rowId of answer.undone) undone.add(rowId)
      kept.push(...answer.kept.map(({ why }) => why))
    }
    const back = lines.filter(({ rowId }) => undone.has(rowId)).map((line): Line => ({ ...line, rowId: newCommandId() }))
    set((before) => ({ ...before, last: [], lines: [...back, ...before.lines].toSorted((a, b) => a.line - b.line) }))
    const passedOn = kept.filter((why) => why === 'passedOn').length
    say([
      t('quarantine.paste.undone', { n: undone.size }), ...(passedOn > 0 ? [t('quarantine.paste.keptPassedOn', { n: passedOn })] : []),
      ...(kept.length > passedOn ? [t('quarantine.paste.keptOther', { n: kept.length - passedOn })] : []),
    ].join(' · '))
  }
}
