import type { ReactNode } from 'react'
import type { CertificateFigures } from '../../modules/certificates/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { number } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

/** 减负的数字: issued and told where to go, by month and by kind; a figure opens its rows. */
export function Figures({ of: { byMonth, byItem } }: { of: CertificateFigures }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  if (byMonth.length === 0) return <p className="paper certificate-figures dim">{t('certificates.figures.none')}</p>
  const cell = (what: string, tab: 'issued' | 'referred', n: number, open: Record<string, string>) => (
    <td className="num">{n === 0 ? '0' : <button type="button" className="figure" aria-label={t('certificates.figures.open', { what, figure: t(`certificates.figures.${tab}`), n: number(n) })} onClick={() => go({ tab, ...open, text: undefined, by: undefined, open: undefined })}>{number(n)}</button>}</td>
  )
  const head = (first: 'month' | 'item') => <thead><tr><th>{t(`certificates.figures.${first}`)}</th><th className="num">{t('certificates.figures.issued')}</th><th className="num">{t('certificates.figures.referred')}</th></tr></thead>
  return (
    <section className="paper certificate-figures" aria-label={t('certificates.figures.title')}>
      <div><h2>{t('certificates.figures.byMonth')}</h2><table>{head('month')}<tbody>{byMonth.map((m) => <tr key={m.month} aria-current={at['month'] === m.month ? 'true' : undefined}><td>{m.month}</td>{cell(m.month, 'issued', m.issued, { month: m.month })}{cell(m.month, 'referred', m.referred, { month: m.month })}</tr>)}</tbody></table></div>
      <div><h2>{t('certificates.figures.byItem')}{at['month'] ? <span className="dim small"> {at['month']}</span> : null}</h2><table>{head('item')}<tbody>{byItem.map((i) => <tr key={i.code}><td>{i.title}</td>{cell(i.title, 'issued', i.issued, { code: i.code })}{cell(i.title, 'referred', i.referred, { code: i.code })}</tr>)}</tbody></table></div>
      <p className="dim small">{t('certificates.figures.note')}</p>
    </section>
  )
}
