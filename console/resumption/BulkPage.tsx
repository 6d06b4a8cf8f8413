import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { resumptionApi, type BusinessList } from '../../modules/resumption/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { download } from '../../ui/client.ts'
import { Field, Guided } from '../../ui/form.tsx'
import { number } from '../../ui/format.ts'
import { ListOutcome } from '../../ui/ListOutcome.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useUploadOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { DropZone } from '../roster/DropZone.tsx'
import './resumption.css'

/** 登记企业和商户名单: the office's own file, all at once. */
export default function BulkPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { area } = useMe()
  const own = area?.level === 'community' ? area : undefined
  const [areaId, setAreaId] = useState(own?.id)
  const [problem, setProblem] = useState<string>()
  const [result, setResult] = useState<BusinessList>()
  const send = useUploadOf(resumptionApi.importBusinesses, { onDone: setResult })
  const take = (file: File) => {
    setProblem(areaId ? undefined : t('resumption.bulk.placeNeed'))
    if (areaId) send.mutate({ input: { areaId }, file }, { onError: (error) => setProblem(tError(error)) })
  }
  const template = <Button onClick={() => void download(resumptionApi.businessListTemplate, {}).catch((error: unknown) => setProblem(tError(error)))}>{t('resumption.bulk.template')}</Button>
  return (
    <Page title={t('resumption.bulk.title')} sub={t('resumption.bulk.sub')} actions={template}>
      {problem ? <p className="why bad" role="alert">{problem}</p> : null}
      {result ? <Outcome result={result} onAgain={() => setResult(undefined)} /> : (
        <div className="paper resume-form">
          <Guided onSubmit={() => undefined}>
            <Field label={t('resumption.bulk.place')} hint={t('resumption.bulk.placeHint')} group><AreaPicker label={t('resumption.bulk.place')} levels={['community']} chosen={own} value={areaId} onChange={setAreaId} /></Field>
            <DropZone words={{ title: t('resumption.bulk.drop'), hint: t('resumption.bulk.dropHint'), choose: t('resumption.bulk.choose') }} disabled={false} sending={send.isPending ? send.variables?.file.name : undefined} onFile={take} />
          </Guided>
        </div>
      )}
    </Page>
  )
}

function Outcome({ result: { businessIds, already, wrong }, onAgain }: { result: BusinessList; onAgain: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const undo = useCommandOf(resumptionApi.removeBusinesses, {
    onDone: ({ removed, kept }) => { say(t(kept > 0 ? 'resumption.bulk.undoneKept' : 'resumption.bulk.undone', { n: number(removed.length), kept: number(kept) })); onAgain() },
    onRefused: (error) => say(tError(error)),
  })
  return <ListOutcome words="resumption.bulk" made={businessIds.length} already={already} wrong={wrong} see={{ to: '/resumption', search: { tab: 'all' } }} undoing={undo.isPending} onUndo={() => undo.mutate({ businessIds })} onAgain={onAgain} />
}
