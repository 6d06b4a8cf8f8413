import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { resumptionApi, type BusinessList } from '../../modules/resumption/contract.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { download } from '../../ui/client.ts'
import { Field, Guided } from '../../ui/form.tsx'
import { number } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useUploadOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { WrongRows } from '../../ui/WrongRows.tsx'
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
  const [made, wrongs] = [businessIds.length, t('resumption.bulk.wrong', { n: number(wrong.length) })]
  return (
    <>
      <div className="bulk-head">
        <p role="status"><b>{made > 0 ? t('resumption.bulk.made', { n: number(made) }) : t('resumption.bulk.none')}</b>{already.length > 0 ? <> · {t('resumption.bulk.already', { n: number(already.length) })}</> : null}
          {wrong.length > 0 ? <> · <span className="bad-ink">{wrongs}</span> · {t('resumption.bulk.mend')}</> : null}</p>
        <div className="row">
          <Link to={'/resumption' as never} search={{ tab: 'all' } as never}><Button type={made > 0 ? 'primary' : 'default'}>{t('resumption.bulk.see')}</Button></Link>
          <Button type={made > 0 ? 'default' : 'primary'} onClick={onAgain}>{t('resumption.bulk.again')}</Button>
          {made > 0 ? <Button loading={undo.isPending} onClick={() => undo.mutate({ businessIds })}>{t('resumption.bulk.undo')}</Button> : null}
        </div>
      </div>
      {wrong.length === 0 ? null : <WrongRows label={wrongs} rows={wrong.map((one) => ({ row: t('resumption.bulk.row', { row: one.rowNo }), whose: one.name, why: t(`resumption.bulk.faults.${one.fault}`) }))} />}
    </>
  )
}
