import type { ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import type { Disinfection, Mark, PointLine, PointStanding } from '../../modules/disinfection/contract.ts'
import { StateTag, Why, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

export const toneOf: Record<PointStanding, Tone> = { late: 'bad', due: 'on', done: 'good', closed: 'off' }
export const StandingOf = ({ point }: { point: Pick<PointLine, 'standing' | 'dueAt'> }): ReactNode => {
  const t = useWords()
  return <><StateTag tone={toneOf[point.standing]}>{t(`disinfection.standings.${point.standing}`)}</StateTag>{point.dueAt ? <><br /><span className="muted small">{t('disinfection.list.dueAt', { clock: clockOf(point.dueAt) })}</span></> : null}</>
}

type Say = ReturnType<typeof useWords>
/** 含氯(84) · 500 mg/L · 擦拭 */
export const howOf = ({ agent, concentration, method }: Pick<Disinfection, 'agent' | 'concentration' | 'method'>, t: Say): string =>
  [t(`disinfection.agents.${agent}`), concentration === null ? '' : `${concentration} mg/L`, method === null ? '' : t(`disinfection.methods.${method}`)].filter(Boolean).join(' · ')

/** What the rules say of it, each with what to do. */
export const Marks = ({ marks }: { marks: readonly Mark[] }): ReactNode => {
  const t = useWords()
  return marks.map((one) => <Why key={one.id} tone="soon">{t(`disinfection.marks.${one.id}`, one.params)}</Why>)
}

/** One record in a list on a card. */
export function RecordLine({ one, extra }: { one: Disinfection; extra?: ReactNode }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const said = [one.method === null ? one.place : '', howOf(one, t), t('disinfection.card.m2', { n: one.squareMetres })].filter(Boolean).join(' · ')
  return (
    <li>
      <span className="grow">{one.undoneAt ? <s>{said}</s> : said}{one.undoneAt ? ` ${t('disinfection.card.undone')}` : null}{one.photos > 0 ? <span className="dim small"> · {t('disinfection.card.photos', { n: one.photos })}</span> : null}
        {one.result ? <><br /><span className="muted small">{one.result}</span></> : null}
        {one.marks.map((mark) => <span key={mark.id} className="soon-ink small"><br />{t(`disinfection.marks.${mark.id}`, mark.params)}</span>)}</span>
      <span className="muted small nowrap">{f.when(one.at)}<br />{one.people ?? one.byName ?? ''}<br />{extra}</span>
    </li>
  )
}
