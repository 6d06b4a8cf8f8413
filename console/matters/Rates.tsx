import { Button } from 'antd'
import type { ReactNode } from 'react'
import { addDays } from '../../kernel/dates.ts'
import { mattersApi, type MatterFigure } from '../../modules/matters/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useToday } from '../../ui/now.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'

const DAYS = 13

/** 三率 of what was registered in some days; every figure opens its rows. */
export function Rates(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const today = useToday()
  const [at, go] = useAddress()
  const days = { from: at['from'] ?? addDays(today, -DAYS), to: at['to'] ?? today }
  const query = useQueryOf(mattersApi.matterRates, { ...days, ...(at['area'] ? { areaId: at['area'] } : {}) }, { keep: true })
  const open = (figure: MatterFigure) => go({ tab: 'all', figure, ...days, open: undefined })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton rows={3} />
  const { figures: n, departments, ...rates } = query.data
  const Figure = ({ name }: { name: MatterFigure }) => <Button type="link" disabled={n[name] === 0} aria-pressed={at['figure'] === name} onClick={() => open(name)}>{t(`matters.rates.figures.${name}`)} <b>{f.number(n[name])}</b></Button>
  const shown: { id: 'response' | 'resolution' | 'satisfaction' | 'reportIn'; parts: MatterFigure[] }[] = [{ id: 'response', parts: ['responded', 'dispatched'] }, { id: 'resolution', parts: ['resolved', 'called'] }, { id: 'satisfaction', parts: ['satisfied', 'fair', 'called'] }, { id: 'reportIn', parts: ['reportedInTime', 'whistles'] }]
  return (
    <section className="paper matter-rates" aria-label={t('matters.rates.title')}>
      <div className="row">
        <h2 className="grow">{t('matters.rates.title')}</h2>
        <span className="row"><DayInput size="middle" aria-label={t('matters.rates.from')} max={days.to} value={days.from} onChange={(from) => { if (from) go({ from, to: days.to, figure: undefined }) }} /> – <DayInput size="middle" aria-label={t('matters.rates.to')} min={days.from} max={today} value={days.to} onChange={(to) => { if (to) go({ from: days.from, to, figure: undefined }) }} /></span>
      </div>
      <ul>
        {shown.map(({ id, parts }) => (
          <li key={id}>
            <h3>{t(`matters.rates.${id}`)}</h3>
            <strong>{rates[id] === null ? <span className="dim">{t('matters.rates.none')}</span> : `${Math.round(rates[id] * 1000) / 10}%`}</strong>
            <span className="row">{parts.map((name) => <Figure key={name} name={name} />)}</span>
            <p className="dim small">{t(`matters.rates.${id}How`, { fair: n.fair })}</p>
          </li>
        ))}
      </ul>
      {departments.length === 0 ? null : (
        <table className="matter-departments">
          <caption className="visually-hidden">{t('matters.rates.byDepartment')}</caption>
          <thead><tr><th>{t('matters.rates.department')}</th><th>{t('matters.rates.called')}</th><th>{t('matters.rates.inTime')}</th><th>{t('matters.rates.scores')}</th></tr></thead>
          <tbody>{departments.map((d) => <tr key={d.name}><td>{d.name}</td><td>{f.number(d.called)}</td><td>{f.number(d.inTime)}</td><td>{d.subdistrict ?? '—'} / {d.community ?? '—'}</td></tr>)}</tbody>
        </table>
      )}
      <p className="row small"><Figure name="excluded" /><Figure name="exclusionAsked" /><Figure name="repeats" /><span className="dim">{t('matters.rates.notReached')}</span></p>
    </section>
  )
}
