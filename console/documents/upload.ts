import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { documentsApi, type TemplateKind, type TemplateProblem } from '../../modules/documents/contract.ts'
import { ask, type ApiError } from '../../ui/client.ts'
import { invalidate } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords } from '../../ui/words.ts'

/** Sends a template: a faulty one comes back with what is wrong, a good one is shown before it is put in force. */
export function useUpload(kind: TemplateKind, onKept: (templateId: string) => void) {
  const queries = useQueryClient()
  const tError = useErrorWords()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly TemplateProblem[]>([])
  const send = async (file: File): Promise<void> => {
    setBusy(true)
    setProblems([])
    try {
      const answer = await ask(documentsApi.uploadTemplate, { kind }, { file })
      setProblems(answer.problems)
      await invalidate(queries, ['documents'])
      if (answer.templateId) onKept(answer.templateId)
    } catch (error) {
      say(tError(error as ApiError))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problems, send: (file: File) => void send(file) }
}
