import type { ReactNode } from 'react'
import { clockOf } from '../../../kernel/dates.ts'
import type { HandOver, Shift } from '../../../modules/passage/contract.ts'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { useWords } from '../../../ui/words.ts'
import '../../documents/paper.css'
import './sheet.css'

/** What each left; by name where more than one handed over. */
const byEach = ({ handOvers }: Shift, said: (h: HandOver) => string): string => handOvers.flatMap((h) => (said(h) ? [handOvers.length > 1 ? `${h.name} ${said(h)}` : said(h)] : [])).join('; ')

/** 值班表/交接班 as it is posted (form 16): on paper only. */
export function RosterSheet({ shifts, place }: { shifts: readonly Shift[]; place: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const heads = ['date', 'shift', 'gate', 'leader', 'keeper', 'phone', 'signOn', 'items', 'abnormal', 'signature'] as const
  const rows = shifts.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
  if (rows.length === 0) return null
  return (
    <article className="a4 landscape counted roster-sheet" aria-hidden="true">
      <h1>{t('passage.shifts.printTitle', { place })}</h1>
      <table className="lined">
        <thead><tr>{heads.map((head) => <td key={head}><b>{t(`passage.shifts.form.${head}`)}</b></td>)}</tr></thead>
        <tbody>
          {rows.map((s) => (
            <tr key={`${s.gateId} ${s.on} ${s.slot}`}>
              <td>{f.day(s.on)}</td><td>{t('passage.shifts.slot', { from: clockOf(s.startsAt), to: clockOf(s.endsAt) })}</td><td>{s.areaName}{s.gateName}</td><td>{s.leaderName}</td><td>{s.keeperName}</td><td>{s.keeperPhone}</td>
              <td>{s.signedOnAt ? `${clockOf(s.signedOnAt)} ${s.signedOnName ?? ''}` : ''}</td><td>{byEach(s, (h) => h.items.map((i) => `${i.item}${i.count}`).join('、'))}</td><td>{byEach(s, (h) => h.remarks ?? '')}</td><td />
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('passage.shifts.form.filler')}:________ {t('passage.shifts.form.checker')}:________ {t('passage.shifts.form.page', { at: f.at(now) })}</p>
    </article>
  )
}
