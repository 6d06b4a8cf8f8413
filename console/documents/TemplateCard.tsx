import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { documentsApi, type TemplateKind, type TemplateProblem } from '../../modules/documents/contract.ts'
import { download, type ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { PaperView } from './PaperView.tsx'
import { Placeholders } from './Placeholders.tsx'
import { useOrigin } from './TemplateList.tsx'
import { useUpload } from './upload.ts'

/** One kind: replace its template, see it filled with an invented person, go back to a former one. */
export function TemplateCard({ kind }: { kind: TemplateKind }): ReactNode {
  const t = useWords()
  const may = useMay()
  const origin = useOrigin()
  const tError = useErrorWords()
  const [looking, setLooking] = useState<string>()
  const query = useQueryOf(documentsApi.getTemplate, { kind, ...(looking ? { templateId: looking } : {}) }, { keep: true })
  const upload = useUpload(kind, (templateId) => setLooking(templateId))
  const use = useUse(kind)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton rows={8} />
  const { inForce, versions, placeholders, sample } = query.data
  const fetchFile = (endpoint: typeof documentsApi.downloadTemplate) => void download(endpoint, { kind, ...(looking ? { templateId: looking } : {}) }).catch((error: ApiError) => say(tError(error)))
  const seen = versions.find((v) => v.templateId === looking)
  return (
    <section className="template-card" aria-label={t(`documents.kinds.${kind}`)}>
      <div className="row">
        <h2 className="grow">{t(`documents.kinds.${kind}`)} <span className="dim small">{seen ? `${t('documents.templates.version', { n: seen.version })} · ${seen.filename}` : origin(inForce)}</span></h2>
        <Button onClick={() => fetchFile(documentsApi.downloadTemplate)}>{t('documents.templates.download')}</Button>
        <Button onClick={() => fetchFile(documentsApi.downloadSample)}>{t('documents.templates.downloadSample')}</Button>
        {may('documents.templates') ? <Replace format={inForce.format} busy={upload.busy} onFile={upload.send} /> : null}
      </div>
      {may('documents.templates') ? null : <p className="muted small">{t('documents.templates.noPermission')}</p>}
      <Problems problems={upload.problems} />
      {seen && !seen.inForce ? (
        <div className="row why"><span className="grow">{t('documents.templates.checked')}</span><Button type="primary" loading={use.isPending} onClick={() => { use.mutate({ kind, templateId: seen.templateId }); setLooking(undefined) }}>{t('documents.templates.useThis')}</Button></div>
      ) : null}
      <Versions versions={versions} looking={looking} onLook={setLooking} onUse={(templateId) => { setLooking(undefined); use.mutate({ kind, templateId }) }} own={inForce.origin === 'own'} />
      <div className="template-show">
        <div className="grow"><h3>{t('documents.templates.sample')}</h3><p className="dim small">{t('documents.templates.sampleHint')}</p><div className="scaled"><PaperView paper={sample.paper} /></div></div>
        <Placeholders all={placeholders} />
      </div>
    </section>
  )
}

/** In force at once, and back at once. */
function useUse(kind: TemplateKind) {
  const t = useWords()
  const tError = useErrorWords()
  const back = useCommandOf(documentsApi.useTemplate)
  const before = useQueryOf(documentsApi.getTemplate, { kind }).data?.inForce.templateId ?? null
  return useCommandOf(documentsApi.useTemplate, {
    onDone: (now, { templateId }) => offerUndo(templateId ? t('documents.templates.used', { name: now.filename }) : t('documents.templates.usedNone'), () => back.mutateAsync({ kind, templateId: before })),
    onRefused: (error) => say(tError(error)),
  })
}

function Replace({ format, busy, onFile }: { format: string; busy: boolean; onFile: (file: File) => void }): ReactNode {
  const t = useWords()
  return (
    <label className={`file-button ${busy ? 'busy' : ''}`}>
      {t(busy ? 'documents.templates.uploading' : 'documents.templates.replace')}
      <input type="file" accept={`.${format}`} disabled={busy} onChange={(event) => { const [file] = event.target.files ?? []; if (file) onFile(file); event.target.value = '' }} />
    </label>
  )
}

function Problems({ problems }: { problems: readonly TemplateProblem[] }): ReactNode {
  const t = useWords()
  if (problems.length === 0) return null
  return (
    <div className="why bad" role="alert">
      <b>{t('documents.templates.problems')}</b>
      <ul className="problem-list">{problems.map((p, i) => <li key={i}>{t(`documents.problems.${p.id}`, p.params)}</li>)}</ul>
      <span className="small">{t('documents.templates.problemsHint')}</span>
    </div>
  )
}

interface VersionsProps { versions: readonly { templateId: string; version: number; filename: string; inForce: boolean; uploadedAt: string; uploaderName: string | null }[]; looking: string | undefined; own: boolean; onLook: (id: string | undefined) => void; onUse: (id: string | null) => void }
function Versions({ versions, looking, own, onLook, onUse }: VersionsProps): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  if (versions.length === 0) return null
  return (
    <details className="versions" open={versions.length > 0 && looking === undefined && !own}>
      <summary>{t('documents.templates.versions')} <span className="dim small">{t('documents.templates.kept')}</span></summary>
      <ul>{versions.map((v) => (
        <li key={v.templateId} className="row">
          <span className="grow">{t('documents.templates.version', { n: v.version })} · {v.filename} <span className="dim small">{t('documents.templates.uploaded', { name: v.uploaderName ?? '', at: f.when(v.uploadedAt) })}</span></span>
          {v.inForce ? <b className="small">{t('documents.templates.inForce')}</b> : null}
          <Button size="small" aria-pressed={looking === v.templateId} onClick={() => onLook(looking === v.templateId ? undefined : v.templateId)}>{t('documents.templates.preview')}</Button>
          {!v.inForce && may('documents.templates') ? <Button size="small" onClick={() => onUse(v.templateId)}>{t('documents.templates.useFormer')}</Button> : null}
        </li>
      ))}</ul>
      {own && may('documents.templates') ? <Button type="link" onClick={() => onUse(null)}>{t('documents.templates.useShipped')}</Button> : null}
    </details>
  )
}
