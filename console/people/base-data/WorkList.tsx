import { Button } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { peopleApi, type ToComplete } from '../../../modules/people/contract.ts'
import type { BaseDataGap } from '../../../modules/people/rules.ts'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { number } from '../../../ui/format.ts'
import { useListOf } from '../../../ui/queries.ts'
import { useWords } from '../../../ui/words.ts'
import { useMay } from '../../me.ts'
import { WorkRow } from './WorkRow.tsx'

interface Props { gap: BaseDataGap; areaId: string | undefined; atDoor: boolean; total: number }

/** 待补清单 in walking order: what is saved goes, the next one has the cursor. */
export function WorkList({ gap, areaId, atDoor, total }: Props): ReactNode {
  const t = useWords()
  const may = useMay()
  const list = useListOf(peopleApi.listBaseData, { gap, ...(areaId ? { areaId } : {}) })
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const box = useRef<HTMLUListElement>(null)
  const [moved, setMoved] = useState(0)
  const rows = list.items.filter((row) => !done.has(row.id))
  useEffect(() => {
    if (moved > 0) box.current?.querySelector<HTMLElement>('li input, li button')?.focus()
  }, [moved])
  if (list.error && list.items.length === 0) return <Failed error={list.error} retry={list.retry} />
  if (list.loading) return <div className="list-table"><Skeleton rows={8} /></div>
  if (rows.length === 0 && !list.hasMore) return <div className="list-table empty"><b>{t('people.baseData.nothing', { gap: t(`people.baseData.gaps.${gap}`) })}</b><span>{t('people.baseData.nothingHint')}</span></div>
  const settle = (row: ToComplete) => { setDone((before) => new Set(before).add(row.id)); setMoved((n) => n + 1) }
  const reopen = (row: ToComplete) => setDone((before) => new Set([...before].filter((id) => id !== row.id)))
  return (
    <section aria-label={t(`people.baseData.gaps.${gap}`)}>
      <p className="muted small">{t('people.baseData.order', { n: number(total) })}</p>
      <ul className="paper lines work-list" ref={box}>
        {rows.map((row) => <WorkRow key={row.id} row={row} gap={gap} atDoor={atDoor} mayEdit={may('people.edit')} onDone={() => settle(row)} onBack={() => reopen(row)} />)}
      </ul>
      {list.hasMore ? <div className="list-foot"><Button onClick={list.loadMore} loading={list.refreshing}>{t('ui.list.moreAny')}</Button></div> : null}
    </section>
  )
}
