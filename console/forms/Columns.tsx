import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { formsApi, type Column, type FormCard, type FormKind, type Preview, type Way } from '../../modules/forms/contract.ts'
import { catalogue, elementOf, sources } from '../../modules/forms/rules.ts'
import { number } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords, type Say } from '../../ui/words.ts'

/** What a column may be taken from, by where it comes from; what every form offers stands last. */
function optionsFor(t: Say, kind: FormKind) {
  const all = Object.entries(catalogue[kind])
  const groups = sources.flatMap((from) => {
    const options = all.filter(([, element]) => element.from === from).map(([value]) => ({ value, label: t(`forms.elements.${value}`) }))
    return options.length > 0 ? [{ label: t(`forms.sources.${from}`), options }] : []
  })
  return [{ label: t('forms.fill.ask'), options: ['blank', 'text'].map((value) => ({ value, label: t(`forms.elements.${value}`) })) }, ...groups]
}

/** 各列从哪里取: each kept at once; what nobody knows stands out and can be left to be written by hand. */
export function Columns({ form, preview }: { form: FormCard; preview: Preview | undefined }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const save = useCommandOf(formsApi.setFormColumns, { onRefused: (error) => say(tError(error)) })
  const options = optionsFor(t, form.kind)
  const unknown = form.columns.filter((column) => column.source === null)
  const change = (column: Column, more: Partial<Pick<Column, 'source' | 'way' | 'text'>>) => {
    const { index, source, way, text } = { ...column, ...(more.source === undefined ? {} : { way: null }), ...more }
    save.mutate({ formId: form.formId, columns: [{ index, source, way, text }] })
  }
  const careful = form.columns.some((column) => column.way === 'yesOnly')
  return (
    <section className="paper fill-part" aria-label={t('forms.fill.columns')}>
      <h2>{t('forms.fill.columns')}</h2>
      {unknown.length > 0 ? <p className="why soon">{t('forms.fill.unknown', { n: unknown.length })}</p> : null}
      {careful ? <p className="muted small">{t('forms.fill.careHint')}</p> : null}
      <ul className="form-columns">
        {form.columns.map((column) => <ColumnLine key={column.index} column={column} kind={form.kind} options={options} able={preview?.columns.find((one) => one.index === column.index)} onChange={(more) => change(column, more)} />)}
      </ul>
    </section>
  )
}

function ColumnLine({ column, kind, options, able, onChange }: { column: Column; kind: FormKind; options: ReturnType<typeof optionsFor>; able: Preview['columns'][number] | undefined; onChange: (more: Partial<Pick<Column, 'source' | 'way' | 'text'>>) => void }): ReactNode {
  const t = useWords()
  const ways: readonly Way[] = elementOf(kind, column.source)?.ways ?? []
  const from = elementOf(kind, column.source)?.from
  const label = (what: string) => `${column.heading} ${what}`
  return (
    <li className={column.source === null ? 'unknown' : ''}>
      <span className="heading"><b>{column.heading || '—'}</b>{column.hidden ? <span className="dim small"> {t('forms.fill.hidden')}</span> : null}{column.twice ? <span className="soon-ink small"> {t('forms.fill.twice')}</span> : null}</span>
      {column.source === 'formula' ? <span className="muted">{t('forms.elements.formula')}</span> : (
        <Select
          aria-label={label(t('forms.fill.from'))} value={column.source} placeholder={t('forms.fill.ask')} options={options} showSearch={{ optionFilterProp: 'label' }} onChange={(source: string) => onChange({ source })} popupMatchSelectWidth={240}
          labelRender={({ label: name }) => <>{from ? <span className="dim">{t(`forms.sources.${from}`)} · </span> : null}{name}</>}
        />
      )}
      <span className="way">
        {column.source === 'text' ? <OneText label={label(t('forms.fill.asksText'))} text={column.text} onChange={(text) => onChange({ text })} /> : ways.length > 1 ? <Select aria-label={label(t('forms.fill.way'))} value={column.way} options={ways.map((value) => ({ value, label: t(`forms.ways.${value}`) }))} onChange={(way: Way) => onChange({ way })} /> : null}
      </span>
      <span className="able muted small" title={t('forms.fill.able')}>{able && able.filled + able.open > 0 ? t('forms.fill.ableOf', { filled: number(able.filled), all: number(able.filled + able.open) }) : ''}</span>
    </li>
  )
}

function OneText({ label, text, onChange }: { label: string; text: string; onChange: (text: string) => void }): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState(text)
  const keep = () => { if (typed.trim() !== text) onChange(typed.trim()) }
  return <Input aria-label={label} placeholder={t('forms.fill.textHint')} maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={keep} onPressEnter={keep} />
}
