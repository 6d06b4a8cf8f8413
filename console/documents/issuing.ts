import { useNavigate } from '@tanstack/react-router'
import { documentsApi } from '../../modules/documents/contract.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** Issues and opens what was made, ready to print; who was left out is said with the reason. */
export function useIssue() {
  const t = useWords()
  const tError = useErrorWords()
  const navigate = useNavigate()
  return useCommandOf(documentsApi.issueDocuments, {
    onDone: ({ batchId, issued, fresh, refused }) => {
      const why = [...new Set(refused.map((one) => t(`documents.refusals.${one.reason}`)))].join('、')
      say([t('documents.page.done', { n: issued }), ...(fresh > 0 ? [t('documents.page.fresh', { n: fresh })] : []), ...(refused.length > 0 ? [t('documents.page.refusedSome', { n: refused.length, why })] : [])].join(' · '))
      if (issued > 0) void navigate({ to: '/documents/print', search: { batch: batchId } as never })
    },
    onRefused: (error) => say(tError(error)),
  })
}
