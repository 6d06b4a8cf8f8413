import type { ReactNode } from 'react'
import { screeningApi } from '../../modules/screening/contract.ts'
import { StateTag, Why } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import type { InputOf } from '../../kernel/endpoint.ts'

export type Facts = InputOf<typeof screeningApi.previewDecision>

/** Asked once for the form and its side: what the order in force would decide on what is known so far. */
export const usePreview = (facts: Facts | undefined) =>
  useQueryOf(screeningApi.previewDecision, facts ?? { origin: 'unknown', arrivedOn: '2020-01-01', symptoms: [] }, { enabled: facts !== undefined, keep: true, staleTime: 60_000 })

/** 预判: what the order in force would decide, and why, before anything is saved. */
export function Preview({ facts }: { facts: Facts | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const language = useLanguage()
  const query = usePreview(facts)
  if (!facts) return null
  if (query.error) return <Why tone="soon">{query.error.code === 'policies.nonePolicy' ? t('screening.form.noPolicy') : tError(query.error)}</Why>
  const decision = query.data?.decision
  if (!decision) return null
  return (
    <section aria-live="polite" className="stack" style={{ gap: 8 }}>
      <div className="row">
        <b>{t('screening.verify.preview')}</b>
        <StateTag tone={decision.measure ? 'on' : 'good'}>{decision.measure ? t('screening.verify.manage', { measure: t(`quarantine.measures.${decision.measure}`), endsOn: f.day(decision.endsOn) }) : t('screening.verify.none')}</StateTag>
      </div>
      <Why tone={decision.lead ? 'bad' : 'on'}>{decision.because[language]}</Why>
      {query.data?.deviceError ? <Why tone="soon">{t('screening.form.deviceError', { celsius: Number(facts.temperature).toFixed(1) })}</Why> : null}
      {decision.lead ? <p className="bad-ink">{t('screening.form.fever')}</p> : null}
    </section>
  )
}
