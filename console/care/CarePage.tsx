import { Button, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { columns, formNineteen } from '../../modules/care/columns.ts'
import { careApi, careTabs, type CareFigures, type CareLine, type CareTab } from '../../modules/care/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { Areas } from './Areas.tsx'
import { careAsked, FIRST } from './asked.ts'
import { CareCard } from './CareCard.tsx'
import { Rhythms } from './Rhythms.tsx'
import { LastOf, StateOf } from './StateOf.tsx'
import { Uncared } from './Uncared.tsx'
import '../today/today.css'
import './care.css'

const chipTone: Partial<Record<CareTab, Tone>> = { toVisit: 'soon', overdue: 'bad', missed: 'bad' }
const EVERY_MS = 60_000

/** 人员 · 关爱走访: whose turn it is, who was not met, and at whose home nobody cares for them. */
export default function CarePage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const [at, go] = useAddress()
  const asked = careAsked(at)
  const { tab: _tab, slice, ...cut } = asked
  const tab = asked.tab ?? FIRST
  const figures = useQueryOf(careApi.careFigures, cut, { keep: true, every: EVERY_MS }).data
  const list = useTable(careApi.listCare, columns.listCare, asked, { every: EVERY_MS })
  const chips = careTabs.map((id): StateChip => ({ id, label: t(`care.tabs.${id}`), count: figures?.tabs[id], tone: chipTone[id] ?? 'off' }))
  const nobody = figures?.tabs.all === 0 && !cut.group && !cut.areaId
  return (
    <ListPage<CareLine>
      title={t('care.title')} sub={figures && !nobody ? <Sub of={figures} /> : undefined}
      actions={<><Button onClick={() => go({ tab: 'all', slice: undefined, open: undefined, columns: formNineteen.join(',') })}>{t('care.ledger')}</Button>{may('care.keep') ? <Button onClick={() => go({ open: 'rhythms' })}>{t('care.rhythms.button')}</Button> : null}</>}
      chips={<Chips label={t('care.list.state')} chips={chips} on={slice ? '' : tab} onPick={(next) => go({ tab: next, slice: undefined, open: undefined })} />}
      filters={<Filters />}
      list={list} idOf={(c) => c.personId} columns={useColumns()} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => (id === 'rhythms' ? <Rhythms areaId={cut.areaId} onDone={() => go({ open: undefined })} /> : <CareCard key={id} personId={id} />)}
      empty={nobody ? { title: t('care.empty.all'), hint: t('care.emptyHint') } : { title: t(`care.empty.${tab}`) }}
    >
      <Uncared />
      {may('dashboard.view') ? <Areas /> : null}
      {slice ? <p className="why">{t(`care.slices.${slice}`)} <Button type="link" size="small" onClick={() => go({ slice: undefined })}>{t('people.list.clear')}</Button></p> : null}
      {figures && figures.byGroup.length > 1 ? <Groups of={figures} /> : null}
    </ListPage>
  )
}

function Sub({ of: { tabs, week, inTime, rate } }: { of: CareFigures }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const figures = { all: f.number(tabs.all), week: f.number(week), inTime: f.number(inTime), rate: rate === null ? '' : `${Math.round(rate * 100)}%` }
  return rate === null ? t('care.subNone', figures) : t('care.sub', figures)
}

/** 按类别: pressed, only these; pressed again, all. */
function Groups({ of: { byGroup } }: { of: CareFigures }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  return <div className="care-groups"><Chips label={t('care.groups')} on={at['group'] ?? ''} onPick={(id) => go({ group: at['group'] === id ? undefined : id, open: undefined })} chips={byGroup.map(({ group, n }) => ({ id: group, label: t(`people.careGroups.${group}`), count: n }))} /></div>
}

function Filters(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  return <span style={{ flex: '1 1 160px', maxWidth: 240 }}><AreaPicker size="middle" label={t('care.list.area')} placeholder={t('care.list.allAreas')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>
}

function useColumns(): TableColumnsType<CareLine> {
  const t = useWords()
  return [
    { key: 'name', title: t('care.list.name'), render: (_, c) => <><b className="nowrap">{c.name}</b> <span className="dim small nowrap">{[t(`people.sexes.${c.sex}`), c.age].filter((one) => one !== null).join(' ')}</span>{c.measure ? <><br /><StateTag tone="on">{t(`quarantine.measures.${c.measure}`)}</StateTag></> : null}</> },
    { key: 'groups', title: t('care.list.groups'), render: (_, c) => <GroupTags groups={c.groups} /> },
    { key: 'place', title: t('care.list.place'), render: (_, c) => <>{c.areaName}<br /><b>{c.door}</b></> },
    { key: 'phone', title: t('care.list.phone'), render: (_, c) => c.phoneMasked },
    { key: 'contact', title: t('care.list.contact'), render: (_, c) => (c.contact ? <>{c.contact.name} <span className="dim small">{t(`care.relations.${c.contact.relation}`)}</span><br /><span className="muted small">{c.contact.phoneMasked}</span></> : null) },
    { key: 'need', title: t('care.list.need'), render: (_, c) => c.need?.words },
    { key: 'answerer', title: t('care.list.answerer'), render: (_, c) => (c.answerer ? <><span className="nowrap">{c.answerer.name}</span>{c.answerer.kind ? <span className="dim small"> {t(`care.answererKinds.${c.answerer.kind}`)}</span> : null}</> : <span className="bad-ink small">{t('care.list.nobody')}</span>) },
    { key: 'rhythm', title: t('care.list.rhythm'), render: (_, c) => <span className="nowrap">{t('care.list.every', { n: c.days })}{c.own ? <span className="dim small"> {t('care.list.own')}</span> : null}</span> },
    { key: 'last', title: t('care.list.last'), render: (_, c) => <LastOf line={c} /> },
    { key: 'outcome', title: t('care.list.outcome'), render: (_, c) => c.need?.outcome },
    { key: 'satisfaction', title: t('care.list.satisfaction'), render: (_, c) => (c.need?.satisfaction ? t(`matters.satisfactions.${c.need.satisfaction}`) : null) },
    { key: 'due', title: t('care.list.due'), render: (_, c) => <StateOf line={c} /> },
  ]
}

export const GroupTags = ({ groups }: { groups: readonly string[] }): ReactNode => {
  const t = useWords()
  return <span className="care-tags">{groups.map((group) => <StateTag key={group} tone="off">{t(`people.careGroups.${group}`)}</StateTag>)}</span>
}
