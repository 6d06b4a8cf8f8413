import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { disinfectionApi } from '../../modules/disinfection/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section, Why } from '../../ui/card.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { RecordLine } from './standing.tsx'
import { DoneForm, WithdrawForm } from './TerminalForms.tsx'
import { TerminalState } from './TerminalPage.tsx'

export function TerminalPanel({ terminalId }: { terminalId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const may = useMay()
  const query = useQueryOf(disinfectionApi.getTerminal, { terminalId })
  const [doing, setDoing] = useState<'done' | 'withdraw'>()
  const refused = { onRefused: (error: ApiError) => say(tError(error)) }
  const reopen = useCommandOf(disinfectionApi.reopenTerminal, refused)
  const undo = useCommandOf(disinfectionApi.undoTerminal, { onDone: () => say(t('disinfection.card.undone')), ...refused })
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const x = query.data
  if (!x) return <Skeleton rows={6} />
  const done = () => setDoing(undefined)
  const can = may('disinfection.terminal')
  return (
    <Card>
      <CardHead name={x.place} beside={t(`disinfection.terminal.kinds.${x.kind}`)} under={x.placeName} state={<TerminalState x={x} />} />
      <Why>{x.why}</Why>
      {x.state === 'asked' ? <Why tone="soon">{t('disinfection.terminal.onlyTeam')}</Why> : x.withdrawnReason ? <Why>{t('disinfection.terminal.because', { reason: x.withdrawnReason })}</Why> : null}
      {doing === 'done' ? <DoneForm terminal={x} onDone={done} /> : doing === 'withdraw' ? <WithdrawForm terminal={x} onDone={done} /> : null}
      <Facts rows={[[t('disinfection.terminal.list.due'), x.state === 'asked' ? f.at(x.dueAt) : null], [t('disinfection.terminal.name'), t('disinfection.terminal.by', { name: x.askerName ?? '', at: f.at(x.askedAt) })]]} />
      {x.records.length > 0 ? <Section title={t('disinfection.card.records')}><ul className="venue-log">{x.records.map((one) => (
        <RecordLine key={one.disinfectionId} one={one} extra={<>{one.evaluation ? t(`disinfection.terminal.${one.evaluation}`) : ''}{one.mayUndo && can ? <> <button type="button" className="tool-word" onClick={() => undo.mutate({ disinfectionId: one.disinfectionId })}>{t('disinfection.card.undo')}</button></> : null}</>} />
      ))}</ul></Section> : null}
      {can && doing === undefined ? (
        <ActionBar>
          {x.state === 'asked' ? <><Button type="primary" onClick={() => setDoing('done')}>{t('disinfection.terminal.record')}</Button><Button onClick={() => setDoing('withdraw')}>{t('disinfection.terminal.withdraw')}</Button></> : x.state === 'withdrawn' ? <Button loading={reopen.isPending} onClick={() => reopen.mutate({ terminalId })}>{t('disinfection.terminal.reopen')}</Button> : null}
        </ActionBar>
      ) : null}
    </Card>
  )
}
