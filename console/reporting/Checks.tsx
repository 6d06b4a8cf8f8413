import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { reportingApi, type DailyReport, type Look, type SumCheck } from '../../modules/reporting/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { number } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import type { Looks } from './figures.ts'

/** 平不平: each sum with both its sides. */
export function Sums({ sums }: { sums: readonly SumCheck[] }): ReactNode {
  const t = useWords()
  return (
    <section className="paper side-part" aria-label={t('reporting.page.sums')}>
      <h2>{t('reporting.page.sums')}</h2>
      <ul className="sums">
        {sums.map((sum) => <li key={sum.id}><span>{sentence(t, sum)}</span> <StateTag tone={sum.holds ? 'good' : 'bad'}>{t(sum.holds ? 'reporting.page.holds' : 'reporting.page.wrong')}</StateTag></li>)}
      </ul>
    </section>
  )
}

function sentence(t: (key: string, params?: Record<string, unknown>) => string, { id, left, parts }: SumCheck): string {
  const [a = 0, b = 0, c = 0, d = 0] = parts
  const sum = parts.length === 0 ? '0' : parts.map(number).join(' + ')
  return t(`reporting.sums.${id}`, { left: number(left), a: number(a), b: number(b), c: number(c), d: number(d), sum })
}

interface LooksProps {
  report: DailyReport
  looks: Looks
  answer: string
  onAnswer: (text: string) => void
}

/** 请看一眼: what a person should look at before sending, said in words. */
export function LookAt({ report, looks, answer, onAnswer }: LooksProps): ReactNode {
  const t = useWords()
  const sent = report.state === 'sent'
  const changed = looks.said.find(({ look }) => look.id === 'partsChanged')
  const needed = looks.said.some(({ look }) => look.answerNeeded)
  return (
    <section className={looks.said.length > 0 ? 'paper side-part look-at' : 'paper side-part'} aria-label={t('reporting.page.looks')}>
      <h2>{t('reporting.page.looks')}</h2>
      {looks.said.length === 0 ? <p className="muted">{t('reporting.page.allFine')}</p> : null}
      {looks.said.map(({ key, look, text }) => <OneLook key={key} look={look} text={text} />)}
      {changed && report.own ? <AddUpAgain report={report} names={String(changed.look.params['names'])} /> : null}
      {needed && !sent && report.own ? (
        <label className="field">
          <span className="label">{t('reporting.page.answer')}</span>
          <Input.TextArea id="report-answer" autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} placeholder={t('reporting.page.answerHint')} value={answer} onChange={(event) => onAnswer(event.target.value)} />
        </label>
      ) : null}
    </section>
  )
}

/** 重新汇总: what those below sent or put right afterwards, as corrections. */
function AddUpAgain({ report, names }: { report: DailyReport; names: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const again = useCommandOf(reportingApi.addUpAgain, { onDone: () => say(t('reporting.chain.done')) })
  return (
    <>
      <Button loading={again.isPending} onClick={() => again.mutate({ areaId: report.areaId, day: report.day, reason: t('reporting.chain.againReason', { names }) })}>{t('reporting.chain.again')}</Button>
      {again.error ? <p className="refused" role="alert">{tError(again.error)}</p> : null}
    </>
  )
}

function OneLook({ look, text }: { look: Look; text: string }): ReactNode {
  const t = useWords()
  const [shown, setShown] = useState(false)
  return (
    <div className="one-look">
      <p>{text}</p>
      {look.people.length > 0 ? <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>{t('reporting.page.seeThem', { n: look.people.length })}</Button> : null}
      {shown ? <ul className="behind">{look.people.map((p) => <li key={p.personId}><Link to={'/quarantine' as never} search={{ open: p.episodeId } as never}>{p.name}</Link> <span className="dim small">{p.address}</span></li>)}</ul> : null}
    </div>
  )
}
