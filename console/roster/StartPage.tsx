import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { rosterApi, type ImportBatch } from '../../modules/roster/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { ask, download } from '../../ui/client.ts'
import { invalidate } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useMay, useMe } from '../me.ts'
import { DropZone } from './DropZone.tsx'
import { ExportForm } from './ExportForm.tsx'
import { FormerImports } from './FormerImports.tsx'

/** Everything known by itself: the check may begin without a question. */
const isClear = (batch: ImportBatch): boolean =>
  batch.missing.length === 0 && batch.columns.every((column) => column.field !== null || column.heading === '')

export function StartPage({ onOpen }: { onOpen: (batchId: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const me = useMe()
  const may = useMay()
  const queries = useQueryClient()
  const own = me.area?.level === 'community' ? me.area : undefined
  const [areaId, setAreaId] = useState<string | undefined>(own?.id)
  const [sending, setSending] = useState<string>()
  const [problem, setProblem] = useState<unknown>()
  const [exporting, setExporting] = useState(false)

  const send = async (file: File) => {
    if (areaId === undefined) return
    setSending(file.name)
    setProblem(undefined)
    try {
      // As bytes, whatever the browser believes the file to be: what it is, the server sees from its content.
      const batch = await ask(rosterApi.uploadImport, { areaId }, { file: new File([file], file.name, { type: 'application/octet-stream' }) })
      if (isClear(batch)) await ask(rosterApi.checkImport, { batchId: batch.id })
      await invalidate(queries, ['roster'])
      onOpen(batch.id)
    } catch (error) {
      setProblem(error)
      setSending(undefined)
    }
  }
  const template = () => void download(rosterApi.downloadTemplate, areaId === undefined ? {} : { areaId }).catch((error: unknown) => say(tError(error)))
  return (
    <Page
      title={t('roster.title')} sub={t('roster.page.sub')}
      actions={<>
        <Button onClick={template}>{t('roster.page.template')}</Button>
        {may('people.export') ? <Button onClick={() => setExporting(!exporting)} aria-expanded={exporting}>{t('roster.page.export')}</Button> : null}
      </>}
    >
      <div className="stack roster">
        {exporting ? <ExportForm areaId={areaId ?? me.area?.id} onClose={() => setExporting(false)} /> : null}
        {own ? null : <AreaPicker label={t('roster.page.community')} levels={['community']} value={areaId} onChange={setAreaId} />}
        <DropZone disabled={areaId === undefined} sending={sending} onFile={(file) => void send(file)} />
        {problem ? <p className="why bad" role="alert">{tError(problem)}</p> : null}
        <FormerImports onOpen={onOpen} />
      </div>
    </Page>
  )
}
