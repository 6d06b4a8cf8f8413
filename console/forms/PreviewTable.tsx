import type { ReactNode } from 'react'
import type { FormCard, Preview } from '../../modules/forms/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'

/** 预览: the lines as they will be; what the register lacks is light yellow and empty. */
export function PreviewTable({ form, preview }: { form: FormCard; preview: Preview }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (preview.shown.length === 0) return <div className="empty"><b>{t('forms.fill.nothing')}</b><span>{t('forms.fill.nothingHint')}</span></div>
  return (
    <>
      <p role="status"><b>{t('forms.fill.previewOf', { lines: f.number(preview.lines), filled: f.number(preview.filled), cells: f.number(preview.cells), open: f.number(preview.open) })}</b>
        {preview.added > 0 ? <span className="muted"> · {t('forms.fill.added', { n: f.number(preview.added) })}</span> : null}{preview.skipped > 0 ? <span className="muted"> · {t('forms.fill.skipped', { n: preview.skipped })}</span> : null}</p>
      <p className="legend small"><span className="cell-filled">{t('forms.fill.filledCell')}</span><span className="cell-kept">{t('forms.fill.keptCell')}</span><span className="cell-missing">{t('forms.fill.missingCell')}</span>{preview.lines > preview.shown.length ? <span className="muted">{t('forms.fill.first', { n: preview.shown.length })}</span> : null}</p>
      <div className="sheet-scroll" tabIndex={0} role="region" aria-label={t('forms.fill.preview')}>
        <table className="sheet-preview">
          <thead><tr><th scope="col">{t('forms.fill.row')}</th>{form.columns.map((column) => <th key={column.index} scope="col">{column.heading}</th>)}</tr></thead>
          <tbody>
            {preview.shown.map((line) => (
              <tr key={line.rowNo} className={line.subjectId === null ? 'nobody' : ''}>
                <th scope="row">{line.rowNo}</th>
                {line.cells.map((cell, i) => <td key={form.columns[i]?.index ?? i} className={`cell-${cell.state}`} {...(cell.state === 'missing' ? { title: t('forms.fill.missingCell') } : {})}>{cell.text}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
