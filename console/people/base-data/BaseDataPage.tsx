import { Button, Switch } from 'antd'
import type { ReactNode } from 'react'
import { peopleApi } from '../../../modules/people/contract.ts'
import { baseDataGaps, type BaseDataGap } from '../../../modules/people/rules.ts'
import { useAddress } from '../../../ui/address.ts'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { number } from '../../../ui/format.ts'
import { Chips, Page } from '../../../ui/ListPage.tsx'
import { useQueryOf } from '../../../ui/queries.ts'
import { useWords } from '../../../ui/words.ts'
import { useMay } from '../../me.ts'
import { TenPage } from '../../screening/ten/TenPage.tsx'
import { AreaTable } from './AreaTable.tsx'
import { WorkList } from './WorkList.tsx'
import { percent } from './percent.ts'
import { useAtDoor } from './at-door.ts'
import './base-data.css'

const isGap = (text: string | undefined): text is BaseDataGap => (baseDataGaps as readonly (string | undefined)[]).includes(text)

/** 人员 · 底数: what is missing of households and persons, and what is not clear of those who arrived. */
export default function BaseDataPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const ten = at['tab'] === 'ten'
  const tabs = may('screening.view')
    ? <Chips label={t('people.baseData.title')} on={ten ? 'ten' : 'gaps'} chips={(['gaps', 'ten'] as const).map((id) => ({ id, label: t(`screening.ten.tabs.${id}`) }))} onPick={(id) => go({ tab: id === 'ten' ? 'ten' : undefined, gap: undefined, field: undefined, open: undefined })} />
    : undefined
  return ten && may('screening.view') ? <TenPage tabs={tabs} /> : <Gaps tabs={tabs} />
}

/** Where something is missing, what, and the list that is worked off door by door. */
function Gaps({ tabs }: { tabs: ReactNode }): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const [atDoor, setAtDoor] = useAtDoor()
  const area = at['area'] ? { areaId: at['area'] } : {}
  const query = useQueryOf(peopleApi.baseDataByArea, area, { keep: true })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  const figures = query.data
  if (!figures) return <Skeleton rows={8} />
  const { gaps } = figures.area
  const gap = isGap(at['gap']) ? at['gap'] : baseDataGaps.find((one) => one !== 'unvisited' && (gaps[one] ?? 0) > 0) ?? 'unvisited'
  return (
    <Page
      tabs={tabs} title={t('people.baseData.title')}
      sub={t('people.baseData.sub', { area: figures.area.name, households: number(figures.area.households), persons: number(figures.area.persons), share: percent(figures.area.complete) })}
      actions={<>
        {figures.aboveId ? <Button onClick={() => go({ area: figures.aboveId ?? undefined })}>{t('people.baseData.above')}</Button> : null}
        {may('people.edit') ? <label className="row"><Switch checked={atDoor} onChange={setAtDoor} aria-label={t('people.baseData.atDoor')} /> <span>{t('people.baseData.atDoor')}</span></label> : null}
      </>}
    >
      <div className="list-tools"><Chips label={t('people.baseData.missing')} on={gap} onPick={(next) => go({ gap: next })} chips={baseDataGaps.map((id) => ({ id, label: t(`people.baseData.gaps.${id}`), count: gaps[id] ?? 0 }))} /></div>
      <div className={figures.below.length > 0 ? 'base-data' : ''}>
        {figures.below.length > 0 ? <AreaTable rows={figures.below} gap={gap} onOpen={(areaId) => go({ area: areaId })} /> : null}
        <WorkList key={`${gap} ${at['area'] ?? ''}`} gap={gap} areaId={at['area']} atDoor={atDoor} total={gaps[gap] ?? 0} />
      </div>
    </Page>
  )
}
