import { resumptionApi, type BusinessCard } from '../../modules/resumption/contract.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'

/** Says what was done and offers to take it back, while that can be done. */
export function useOffer(): (text: string, after: BusinessCard) => void {
  const undo = useCommandOf(resumptionApi.undoBusinessStep)
  return (text, { businessId, undoable }) => (undoable ? offerUndo(text, () => undo.mutateAsync({ businessId, stepId: undoable })) : say(text))
}
