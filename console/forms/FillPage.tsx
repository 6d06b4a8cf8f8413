import { Button, Checkbox } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { formsApi, type Filling, type FormCard } from '../../modules/forms/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { Columns } from './Columns.tsx'
import { HeadPicker } from './HeadPicker.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { TakeForm } from './TakeForm.tsx'
import { Gaps, Unmatched } from './Rows.tsx'
import { WhoBelongs } from './WhoBelongs.tsx'
import './forms.css'

/** 填表: from where each column comes, who belongs in it, how it will come out; then the department's own file. */
export default function FillPage(): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const formId = at['form'] ?? ''
  const [heading, setHeading] = useState(false)
  const query = useQueryOf(formsApi.getForm, { formId }, { enabled: formId !== '' })
  const form = query.data
  const back = <Link to={'/forms' as never} search={(formId ? { open: formId } : {}) as never}><Button>{t('forms.fill.back')}</Button></Link>
  if (query.error && !form) return <Page title={t('forms.title')} actions={back}><Failed error={query.error} retry={() => void query.refetch()} /></Page>
  if (!form) return <Page title={t('forms.title')} actions={back}><Skeleton rows={10} /></Page>
  const head = form.head
  const known = form.columns.filter((column) => column.source !== null).length
  const sub = head ? `${head.from === head.to ? t('forms.fill.headAt', { from: head.from }) : t('forms.fill.headAtTwo', { from: head.from, to: head.to })} · ${t('forms.fill.columnsKnown', { n: form.columns.length, known })}` : t('forms.fill.noHead')
  return (
    <Page title={form.name} sub={<>{sub}{head && !heading ? <> · <button type="button" className="link-button" onClick={() => setHeading(true)}>{t('forms.fill.otherHead')}</button></> : null}</>} actions={back}>
      {!head || heading ? <HeadPicker form={form} onDone={() => setHeading(false)} {...(head ? { onCancel: () => setHeading(false) } : {})} /> : <Filling form={form} />}
    </Page>
  )
}

function Filling({ form }: { form: FormCard }): ReactNode {
  const t = useWords()
  const preview = useQueryOf(formsApi.previewForm, { formId: form.formId }, { keep: true })
  const [made, setMade] = useState<Filling>()
  const [touched, setTouched] = useState(form)
  // What was filled is of the form as it was then.
  if (touched !== form) { setTouched(form); if (JSON.stringify([touched.columns, touched.who, touched.picks]) !== JSON.stringify([form.columns, form.who, form.picks])) setMade(undefined) }
  const shown = preview.data
  return (
    <div className="fill-page">
      <Columns form={form} preview={shown} />
      <WhoBelongs form={form} preview={shown} />
      <section className="paper fill-part" aria-label={t('forms.fill.preview')}>
        <h2>{t('forms.fill.preview')}</h2>
        {preview.error && !shown ? <Failed error={preview.error} retry={() => void preview.refetch()} /> : shown ? <PreviewTable form={form} preview={shown} /> : <Skeleton rows={6} />}
        {shown ? <Unmatched form={form} preview={shown} /> : null}
        {shown ? <Gaps preview={shown} /> : null}
      </section>
      {made ? <Taken filling={made} onAgain={() => setMade(undefined)} /> : <Go form={form} ready={shown !== undefined && shown.lines > 0} onMade={setMade} />}
    </div>
  )
}

/** 填好: masked at once, or with whole numbers and an approval. */
function Go({ form, ready, onMade }: { form: FormCard; ready: boolean; onMade: (filling: Filling) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const may = useMay()
  const [clear, setClear] = useState(false)
  const undo = useCommandOf(formsApi.undoFilling)
  const fill = useCommandOf(formsApi.fillForm, {
    onDone: (filling) => { onMade(filling); offerUndo(t('forms.fill.done', { filled: f.number(filling.filled), cells: f.number(filling.cells) }), () => undo.mutateAsync({ fillingId: filling.fillingId })) },
    onRefused: (error) => say(tError(error)),
  })
  return (
    <footer className="fill-go">
      {form.asksForNumbers ? (
        <div className="grow"><b>{t('forms.fill.numbers')}</b> {may('people.reveal') ? <Checkbox checked={clear} onChange={(event) => setClear(event.target.checked)}>{t('forms.fill.clear')}</Checkbox> : null}<br /><span className="muted small">{t('forms.fill.clearHint')}</span></div>
      ) : <span className="grow" />}
      <Button type="primary" size="large" disabled={!ready} loading={fill.isPending} onClick={() => fill.mutate({ formId: form.formId, clear })}>{t('forms.fill.go')}</Button>
    </footer>
  )
}

function Taken({ filling, onAgain }: { filling: Filling; onAgain: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <section className="paper fill-part" role="region" aria-label={t('forms.fill.filledTitle')}>
      <div className="row"><h2 className="grow">{t('forms.fill.filledTitle')} · {t('forms.card.filling', { lines: f.number(filling.lines), filled: f.number(filling.filled), cells: f.number(filling.cells), open: f.number(filling.open) })}</h2><Button onClick={onAgain}>{t('forms.fill.again')}</Button></div>
      <TakeForm fillingId={filling.fillingId} />
    </section>
  )
}
