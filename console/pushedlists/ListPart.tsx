import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { pushedlistsApi, type ListCard } from '../../modules/pushedlists/contract.ts'
import { resultTable } from '../../modules/pushedlists/rules.ts'
import { download } from '../../ui/client.ts'
import { Loaded } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { OpenForm } from './OpenForm.tsx'
import { Deadline } from './PushedListsPage.tsx'
import { RowList } from './RowList.tsx'

const TAKING_MS = 1500

/** One batch: not yet assigned, being assigned, or its people with the sum of the results. */
export function ListPart({ listId, onLeave }: { listId: string; onLeave: () => void }): ReactNode {
  const t = useWords()
  const first = useQueryOf(pushedlistsApi.getList, { listId })
  const list = useQueryOf(pushedlistsApi.getList, { listId }, { every: first.data?.state === 'taking' ? TAKING_MS : false })
  return (
    <Loaded of={list}>
      {(card) => {
        if (card.state === 'uploaded' || card.state === 'failed') return <Page title={t('pushedlists.open.title')} sub={card.filename} actions={<Button onClick={onLeave}>{t('pushedlists.page.back')}</Button>}>{card.state === 'failed' ? <p className="why bad">{t('pushedlists.open.failed')}</p> : null}<OpenForm list={card} /></Page>
        if (card.state === 'taking') return <Page title={card.title} actions={<Button onClick={onLeave}>{t('pushedlists.page.back')}</Button>}><div className="paper" style={{ padding: 24 }}><ProgressLine label={t('pushedlists.open.taking')} /></div></Page>
        if (card.state === 'undone') return <Page title={card.title} actions={<Button onClick={onLeave}>{t('pushedlists.page.back')}</Button>}><p className="why">{t('pushedlists.page.undone', { removed: card.undone?.removed ?? 0, kept: card.undone?.kept ?? 0 })}</p></Page>
        return <RowList list={card} actions={<BatchActs list={card} onLeave={onLeave} />} head={<Summary list={card} />} sub={<Sub list={card} />} />
      }}
    </Loaded>
  )
}

function Sub({ list }: { list: ListCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return <>{[list.source ? t(`pushedlists.sources.${list.source}`) : '', list.issuer ?? '', list.issuedAt ? f.when(list.issuedAt) : ''].filter(Boolean).join(' · ')} <Deadline list={list} /></>
}

function BatchActs({ list, onLeave }: { list: ListCard; onLeave: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const undo = useCommandOf(pushedlistsApi.undoList, { onRefused: (error) => say(tError(error)) })
  const [busy, setBusy] = useState(false)
  const fetchFile = async (what: 'downloadFeedback' | 'downloadWrongRows') => {
    setBusy(true)
    await download(pushedlistsApi[what], { listId: list.listId }).catch((error: unknown) => say(tError(error)))
    setBusy(false)
  }
  return (
    <>
      <Button onClick={onLeave}>{t('pushedlists.page.back')}</Button>
      {list.own ? (
        <>
          <Button loading={undo.isPending} onClick={() => undo.mutate({ listId: list.listId })}>{t('pushedlists.page.undo')}</Button>
          {list.wrong > 0 ? <Button onClick={() => void fetchFile('downloadWrongRows')}>{t('pushedlists.page.wrongFile')}</Button> : null}
          <Button type={list.waiting + list.unassigned === 0 ? 'primary' : 'default'} loading={busy} onClick={() => void fetchFile('downloadFeedback')}>{t('pushedlists.page.feedback')}</Button>
        </>
      ) : null}
    </>
  )
}

/** 核查结果汇总: each result of the form, and that they sum to what is answered. */
function Summary({ list }: { list: ListCard }): ReactNode {
  const t = useWords()
  const rows = resultTable(list.results)
  const sum = rows.reduce((n, row) => n + row.n, 0)
  return (
    <section className="paper list-sum" aria-label={t('pushedlists.page.sheet')}>
      <dl>
        {rows.map(({ result, kind, n }) => <div key={`${result}${kind ?? ''}`} className={n === 0 ? 'zero' : undefined}><dt>{t(`pushedlists.results.${result}`)}{kind ? <small>{t(`pushedlists.kinds.${kind}`)}</small> : null}</dt><dd>{n}</dd></div>)}
      </dl>
      <p className="muted small">{t('pushedlists.page.total', { n: list.total })} · {t('pushedlists.page.sum', { n: sum, answered: list.answered })} · {t('pushedlists.page.wait', { n: list.waiting + list.unassigned + list.wrong })}{list.total > 0 && list.waiting + list.unassigned === 0 ? ` · ${t('pushedlists.page.allDone')}` : ''}</p>
    </section>
  )
}
