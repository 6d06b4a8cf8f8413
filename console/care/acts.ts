import { careApi } from '../../modules/care/contract.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useWords } from '../../ui/words.ts'

/** Says what was recorded and offers to take it back, the need with it. */
export function useOfferVisit(): (text: string, visitId: string) => void {
  const t = useWords()
  const undo = useCommandOf(careApi.undoCareVisit)
  return (text, visitId) => offerUndo(text, async () => {
    const { matterWithdrawn } = await undo.mutateAsync({ visitId })
    return t(matterWithdrawn === null ? 'care.act.undone' : matterWithdrawn ? 'care.act.undoneMatter' : 'care.act.undoneKept')
  })
}
