import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { declaredIndicators, documentsApi, type DeclaredIndicator, type WorkReport } from '../../modules/documents/contract.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

interface Line { value: string; detail: string }
/** Figures that have words besides. */
const WITH_WORDS: readonly DeclaredIndicator[] = ['migrantWork', 'notResumed']

/** 填报: what no register derives yet; only what is changed is declared anew. */
export function DeclareForm({ report, onDone }: { report: WorkReport; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  // What a register counts is not typed a second time.
  const typed = declaredIndicators.filter((id) => report.figures.some((one) => one.source.from === 'declared' && one.source.declared === id))
  const known = (id: DeclaredIndicator): Line => {
    const figure = report.figures.find((one) => one.source.from === 'declared' && one.source.declared === id)
    const declaration = figure?.source.from === 'declared' ? figure.source.declaration : null
    return { value: declaration ? String(declaration.value) : '', detail: declaration?.detail ?? '' }
  }
  const [lines, setLines] = useState(() => Object.fromEntries(declaredIndicators.map((id) => [id, known(id)])) as Record<DeclaredIndicator, Line>)
  const [source, setSource] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const declare = useCommandOf(documentsApi.declareFigures, { onDone: () => { say(t('documents.report.saved')); onDone() }, onRefused: (error) => setFaults({ source: tError(error) }) })
  const set = (id: DeclaredIndicator, change: Partial<Line>) => setLines((before) => ({ ...before, [id]: { ...before[id], ...change } }))
  const submit = () => {
    const changed = typed.filter((id) => lines[id].value.trim() !== '' && (lines[id].value !== known(id).value || lines[id].detail !== known(id).detail))
    const wrong = Object.fromEntries(changed.filter((id) => !/^\d{1,7}$/.test(lines[id].value.trim())).map((id) => [id, t('documents.report.value')]))
    const all = { ...wrong, ...(source.trim().length < 2 ? { source: t('documents.report.sourceHint') } : {}) }
    setFaults(all)
    if (Object.keys(all).length > 0) return
    if (changed.length === 0) { onDone(); return }
    declare.mutate({ areaId: report.areaId, day: report.day, source: source.trim(), figures: changed.map((id) => ({ indicator: id, value: Number(lines[id].value), ...(lines[id].detail.trim() ? { detail: lines[id].detail.trim() } : {}) })) })
  }
  return (
    <section className="paper side-part" aria-label={t('documents.report.declareTitle')}>
      <h2>{t('documents.report.declareTitle')}</h2>
      <p className="muted small">{t('documents.report.declareHint')}</p>
      <Guided onSubmit={submit} faults={faults}>
        {typed.map((id) => (
          <div key={id} className="declare-line">
            <Field label={t(`documents.report.indicators.${id}`)} fault={faults[id]}><Input size="large" inputMode="numeric" value={lines[id].value} onChange={(event) => set(id, { value: event.target.value })} /></Field>
            {WITH_WORDS.includes(id) ? <Field label={t(`documents.report.details.${id}`)}><Input size="large" value={lines[id].detail} placeholder={t(`documents.report.detailHints.${id}`)} onChange={(event) => set(id, { detail: event.target.value })} /></Field> : null}
          </div>
        ))}
        <Field label={t('documents.report.source')} fault={faults['source']}><Input size="large" value={source} placeholder={t('documents.report.sourceHint')} onChange={(event) => setSource(event.target.value)} /></Field>
        <FormFoot go={t('documents.report.save')} busy={declare.isPending} onBack={onDone} />
      </Guided>
    </section>
  )
}
