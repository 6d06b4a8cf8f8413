import { Button } from 'antd'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { documentsApi } from '../../modules/documents/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { ask, download, type ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { keyOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { PaperView } from './PaperView.tsx'

/** So many sheets the screen lays out by itself; a larger pile is printed from its one Word file, or laid out on request. */
const AT_ONCE = 60

/** What was issued at once, on paper: print, or take it as one Word file. */
export default function PrintPage(): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const batchId = at['batch'] ?? ''
  // One sheet of a pile, printed again for whoever has lost it.
  const only = at['position'] === undefined ? undefined : Number(at['position'])
  const query = useInfiniteQuery({
    queryKey: keyOf(documentsApi.getBatch, { batchId, ...(only === undefined ? {} : { from: only, limit: 1 }) }), initialPageParam: only ?? 0, staleTime: Infinity,
    queryFn: ({ pageParam, signal }) => ask(documentsApi.getBatch, { batchId, from: pageParam, limit: only === undefined ? AT_ONCE : 1 }, { signal }),
    getNextPageParam: (last, _all, from) => (only === undefined && from + AT_ONCE < last.total ? from + AT_ONCE : undefined),
  })
  const [first] = query.data?.pages ?? []
  if (query.error && !first) return <Page title={t('documents.title')}><Failed error={query.error as ApiError} retry={() => void query.refetch()} /></Page>
  if (!first) return <Page title={t('documents.title')}><Skeleton rows={10} /></Page>
  const documents = query.data?.pages.flatMap((page) => page.documents) ?? []
  const title = t(`documents.kinds.${first.kind}`)
  const total = only === undefined ? first.total : 1
  const ready = documents.length === total
  return (
    <Page
      title={title} sub={ready ? t('documents.page.persons', { n: total }) : t('documents.page.laidOut', { n: documents.length, total })}
      actions={<><Button onClick={() => history.back()}>{t('documents.page.back')}</Button>{only === undefined ? <Word batchId={batchId} n={total} first={!ready} /> : null}<Button type={ready ? 'primary' : 'default'} onClick={() => window.print()}>{ready ? t('documents.page.print') : t('documents.page.printThese', { n: documents.length })}</Button></>}
    >
      <div className="desk-of-paper">{documents.map((one) => <PaperView key={one.position} paper={one.paper} counted={total === 1} />)}</div>
      {query.hasNextPage ? <Button className="not-on-paper" loading={query.isFetching} onClick={() => void query.fetchNextPage()}>{t('documents.page.layOutMore', { n: Math.min(AT_ONCE, total - documents.length) })}</Button> : null}
    </Page>
  )
}

function Word({ batchId, n, first }: { batchId: string; n: number; first: boolean }): ReactNode {
  const t = useWords()
  const [book, each] = [useDownload(), useDownload()]
  return (
    <>
      {n > 1 ? (
        <Button loading={each.busy} disabled={book.busy} onClick={() => each.fetch(documentsApi.downloadEach, { batchId })}>
          {each.busy ? t('documents.page.eachMaking', { percent: each.percent }) : t('documents.page.each')}
        </Button>
      ) : null}
      <Button type={first ? 'primary' : 'default'} loading={book.busy} disabled={each.busy} onClick={() => book.fetch(documentsApi.downloadBatch, { batchId })}>{book.busy ? t('documents.page.making', { n }) : t('documents.page.word')}</Button>
    </>
  )
}

/** A file that takes a while: how far it is, in percent, where the server can tell. */
function useDownload() {
  const tError = useErrorWords()
  const [busy, setBusy] = useState(false)
  const [percent, setPercent] = useState(0)
  const onBytes = (bytes: number, expected: number | undefined) => setPercent(expected ? Math.min(99, Math.floor((100 * bytes) / expected)) : 0)
  return {
    busy, percent,
    fetch(endpoint: typeof documentsApi.downloadBatch | typeof documentsApi.downloadEach, input: { batchId: string }) {
      setBusy(true)
      setPercent(0)
      download(endpoint, input, { onBytes }).catch((error: ApiError) => say(tError(error))).finally(() => setBusy(false))
    },
  }
}
