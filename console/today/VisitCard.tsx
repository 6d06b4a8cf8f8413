import { Button } from 'antd'
import type { ReactNode } from 'react'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import type { TodayItem } from '../../modules/today/contract.ts'
import { ActionBar, Card, CardHead, StateTag, Why } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useSaid } from './said.ts'

/** A visit for those who may call at the door but not read the health record behind it (property staff). */
export function VisitCard({ item, onNext }: { item: TodayItem; onNext: (() => void) | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const said = useSaid()
  const f = useFormats()
  const back = useCommandOf(quarantineApi.undoVisit)
  const record = useCommandOf(quarantineApi.recordVisit, {
    onDone: (_, { result, visitId }) => { offerUndo(t('quarantine.card.saidOf', { name: item.name || item.address, said: t(`quarantine.visitResults.${result}`) }), () => back.mutateAsync({ visitId })); onNext?.() },
    onRefused: (error) => say(tError(error)),
  })
  const send = (result: 'made' | 'nobodyHome') => { if (item.visitId) record.mutate({ visitId: item.visitId, result }) }
  return (
    <Card>
      <CardHead name={item.name} state={item.dueAt ? <StateTag tone={f.dueTone(item.dueAt)}>{f.due(item.dueAt)}</StateTag> : undefined} under={item.address} />
      <Why>{said('what', item.what)}:{said('why', item.why)}</Why>
      <ActionBar>
        <Button type="primary" size="large" className="grow" loading={record.isPending} onClick={() => send('made')}>{t('quarantine.visitResults.made')}</Button>
        <Button size="large" disabled={record.isPending} onClick={() => send('nobodyHome')}>{t('quarantine.visitResults.nobodyHome')}</Button>
      </ActionBar>
    </Card>
  )
}
