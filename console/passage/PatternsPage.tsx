import { Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { plateText } from '../../modules/people/rules.ts'
import { columns } from '../../modules/passage/columns.ts'
import { passageApi, type Pattern } from '../../modules/passage/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Chips, Page } from '../../ui/ListPage.tsx'
import { ExportTool } from '../../ui/list/ExportTool.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { codedWords } from '../../ui/timeline-words.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import './passage.css'

const tabs = ['open', 'settled'] as const

/** What the rows show and somebody has to look into; each in a sentence, with its records one press away. */
export default function PatternsPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const tab = tabs.find((one) => one === at['tab']) ?? 'open'
  const counts = useQueryOf(passageApi.patternCounts, {}, { keep: true }).data
  const list = useTable(passageApi.listPatterns, columns.listPatterns, { tab }, { every: 60_000 })
  return (
    <Page title={t('passage.patterns.title')} sub={t('passage.patterns.sub')} actions={<Link to="/passages">{t('passage.patterns.back')}</Link>}>
      <div className="list-tools"><Chips label={t('passage.patterns.title')} chips={tabs.map((id) => ({ id, label: t(`passage.patterns.tabs.${id}`), count: counts?.[id], tone: id === 'open' ? 'bad' as const : 'off' as const }))} on={tab} onPick={(next) => go({ tab: next })} /><span className="grow" /><ExportTool table={list.table} /></div>
      {list.error ? <Failed error={list.error} retry={list.retry} /> : list.loading ? <div className="paper"><Skeleton rows={4} /></div> : list.items.length === 0
        ? <div className="paper empty"><b>{t(`passage.patterns.empty.${tab}`)}</b><span>{t('passage.patterns.emptyHint')}</span></div>
        : <ul className="paper pattern-list">{list.items.map((one) => <One key={one.patternId} pattern={one} />)}</ul>}
      {list.hasMore ? <div className="list-foot"><Button onClick={list.loadMore} loading={list.refreshing}>{t('ui.list.moreAny')}</Button></div> : null}
    </Page>
  )
}

function One({ pattern: p }: { pattern: Pattern }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const language = useLanguage()
  const may = useMay()
  const [settling, setSettling] = useState(false)
  const undo = useCommandOf(passageApi.unsettlePattern, { onRefused: (error) => say(tError(error)), onDone: () => say(t('passage.patterns.undone')) })
  return (
    <li>
      <div className="row">
        <StateTag tone={p.settledAt ? 'off' : p.kind === 'quarantinePassed' || p.kind === 'elsewherePassed' ? 'bad' : 'soon'}>{t(`passage.patterns.kinds.${p.kind}`)}</StateTag>
        <b>{p.who || (p.plate ? plateText(p.plate) : p.passNo) || t('passage.page.unknown')}</b> <span className="muted">{[p.subject ? t(`passage.subjects.${p.subject}`) : '', p.address, p.who && p.plate ? plateText(p.plate) : ''].filter(Boolean).join(' · ')}</span> <time className="muted small" dateTime={p.at}>{f.when(p.at)}</time> {p.leadId === null ? null : p.kind === 'elsewherePassed' ? <span className="muted small">{t('passage.patterns.leadElsewhere')}</span> : <Link to="/leads" search={{ open: p.leadId } as never}>{t('passage.patterns.lead2')}</Link>}
      </div>
      <p>{codedWords(language, f, `passage.patterns.${p.kind}`, p.params)}</p>
      {p.settledAt ? <p className="muted small">{p.settleNote} · {p.settlerName} {f.when(p.settledAt)}</p> : null}
      <div className="row">
        {p.eventIds.map((open, i) => <Link key={open} to="/passages" search={{ open } as never}>{p.eventIds.length === 1 ? t('passage.patterns.rows') : t('passage.patterns.rowOf', { n: i + 1 })}</Link>)}
        {may('gates.edit') && !p.settledAt && !settling ? <Button size="small" onClick={() => setSettling(true)}>{t('passage.patterns.settle')}</Button> : null}
        {may('gates.edit') && p.settledAt ? <Button size="small" type="text" loading={undo.isPending} onClick={() => undo.mutate({ patternId: p.patternId })}>{t('passage.patterns.unsettle')}</Button> : null}
      </div>
      {settling ? <SettleForm patternId={p.patternId} onDone={() => setSettling(false)} /> : null}
    </li>
  )
}

function SettleForm({ patternId, onDone }: { patternId: string; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<string>()
  const undo = useCommandOf(passageApi.unsettlePattern)
  const settle = useCommandOf(passageApi.settlePattern, { onRefused: (error) => setFault(tError(error)), onDone: () => { offerUndo(t('passage.patterns.done'), () => undo.mutateAsync({ patternId })); onDone() } })
  return (
    <Guided onSubmit={() => { if (note.trim().length < 2) setFault(t('passage.patterns.notePrompt')); else settle.mutate({ patternId, note: note.trim() }) }} faults={fault ? { note: fault } : {}}>
      <Field label={t('passage.patterns.note')} fault={fault}><Input size="large" autoFocus maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} placeholder={t('passage.patterns.notePlaceholder')} /></Field>
      <FormFoot go={t('passage.patterns.settle')} busy={settle.isPending} onBack={onDone} />
    </Guided>
  )
}
