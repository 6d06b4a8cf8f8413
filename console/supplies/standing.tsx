import type { ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import type { Lot, Movement, SupplyLine, SupplyRequest } from '../../modules/supplies/contract.ts'
import { standingOf, type Standing } from '../../modules/supplies/rules.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

const toneOf: Record<Standing, Tone> = { mismatch: 'bad', none: 'bad', expired: 'bad', low: 'soon', expiring: 'soon', enough: 'good' }
export function StandingOf({ item }: { item: SupplyLine }): ReactNode {
  const t = useWords()
  const standing = standingOf(item)
  return item.state === 'closed' ? <StateTag tone="off">{t('supplies.tabs.closed')}</StateTag> : <StateTag tone={toneOf[standing]}>{t(`supplies.standings.${standing}`)}</StateTag>
}
/** 医用外科口罩 17.5×9.5cm */
export const nameOf = ({ name, spec }: { name: string; spec: string }): string => [name, spec].filter(Boolean).join(' ')

export function LotLine({ lot, unit }: { lot: Lot; unit: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const gone = lot.expiresOn !== null && lot.expiresOn < f.today
  return (
    <li>
      <span className="grow">{lot.lotId === null ? t('supplies.card.unknownLot') : lot.expiresOn === null ? t('supplies.card.noExpiry') : <span className={gone ? 'bad-ink' : ''}>{t('supplies.card.good', { day: lot.expiresOn })}{gone ? ` ${t('supplies.card.expired')}` : ''}</span>}
        {lot.receivedAt ? <span className="dim small"> {t('supplies.card.received', { at: f.day(dayOf(lot.receivedAt)) })}</span> : null}</span>
      <span className={lot.quantity < 0 ? 'bad-ink nowrap' : 'nowrap'}>{t('supplies.card.lotOf', { n: f.number(lot.quantity), unit })}</span>
    </li>
  )
}

/** Whom it went to or came from, and what for. */
export const aboutOf = (m: Movement, t: ReturnType<typeof useWords>): string => [
  m.source ? t(`supplies.sources.${m.source}`) : '', m.donor ?? '', m.source === 'donated' ? t(m.donorNamed ? 'supplies.card.named' : 'supplies.card.unnamed') : '', m.recipient ?? m.door ?? '', m.purpose ?? '', m.note ?? '',
].filter(Boolean).join(' · ')

/** One movement in the list on the card. */
export function MovementLine({ m, extra }: { m: Movement; extra?: ReactNode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const n = m.kind === 'counted' ? t(m.quantity === 0 ? 'supplies.card.agrees' : 'supplies.card.counted', { n: f.number(m.countedAs ?? 0) }) : t('supplies.card.moreThan', { sign: m.quantity > 0 ? '+' : '−', n: f.number(Math.abs(m.quantity)), unit: m.unit })
  const said = <><b>{t(`supplies.kinds.${m.kind}`)} {n}</b> {aboutOf(m, t)}</>
  return (
    <li>
      <span className="grow">{m.undoneAt || m.reversed ? <s>{said}</s> : said}{m.undoneAt ? ` ${t('supplies.card.undoneAlready')}` : m.reversed ? ` ${t('supplies.card.reversed')}` : null}
        {m.expiresOn ? <span className="dim small"> {t('supplies.card.good', { day: m.expiresOn })}</span> : null}
        {m.beyond > 0 && !m.undoneAt ? <span className="soon-ink small"><br />{t('supplies.card.beyond', { n: m.beyond })}</span> : null}{m.stale > 0 && !m.undoneAt ? <span className="bad-ink small"><br />{t('supplies.card.stale', { n: m.stale })}</span> : null}</span>
      <span className="muted small nowrap">{f.when(m.at)}<br />{m.byName ?? ''}<br />{extra}</span>
    </li>
  )
}

const requestTone: Record<SupplyRequest['state'], Tone> = { asked: 'soon', sent: 'on', arrived: 'good', refused: 'off', withdrawn: 'off' }
/** 差多少: what came against what was sent. */
export function DifferenceOf({ q }: { q: SupplyRequest }): ReactNode {
  const t = useWords()
  const by = (q.arrivedQuantity ?? 0) - (q.sentQuantity ?? 0)
  return q.state !== 'arrived' || by === 0 ? null : <StateTag tone="bad">{t(by < 0 ? 'supplies.requests.short' : 'supplies.requests.over', { n: Math.abs(by) })}</StateTag>
}
export function RequestState({ q }: { q: SupplyRequest }): ReactNode {
  const t = useWords()
  return <><StateTag tone={requestTone[q.state]}>{t(`supplies.requests.tabs.${q.state}`)}</StateTag> <DifferenceOf q={q} /></>
}
