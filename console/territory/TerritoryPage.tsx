import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { territoryApi } from '../../modules/territory/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { useFormats } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { Chips, Page } from '../../ui/ListPage.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { AreaCard } from './AreaCard.tsx'
import { AreaTree } from './AreaTree.tsx'
import { GridWarnings } from './GridWarnings.tsx'
import './territory.css'

/** The tree of areas, read level by level; the card of one area at the right. */
export default function TerritoryPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const me = useMe()
  const [at, go] = useAddress()
  const top = useQueryOf(territoryApi.areaChildren, {})
  const open = (areaId: string | undefined) => go({ open: areaId })
  const closedToo = at['closed'] === '1'
  useKeys(at['open'] ? [{ key: 'Escape', words: 'ui.keys.close', run: () => open(undefined), always: true }] : [])
  const all = top.data?.items.reduce((sum, area) => ({ households: sum.households + area.households, persons: sum.persons + area.persons }), { households: 0, persons: 0 })
  return (
    <Page title={t('territory.title')} sub={<>{me.area?.fullName}{all ? ` · ${f.pair(all)}` : ''}</>}>
      <div className={at['open'] ? 'with-panel open' : 'with-panel'}>
        <div>
          <div className="list-tools">
            <Chips label={t('territory.title')} on={at['tab'] ?? ''} onPick={(tab) => go({ tab })} chips={[{ id: '', label: t('territory.page.tree') }, { id: 'grids', label: t('territory.warning.title') }]} />
            <div className="area-search"><AreaPicker label={t('territory.search')} value={undefined} onChange={open} /></div>
            <Checkbox checked={closedToo} onChange={(event) => go({ closed: event.target.checked ? '1' : undefined })}>{t('territory.actions.closedToo')}</Checkbox>
          </div>
          {at['tab'] === 'grids' ? <GridWarnings onOpen={open} /> : <AreaTree closedToo={closedToo} openId={at['open']} onOpen={open} />}
        </div>
        {at['open'] ? <Panel onClose={() => open(undefined)}><AreaCard key={at['open']} areaId={at['open']} onOpen={open} /></Panel> : null}
      </div>
    </Page>
  )
}
