import { Button } from 'antd'
import type { ReactNode } from 'react'
import { dutyApi, type Assignment, type DutyCard } from '../../modules/duty/contract.ts'
import { dayOf } from '../../kernel/dates.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import type { Doing } from './DutyPanel.tsx'

const toneOf: Record<Assignment['state'], Tone> = { current: 'on', planned: 'soon', gone: 'bad', ended: 'off', undone: 'off' }

/** From the leaders down to this area: whom to ring at each level. */
export function Chain({ card, onDo }: { card: DutyCard; onDo: (doing: Doing) => void }): ReactNode {
  const t = useWords()
  return (
    <ol className="duty-chain">
      {card.chain.map((level) => (
        <li key={level.areaId} className={level.areaId === card.area.areaId ? 'here' : ''}>
          <h4>{level.name} <span className="dim small">{t(`territory.levels.${level.level}`)}</span></h4>
          {level.holders.length === 0 ? <p className="dim">{t('duty.card.none')}</p> : level.holders.map((one) => <Held key={one.assignmentId} held={one} onDo={level.areaId === card.area.areaId ? onDo : undefined} />)}
        </li>
      ))}
    </ol>
  )
}

function Held({ held, onDo }: { held: Assignment; onDo: ((doing: Doing) => void) | undefined }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <div className="duty-held">
      <span className="role">{t(`duty.roles.${held.dutyRole}`)}</span>
      <span className="grow">
        <b>{held.name}</b> <span className="muted small">{[held.office, held.title].filter(Boolean).join(' ')}</span>
        {held.officePhone ? <> <a className="nowrap" href={`tel:${held.officePhone}`}>{held.officePhone}</a></> : null}
        <span className="dim small since">{[t('duty.page.since', { day: f.day(held.startsOn) }), held.endsOn ? t('duty.card.until', { day: f.day(held.endsOn) }) : '', held.orderNo ?? '', held.onBoard ? '' : t('duty.card.notOnBoard')].filter(Boolean).join(' · ')}</span>
      </span>
      {held.state === 'current' ? null : <StateTag tone={toneOf[held.state]}>{t(`duty.states.${held.state}`)}</StateTag>}
      {onDo ? <Acts held={held} onDo={onDo} /> : null}
    </div>
  )
}

function Acts({ held, onDo }: { held: Assignment; onDo: (doing: Doing) => void }): ReactNode {
  const t = useWords()
  return (
    <span className="duty-acts">
      {held.actions.includes('change') ? <Button size="small" onClick={() => onDo({ act: 'change', of: held })} aria-label={`${t('duty.card.change')} ${held.name}`}>{t('duty.card.change')}</Button> : null}
      {held.actions.includes('end') ? <Button size="small" onClick={() => onDo({ act: 'end', of: held })} aria-label={`${t('duty.card.end')} ${held.name}`}>{t('duty.card.end')}</Button> : null}
    </span>
  )
}

/** Everything that was: who, from when to when, by whom, why; the last step of the day can be taken back. */
export function History({ items }: { items: readonly Assignment[] }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const undo = useCommandOf(dutyApi.undoDuty, { onDone: () => say(t('ui.undo.undone')), onRefused: (error) => say(tError(error)) })
  if (items.length === 0) return <p className="dim">{t('ui.card.noTimeline')}</p>
  return (
    <ul className="timeline duty-history">
      {items.map((one) => (
        <li key={one.assignmentId}>
          <time dateTime={one.createdAt} title={f.at(one.createdAt)}>{f.day(one.startsOn)}{one.endedAt ? `—${f.day(dayOf(one.endedAt))}` : ''}</time>
          <span>
            <b>{one.name}</b> {t(`duty.roles.${one.dutyRole}`)} <StateTag tone={toneOf[one.state]}>{t(`duty.states.${one.state}`)}</StateTag>{' '}
            {one.endReason && one.endedAt ? <span className="muted">{t('duty.card.ended', { name: one.enderName ?? '', day: f.day(dayOf(one.endedAt)), reason: one.endReason })} </span> : null}
            {one.handed ? <span className="muted">{t('duty.card.handed', one.handed)} </span> : null}
            <span className="who">{one.creatorName ? t('duty.card.by', { name: one.creatorName }) : ''}</span>
            {one.actions.includes('undo') ? <Button type="link" size="small" loading={undo.isPending} onClick={() => undo.mutate({ assignmentId: one.assignmentId })} aria-label={`${t('duty.card.undo')} ${one.name}`}>{t('duty.card.undo')}</Button> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
