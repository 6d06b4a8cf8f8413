import { Button } from 'antd'
import type { ReactNode } from 'react'
import { quarantineApi, type EpisodeCard } from '../../modules/quarantine/contract.ts'
import { Section, StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

const SHOWN = 3

/** 上门: what is owed at this door, by whom and until when; nobody at home leaves it owed. */
export function Visits({ episode, except }: { episode: EpisodeCard; except?: string | undefined }): ReactNode {
  const t = useWords()
  const owed = episode.visits.filter((v) => v.state === 'owed' && v.id !== except)
  if (owed.length === 0 || episode.state !== 'active') return null
  return <Section title={t('quarantine.card.visits')}>{owed.slice(0, SHOWN).map((visit) => <Owed key={visit.id} visit={visit} />)}{owed.length > SHOWN ? <p className="dim small">{t('quarantine.card.moreOwed', { n: owed.length - SHOWN })}</p> : null}</Section>
}

function Owed({ visit }: { visit: EpisodeCard['visits'][number] }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const may = useMay()
  const back = useCommandOf(quarantineApi.undoVisit)
  const record = useCommandOf(quarantineApi.recordVisit, { onDone: (_, { result, visitId }) => offerUndo(t(`quarantine.visitResults.${result}`), () => back.mutateAsync({ visitId })), onRefused: (error) => say(tError(error)) })
  const send = (result: 'made' | 'nobodyHome') => record.mutate({ visitId: visit.id, result, symptoms: [] })
  return (
    <div className="row">
      <span className="grow">
        {t(`quarantine.visitors.${visit.visitor}`)} · {t(`quarantine.visitPurposes.${visit.purpose}`)} {visit.dueAt ? <StateTag tone={f.dueTone(visit.dueAt)}>{f.due(visit.dueAt)}</StateTag> : null}
        {visit.result === 'nobodyHome' ? <span className="dim small"> {t('quarantine.visitResults.nobodyHome')}</span> : null}
      </span>
      {may('quarantine.visit') ? <><Button loading={record.isPending} onClick={() => send('made')}>{t('quarantine.card.visited')}</Button><Button disabled={record.isPending} onClick={() => send('nobodyHome')}>{t('quarantine.visitResults.nobodyHome')}</Button></> : null}
    </div>
  )
}
