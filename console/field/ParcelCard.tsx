import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { fieldApi, type ParcelCard as Parcel } from '../../modules/field/contract.ts'
import { clockWrong } from '../../modules/field/rules.ts'
import { ActionBar, Card, CardHead, Facts, StateTag, Why } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { WithReason } from '../accounts/WithReason.tsx'
import { tones } from './tones.ts'

/** What was recorded, word for word; entered under both names, or filed with a reason. */
export function ParcelCard({ parcelId, onDone }: { parcelId: string; onDone: () => void }): ReactNode {
  const query = useQueryOf(fieldApi.getParcel, { parcelId })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  return query.data ? <Shown parcel={query.data} onDone={onDone} /> : <Skeleton rows={5} />
}

function Shown({ parcel: one, onDone }: { parcel: Parcel; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const minutes = Math.round(Math.abs(one.clockOffSeconds) / 60)
  return (
    <Card>
      <CardHead name={one.title} beside={t(`field.commands.${one.command}`)} under={`${one.areaName} · ${t('field.desk.by', { name: one.authorName, at: f.when(one.recordedAt) })}`}
        state={<StateTag tone={tones[one.state]}>{t(`field.state.${one.state}`)}</StateTag>} />
      <Why>{t(`field.whys.${one.why}`)}</Why>
      <ul className="stack">{one.lines.map((line) => <li key={line}>{line}</li>)}</ul>
      <Facts rows={[
        [t('field.desk.number'), one.receiptNo], [t('field.desk.phone'), `${one.deviceName} · ${t('field.desk.late', { at: f.when(one.receivedAt) })}`],
        [t('field.desk.columns.clock'), one.doubtful ? t('field.desk.clockLost') : clockWrong(one.clockOffSeconds) && minutes < 1440 ? t('field.desk.clockOff', { n: minutes }) : t('field.desk.clockRight')],
        ...(one.settledAt ? [[t('field.desk.columns.state'), t('field.desk.settled', { name: one.settlerName ?? one.authorName, at: f.when(one.settledAt), state: t(`field.state.${one.state}`) })] as [string, string]] : []),
        ...(one.reason ? [[t('ui.form.reason'), one.reason] as [string, string]] : []),
      ]} />
      <Acts one={one} onDone={onDone} />
    </Card>
  )
}

function Acts({ one, onDone }: { one: Parcel; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [filing, setFiling] = useState(false)
  const aParcel = { parcelId: one.parcelId }
  const reopen = useCommandOf(fieldApi.reopenParcel, { onDone: () => say(t('field.desk.reopened')), onRefused: (error) => say(tError(error)) })
  const accept = useCommandOf(fieldApi.acceptParcel, { onDone: ({ state }) => { say(t(state === 'arrived' ? 'field.desk.arrived' : 'field.desk.accepted')); onDone() } })
  const file = useCommandOf(fieldApi.fileParcel, { onDone: () => { offerUndo(t('field.desk.filed'), () => reopen.mutateAsync(aParcel)); onDone() } })
  if (one.state === 'filed') return <ActionBar><Button loading={reopen.isPending} onClick={() => reopen.mutate(aParcel)}>{t('field.desk.reopen')}</Button></ActionBar>
  if (one.state !== 'waiting') return null
  if (filing) return <WithReason go={t('field.desk.file')} busy={file.isPending} error={file.error} onCancel={() => setFiling(false)} onGo={(reason) => file.mutate({ ...aParcel, reason })} />
  return (
    <>
      {accept.error ? <p className="why bad" role="alert">{tError(accept.error)}</p> : null}
      <ActionBar>
        {one.mayAccept ? <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate(aParcel)}>{t('field.desk.accept')}</Button> : <span className="missing">{t('field.desk.mayNot')}</span>}
        <Button onClick={() => setFiling(true)}>{t('field.desk.file')}</Button>
      </ActionBar>
    </>
  )
}
