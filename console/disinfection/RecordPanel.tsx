import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { disinfectionApi } from '../../modules/disinfection/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section } from '../../ui/card.tsx'
import { ask, newCommandId, type ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { AddPhoto, Photos } from '../../ui/Photos.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { howOf, Marks } from './standing.tsx'

/** One record: what was done, what the rules say of it, its photos. */
export function RecordPanel({ disinfectionId }: { disinfectionId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const may = useMay()
  const refused = { onRefused: (error: ApiError) => say(tError(error)) }
  const query = useQueryOf(disinfectionApi.getDisinfection, { disinfectionId })
  const remove = useCommandOf(disinfectionApi.removeDisinfectionPhoto, { touches: ['disinfection'], onDone: () => say(t('disinfection.records.photoRemoved')), ...refused })
  const undo = useCommandOf(disinfectionApi.undoDisinfection, { onDone: () => say(t('disinfection.card.undone')), ...refused })
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const r = query.data
  if (!r) return <Skeleton rows={6} />
  const can = may('disinfection.record') && r.method !== null && r.undoneAt === null
  return (
    <Card>
      <CardHead name={r.place} beside={r.terminalId ? t('disinfection.records.terminal') : r.kind ? t(`disinfection.kinds.${r.kind}`) : ''} under={r.placeName} />
      <Marks marks={r.marks} />
      <Facts rows={[
        [t('disinfection.list.agent'), howOf(r, t)], [t('disinfection.list.from'), r.fromAt ? f.at(r.fromAt) : null], [t('disinfection.list.to'), f.at(r.at)], [t('disinfection.list.squareMetres'), t('disinfection.card.m2', { n: r.squareMetres })], [t('disinfection.list.people'), r.people ?? r.byName],
        [t('disinfection.terminal.result'), r.result], [t('disinfection.terminal.evaluation'), r.evaluation ? t(`disinfection.terminal.${r.evaluation}`) : null], [t('disinfection.list.note'), r.note ?? (r.method === null ? t('disinfection.records.venueCard') : null)],
      ]} />
      {r.pictures.length > 0 || can ? (
        <Section title={t('disinfection.records.photos')} extra={can ? <AddPhoto label={t('disinfection.records.photoAdd')} send={(file) => ask(disinfectionApi.addDisinfectionPhoto, { disinfectionId }, { file, commandId: newCommandId() })} touches={['disinfection']} words={{ add: t('disinfection.records.photoAdd'), busy: t('disinfection.records.photoBusy'), done: t('disinfection.records.photoDone') }} /> : null}>
          <Photos photos={r.pictures} path="/api/disinfection/photos" alt={(photo) => t('disinfection.records.photoAlt', photo)} removeLabel={t('disinfection.records.photoRemove')} onRemove={can ? (photoId) => remove.mutate({ photoId }) : undefined} />
        </Section>
      ) : null}
      <ActionBar>
        {r.pointId ? <Link to={'/disinfection' as never} search={{ tab: 'all', open: r.pointId } as never}><Button>{t('disinfection.list.point')}</Button></Link> : r.terminalId ? <Link to={'/disinfection/terminal' as never} search={{ tab: 'done', open: r.terminalId } as never}><Button>{t('disinfection.records.terminal')}</Button></Link> : null}
        {r.mayUndo && r.pointId && may('disinfection.record') ? <Button loading={undo.isPending} onClick={() => undo.mutate({ disinfectionId })}>{t('disinfection.card.undo')}</Button> : null}
      </ActionBar>
    </Card>
  )
}
