import { publicityApi, type PublicityRecord } from '../../modules/publicity/contract.ts'
import type { ApiError } from '../../ui/client.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

export function useUndoRecord(): (recordId: string) => void {
  const t = useWords()
  const tError = useErrorWords()
  const undo = useCommandOf(publicityApi.undoPublicity, { onDone: () => say(t('publicity.card.undone')), onRefused: (error: ApiError) => say(tError(error)) })
  return (recordId) => undo.mutate({ recordId })
}

/** 撤海报, and up again where that was a slip. */
export function useHang(): { down: (one: PublicityRecord) => void; busy: boolean } {
  const t = useWords()
  const tError = useErrorWords()
  const up = useCommandOf(publicityApi.putUpAgain)
  const down = useCommandOf(publicityApi.takeDownPoster, { onDone: (one) => offerUndo(t('publicity.card.downDone', { place: one.placeName }), () => up.mutateAsync({ recordId: one.recordId })), onRefused: (error: ApiError) => say(tError(error)) })
  return { down: (one) => down.mutate({ recordId: one.recordId }), busy: down.isPending }
}
