import { Button, Checkbox, InputNumber } from 'antd'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { disinfectionApi, type OfferedPoint, type PointList } from '../../modules/disinfection/contract.ts'
import { pointKindTerms } from '../../modules/disinfection/data.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { download, type ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { ListOutcome } from '../../ui/ListOutcome.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf, useUploadOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { DropZone } from '../roster/DropZone.tsx'
import { PointForm, type PointTold } from './PointForm.tsx'
import './disinfection.css'

/** Registered, with the way back. */
function useAdding(onDone: () => void) {
  const t = useWords()
  const remove = useCommandOf(disinfectionApi.removePoints, { onDone: ({ kept }) => say(t(kept > 0 ? 'disinfection.add.removedKept' : 'disinfection.add.removed', { n: kept })) })
  return useCommandOf(disinfectionApi.addPoints, { onDone: ({ pointIds }) => { offerUndo(t('disinfection.add.added', { n: pointIds.length }), () => remove.mutateAsync({ pointIds })); onDone() } })
}

/** 添加点位: what the house knows in one go, one more by hand, or the property's own list. */
export default function AddPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [at, go] = useAddress()
  const navigate = useNavigate()
  const areaId = at['area']
  const [fault, setFault] = useState<string>()
  const [result, setResult] = useState<PointList>()
  const send = useUploadOf(disinfectionApi.importPoints, { onDone: setResult })
  const undo = useCommandOf(disinfectionApi.removePoints, { onDone: ({ kept }) => { say(t(kept > 0 ? 'disinfection.add.removedKept' : 'disinfection.add.removed', { n: kept })); setResult(undefined) } })
  const one = useAdding(() => undefined)
  const take = (file: File) => { if (areaId) send.mutate({ input: { areaId }, file }, { onError: (error) => setFault(tError(error)) }) }
  const template = <Button onClick={() => void download(disinfectionApi.pointListTemplate, {}).catch((error: unknown) => setFault(tError(error)))}>{t('disinfection.bulk.template')}</Button>
  return (
    <Page title={t('disinfection.add.title')} sub={t('disinfection.add.sub')} actions={<><Link to={'/disinfection' as never}><Button>{t('disinfection.page.points')}</Button></Link>{template}</>}>
      <div className="disinfect-pick"><Field label={t('disinfection.add.within')} group><AreaPicker label={t('disinfection.add.within')} value={areaId} onChange={(area) => { setResult(undefined); go({ area }) }} /></Field></div>
      {fault ? <p className="why bad" role="alert">{fault}</p> : null}
      {result ? <ListOutcome words="disinfection.bulk" made={result.pointIds.length} already={result.already} wrong={result.wrong} see={{ to: '/disinfection', search: { tab: 'all', ...(areaId ? { area: areaId } : {}) } }} undoing={undo.isPending} onUndo={() => undo.mutate({ pointIds: result.pointIds })} onAgain={() => setResult(undefined)} />
        : !areaId ? <div className="paper empty"><b>{t('disinfection.add.pickFirst')}</b></div> : (
          <div className="disinfect-desk">
            <Offered key={areaId} areaId={areaId} onDone={() => void navigate({ to: '/disinfection' as never, search: { tab: 'all', area: areaId } as never })} />
            <div className="disinfect-side paper">
              <section><h2>{t('disinfection.add.one')}</h2><PointForm key={one.submittedAt} go={t('disinfection.add.goOne')} busy={one.isPending} onSave={(told: PointTold) => one.mutate({ points: [{ areaId, ...told }] })} /></section>
              <section><h2>{t('disinfection.add.list')}</h2><DropZone words={{ title: t('disinfection.bulk.drop'), hint: t('disinfection.bulk.dropHint'), choose: t('disinfection.bulk.choose') }} disabled={false} sending={send.isPending ? send.variables?.file.name : undefined} onFile={take} /></section>
            </div>
          </div>
        )}
    </Page>
  )
}

/** 自动列出: entrances by the register of homes, gates and venues as registered; all ticked, one area for the entrances. */
function Offered({ areaId, onDone }: { areaId: string; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const query = useQueryOf(disinfectionApi.offeredPoints, { areaId })
  const [off, setOff] = useState<ReadonlySet<number>>(new Set())
  const [squareMetres, setSquareMetres] = useState<number | null>(null)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const add = useAdding(onDone)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <div className="paper"><Skeleton rows={8} /></div>
  const { items } = query.data
  if (items.length === 0) return <div className="paper empty"><b>{t('disinfection.add.none')}</b></div>
  const chosen = items.filter((_, i) => !off.has(i))
  const needs = chosen.some((one) => one.squareMetres === null)
  const submit = () => {
    const missing = needs && !squareMetres
    setFaults(missing ? { squareMetres: t('disinfection.add.squareMetresNeed') } : {})
    if (missing || chosen.length === 0) return
    const points = chosen.map(({ placeName: _p, squareMetres: known, ...one }) => ({ ...one, squareMetres: known ?? squareMetres ?? 1, timesADay: pointKindTerms[one.kind].timesADay }))
    add.mutate({ points }, { onError: (error: ApiError) => setFaults({ squareMetres: tError(error) }) })
  }
  const toggle = (i: number) => setOff((before) => { const next = new Set(before); if (!next.delete(i)) next.add(i); return next })
  const place = (one: OfferedPoint) => `${one.placeName} ${one.building}${one.name}`
  return (
    <section className="paper">
      <h2>{t('disinfection.add.offered')}</h2>
      <Guided onSubmit={submit} faults={faults}>
        <Checkbox checked={off.size === 0} indeterminate={off.size > 0 && chosen.length > 0} onChange={(event) => setOff(event.target.checked ? new Set() : new Set(items.keys()))}>{t('disinfection.add.all', { n: items.length })}</Checkbox>
        <ul className="offered">{items.map((one, i) => <li key={i}><Checkbox checked={!off.has(i)} onChange={() => toggle(i)}>{place(one)} <span className="dim small">{t(`disinfection.kinds.${one.kind}`)}{one.squareMetres ? ` · ${t('disinfection.card.m2', { n: one.squareMetres })}` : ''}</span></Checkbox></li>)}</ul>
        {needs ? <Field label={t('disinfection.add.squareMetres')} fault={faults['squareMetres']}><InputNumber size="large" style={{ width: '100%' }} min={1} max={100_000} precision={0} value={squareMetres} onChange={setSquareMetres} /></Field> : null}
        <FormFoot go={t('disinfection.add.go', { n: chosen.length })} busy={add.isPending} />
      </Guided>
    </section>
  )
}
