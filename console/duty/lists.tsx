import { Button } from 'antd'
import type { ReactNode } from 'react'
import { dutyApi, type DutyArea, type Workload } from '../../modules/duty/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { Failed, Loaded, Skeleton } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { useListOf, useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { AreaLine } from './DutyTree.tsx'

interface ListProps { openId: string | undefined; onOpen: (areaId: string) => void }

/** 无人负责: every area without an answerer, page by page. */
export function Gaps(props: ListProps): ReactNode {
  const t = useWords()
  const list = useListOf(dutyApi.dutyGaps, {})
  if (list.error) return <Failed error={list.error} retry={list.retry} />
  if (list.loading) return <div className="paper"><Skeleton rows={6} /></div>
  if (list.items.length === 0) return <div className="paper empty"><b>{t('duty.page.noGaps')}</b><span>{t('duty.page.noGapsHint')}</span></div>
  return (
    <>
      <ul className="paper tree duty-tree">{(list.items as DutyArea[]).map((area) => <li key={area.areaId} className={area.areaId === props.openId ? 'tree-row open' : 'tree-row'}><AreaLine area={area} {...props} full /></li>)}</ul>
      {list.hasMore ? <div className="list-foot"><Button onClick={list.loadMore} loading={list.refreshing}>{t('ui.list.moreAny')}</Button></div> : null}
    </>
  )
}

/** 负担: who has how many households, with the line of the standard; whoever is over it stands first. */
export function Loads({ openId, onOpen, to = 1 }: ListProps & { to: number | undefined }): ReactNode {
  const t = useWords()
  const query = useQueryOf(dutyApi.dutyLoads, { limit: 200 }, { keep: true })
  return (
    <Loaded of={query}>{({ items }) => {
      const most = Math.max(to, ...items.map(({ households }) => households))
      return items.length === 0
        ? <div className="paper empty"><b>{t('duty.page.noLoads', { to })}</b><span>{t('duty.page.noLoadsHint')}</span></div>
        : <ul className="paper duty-loads">{items.map((load) => <Load key={load.accountId ?? load.name} load={load} to={to} most={most} openId={openId} onOpen={onOpen} />)}</ul>
    }}</Loaded>
  )
}

function Load({ load, to, most, openId, onOpen }: ListProps & { load: Workload; to: number; most: number }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <li className={load.areas.some(({ areaId }) => areaId === openId) ? 'open' : ''}>
      <span className="whom"><b>{load.name}</b> <span className="dim small">{load.dutyRoles.map((role) => t(`duty.roles.${role}`)).join('、')}</span></span>
      <span className="bar" aria-hidden="true"><i className={load.over ? 'over' : ''} style={{ width: `${(100 * load.households) / most}%` }} /><u style={{ left: `${(100 * to) / most}%` }} /></span>
      <span className="figure-of">{f.households(load.households)}</span>
      <StateTag tone={load.over ? 'soon' : 'off'}>{load.over ? t('duty.page.over', { n: number(load.households - to) }) : t('duty.page.inside')}</StateTag>
      <span className="areas">{load.areas.map((area) => <button key={area.areaId} type="button" className="link-button" onClick={() => onOpen(area.areaId)}>{area.name} <span className="dim small">{f.households(area.households)}</span></button>)}</span>
    </li>
  )
}
