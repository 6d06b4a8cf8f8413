import { Button } from 'antd'
import { useRef, type ReactNode } from 'react'
import { policiesApi, type PolicyAttachment } from '../../modules/policies/contract.ts'
import { download } from '../../ui/client.ts'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useUploadOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

interface Props { policyId: string; draft: boolean; attachments: readonly PolicyAttachment[] }

const size = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`)

/** 附件: the order as it was issued, to be read and to be added. */
export function Attachments({ policyId, draft, attachments }: Props): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const mayEdit = useMay()('policies.edit')
  const input = useRef<HTMLInputElement>(null)
  const refused = (error: unknown) => say(tError(error))
  const attach = useUploadOf(policiesApi.attachOrder, { onRefused: refused })
  const remove = useCommandOf(policiesApi.removeAttachment, { onDone: () => say(t('reasons.preview.removed')), onRefused: refused })
  return (
    <div className="stack">
      {attachments.length === 0 ? <p className="muted">{t('reasons.preview.noPaper')}</p> : null}
      {attachments.length === 0 ? null : <ul className="attachments">
        {attachments.map((a) => (
          <li key={a.id}>
            <button type="button" className="plain-button" onClick={() => void download(policiesApi.getAttachment, { policyId, attachmentId: a.id }).catch(refused)}>{a.filename}</button>
            <span className="dim small">{size(a.bytes)} · {t('reasons.preview.attachedAt', { name: a.addedByName ?? '', at: f.when(a.addedAt) })}</span>
            {draft && mayEdit ? <Button type="text" size="small" aria-label={`${t('policies.draft.remove')} ${a.filename}`} onClick={() => remove.mutate({ policyId, attachmentId: a.id })}>✕</Button> : null}
          </li>
        ))}
      </ul>}
      {mayEdit ? (
        <div>
          <Button loading={attach.isPending} onClick={() => input.current?.click()}>{t('reasons.preview.attach')}</Button>
          <input ref={input} type="file" accept=".pdf,.png,.jpg,.jpeg,.doc,.docx" className="visually-hidden" tabIndex={-1} aria-label={t('reasons.preview.attach')} onChange={(event) => { const file = event.target.files?.[0]; if (file) attach.mutate({ input: { policyId }, file }); event.target.value = '' }} />
        </div>
      ) : null}
    </div>
  )
}
