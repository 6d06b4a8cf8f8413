import type { TableColumnsType } from 'antd'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { columns } from '../../modules/forms/columns.ts'
import { formsApi, formTabs, type FormFigures, type FormLine, type FormTab } from '../../modules/forms/contract.ts'
import { shareOf } from '../../modules/forms/rules.ts'
import { useAddress } from '../../ui/address.ts'
import type { Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf, useUploadOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { DropZone } from '../roster/DropZone.tsx'
import { FormCard } from './FormCard.tsx'
import { AdmissionTag, FormStateTag } from './tags.tsx'
import './forms.css'

const chipTone: Partial<Record<FormTab, Tone>> = { due: 'soon', overdue: 'bad', filled: 'good' }
const EVERY_MS = 60_000

/** 报送 · 部门报表: drop the file a department sent, and see what is to be filled. */
export default function FormsPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const tab = formTabs.find((one) => one === at['tab']) ?? 'all'
  const figures = useQueryOf(formsApi.formFigures, {}, { keep: true, every: EVERY_MS }).data
  const list = useTable(formsApi.listForms, columns.listForms, { tab }, { every: EVERY_MS })
  const chips = formTabs.map((id): StateChip => ({ id, label: t(`forms.tabs.${id}`), count: figures?.tabs[id], tone: chipTone[id] ?? 'off' }))
  return (
    <ListPage<FormLine>
      title={t('forms.title')} sub={t('forms.sub')}
      chips={<Chips label={t('forms.list.state')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      list={list} idOf={(form) => form.formId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => <FormCard key={id} formId={id} />}
      empty={{ title: t(`forms.list.emptyTab.${tab}`), hint: tab === 'all' && may('forms.fill') ? t('forms.list.emptyHint') : undefined }}
    >
      {may('forms.fill') ? <Drop /> : null}
      {figures ? <Figures of={figures} /> : null}
    </ListPage>
  )
}

function Drop(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<string>()
  const send = useUploadOf(formsApi.uploadForm, {
    onDone: ({ formId, known }) => {
      say(t(known ? 'forms.drop.known' : 'forms.drop.fresh'))
      void navigate({ to: '/forms/fill' as never, search: { form: formId } as never })
    },
  })
  const take = (file: File) => { setProblem(undefined); send.mutate({ input: {}, file }, { onError: (error) => setProblem(tError(error)) }) }
  return (
    <div className="form-drop">
      <DropZone disabled={send.isPending} sending={send.isPending ? send.variables.file.name : undefined} onFile={take} accept=".xlsx,.csv,.xls" words={{ title: t('forms.drop.title'), hint: t('forms.drop.hint'), choose: t('forms.drop.choose') }} />
      {problem ? <p className="why bad" role="alert">{problem}</p> : null}
    </div>
  )
}

/** 本月: what was filled, how much of it by the house, what nobody admitted, and an estimate of what it saved. */
function Figures({ of }: { of: FormFigures }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const share = shareOf(of.month)
  const hours = Math.floor(of.saved.minutes / 60)
  return (
    <dl className="form-figures paper">
      <div><dt>{t('forms.figures.fillings')}</dt><dd>{t('forms.figures.fillingsOf', { n: f.number(of.month.fillings) })}</dd></div>
      <div><dt>{t('forms.figures.share')}</dt><dd>{share === null ? t('forms.figures.none') : <>{Math.floor(share * 100)}% <small className="muted">{t('forms.figures.shareOf', { filled: f.number(of.month.filled), cells: f.number(of.month.cells) })}</small></>}</dd></div>
      <div><dt>{t('forms.figures.unadmitted')}</dt><dd>{t('forms.figures.unadmittedOf', { n: f.number(of.unadmitted) })} {of.month.unadmitted > 0 ? <small className="muted">{t('forms.figures.unadmittedMonth', { n: f.number(of.month.unadmitted) })}</small> : null}</dd></div>
      <div><dt>{t('forms.figures.saved')}</dt><dd>{hours > 0 ? t('forms.figures.savedOf', { n: f.number(hours) }) : t('forms.figures.savedMinutes', { n: of.saved.minutes })} <small className="muted">{t('forms.figures.savedHow', { seconds: of.saved.secondsPerCell })}</small></dd></div>
    </dl>
  )
}

function useColumns(): TableColumnsType<FormLine> {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  return [
    { key: 'name', title: t('forms.list.name'), render: (_, form) => <>{may('forms.fill') && form.state !== 'stopped' ? <Link to={'/forms/fill' as never} search={{ form: form.formId } as never}><b>{form.name}</b></Link> : <b>{form.name}</b>}<br /><span className="muted small">{[form.department, form.basis].filter(Boolean).join(' · ')}</span></> },
    { key: 'due', title: t('forms.list.due'), render: (_, form) => <>{form.dueAt ? f.when(form.dueAt) : t('forms.list.dueNone')}<br /><span className="muted small">{t(`forms.frequencies.${form.frequency}`)}</span></> },
    { key: 'state', title: t('forms.list.state'), render: (_, form) => <><FormStateTag state={form.state} />{form.filled ? <><br /><span className="muted small">{t('forms.list.filledBy', { name: form.filled.by ?? '', at: f.when(form.filled.at) })}</span></> : null}</> },
    { key: 'admission', title: t('forms.list.admission'), render: (_, form) => <AdmissionTag admission={form.admission} /> },
    { key: 'area', title: t('forms.list.area'), render: (_, form) => form.areaName },
    { key: 'kind', title: t('forms.list.kind'), render: (_, form) => t(`forms.kinds.${form.kind}`) },
  ]
}
