import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import { disinfectionApi, type PointCard } from '../../modules/disinfection/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section, Why } from '../../ui/card.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { PointForm } from './PointForm.tsx'
import { RecordForm } from './RecordForm.tsx'
import { RecordLine, StandingOf } from './standing.tsx'

/** 点位卡: where it stands today, one press to record, and everything that was done. */
export function PointPanel({ pointId, onGone }: { pointId: string; onGone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const query = useQueryOf(disinfectionApi.getPoint, { pointId })
  const [doing, setDoing] = useState<'edit' | 'none'>()
  const edit = useCommandOf(disinfectionApi.editPoint, { onDone: () => { say(t('disinfection.add.saved')); setDoing(undefined) } })
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const p = query.data
  if (!p) return <Skeleton rows={8} />
  if (doing === 'edit') return <PointForm point={p} go={t('disinfection.add.save')} busy={edit.isPending} onSave={(told) => edit.mutate({ pointId, ...told })} onBack={() => setDoing(undefined)} />
  return (
    <Card>
      <CardHead name={`${p.building}${p.name}`} beside={t(`disinfection.kinds.${p.kind}`)} under={p.placeName} state={<StandingOf point={{ standing: p.standing, dueAt: null }} />} />
      {p.standing === 'late' && p.dueAt ? <Why tone="bad">{t('disinfection.card.late', { clock: clockOf(p.dueAt) })}</Why> : null}
      {may('disinfection.record') && p.state === 'open' && doing === undefined ? <RecordForm key={p.records.length} point={p} onDone={() => setDoing('none')} /> : null}
      <Facts rows={[
        [t('disinfection.card.today'), t('disinfection.card.of', { done: p.doneToday, all: p.timesADay })], [t('disinfection.card.due'), p.dueAt && p.standing === 'due' ? t('disinfection.card.dueBy', { clock: clockOf(p.dueAt) }) : null],
        [t('disinfection.card.lastAt'), p.lastAt ? f.when(p.lastAt) : t('disinfection.list.never')], [t('disinfection.card.squareMetres'), t('disinfection.card.m2', { n: p.squareMetres })],
      ]} />
      <Records point={p} />
      <Acts p={p} recording={doing !== 'none'} onRecord={() => setDoing(undefined)} onEdit={() => setDoing('edit')} onGone={onGone} />
    </Card>
  )
}

function Records({ point: { records } }: { point: PointCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const undo = useCommandOf(disinfectionApi.undoDisinfection, { onDone: () => say(t('disinfection.card.undone')), onRefused: (error: ApiError) => say(tError(error)) })
  return (
    <Section title={t('disinfection.card.records')}>
      {records.length === 0 ? <p className="muted">{t('disinfection.card.none')}</p> : <ul className="venue-log">{records.map((one) => (
        <RecordLine key={one.disinfectionId} one={one} extra={<><Link to={'/disinfection/records' as never} search={{ open: one.disinfectionId } as never}>{t('disinfection.records.photos')}</Link>{one.mayUndo && may('disinfection.record') ? <> <button type="button" className="tool-word" onClick={() => undo.mutate({ disinfectionId: one.disinfectionId })}>{t('disinfection.card.undo')}</button></> : null}</>} />
      ))}</ul>}
    </Section>
  )
}

function Acts({ p: { pointId, state, name, building, empty }, recording, onRecord, onEdit, onGone }: { p: PointCard; recording: boolean; onRecord: () => void; onEdit: () => void; onGone: () => void }): ReactNode {
  const t = useWords()
  const may = useMay()
  const reopen = useCommandOf(disinfectionApi.reopenPoint)
  const close = useCommandOf(disinfectionApi.closePoint, { onDone: () => offerUndo(t('disinfection.card.closed', { name: `${building}${name}` }), () => reopen.mutateAsync({ pointId })) })
  const remove = useCommandOf(disinfectionApi.removePoints, { onDone: () => { say(t('disinfection.card.removed')); onGone() } })
  return (
    <ActionBar>
      {!recording && state === 'open' && may('disinfection.record') ? <Button type="primary" onClick={onRecord}>{t('disinfection.card.record')}</Button> : null}
      <Link to={'/disinfection/labels' as never} search={{ point: pointId } as never}><Button>{t('disinfection.card.label')}</Button></Link>
      {may('disinfection.keep') ? <>
        <Button onClick={onEdit}>{t('disinfection.card.edit')}</Button>
        {empty ? <Button loading={remove.isPending} onClick={() => remove.mutate({ pointIds: [pointId] })}>{t('disinfection.card.remove')}</Button> : state === 'open' ? <Button loading={close.isPending} onClick={() => close.mutate({ pointId })}>{t('disinfection.card.close')}</Button> : <Button loading={reopen.isPending} onClick={() => reopen.mutate({ pointId })}>{t('disinfection.card.reopen')}</Button>}
      </> : null}
    </ActionBar>
  )
}
