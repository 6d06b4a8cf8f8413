import { Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { formKinds, formsApi, type FormCard } from '../../modules/forms/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 指定表头: the first rows of the sheet; a click on the one with the names of the columns. */
export function HeadPicker({ form, onDone, onCancel }: { form: FormCard; onDone: () => void; onCancel?: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [two, setTwo] = useState(form.head !== null && form.head.from !== form.head.to)
  const [kind, setKind] = useState(form.kind)
  const sample = useQueryOf(formsApi.sampleForm, { formId: form.formId })
  const set = useCommandOf(formsApi.setFormHeading, { onDone, onRefused: (error) => say(tError(error)) })
  if (sample.error && !sample.data) return <Failed error={sample.error} retry={() => void sample.refetch()} />
  if (!sample.data) return <Skeleton rows={8} />
  const width = Math.min(16, Math.max(1, ...sample.data.rows.map((row) => row.cells.length)))
  return (
    <section className="paper fill-part" aria-label={t('forms.fill.pickHead')}>
      <h2>{t('forms.fill.pickHead')}</h2>
      <p className="muted">{t('forms.fill.pickHeadHint')}</p>
      <div className="row head-picker-tools">
        <Choices label={t('forms.fill.rowKind')} value={kind} onChange={setKind} options={formKinds.map((value) => ({ value, label: t(`forms.kinds.${value}`) }))} />
        <Checkbox checked={two} onChange={(event) => setTwo(event.target.checked)}>{t('forms.fill.twoRows')}</Checkbox>
        {onCancel ? <Button onClick={onCancel}>{t('ui.form.cancel')}</Button> : null}
      </div>
      <div className="sheet-scroll">
        <table className="sheet-sample">
          <tbody>
            {sample.data.rows.map(({ rowNo, cells }) => (
              <tr key={rowNo}>
                <th scope="row"><Button size="small" loading={set.isPending && set.variables.rowNo === rowNo} onClick={() => set.mutate({ formId: form.formId, rowNo, rows: two ? 2 : 1, kind })}>{t('forms.fill.headRow', { n: rowNo })}</Button></th>
                {Array.from({ length: width }, (_, i) => <td key={i}>{cells[i] ?? ''}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
