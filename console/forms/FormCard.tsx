import { Button } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { refusal } from '../../modules/forms/data.ts'
import { formsApi, type Filling, type FormCard as Form } from '../../modules/forms/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section, Why } from '../../ui/card.tsx'
import { copyText } from '../../ui/copy.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { AdmitForm, StopForm } from './DecideForms.tsx'
import { FactsForm } from './FactsForm.tsx'
import { TakeForm } from './TakeForm.tsx'
import { AdmissionTag, FormStateTag } from './tags.tsx'

type Doing = 'edit' | 'stop' | 'admit' | 'decline' | 'none'

/** 报表卡: who asks for it until when, whether it was admitted, and every time it was filled. */
export function FormCard({ formId }: { formId: string }): ReactNode {
  const [doing, setDoing] = useState<Doing>('none')
  const query = useQueryOf(formsApi.getForm, { formId })
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const form = query.data
  if (!form) return <Skeleton rows={8} />
  const done = () => setDoing('none')
  if (doing === 'edit') return <FactsForm form={form} onDone={done} />
  return (
    <Card>
      <CardHead name={form.name} under={[form.department, form.areaName].filter(Boolean).join(' · ')} state={<><FormStateTag state={form.state} /> <AdmissionTag admission={form.admission} /></>} />
      <Said form={form} />
      {doing === 'admit' || doing === 'decline' ? <AdmitForm form={form} decline={doing === 'decline'} onDone={done} /> : doing === 'stop' ? <StopForm form={form} onDone={done} /> : null}
      <About form={form} />
      <History form={form} />
      {doing === 'none' ? <Acts form={form} onPick={setDoing} /> : null}
    </Card>
  )
}

function Said({ form }: { form: Form }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { admission: { state, officeName, reason, until }, duplicates } = form
  const why = { office: officeName ?? '', reason: reason ?? '' }
  return (
    <>
      {form.state === 'stopped' ? <Why>{t('forms.card.stoppedWhy', { reason: form.stopReason ?? '' })}</Why> : form.filled ? <Why tone="good">{t('forms.card.filledNow', { name: form.filled.by ?? '', at: f.when(form.filled.at) })}</Why> : null}
      <Why {...(state === 'none' ? { tone: 'soon' as const } : state === 'declined' ? { tone: 'bad' as const } : {})}>
        {state === 'admitted' ? t('forms.card.admittedWhy', why) : state === 'declined' ? t('forms.card.declinedWhy', why) : t('forms.card.noneWhy')}{until ? ` ${t('forms.card.admittedUntil', { day: f.day(until) })}` : ''}
      </Why>
      {duplicates.share > 0 ? <Why>{t('forms.card.duplicates')}:{t('forms.card.duplicatesOf', { share: `${Math.round(duplicates.share * 100)}%`, names: duplicates.names.join('、') })}</Why> : null}
    </>
  )
}

function About({ form }: { form: Form }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const known = form.columns.filter((column) => column.source !== null && column.source !== 'blank' && column.source !== 'formula').length
  return (
    <Facts rows={[
      [t('forms.card.due'), form.dueAt ? `${f.when(form.dueAt)} · ${t(`forms.frequencies.${form.frequency}`)}` : t(`forms.frequencies.${form.frequency}`)],
      [t('forms.card.department'), form.department], [t('forms.card.basis'), form.basis], [t('forms.card.kind'), t(`forms.kinds.${form.kind}`)],
      [t('forms.card.columns'), form.head ? t('forms.card.columnsOf', { n: form.columns.length, known }) : t('forms.card.notFound')],
      [t('forms.card.file'), <>{form.filename}<br /><span className="muted small">{t('forms.card.came', { at: f.when(form.askedAt) })}{form.creatorName ? ` · ${form.creatorName}` : ''}{form.fileRemovedAt ? <><br />{t('forms.card.removed', { at: f.when(form.fileRemovedAt) })}</> : null}</span></>],
    ]} />
  )
}

function History({ form }: { form: Form }): ReactNode {
  const t = useWords()
  const [taking, setTaking] = useState<string>()
  return (
    <Section title={t('forms.card.history')}>
      {form.fillings.length === 0 ? <p className="dim">{t('forms.card.noHistory')}</p> : null}
      <ul className="fillings">
        {form.fillings.map((one) => (
          <li key={one.fillingId}>
            <FillingLine filling={one} onTake={() => setTaking(one.fillingId)} />
            {taking === one.fillingId ? <TakeForm fillingId={one.fillingId} onClose={() => setTaking(undefined)} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function FillingLine({ filling: one, onTake }: { filling: Filling; onTake: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const undo = useCommandOf(formsApi.undoFilling)
  const redo = useCommandOf(formsApi.redoFilling)
  return (
    <div className="row">
      <span className={one.undone ? 'grow struck' : 'grow'}>{f.when(one.at)} {one.actorName}<br /><span className="muted small">{t('forms.card.filling', { lines: f.number(one.lines), filled: f.number(one.filled), cells: f.number(one.cells), open: f.number(one.open) })}{one.clear ? ` · ${t('forms.card.clear')}` : ''}</span></span>
      {one.kept && may('people.export') ? <Button size="small" onClick={onTake}>{t('forms.card.fetch')}</Button> : one.kept ? null : <span className="dim small">{t('forms.card.gone')}</span>}
      {may('forms.fill') ? <Button size="small" type="text" onClick={() => (one.undone ? redo : undo).mutate({ fillingId: one.fillingId })}>{t(one.undone ? 'forms.card.redo' : 'forms.card.undo')}</Button> : null}
    </div>
  )
}

function Acts({ form, onPick }: { form: Form; onPick: (doing: Doing) => void }): ReactNode {
  const t = useWords()
  const may = useMay()
  const f = useFormats()
  const navigate = useNavigate()
  const withdraw = useCommandOf(formsApi.withdrawAdmission, { onDone: () => say(t('forms.admit.withdrawn')) })
  const stop = useCommandOf(formsApi.stopForm)
  const resume = useCommandOf(formsApi.resumeForm, { onDone: () => offerUndo(t('forms.stop.resumed', { name: form.name }), () => stop.mutateAsync({ formId: form.formId, reason: form.stopReason ?? t('forms.card.stop') })) })
  const answer = async () => {
    const text = t('forms.refusal.text', { department: form.department || t('forms.refusal.unit'), name: form.name, day: f.day(f.today), law: refusal.law, says: refusal.says, community: form.areaName })
    say(t((await copyText(text)) ? 'forms.refusal.copied' : 'forms.refusal.failed'))
  }
  const { formId, admission: { state } } = form
  return (
    <ActionBar>
      {may('forms.fill') && form.state !== 'stopped' && !form.fileRemovedAt ? <Button type="primary" onClick={() => void navigate({ to: '/forms/fill' as never, search: { form: formId } as never })}>{t('forms.card.fill')}</Button> : null}
      {may('forms.admit') && state !== 'admitted' ? <Button onClick={() => onPick('admit')}>{t('forms.card.admit')}</Button> : null}
      {may('forms.admit') && state !== 'declined' ? <Button onClick={() => onPick('decline')}>{t('forms.card.decline')}</Button> : null}
      {may('forms.admit') && state !== 'none' ? <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ formId })}>{t('forms.card.withdrawAdmission')}</Button> : null}
      {may('forms.fill') ? <Button onClick={() => onPick('edit')}>{t('forms.card.edit')}</Button> : null}
      {may('forms.fill') && state !== 'admitted' ? <Button onClick={() => void answer()}>{t('forms.card.refusal')}</Button> : null}
      {may('forms.fill') ? form.state === 'stopped' ? <Button loading={resume.isPending} onClick={() => resume.mutate({ formId })}>{t('forms.card.resume')}</Button> : <Button onClick={() => onPick('stop')}>{t('forms.card.stop')}</Button> : null}
    </ActionBar>
  )
}
