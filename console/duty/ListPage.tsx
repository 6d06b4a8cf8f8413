import { Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { dutyApi, type DutySheet, type ListLine } from '../../modules/duty/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { download } from '../../ui/client.ts'
import { Loaded } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf, useUploadOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { DropZone } from '../roster/DropZone.tsx'
import './list.css'

/** 按名单挂联: the office's own table in, what it would change in words, one confirmation, taken back as a whole. */
export default function DutySheetPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [at, go] = useAddress()
  const read = useUploadOf(dutyApi.readDutySheet, { touches: ['duty'], onDone: ({ sheetId }) => go({ list: sheetId }) })
  const [problem, setProblem] = useState<unknown>()
  const template = <Button onClick={() => void download(dutyApi.dutySheetTemplate, {}).catch(setProblem)}>{t('duty.list.template')}</Button>
  return (
    <Page title={t('duty.list.title')} sub={t('duty.list.sub')} actions={<>{at['list'] ? <Button onClick={() => { read.reset(); go({ list: undefined }) }}>{t('duty.list.again')}</Button> : template}<Link to={'/duty' as never}>{t('duty.list.back')}</Link></>}>
      {read.error ?? problem ? <p className="why bad" role="alert">{tError((read.error ?? problem) as Error)}</p> : null}
      {at['list'] ? <Opened sheetId={at['list']} /> : (
        <>
          <DropZone words={{ title: t('duty.list.drop'), hint: t('duty.list.dropHint'), choose: t('duty.list.choose') }} disabled={false} sending={read.isPending ? read.variables.file.name : undefined} onFile={(file) => read.mutate({ input: {}, file })} />
          <Before onOpen={(list) => go({ list })} />
        </>
      )}
    </Page>
  )
}

function Before({ onOpen }: { onOpen: (sheetId: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const items = useQueryOf(dutyApi.listDutySheets, {}).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="duty-lists" aria-label={t('duty.list.before')}>
      <h2>{t('duty.list.before')}</h2>
      <ul>{items.map((one) => (
        <li key={one.sheetId}><button type="button" className="plain-button" onClick={() => onOpen(one.sheetId)}>{one.filename}</button> <StateTag tone={one.state === 'done' ? 'good' : one.state === 'read' ? 'soon' : 'off'}>{t(`duty.list.states.${one.state}`)}</StateTag> <span className="muted small">{t('duty.list.by', { name: one.readerName ?? '', at: f.at(one.readAt) })}</span></li>
      ))}</ul>
    </section>
  )
}

const Opened = ({ sheetId }: { sheetId: string }): ReactNode => {
  const list = useQueryOf(dutyApi.dutySheet, { sheetId }, { keep: true })
  return <Loaded of={list}>{(data) => <Shown key={data.stamp} list={data} />}</Loaded>
}

const toneOf: Record<ListLine['kind'], Tone> = { fills: 'good', takesOver: 'on', adds: 'on', same: 'off' }

function Shown({ list }: { list: DutySheet }): ReactNode {
  const t = useWords()
  const changing = list.lines.filter(({ kind }) => kind !== 'same')
  return (
    <>
      <p role="status" className="duty-list-sum"><StateTag tone={list.state === 'done' ? 'good' : list.state === 'read' ? 'soon' : 'off'}>{t(`duty.list.states.${list.state}`)}</StateTag> <b>{list.filename}</b> {t('duty.list.summary', { n: number(list.lines.length), change: number(changing.length) })}
        {list.closes > 0 ? <> · <b>{t('duty.list.closes', { n: number(list.closes) })}</b></> : null}{list.wrongRows > 0 ? <> · <span className="bad-ink">{t('duty.list.wrong', { n: number(list.wrongRows) })}</span></> : null}</p>
      {list.lines.length > 0 ? <ul className="duty-list paper">{list.lines.map((line) => <li key={line.rowNo}><Line line={line} /></li>)}</ul> : null}
      {list.wrong.length > 0 ? <Wrong list={list} /> : null}
      {list.actions.includes('confirm') ? <Confirm list={list} n={changing.length} /> : null}
      {list.actions.includes('undo') ? <Undo sheetId={list.sheetId} /> : null}
      {list.state === 'read' && changing.length === 0 ? <p className="muted">{t('duty.list.nothing')}</p> : null}
    </>
  )
}

function Line({ line }: { line: ListLine }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { kind, name, fromName, areaName, dutyRole, title, officePhone, work, hasAccount, mobileLeftOut, startsOn } = line
  const has = work !== null && work.people + work.visits + work.leads + work.matters > 0
  const small = [t(`duty.roles.${dutyRole}`), title, officePhone, startsOn === f.today ? null : t('duty.list.from', { day: f.day(startsOn) }), hasAccount ? null : t('duty.list.noAccount'), mobileLeftOut ? t('duty.list.mobile') : null].filter(Boolean)
  return (
    <>
      <StateTag tone={toneOf[kind]}>{t(`duty.list.kinds.${kind}`)}</StateTag>
      <span className="grow"><b>{t(`duty.list.said.${kind}`, { name, from: fromName ?? '', area: areaName })}</b><br /><span className="muted small">{small.join(' · ')}</span></span>
      {work === null ? null : <span className={has ? 'small' : 'dim small'}>{!has ? t('duty.list.noWork') : hasAccount ? t('duty.list.work', { ...work }) : t('duty.list.workStays', { from: fromName ?? '', people: work.people })}</span>}
      <span className="dim small nowrap">{t('duty.list.row', { row: line.rowNo })}</span>
    </>
  )
}

function Wrong({ list }: { list: DutySheet }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [problem, setProblem] = useState<unknown>()
  return (
    <section aria-label={t('duty.list.wrongTitle')}>
      <div className="row duty-list-wrong"><h2 className="grow">{t('duty.list.wrongTitle')}</h2>{list.wrongRows > 0 ? <Button onClick={() => void download(dutyApi.dutySheetErrors, { sheetId: list.sheetId }).catch(setProblem)}>{t('duty.list.errors')}</Button> : null}</div>
      {problem ? <p className="why bad" role="alert">{tError(problem as Error)}</p> : null}
      <ul className="duty-list paper">{list.wrong.map((one, i) => (
        <li key={i}><b className="nowrap">{t('duty.list.row', { row: one.rowNo })}</b><span className="grow">{one.heading}{one.cell ? `“${one.cell}”` : ''} <span className="bad-ink">{t(`duty.list.issues.${one.code}`, one.params)}</span></span></li>
      ))}</ul>
    </section>
  )
}

function Confirm({ list, n }: { list: DutySheet; n: number }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState(t('duty.list.reasonDefault', { file: list.filename }))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const undo = useUndo()
  const confirm = useCommandOf(dutyApi.confirmDutySheet, { onDone: () => offerUndo(t('duty.list.done', { n: number(n) }), () => undo.mutateAsync({ sheetId: list.sheetId })) })
  const submit = () => {
    const missing: Record<string, string> = reason.trim().length < 2 ? { reason: t('ui.form.required') } : {}
    setFaults(missing)
    if (!missing['reason']) confirm.mutate({ sheetId: list.sheetId, stamp: list.stamp, reason: reason.trim() })
  }
  return (
    <div className="duty-list-confirm">
      <Guided onSubmit={submit} faults={faults}>
        <Field label={t('duty.list.reason')} fault={faults['reason']}><Input size="large" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
        {confirm.error ? <p className="why bad" role="alert">{tError(confirm.error)}</p> : null}
        <FormFoot go={t('duty.list.confirm', { n: number(n) })} busy={confirm.isPending} />
      </Guided>
    </div>
  )
}

function useUndo() {
  const t = useWords()
  return useCommandOf(dutyApi.undoDutySheet, { onDone: ({ undone, left }) => say(t(left > 0 ? 'duty.list.undoneLeft' : 'duty.list.undone', { n: undone, left })) })
}

function Undo({ sheetId }: { sheetId: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const undo = useUndo()
  return <>{undo.error ? <p className="why bad" role="alert">{tError(undo.error)}</p> : null}<Button loading={undo.isPending} onClick={() => undo.mutate({ sheetId })}>{t('duty.list.undo')}</Button></>
}
