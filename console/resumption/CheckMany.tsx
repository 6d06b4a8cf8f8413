import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { resumptionApi, type BusinessLine } from '../../modules/resumption/contract.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { PointsForm } from './CheckForm.tsx'

/** 一起核查: the same answers for all that were chosen; whichever is not the same is left out here and checked by itself. */
export function CheckMany({ rows, onDone }: { rows: readonly BusinessLine[]; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [without, setWithout] = useState<readonly string[]>([])
  const [fault, setFault] = useState<string>()
  const chosen = rows.filter((row) => !without.includes(row.businessId))
  const terms = useQueryOf(resumptionApi.getBusiness, { businessId: rows[0]?.businessId ?? '' })
  const undo = useCommandOf(resumptionApi.undoChecks)
  const check = useCommandOf(resumptionApi.checkMany, {
    onDone: ({ done, left }) => {
      const sums = [...new Set(done.map((one) => one.outcome))].map((outcome) => t('resumption.many.done', { n: done.filter((one) => one.outcome === outcome).length, outcome: t(`resumption.many.outcomes.${outcome}`) }))
      const text = [...sums, ...left.map((one) => t(`resumption.many.left.${one.why}`, { name: one.name }))].join(' · ')
      if (done.length === 0) return say(text)
      offerUndo(text, async () => { const { kept } = await undo.mutateAsync({ steps: done.map(({ businessId, stepId }) => ({ businessId, stepId })) }); return kept > 0 ? t('resumption.many.kept', { n: kept }) : undefined })
      onDone()
    },
    onRefused: (error) => setFault(tError(error)),
  })
  if (terms.error && !terms.data) return <Failed error={terms.error} retry={() => void terms.refetch()} />
  if (!terms.data) return <Skeleton rows={6} />
  return (
    <>
      <h2 style={{ marginBottom: 8, paddingRight: 28 }}>{t('resumption.many.title', { n: chosen.length })}</h2>
      <p className="muted">{t('resumption.many.hint')}</p>
      <p className="resume-chosen">{chosen.map((row) => <button key={row.businessId} type="button" className="chip" disabled={chosen.length === 1} aria-label={t('resumption.many.without', { name: row.name })} onClick={() => setWithout([...without, row.businessId])}>{row.name} ×</button>)}</p>
      {without.length > 0 ? <p><Button type="link" onClick={() => setWithout([])}>{t('resumption.many.allAgain')}</Button></p> : null}
      <PointsForm terms={terms.data.terms} resumes={chosen.every((row) => row.state !== 'resumed')} refused={fault} busy={check.isPending} onBack={onDone} onSend={(seen) => { setFault(undefined); check.mutate({ businessIds: chosen.map((row) => row.businessId), ...seen }) }} />
    </>
  )
}
