import type { ReactNode } from 'react'
import type { ResumptionFigures } from '../../modules/resumption/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { number } from '../../ui/format.ts'
import { Chips } from '../../ui/ListPage.tsx'
import { useWords } from '../../ui/words.ts'

/** 为什么没复工: of those that have not resumed, by reason and by trade; pressed, a figure opens just these, pressed again all of them. */
export function Figures({ of: { byReason, byTrade } }: { of: ResumptionFigures }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const open = byTrade.filter((one) => one.notResumed > 0)
  const pick = (key: 'why' | 'trade') => (id: string) => go({ tab: 'notResumed', [key]: at[key] === id ? undefined : id, text: undefined, open: undefined })
  if (byReason.length === 0) return null
  return (
    <section className="resume-figures paper" aria-label={t('resumption.figures.title')}>
      <h2>{t('resumption.figures.byReason')}</h2>
      <Chips label={t('resumption.figures.byReason')} on={at['why'] ?? ''} onPick={pick('why')} chips={byReason.map(({ reason, n }) => ({ id: reason ?? 'none', label: reason ? t(`resumption.reasons.${reason}`) : t('resumption.figures.none'), count: n, tone: reason ? 'off' : 'soon' }))} />
      <h2>{t('resumption.figures.byTrade')}</h2>
      <Chips label={`${t('resumption.figures.byTrade')} ${t('resumption.figures.ofHint')}`} on={at['trade'] ?? ''} onPick={pick('trade')} chips={open.map(({ trade, all, notResumed }) => ({ id: trade, label: <>{t(`resumption.trades.${trade}`)}<b>{number(notResumed)}</b><span className="of-all">/ {number(all)}</span></> }))} />
    </section>
  )
}
