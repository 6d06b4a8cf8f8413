import { Button, Checkbox } from 'antd'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { suppliesApi } from '../../modules/supplies/contract.ts'
import { startingItems } from '../../modules/supplies/data.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { FormFoot, Guided } from '../../ui/form.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useWords } from '../../ui/words.ts'
import { ItemForm } from './ItemForm.tsx'
import { nameOf } from './standing.tsx'
import './supplies.css'

/** Registered, with the way back. */
function useAdding(onDone: (itemIds: string[]) => void) {
  const t = useWords()
  const remove = useCommandOf(suppliesApi.removeSupplies, { onDone: ({ kept }) => say(t(kept > 0 ? 'supplies.item.removedKept' : 'supplies.item.removed', { n: kept })) })
  return useCommandOf(suppliesApi.addSupplies, { onDone: ({ itemIds }) => { if (itemIds.length > 0) offerUndo(t('supplies.item.added', { n: itemIds.length }), () => remove.mutateAsync({ itemIds })); else say(t('supplies.item.added', { n: 0 })); onDone(itemIds) } })
}

/** 添加物资: the usual ones in one press, one’s own in a line. */
export default function AddPage(): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const known = useQueryOf(suppliesApi.listSupplies, { tab: 'all', limit: 200 })
  const closed = useQueryOf(suppliesApi.listSupplies, { tab: 'closed', limit: 200 })
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const many = useAdding(() => void navigate({ to: '/supplies' as never, search: { tab: 'all' } as never }))
  const one = useAdding(([open]) => { if (open) void navigate({ to: '/supplies' as never, search: { tab: 'all', open } as never }) })
  const there = new Set([...(known.data?.items ?? []), ...(closed.data?.items ?? [])].map(nameOf))
  const offered = startingItems.filter((item) => !there.has(nameOf(item)))
  const chosen = offered.filter((item) => !off.has(nameOf(item)))
  const toggle = (name: string) => setOff((before) => { const next = new Set(before); if (!next.delete(name)) next.add(name); return next })
  return (
    <Page title={t('supplies.item.title')} sub={t('supplies.item.sub')} actions={<Link to={'/supplies' as never}><Button>{t('supplies.page.back')}</Button></Link>}>
      <div className="supply-desk">
        <section className="paper">
          <h2>{t('supplies.item.usual')}</h2>
          {known.error ? <Failed error={known.error} retry={() => void known.refetch()} /> : !known.data || !closed.data ? <Skeleton rows={8} /> : offered.length === 0 ? <p className="muted">{t('supplies.item.none')}</p> : (
            <Guided onSubmit={() => { if (chosen.length > 0) many.mutate({ items: chosen }) }}>
              <Checkbox checked={chosen.length === offered.length} indeterminate={chosen.length > 0 && chosen.length < offered.length} onChange={(event) => setOff(event.target.checked ? new Set() : new Set(offered.map(nameOf)))}>{t('supplies.item.all', { n: offered.length })}</Checkbox>
              <ul className="supply-offered">{offered.map((item) => <li key={nameOf(item)}><Checkbox checked={!off.has(nameOf(item))} onChange={() => toggle(nameOf(item))}>{item.name} <span className="dim small">{item.spec} · {t('supplies.list.leastOf', { n: item.least })} {item.unit}</span></Checkbox></li>)}</ul>
              <FormFoot go={t('supplies.item.go', { n: chosen.length })} busy={many.isPending} />
            </Guided>
          )}
        </section>
        <section className="paper"><h2>{t('supplies.item.one')}</h2><ItemForm key={one.submittedAt} go={t('supplies.item.goOne')} busy={one.isPending} onSave={(told) => one.mutate({ items: [told] })} /></section>
      </div>
    </Page>
  )
}
