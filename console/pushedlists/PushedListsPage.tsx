import { useQueryClient } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { pushedlistsApi, type PushedList } from '../../modules/pushedlists/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { ask } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { invalidate, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { ListPart } from './ListPart.tsx'
import './pushedlists.css'

/** 管控 · 协查名单: batches with their deadlines; `?list=…` is one of them. */
export default function PushedListsPage(): ReactNode {
  const [at, go] = useAddress()
  const open = (list: string | undefined) => go({ list, open: undefined, tab: undefined, result: undefined })
  return at['list'] ? <ListPart key={at['list']} listId={at['list']} onLeave={() => open(undefined)} /> : <Batches onOpen={open} />
}

function Batches({ onOpen }: { onOpen: (listId: string) => void }): ReactNode {
  const t = useWords()
  const may = useMay()
  const lists = useQueryOf(pushedlistsApi.listLists, {})
  if (lists.error) return <Failed error={lists.error} retry={() => void lists.refetch()} />
  const push = may('pushedlists.push')
  return (
    <Page title={t('pushedlists.title')} sub={t('pushedlists.sub')} actions={push ? <Upload onDone={onOpen} /> : null}>
      {!lists.data ? <Skeleton rows={5} /> : lists.data.items.length === 0
        ? <div className="list-table empty"><b>{t('pushedlists.list.none')}</b><span>{t(push ? 'pushedlists.list.noneHint' : 'pushedlists.list.noneCommunity')}</span></div>
        : <BatchTable lists={lists.data.items} onOpen={onOpen} />}
    </Page>
  )
}

function BatchTable({ lists, onOpen }: { lists: PushedList[]; onOpen: (listId: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <div className="list-table">
      <Table<PushedList>
        dataSource={lists} rowKey="listId" pagination={false}
        onRow={(list) => ({ tabIndex: 0, onClick: () => onOpen(list.listId), onKeyDown: (event) => { if (event.key === 'Enter') onOpen(list.listId) } })}
        columns={[
          { key: 'batch', title: t('pushedlists.list.batch'), render: (_, list) => <><b>{list.title}</b><br /><span className="muted small">{[list.source ? t(`pushedlists.sources.${list.source}`) : '', list.issuer ?? '', list.issuedAt ? f.when(list.issuedAt) : ''].filter(Boolean).join(' · ')}</span></> },
          { key: 'progress', title: t('pushedlists.list.progress'), render: (_, list) => <Progress list={list} /> },
          { key: 'deadline', title: t('pushedlists.list.deadline'), align: 'right', render: (_, list) => <Deadline list={list} /> },
        ]}
      />
    </div>
  )
}

/** How much is answered, as a bar with its figure, and what needs somebody. */
export function Progress({ list }: { list: PushedList }): ReactNode {
  const t = useWords()
  if (list.state === 'uploaded') return <span className="muted">{t('pushedlists.list.begin')}</span>
  if (list.state !== 'open') return <span className="muted">{t(`pushedlists.state.${list.state}`)}</span>
  const notes = [list.unassigned > 0 ? t('pushedlists.list.unassigned', { n: list.unassigned }) : '', list.wrong > 0 ? t('pushedlists.list.wrong', { n: list.wrong }) : ''].filter(Boolean)
  return (
    <span className="list-progress">
      <progress max={Math.max(1, list.total)} value={list.answered} aria-label={t('pushedlists.list.progress')} /> <b className="nowrap">{t('pushedlists.list.of', { n: list.answered, total: list.total })}</b>
      {notes.length > 0 ? <small className="bad-ink">{notes.join(' · ')}</small> : null}
    </span>
  )
}

export function Deadline({ list }: { list: PushedList }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (list.deadlineAt === null || list.state === 'undone') return <span className="dim">—</span>
  if (list.waiting + list.unassigned === 0) return <StateTag tone="good">{t('pushedlists.list.done')}</StateTag>
  return <span title={f.at(list.deadlineAt)}><StateTag tone={list.overdue ? 'bad' : f.dueTone(list.deadlineAt) === 'bad' ? 'bad' : 'soon'}>{list.overdue ? t('pushedlists.list.late', { n: list.waiting + list.unassigned }) : f.due(list.deadlineAt)}</StateTag></span>
}

function Upload({ onDone }: { onDone: (listId: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const send = async (file: File) => {
    setBusy(true)
    try {
      // As bytes, whatever the browser believes the file to be: what it is, the server sees from its content.
      const list = await ask(pushedlistsApi.uploadList, {}, { file: new File([file], file.name, { type: 'application/octet-stream' }) })
      await invalidate(queries, ['pushed-lists'])
      onDone(list.listId)
    } catch (error) {
      say(tError(error))
      setBusy(false)
    }
  }
  return (
    <>
      <Button type="primary" loading={busy} onClick={() => input.current?.click()}>{t('pushedlists.list.upload')}</Button>
      <input ref={input} type="file" accept=".xlsx,.csv" className="visually-hidden" tabIndex={-1} aria-label={t('pushedlists.list.upload')} onChange={(event) => { const file = event.target.files?.[0]; if (file) void send(file); event.target.value = '' }} />
    </>
  )
}
