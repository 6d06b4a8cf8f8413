import { useState, type ReactNode } from 'react'
import { dutyApi, type Answerer, type DutyArea } from '../../modules/duty/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

interface TreeProps { openId: string | undefined; onOpen: (areaId: string) => void }

/** The areas level by level, where nobody answers first. */
export const DutyTree = (props: TreeProps): ReactNode => <div className="paper tree duty-tree"><Level {...props} parentId={undefined} depth={0} /></div>

function Level({ parentId, depth, ...props }: TreeProps & { parentId: string | undefined; depth: number }): ReactNode {
  const query = useQueryOf(dutyApi.dutyAreas, parentId ? { parentId } : {}, { keep: true })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton rows={depth === 0 ? 6 : 2} />
  const items = query.data.items.toSorted((a, b) => Number(b.gap !== null) - Number(a.gap !== null) || Number(b.gapsBelow > 0) - Number(a.gapsBelow > 0))
  return <ul>{items.map((area) => <Node key={area.areaId} {...props} area={area} depth={depth} />)}</ul>
}

/** The first two levels stand open: what is one's own, and what is directly below. */
function Node({ area, depth, ...props }: TreeProps & { area: DutyArea; depth: number }): ReactNode {
  const [unfolded, setUnfolded] = useState(depth === 0)
  return (
    <li>
      <div className={area.areaId === props.openId ? 'tree-row open' : 'tree-row'} style={{ paddingLeft: 8 + depth * 22 }}>
        {area.hasChildren
          ? <button type="button" className="fold" aria-expanded={unfolded} aria-label={area.name} onClick={() => setUnfolded(!unfolded)}>{unfolded ? '▾' : '▸'}</button>
          : <span className="fold" />}
        <AreaLine area={area} {...props} />
      </div>
      {unfolded && area.hasChildren ? <Level {...props} parentId={area.areaId} depth={depth + 1} /> : null}
    </li>
  )
}

/** One area: its name, who answers or that nobody does, and how many doors there are. */
export function AreaLine({ area, openId, onOpen, full }: TreeProps & { area: DutyArea; full?: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <>
      <button type="button" className="tree-name" onClick={() => onOpen(area.areaId)} {...(area.areaId === openId ? { 'aria-current': true } : {})}>
        <b>{full ? area.fullName : area.name}</b> <span className="dim small">{t(`territory.levels.${area.level}`)}</span>
      </button>
      <span className="duty-holders">
        {area.gap ? <StateTag tone="bad">{area.gap === 'gone' ? t('duty.gaps.gone') : t('duty.page.missing', { role: t(`duty.roles.${area.gapRole}`) })}</StateTag> : null}
        {area.holders.filter(({ state }) => state === 'current').slice(0, 3).map((one) => <Holder key={one.assignmentId} holder={one} />)}
        {area.holders.length > 3 ? <span className="dim small">+{area.holders.length - 3}</span> : null}
        {area.gapsBelow > 0 ? <StateTag tone="soon">{t('duty.page.below', { n: area.gapsBelow })}</StateTag> : null}
      </span>
      <span className="tree-count muted">{area.households > 0 ? f.pair(area) : ''}</span>
    </>
  )
}

function Holder({ holder }: { holder: Answerer }): ReactNode {
  const t = useWords()
  return <span className="duty-holder"><b>{holder.name}</b> <span className="dim small">{t(`duty.roles.${holder.dutyRole}`)}</span></span>
}
