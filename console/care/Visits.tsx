import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { minutesBetween } from '../../kernel/dates.ts'
import { careApi, type CareCard, type CareVisit } from '../../modules/care/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** Said only where a phone had no signal for long. */
const LATE_MINUTES = 30

/** 走访记录, newest first; one's own of today can be taken back. */
export function Visits({ c: { visits } }: { c: CareCard }): ReactNode {
  const t = useWords()
  if (visits.length === 0) return <p className="dim">{t('care.card.none')}</p>
  return <ol className="care-visits">{visits.map((visit) => <Visit key={visit.visitId} visit={visit} />)}</ol>
}

function Visit({ visit: v }: { visit: CareVisit }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const undo = useCommandOf(careApi.undoCareVisit, {
    onDone: ({ matterWithdrawn }) => say(t(matterWithdrawn === null ? 'care.act.undone' : matterWithdrawn ? 'care.act.undoneMatter' : 'care.act.undoneKept')), onRefused: (error) => say(tError(error)),
  })
  const late = minutesBetween(v.at, v.receivedAt) > LATE_MINUTES
  return (
    <li className={v.undone ? 'undone' : ''}>
      <span className="dim small">{f.when(v.at)} · {v.actorName} · {t(`care.ways.${v.way}`)}{late ? ` · ${t('care.card.late', { at: f.when(v.receivedAt) })}` : ''}</span>
      <div><b className={v.result === 'notMet' ? 'soon-ink' : ''}>{t(`care.results.${v.result}`)}</b> {v.note}{v.matterId ? <> <Link to={'/matters' as never} search={{ tab: 'all', open: v.matterId } as never}>{v.matterNumber}</Link></> : null}
        {v.undone ? <span className="dim small"> {t('care.card.undone')}</span> : v.undoable ? <Button type="link" size="small" loading={undo.isPending} onClick={() => undo.mutate({ visitId: v.visitId })}>{t('care.act.undo')}</Button> : null}</div>
    </li>
  )
}
