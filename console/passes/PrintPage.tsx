import { Button } from 'antd'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode } from 'react'
import { passesApi, type PassPaper } from '../../modules/passes/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Choices } from '../../ui/choices.tsx'
import { ask, type ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { keyOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { PassCardPaper } from './PassCardPaper.tsx'
import '../documents/paper.css'
import './cards.css'

/** Twelve sheets of eight at a time. */
const AT_ONCE = 96
const A_SHEET = 8

/** 打印: card by card, or A4 sheets of eight to cut apart. */
export default function PrintPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const by = at['batch'] ? { batchId: at['batch'] } : { passIds: (at['ids'] ?? '').split(',').filter(Boolean) }
  const layout = at['layout'] === 'card' ? 'card' : 'sheet'
  const query = useInfiniteQuery({
    queryKey: keyOf(passesApi.passPapers, by), initialPageParam: 0, staleTime: Infinity,
    queryFn: ({ pageParam, signal }) => ask(passesApi.passPapers, { ...by, from: pageParam, limit: AT_ONCE }, { signal }),
    getNextPageParam: (last, _all, from) => (from + AT_ONCE < last.total ? from + AT_ONCE : undefined),
  })
  const [first] = query.data?.pages ?? []
  if (query.error && !first) return <Page title={t('passes.print.title')}><Failed error={query.error as ApiError} retry={() => void query.refetch()} /></Page>
  if (!first) return <Page title={t('passes.print.title')}><Skeleton rows={8} /></Page>
  const papers = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={t('passes.print.title')} sub={papers.length > 0 ? t('passes.print.laidOut', { n: papers.length, total: first.total }) : t('passes.print.none')}
      actions={<><Button onClick={() => history.back()}>{t('passes.print.back')}</Button>{papers.length > 0 ? <Button type="primary" onClick={() => window.print()}>{t('passes.print.print')}</Button> : null}</>}
    >
      <div className="not-on-paper pass-layouts"><Choices label={t('passes.print.title')} value={layout} onChange={(next) => go({ layout: next })} options={[{ value: 'sheet', label: t('passes.print.sheet') }, { value: 'card', label: t('passes.print.card') }]} /></div>
      {layout === 'card' ? <div className="pass-singles">{papers.map((paper) => <PassCardPaper key={paper.passId} paper={paper} large />)}</div> : <Sheets papers={papers} />}
      {query.hasNextPage ? <Button className="not-on-paper" loading={query.isFetching} onClick={() => void query.fetchNextPage()}>{t('passes.print.more', { n: Math.min(AT_ONCE, first.total - papers.length) })}</Button> : null}
    </Page>
  )
}

function Sheets({ papers }: { papers: readonly PassPaper[] }): ReactNode {
  const sheets = Array.from({ length: Math.ceil(papers.length / A_SHEET) }, (_, i) => papers.slice(i * A_SHEET, (i + 1) * A_SHEET))
  return <div className="desk-of-paper">{sheets.map((sheet, i) => <article key={i} className="a4 portrait pass-sheet">{sheet.map((paper) => <PassCardPaper key={paper.passId} paper={paper} />)}</article>)}</div>
}
