import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ImportBatch } from '../../modules/roster/contract.ts'
import { number } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

/** What the undo took away, put back and had to keep, and why. */
export function Undone({ undone }: { undone: NonNullable<ImportBatch['undone']> }): ReactNode {
  const t = useWords()
  return (
    <div className="stack">
      <p className="why good" role="status">
        {t('roster.page.undoneSaid', { removed: number(undone.removed), households: number(undone.householdsRemoved), restored: number(undone.restored) })}
        {undone.keptTotal > 0 ? ` ${t('roster.page.undoneKept', { n: number(undone.keptTotal) })}` : ''}
      </p>
      {undone.kept.length > 0 ? (
        <ul className="kept paper roster-block">
          {undone.kept.map((person) => (
            <li key={person.personId} className="row">
              <Link to="/people" search={{ open: person.personId } as never}>{person.name}</Link>
              {person.rowNo === null ? null : <span className="dim">{t('roster.page.rowNo', { n: person.rowNo })}</span>}
              <span className="muted">{t(`roster.kept.${person.why}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
