import { Button, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { territoryApi } from '../../modules/territory/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useListOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

/** Grids outside the wanted size: a hint for whoever draws them, never a limit. */
export function GridWarnings({ onOpen }: { onOpen: (areaId: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const list = useListOf(territoryApi.gridWarnings, {})
  const band = useQueryOf(territoryApi.areaChildren, {}).data?.gridHouseholds
  if (list.error) return <Failed error={list.error} retry={list.retry} />
  if (list.loading || !band) return <Skeleton rows={4} />
  return (
    <div className="stack">
      {may('accounts.manage') ? <BandForm from={band.from} to={band.to} /> : null}
      {list.items.length === 0 ? <div className="paper empty"><b>{t('territory.warning.none', band)}</b></div> : (
        <ul className="paper tree">
          {list.items.map((area) => (
            <li key={area.id} className="tree-row">
              <button type="button" className="tree-name" onClick={() => onOpen(area.id)}><b>{area.fullName}</b></button>
              {area.warning ? <StateTag tone="soon">{t(`territory.warning.${area.warning}`, { households: area.households, ...band })}</StateTag> : null}
              <span className="tree-count muted">{f.pair(area)}</span>
            </li>
          ))}
        </ul>
      )}
      {list.hasMore ? <div><Button onClick={list.loadMore}>{t('ui.list.moreAny')}</Button></div> : null}
    </div>
  )
}

function BandForm({ from, to }: { from: number; to: number }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [wanted, setWanted] = useState({ from, to })
  const save = useCommandOf(territoryApi.setGridHouseholds, { touches: ['territory'], onDone: () => say(t('territory.page.bandSaved')) })
  return (
    <form className="row" onSubmit={(event) => { event.preventDefault(); save.mutate(wanted) }}>
      <span>{t('territory.warning.band')}</span>
      <InputNumber aria-label={t('territory.page.from')} min={1} value={wanted.from} onChange={(value) => setWanted({ ...wanted, from: value ?? 1 })} />
      <span>–</span>
      <InputNumber aria-label={t('territory.page.to')} min={1} value={wanted.to} onChange={(value) => setWanted({ ...wanted, to: value ?? 1 })} />
      <Button htmlType="submit" loading={save.isPending}>{t('ui.form.save')}</Button>
      {save.error ? <span className="bad-ink" role="alert">{tError(save.error)}</span> : null}
    </form>
  )
}
