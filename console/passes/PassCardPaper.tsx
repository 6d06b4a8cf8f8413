import type { ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import { plateText } from '../../modules/people/rules.ts'
import type { PassPaper } from '../../modules/passes/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { lastDayOf } from '../../ui/passes.ts'
import { useWords } from '../../ui/words.ts'
import { photoUrl } from './portrait.ts'

type Row = readonly [label: string, value: ReactNode]

/** 出入证 as it is handed out (form 10): the kind as a word and a band of its own colour, the code at least three centimetres. */
export function PassCardPaper({ paper, large = false }: { paper: PassPaper; large?: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const rows = useRows(paper)
  return (
    <section className={`pass-paper ${paper.kind}${large ? ' large' : ''}`} aria-label={paper.number}>
      <header><b>{t(`passes.kinds.${paper.kind}`)}{paper.special ? ` · ${t('passes.page.special')}` : ''}</b><span><small>{t('passes.print.issue', { n: paper.issue })}</small> {paper.number}</span></header>
      <div className="body">
        <div className="facts-and-days">
          <dl>{rows.map(([label, value]) => (value === null || value === '' ? null : <div key={label}><dt>{label}</dt><dd className={!large && label === t('passes.print.members') ? 'one' : undefined}>{value}</dd></div>))}</dl>
          <p className="valid">{t('passes.print.valid')} <b>{f.day(dayOf(paper.validFrom))} – {f.day(lastDayOf(paper.validUntil))}</b></p>
        </div>
        {paper.photoAt ? <img className="face" src={photoUrl(paper.passId, paper.photoAt)} alt={t('passes.photo.alt', { name: paper.name })} /> : null}
        <img className="code" src={`data:image/svg+xml,${encodeURIComponent(paper.qrSvg)}`} alt={paper.number} />
      </div>
      {paper.kind === 'vehicle' ? null : <Exits n={large ? 16 : 12} />}
      <footer><span>{t('passes.print.office')} {paper.office}</span>{paper.issuerName ? <span>{t('passes.print.approver')} {paper.issuerName}</span> : null}</footer>
      <p className="rules">{t(paper.kind === 'vehicle' ? 'passes.print.vehicleRules' : 'passes.print.rules')}</p>
    </section>
  )
}

function useRows(paper: PassPaper): Row[] {
  const t = useWords()
  if (paper.kind === 'vehicle') {
    return [
      [t('passes.print.plate'), <b key="plate" className="plate">{plateText(paper.plate ?? '')}</b>], [t('passes.print.vehicleKind'), paper.vehicleKind ? t(`people.vehicleKinds.${paper.vehicleKind}`) : null], [t('passes.print.owner'), paper.owner ?? paper.name],
      [t('passes.print.driver'), [paper.driver, paper.companions ? t('passes.print.people', { n: paper.companions }) : ''].filter(Boolean).join(' · ')], [t('passes.print.purpose'), paper.purpose ? t(`passes.purposes.${paper.purpose}`) : null], [t('passes.print.route'), paper.route ?? paper.compound],
    ]
  }
  return [
    [t('passes.print.compound'), paper.compound], [t('passes.print.door'), <b key="door">{paper.door}</b>], [t(paper.kind === 'household' ? 'passes.print.holder' : 'passes.print.name'), paper.name],
    [t('passes.print.members'), paper.members === null ? null : `${t('passes.print.people', { n: paper.members })} ${paper.memberNames.slice(0, 6).join('、')}`],
    [t('passes.print.document'), paper.documentMasked], [t('passes.print.phone'), paper.phoneMasked],
  ]
}

/** 外出日期格: ticked at every exit. */
function Exits({ n }: { n: number }): ReactNode {
  const t = useWords()
  return <div className="exits" style={{ gridTemplateColumns: `auto repeat(${n}, 1fr)` }}><span>{t('passes.print.exits')}</span>{Array.from({ length: n }, (_, i) => <i key={i} />)}</div>
}
