import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { pushedlistsApi, type PushedRow } from '../../modules/pushedlists/contract.ts'
import { specOf } from '../../modules/pushedlists/rules.ts'
import { screeningApi } from '../../modules/screening/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section, StateTag, Why } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { VerifyForm } from '../screening/VerifyForm.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { because } from './RowList.tsx'

/** 名单上一人: who, what the list says, what the data already know; the result, and for somebody missed the registration at once. */
export function RowCard({ rowId, onNext }: { rowId: string; onNext: () => void }): ReactNode {
  const may = useMay()
  const query = useQueryOf(pushedlistsApi.getRow, { rowId })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const row = query.data
  if (!row) return <Skeleton rows={6} />
  const answers = may('screening.verify') && (row.state === 'waiting' || row.state === 'wrong') && row.movingTo === null
  return (
    <Card>
      <Head row={row} />
      {answers ? <AnswerForm key={row.rowId} row={row} onNext={onNext} /> : null}
      {row.state === 'answered' ? <Answered row={row} /> : null}
      {may('screening.verify') ? <Acts row={row} /> : null}
    </Card>
  )
}

function Head({ row }: { row: PushedRow }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const due = t(row.overdue ? 'pushedlists.row.late' : 'pushedlists.row.deadline', { time: f.when(row.deadlineAt) })
  return (
    <>
      <CardHead
        name={row.name || t('screening.card.unnamed')} beside={[row.documentMasked, row.phoneMasked].filter(Boolean).join(' · ')} under={`${row.areaName} · ${row.address}`}
        state={<StateTag tone={row.state === 'answered' ? 'good' : row.overdue || row.state === 'wrong' ? 'bad' : 'soon'}>{row.result ? t(`pushedlists.results.${row.result}`) : t(`pushedlists.state.${row.state}`)}</StateTag>}
      />
      {row.issue ? <Why tone="bad">{t(`pushedlists.issues.${row.issue}`)}</Why> : row.movingTo ? <Why>{t('pushedlists.row.moving', { area: row.movingTo })}</Why> : row.proposal ? <Why tone="on">{t('pushedlists.row.proposed', { result: t(`pushedlists.results.${row.proposal.result}`) })}:{because(t, f, row)}</Why> : row.state === 'answered' ? null : <Why tone={row.overdue ? 'bad' : 'soon'}>{due}</Why>}
      <Facts rows={[
        [t('pushedlists.page.subject'), row.subject], [t('pushedlists.list.batch'), `${row.listTitle} · ${t(`pushedlists.sources.${row.listSource}`)} · ${f.when(row.issuedAt)}`],
        [t('pushedlists.page.row'), row.rowNo], [t('pushedlists.list.deadline'), row.state === 'answered' ? null : f.when(row.deadlineAt)],
      ]} />
      <p className="row">
        {row.personId ? <Link to={'/people' as never} search={{ open: row.personId } as never}>{t('pushedlists.row.openPerson')}</Link> : null}
        {row.screeningId ? <Link to={'/screening' as never} search={{ open: row.screeningId } as never}>{t('pushedlists.row.openScreening')}</Link> : null}
        {row.joined ? <span className="muted small">{t('pushedlists.row.joined')}</span> : null}
      </p>
    </>
  )
}

/** What was answered; where somebody was missed and is not managed yet, the registration with what is known. */
function Answered({ row }: { row: PushedRow }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const registers = row.result !== null && specOf(row.result).registers === true && row.screeningState === 'toVerify'
  return (
    <>
      <Section title={t('pushedlists.row.result')}>
        <Facts rows={[
          [t('pushedlists.row.result'), row.result ? `${t(`pushedlists.results.${row.result}`)}${row.kind ? `(${t(`pushedlists.kinds.${row.kind}`)})` : ''}` : ''],
          [t('pushedlists.row.whereabouts'), row.whereabouts], [t('pushedlists.row.measure'), row.measure], [t('pushedlists.row.note'), row.note],
          [t('pushedlists.fields.checker'), row.answeredAt ? `${row.checkerName ?? ''} · ${f.when(row.answeredAt)}` : ''],
        ]} />
      </Section>
      {registers && row.screeningId && may('screening.verify') ? <Register screeningId={row.screeningId} /> : null}
    </>
  )
}

function Register({ screeningId }: { screeningId: string }): ReactNode {
  const t = useWords()
  const card = useQueryOf(screeningApi.getScreening, { screeningId }).data
  if (!card) return <Skeleton rows={3} />
  return <Section title={t('pushedlists.row.register')}><p className="muted small">{t('pushedlists.row.registerHint')}</p><VerifyForm card={card} others={null} /></Section>
}

function Acts({ row }: { row: PushedRow }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const [to, setTo] = useState<string>()
  const refused = { onRefused: (error: unknown) => say(tError(error)) }
  const undo = useCommandOf(pushedlistsApi.undoAnswer, { onDone: () => say(t('pushedlists.row.undone')), ...refused })
  const handOver = useCommandOf(pushedlistsApi.handOverRow, { onDone: (done) => say(t('pushedlists.row.handed', { area: done.movingTo ?? '' })), ...refused })
  const mayMove = row.state === 'waiting' && row.screeningState === 'toVerify'
  const targets = useQueryOf(screeningApi.handOverTargets, {}, { enabled: mayMove, staleTime: 300_000 }).data?.items ?? []
  if (row.state === 'answered') return row.answeredAt?.slice(0, 10) === undefined || f.today !== dayIn(row.answeredAt) ? null : <ActionBar><Button loading={undo.isPending} onClick={() => undo.mutate({ rowId: row.rowId })}>{t('pushedlists.row.undo')}</Button></ActionBar>
  if (!mayMove) return null
  return (
    <Section title={t('pushedlists.row.handOver')}>
      <div className="row">
        <Select className="grow" aria-label={t('screening.verify.handOverTitle')} placeholder={t('screening.verify.search')} showSearch={{ optionFilterProp: 'label' }} value={to ?? null} onChange={(areaId: string | null) => setTo(areaId ?? undefined)} options={targets.map((one) => ({ value: one.areaId, label: one.fullName }))} />
        <Button disabled={!to} loading={handOver.isPending} onClick={() => { if (to) handOver.mutate({ rowId: row.rowId, toAreaId: to }) }}>{t('screening.actions.handOver')}</Button>
      </div>
    </Section>
  )
}

const dayIn = (instant: string): string => new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 10)
