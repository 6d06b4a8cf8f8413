import { Button, Table, type TableColumnsType } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Tone } from './card.tsx'
import { Failed, Skeleton } from './Failed.tsx'
import { number } from './format.ts'
import { useKeys } from './keys.ts'
import { inView, labelled } from './list/in-view.ts'
import { ListTools } from './list/Tools.tsx'
import { Panel } from './Panel.tsx'
import { usePickedInView } from './picked.ts'
import type { ListOf } from './queries.ts'
import { useWords } from './words.ts'

export interface StateChip { id: string; label: ReactNode; count?: number | undefined; tone?: Tone }

/** State chips with live counts: `<Chips label="状态" chips={chips} on={at.state ?? ''} onPick={(state) => go({ state })} />`. */
export function Chips({ chips, on, onPick, label }: { chips: readonly StateChip[]; on: string; onPick: (id: string) => void; label: string }): ReactNode {
  const row = usePickedInView<HTMLDivElement>(on)
  return (
    <div ref={row} className="chips" role="group" aria-label={label}>
      {chips.map((chip) => (
        <button key={chip.id} type="button" className={`chip ${chip.count ? chip.tone ?? '' : ''}`} aria-pressed={chip.id === on} onClick={() => onPick(chip.id)}>
          {chip.label}{chip.count === undefined ? null : <b>{number(chip.count)}</b>}
        </button>
      ))}
    </div>
  )
}

interface Props<T> {
  title: ReactNode
  sub?: ReactNode
  /** At the right of the title: what can be begun here. */
  actions?: ReactNode
  /** Tabs of a page that has some, above everything. */
  tabs?: ReactNode
  chips?: ReactNode
  filters?: ReactNode
  list: ListOf<T>
  idOf: (row: T) => string
  columns: TableColumnsType<T>
  /** The open card (`at.open`); absent for lists without cards. */
  open?: string | undefined
  onOpen?: (id: string | undefined) => void
  panel?: (id: string, row: T | undefined) => ReactNode
  /** What can be done to all selected rows. */
  selection?: (rows: T[], clear: () => void) => ReactNode
  /** Why it is empty and what to do. */
  empty: { title: ReactNode; hint?: ReactNode; action?: ReactNode }
  children?: ReactNode
}

/**
 * The list of the house: chips, few columns, card at the right, J and K walk it.
 * `<ListPage title="人员" list={useListOf(peopleApi.listPeople, { … })} idOf={(p) => p.id} columns={…} open={at.open} onOpen={(open) => go({ open })} panel={(id) => <PersonCard id={id} />} empty={{ … }} />`
 */
export function ListPage<T extends object>(props: Props<T>): ReactNode {
  const { list, idOf, open, onOpen, panel } = props
  useWalk(list, idOf, open, onOpen)
  const shown = open !== undefined && panel !== undefined
  return (
    <div className="page">
      {props.tabs}
      <PageHead title={props.title} sub={props.sub} actions={props.actions} />
      <div className={shown ? 'with-panel open' : 'with-panel'}>
        <div>
          {props.chips || props.filters || list.table ? <div className="list-tools">{props.chips}{props.filters}{list.table ? <ListTools table={list.table} /> : null}</div> : null}
          {props.children}
          <Rows {...props} />
        </div>
        {shown ? <Panel onClose={() => onOpen?.(undefined)}>{panel(open, list.items.find((row) => idOf(row) === open))}</Panel> : null}
      </div>
    </div>
  )
}

/** Title, one line below it, actions at the right: `<PageHead title="辖区" sub="…" actions={<Button/>} />`. */
export const PageHead = ({ title, sub, actions }: { title: ReactNode; sub?: ReactNode; actions?: ReactNode }): ReactNode => (
  <header className="page-head">
    <div><h1>{title}</h1>{sub ? <p className="sub">{sub}</p> : null}</div>
    {actions ? <div className="actions">{actions}</div> : null}
  </header>
)

/** A titled page without a list: `<Page title="导入名册">…</Page>`. */
export const Page = ({ title, sub, actions, tabs, children }: { title: ReactNode; sub?: ReactNode; actions?: ReactNode; tabs?: ReactNode; children: ReactNode }): ReactNode => (
  <div className="page">{tabs}<PageHead title={title} sub={sub} actions={actions} />{children}</div>
)

function Rows<T extends object>({ list, idOf, columns, open, onOpen, selection, empty }: Props<T>): ReactNode {
  const t = useWords()
  const [selected, setSelected] = useState<string[]>([])
  const rows = list.items.filter((row) => selected.includes(idOf(row)))
  if (list.error && list.items.length === 0) return <div className="list-table"><Failed error={list.error} retry={list.retry} /></div>
  if (list.loading) return <div className="list-table"><Skeleton rows={8} /></div>
  if (list.items.length === 0) {
    return <div className="list-table empty"><b>{empty.title}</b>{empty.hint ? <span>{empty.hint}</span> : null}{empty.action}</div>
  }
  return (
    <>
      <div className="list-table" aria-busy={list.refreshing}>
        <Table<T>
          columns={labelled(list.table ? inView(columns, list.table, t) : columns)} dataSource={list.items} rowKey={idOf} pagination={false} showSorterTooltip={false}
          {...(list.table ? { onChange: (_page, _filter, sorter) => { if (!Array.isArray(sorter)) list.table?.sort(sorter.order ? `${sorter.order === 'descend' ? '-' : ''}${String(sorter.columnKey)}` : undefined) } } : {})}
          rowClassName={(row) => (idOf(row) === open ? 'open-row' : '')}
          {...(selection ? { rowSelection: { selectedRowKeys: selected, onChange: (keys) => setSelected(keys.map(String)), getCheckboxProps: () => ({ 'aria-label': t('ui.list.select') } as never), columnWidth: 40 } } : {})}
          {...(onOpen ? { onRow: (row) => rowActs(() => onOpen(idOf(row)), idOf(row) === open) } : {})}
        />
      </div>
      <div className="list-foot">
        <NearEnd list={list} />
        {list.hasMore ? <Button onClick={list.loadMore} loading={list.refreshing}>{t('ui.list.moreAny')}</Button> : <span>{t('ui.list.end', { n: number(list.items.length) })}</span>}
      </div>
      {selection && rows.length > 0 ? (
        <div className="selection-bar" role="region" aria-label={t('ui.list.selected', { n: rows.length })}>
          <b>{t('ui.list.selected', { n: rows.length })}</b>
          {selection(rows, () => setSelected([]))}
          <Button type="text" onClick={() => setSelected([])}>{t('ui.list.clear')}</Button>
        </div>
      ) : null}
    </>
  )
}

/** Loads the next page by itself shortly before somebody has scrolled to the end; the button beside it stays for the keyboard. */
function NearEnd<T>({ list }: { list: ListOf<T> }): ReactNode {
  const self = useRef<HTMLSpanElement>(null)
  const more = useRef(list.loadMore)
  useEffect(() => { more.current = list.loadMore })
  useEffect(() => {
    const mark = self.current
    if (!mark || !list.hasMore) return undefined
    const watch = new IntersectionObserver(([seen]) => { if (seen?.isIntersecting) more.current() }, { rootMargin: '400px' })
    watch.observe(mark)
    return () => watch.disconnect()
  }, [list.hasMore, list.items.length])
  return <span ref={self} />
}

const rowActs = (act: () => void, current: boolean) => ({
  tabIndex: 0,
  ...(current ? { 'aria-current': true as const, 'data-open': '' } : {}),
  onClick: (event: React.MouseEvent) => {
    if (!(event.target as HTMLElement).closest('button, a, input, label, .ant-checkbox-wrapper')) act()
  },
  onKeyDown: (event: React.KeyboardEvent) => { if (event.key === 'Enter' && event.target === event.currentTarget) act() },
})

/** J and K (and the arrows) walk the list, the panel follows; Escape closes it. */
function useWalk<T>(list: ListOf<T>, idOf: (row: T) => string, open: string | undefined, onOpen: Props<T & object>['onOpen']): void {
  const at = list.items.findIndex((row) => idOf(row) === open)
  const step = (by: number) => {
    const next = list.items[at < 0 ? 0 : at + by]
    if (next) onOpen?.(idOf(next))
    else if (by > 0) list.loadMore()
  }
  useKeys(onOpen ? [
    { key: 'j', words: 'ui.keys.next', run: () => step(1) },
    { key: 'k', words: 'ui.keys.previous', run: () => step(-1) },
    { key: 'ArrowDown', words: 'ui.keys.next', run: () => step(1), silent: true },
    { key: 'ArrowUp', words: 'ui.keys.previous', run: () => step(-1), silent: true },
    ...(open === undefined ? [] : [{ key: 'Escape', words: 'ui.keys.close', run: () => onOpen(undefined), always: true }]),
  ] : [])
  useEffect(() => { document.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest' }) }, [open])
}
