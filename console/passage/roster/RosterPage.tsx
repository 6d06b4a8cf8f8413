import { Button } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { addDays, clockOf, dayOf } from '../../../kernel/dates.ts'
import { passageApi, type Shift } from '../../../modules/passage/contract.ts'
import { useAddress } from '../../../ui/address.ts'
import { AreaPicker } from '../../../ui/AreaPicker.tsx'
import { StateTag } from '../../../ui/card.tsx'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { useFormats } from '../../../ui/format.ts'
import { Page } from '../../../ui/ListPage.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useCommandOf, useListOf, type ListOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { useMay, useMe } from '../../me.ts'
import { shiftTone } from '../tones.ts'
import { RosterSheet } from './RosterSheet.tsx'
import { ShiftForm } from './ShiftForm.tsx'
import '../passage.css'

const MOST = 3000
export const keyOfShift = (s: Shift): string => `${s.gateId} ${s.on} ${s.slot}`

/** 值班表: seven days of every gate; what nobody stands for is seen at once, and the week before is copied in one press. */
export default function RosterPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const me = useMe()
  const may = useMay()
  const tError = useErrorWords()
  const [at, go] = useAddress()
  const from = at['from'] ?? f.today
  const asked = { from, days: 7, limit: 200, ...(at['area'] ? { areaId: at['area'] } : {}), ...(at['gate'] ? { gateId: at['gate'] } : {}) }
  const list = useListOf(passageApi.listShifts, asked, { every: 60_000 })
  useWhole(list)
  const undo = useCommandOf(passageApi.undoCopyShifts, { onDone: () => say(t('passage.shifts.undone')) })
  const copy = useCommandOf(passageApi.copyShifts, { onRefused: (error) => say(tError(error)), onDone: ({ copyId, filled, kept }) => offerUndo(t('passage.shifts.copied', { filled, kept }), () => undo.mutateAsync({ copyId })) })
  const open = list.items.find((s) => keyOfShift(s) === at['open'])
  const gaps = list.items.filter((s) => s.keeperName === null && s.signedOnAt === null).length
  const step = (days: number) => go({ from: addDays(from, days), open: undefined })
  return (
    <Page
      title={t('passage.shifts.title')} sub={<>{t('passage.shifts.sub', { from: f.day(from) })} · {gaps > 0 ? <b className="soon-ink">{t('passage.shifts.gaps', { n: gaps })}</b> : t('passage.shifts.noGaps')}</>}
      actions={<>
        <Button onClick={() => step(-7)}>{t('passage.shifts.before')}</Button><Button onClick={() => step(7)}>{t('passage.shifts.after')}</Button>
        {may('gates.edit') ? <Button loading={copy.isPending} onClick={() => copy.mutate({ to: from, ...(at['area'] ? { areaId: at['area'] } : {}), ...(at['gate'] ? { gateId: at['gate'] } : {}) })}>{t('passage.shifts.copy')}</Button> : null}
        <Button type="primary" onClick={() => window.print()}>{t('passage.shifts.print')}</Button>
      </>}
    >
      <div className={open ? 'with-panel open roster-desk' : 'with-panel roster-desk'}>
        <div>
          <div className="list-tools"><span style={{ flex: '1 1 180px', maxWidth: 280 }}><AreaPicker size="middle" label={t('passage.page.within')} placeholder={t('passage.page.within')} value={at['area']} onChange={(area) => go({ area, gate: undefined, open: undefined })} /></span></div>
          {list.error && list.items.length === 0 ? <Failed error={list.error} retry={list.retry} /> : list.loading ? <div className="paper"><Skeleton rows={6} /></div> : list.items.length === 0
            ? <div className="paper empty"><b>{t('passage.shifts.empty')}</b><span>{t('passage.shifts.emptyHint')}</span></div>
            : <Week shifts={list.items} open={at['open']} onOpen={may('gates.edit') ? (key) => go({ open: key }) : undefined} />}
          {list.hasMore ? <div className="list-foot"><Button onClick={list.loadMore} loading={list.refreshing}>{t('ui.list.moreAny')}</Button></div> : null}
        </div>
        {open ? <Panel onClose={() => go({ open: undefined })}><ShiftForm key={keyOfShift(open)} shift={open} onDone={() => go({ open: undefined })} /></Panel> : null}
      </div>
      <RosterSheet shifts={list.items} place={me.area?.name ?? ''} />
    </Page>
  )
}

/** A week is read and printed as a whole: the rest follows by itself, as far as a page can show it. */
function useWhole(list: ListOf<Shift>): void {
  const { hasMore, refreshing, loadMore, items } = list
  useEffect(() => { if (hasMore && !refreshing && items.length < MOST) loadMore() })
}

/** Gate by gate, a row for each shift, a column for each day. */
function Week({ shifts, open, onOpen }: { shifts: readonly Shift[]; open: string | undefined; onOpen: ((key: string) => void) | undefined }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const days = [...new Set(shifts.map((s) => s.on))].toSorted()
  const gates = [...new Map(shifts.map((s) => [s.gateId, s])).values()]
  const [first] = days
  return (
    <div className="paper roster-week" tabIndex={0} role="region" aria-label={t('passage.shifts.title')}>
      <table>
        <thead><tr><th scope="col">{t('passage.columns.gate')}</th>{days.map((on) => <th key={on} scope="col" className={on === dayOf(f.today) ? 'today' : ''}>{f.day(on)}<br /><span className="small dim">{t(`ui.weekday.${new Date(`${on}T00:00:00Z`).getUTCDay()}`)}</span></th>)}</tr></thead>
        <tbody>
          {gates.flatMap((gate) => {
            const own = shifts.filter((s) => s.gateId === gate.gateId)
            return [...new Set(own.map((s) => s.slot))].toSorted().map((slot, i) => {
              const some = own.find((s) => s.slot === slot)
              return (
                <tr key={`${gate.gateId} ${slot}`} className={i === 0 ? 'first' : ''}>
                  <th scope="row">{i === 0 ? <b>{gate.areaName} {gate.gateName}</b> : null}<span className="small muted"> {some ? t('passage.shifts.slot', { from: clockOf(some.startsAt), to: clockOf(some.endsAt) }) : ''}</span></th>
                  {days.map((on) => <Cell key={`${first ?? ''}${on}`} shift={own.find((s) => s.on === on && s.slot === slot)} open={open} onOpen={onOpen} />)}
                </tr>
              )
            })
          })}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ shift: s, open, onOpen }: { shift: Shift | undefined; open: string | undefined; onOpen: ((key: string) => void) | undefined }): ReactNode {
  const t = useWords()
  if (!s) return <td />
  const content = <>{s.keeperName ?? (s.signedOnName ? null : <span className="soon-ink">{t('passage.shifts.nobody')}</span>)}{s.signedOnName && s.signedOnName !== s.keeperName ? <span className="small"> {t('passage.shifts.standIn', { name: s.signedOnName })}</span> : null}{s.state === 'ahead' || s.state === 'unfilled' ? null : <><br /><StateTag tone={shiftTone[s.state]}>{t(`passage.shifts.states.${s.state}`)}</StateTag></>}</>
  const key = keyOfShift(s)
  return <td>{onOpen && s.signedOnAt === null ? <button type="button" className={key === open ? 'cell on' : 'cell'} onClick={() => onOpen(key)}>{content}</button> : <span className="cell still">{content}</span>}</td>
}
