import { Button, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { disinfectionApi, terminalTabs, type TerminalLine } from '../../modules/disinfection/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useListOf, useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { AskForm } from './TerminalForms.tsx'
import { TerminalPanel } from './TerminalPanel.tsx'
import './disinfection.css'
import '../venues/venues.css'

/** 终末消毒: asked for after a case, done by professionals, standing until it is good. */
export default function TerminalPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const tab = terminalTabs.find((one) => one === at['tab']) ?? 'asked'
  const counts = useQueryOf(disinfectionApi.terminalCounts, {}, { keep: true }).data
  const list = useListOf(disinfectionApi.listTerminals, { tab })
  const chips = terminalTabs.map((id): StateChip => ({ id, label: t(`disinfection.terminal.tabs.${id}`), count: counts?.[id], tone: id === 'asked' ? 'bad' : 'off' }))
  return (
    <ListPage<TerminalLine>
      title={t('disinfection.terminal.title')} sub={t('disinfection.terminal.sub')} actions={<><Link to={'/disinfection' as never}><Button>{t('disinfection.page.points')}</Button></Link>{may('disinfection.terminal') ? <Button type="primary" onClick={() => go({ open: 'new' })}>{t('disinfection.terminal.ask')}</Button> : null}</>}
      chips={<Chips label={t('disinfection.terminal.list.state')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      list={list} idOf={(x) => x.terminalId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => (id === 'new' ? <AskForm onDone={(terminalId) => go({ tab: 'asked', open: terminalId })} /> : <TerminalPanel key={id} terminalId={id} />)}
      empty={{ title: t(`disinfection.terminal.empty.${tab}`), hint: tab === 'asked' && t('disinfection.terminal.emptyHint') }}
    />
  )
}

export function TerminalState({ x }: { x: TerminalLine }): ReactNode {
  const t = useWords()
  return <StateTag tone={x.state === 'done' ? 'good' : x.state === 'withdrawn' ? 'off' : x.late ? 'bad' : 'soon'}>{x.evaluation === 'unqualified' && x.state === 'asked' ? t('disinfection.terminal.unqualified') : x.late ? t('disinfection.terminal.late') : t(`disinfection.terminal.tabs.${x.state}`)}</StateTag>
}

function useColumns(): TableColumnsType<TerminalLine> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'place', title: t('disinfection.terminal.list.place'), render: (_, x) => <><b>{x.place}</b> <span className="dim small">{t(`disinfection.terminal.kinds.${x.kind}`)}</span><br /><span className="muted small">{x.placeName}</span></> },
    { key: 'why', title: t('disinfection.terminal.list.why'), render: (_, x) => <>{x.why}<br /><span className="muted small">{t('disinfection.terminal.by', { name: x.askerName ?? '', at: f.when(x.askedAt) })}</span></> },
    { key: 'state', title: t('disinfection.terminal.list.state'), render: (_, x) => <TerminalState x={x} /> },
    { key: 'due', title: t('disinfection.terminal.list.due'), render: (_, x) => (x.state === 'asked' ? <span className="nowrap">{f.when(x.dueAt)}</span> : '') },
    { key: 'team', title: t('disinfection.terminal.list.team'), render: (_, x) => (x.team && x.doneAt ? <>{t('disinfection.terminal.doneBy', { team: x.team, at: f.when(x.doneAt) })}{x.evaluation ? <><br /><span className="muted small">{t(`disinfection.terminal.${x.evaluation}`)}</span></> : null}</> : '') },
  ]
}
