import { Button, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { pushedlistsApi, pushedResults, rowTabs, type ListCard, type PushedRow } from '../../modules/pushedlists/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useCommandOf, useListOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords, type Say } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { RowCard } from './RowCard.tsx'

type Tab = (typeof rowTabs)[number]

/** The people of a batch in the order of the file; those that wait first in sight. */
export function RowList({ list, actions, head, sub }: { list: ListCard; actions: ReactNode; head: ReactNode; sub: ReactNode }): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const tab: Tab = rowTabs.find((one) => one === at['tab']) ?? (list.waiting > 0 ? 'waiting' : 'all')
  const result = pushedResults.find((one) => one === at['result'])
  const rows = useListOf(pushedlistsApi.listRows, { listId: list.listId, tab, ...(result ? { result } : {}) })
  const counts: Record<Tab, number | undefined> = { all: list.total, waiting: list.waiting, overdue: list.overdue ? list.waiting : 0, unassigned: list.unassigned, wrong: list.wrong, answered: list.answered }
  const tones: Partial<Record<Tab, Tone>> = { waiting: 'soon', overdue: 'bad', unassigned: 'bad', wrong: 'bad', answered: 'good' }
  const shown = rowTabs.filter((id) => id === 'all' || id === 'waiting' || id === 'answered' || (counts[id] ?? 0) > 0)
  const chips = shown.map((id): StateChip => ({ id, label: t(`pushedlists.tabs.${id}`), count: counts[id], tone: tones[id] ?? 'off' }))
  const next = (rowId: string) => {
    const index = rows.items.findIndex((row) => row.rowId === rowId)
    const waiting = [...rows.items.slice(index + 1), ...rows.items.slice(0, Math.max(0, index))].find((row) => row.state === 'waiting')
    go({ open: waiting?.rowId })
  }
  return (
    <ListPage<PushedRow>
      title={list.title} sub={sub} actions={actions} list={rows} idOf={(row) => row.rowId} columns={useColumns()}
      chips={<Chips label={t('pushedlists.page.result')} chips={chips} on={tab} onPick={(id) => go({ tab: id, open: undefined, result: undefined })} />}
      open={at['open']} onOpen={(open) => go({ open })} panel={(id) => <RowCard key={id} rowId={id} onNext={() => next(id)} />}
      empty={{ title: t('pushedlists.page.empty') }}
      {...(may('screening.verify') || list.own ? { selection: (chosen: PushedRow[], clear: () => void) => <Selected list={list} rows={chosen} clear={clear} /> } : {})}
    >
      {head}
    </ListPage>
  )
}

export const because = (t: Say, f: { day: (day: string) => string }, { proposal }: PushedRow): string => (proposal === null ? '' : t(`pushedlists.why.${proposal.why}`, {
  measure: proposal.measure ? t(`quarantine.measures.${proposal.measure}`) : '', day: proposal.day ? f.day(proposal.day) : '',
}))

function useColumns(): TableColumnsType<PushedRow> {
  const t = useWords()
  return [
    { key: 'row', title: t('pushedlists.page.row'), width: 64, align: 'right', render: (_, row) => <span className="dim">{row.rowNo}</span> },
    { key: 'person', title: t('pushedlists.page.person'), render: (_, row) => <><b>{row.name || t('screening.card.unnamed')}</b><br /><span className="muted small">{row.documentMasked ?? row.phoneMasked ?? ''}</span></> },
    { key: 'subject', title: t('pushedlists.page.subject'), render: (_, row) => <>{row.subject}<br /><span className="muted small">{row.address}</span></> },
    { key: 'place', title: t('pushedlists.page.place'), render: (_, row) => (row.state === 'unassigned' ? <StateTag tone="bad">{t('pushedlists.state.unassigned')}</StateTag> : row.areaName) },
    { key: 'result', title: t('pushedlists.page.result'), render: (_, row) => <ResultCell row={row} /> },
  ]
}

function ResultCell({ row }: { row: PushedRow }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (row.result) return <><StateTag tone="good">{t(`pushedlists.results.${row.result}`)}</StateTag>{row.kind ? <small className="muted"> {t(`pushedlists.kinds.${row.kind}`)}</small> : null}</>
  if (row.issue) return <span className="bad-ink small">{t(`pushedlists.issues.${row.issue}`)}</span>
  if (row.movingTo) return <span className="muted">{t('pushedlists.row.moving', { area: row.movingTo })}</span>
  if (row.proposal) return <span className="proposed">{t('pushedlists.row.proposed', { result: t(`pushedlists.results.${row.proposal.result}`) })}<br /><small className="muted">{because(t, f, row)}</small></span>
  return <StateTag tone={row.overdue ? 'bad' : 'soon'}>{t(row.overdue ? 'pushedlists.tabs.overdue' : 'pushedlists.state.waiting')}</StateTag>
}

/** Several at once: what is proposed after a look, or the community a row belongs to. */
function Selected({ list, rows, clear }: { list: ListCard; rows: PushedRow[]; clear: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const [areaId, setAreaId] = useState<string>()
  const refused = { onRefused: (error: unknown) => say(tError(error)) }
  const accept = useCommandOf(pushedlistsApi.acceptProposals, { onDone: ({ answered }) => { say(t('pushedlists.page.accepted', { n: answered })); clear() }, ...refused })
  const assign = useCommandOf(pushedlistsApi.assignRows, { onDone: ({ assigned }) => { say(t('pushedlists.page.assigned', { n: assigned })); clear() }, ...refused })
  const proposed = rows.filter((row) => row.state === 'waiting' && row.proposal !== null)
  const placeless = rows.filter((row) => row.state === 'unassigned')
  return (
    <>
      {may('screening.verify') && proposed.length > 0 ? <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate({ listId: list.listId, rowIds: proposed.map((row) => row.rowId) })}>{t('pushedlists.page.accept', { n: proposed.length })}</Button> : null}
      {list.own && placeless.length > 0 ? (
        <span className="row assign">
          <AreaPicker label={t('pushedlists.page.choose')} placeholder={t('pushedlists.page.choose')} levels={['community', 'compound', 'villageGroup']} size="middle" value={areaId} onChange={setAreaId} />
          <Button disabled={!areaId} loading={assign.isPending} onClick={() => { if (areaId) assign.mutate({ rowIds: placeless.map((row) => row.rowId), areaId }) }}>{t('pushedlists.page.assign')}</Button>
        </span>
      ) : null}
    </>
  )
}
