import { useState, type ReactNode } from 'react'
import { territoryApi, type AreaView } from '../../modules/territory/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

interface TreeProps { closedToo: boolean; openId: string | undefined; onOpen: (areaId: string) => void }

/** Each level is asked for when it is unfolded: 40,000 areas cost a browser only what is looked at. */
export const AreaTree = (props: TreeProps): ReactNode => (
  <div className="paper tree"><Level {...props} parentId={undefined} depth={0} /></div>
)

function Level({ parentId, depth, ...props }: TreeProps & { parentId: string | undefined; depth: number }): ReactNode {
  const children = useQueryOf(territoryApi.areaChildren, {
    ...(parentId ? { parentId } : {}), ...(props.closedToo ? { closedToo: 'true' } : {}),
  }, { keep: true })
  if (children.error) return <Failed error={children.error} retry={() => void children.refetch()} />
  if (!children.data) return <Skeleton rows={depth === 0 ? 4 : 2} />
  const { items, gridHouseholds } = children.data
  return (
    <ul>
      {items.map((area) => <Node key={area.id} {...props} area={area} depth={depth} band={gridHouseholds} />)}
    </ul>
  )
}

function Node({ area, depth, band, ...props }: TreeProps & { area: AreaView; depth: number; band: { from: number; to: number } }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [unfolded, setUnfolded] = useState(depth === 0)
  return (
    <li>
      <div className={area.id === props.openId ? 'tree-row open' : 'tree-row'} style={{ paddingLeft: 8 + depth * 22 }}>
        {area.hasChildren
          ? <button type="button" className="fold" aria-expanded={unfolded} aria-label={area.name} onClick={() => setUnfolded(!unfolded)}>{unfolded ? '▾' : '▸'}</button>
          : <span className="fold" />}
        <button type="button" className="tree-name" onClick={() => props.onOpen(area.id)} {...(area.id === props.openId ? { 'aria-current': true } : {})}>
          <b>{area.name}</b> <span className="dim small">{t(`territory.levels.${area.level}`)}</span>
        </button>
        {area.state === 'closed' ? <StateTag>{t('territory.states.closed')}</StateTag> : null}
        {area.warning ? <StateTag tone="soon">{t(`territory.warning.${area.warning}`, { households: area.households, ...band })}</StateTag> : null}
        <span className="tree-count muted">{f.pair(area)}</span>
      </div>
      {unfolded && area.hasChildren ? <Level {...props} parentId={area.id} depth={depth + 1} /> : null}
    </li>
  )
}
