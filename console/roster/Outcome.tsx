import type { ReactNode } from 'react'
import type { ImportBatch } from '../../modules/roster/contract.ts'
import { number } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

/** What a stranger must grasp in five seconds: how many went in, and which rows need me. */
export function Outcome({ batch }: { batch: ImportBatch }): ReactNode {
  const t = useWords()
  const done = batch.state === 'imported'
  const inside = batch.personsAdded + batch.personsChanged + batch.personsUnchanged
  const need = batch.rowsWrong + batch.rowsInQuestion
  const parts = [
    t('roster.page.partAdded', { n: number(batch.personsAdded), households: number(batch.householdsAdded) }),
    t('roster.page.partChanged', { n: number(batch.personsChanged) }),
    t('roster.page.partUnchanged', { n: number(batch.personsUnchanged) }),
    ...(batch.rowsSkipped > 0 ? [t('roster.page.partSkipped', { n: number(batch.rowsSkipped) })] : []),
  ]
  return (
    <div className="outcome paper" role="status">
      <div className="outcome-part good">
        <span className="outcome-figure">{number(inside)}</span>
        <span><b>{t(done ? 'roster.page.inDone' : 'roster.page.inWould')}</b><span className="muted">{parts.join(t('roster.page.comma'))}</span></span>
      </div>
      <div className={`outcome-part ${need > 0 ? 'bad' : ''}`}>
        <span className="outcome-figure">{number(need)}</span>
        <span>
          <b>{t(need > 0 ? 'roster.page.needThem' : 'roster.page.needNone')}</b>
          <span className="muted">{need > 0 ? t('roster.page.needParts', { wrong: number(batch.rowsWrong), questions: number(batch.rowsInQuestion) }) : t('roster.page.needNoneHint')}</span>
        </span>
      </div>
    </div>
  )
}
