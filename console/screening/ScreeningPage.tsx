import { Button, Input, Select, type TableColumnsType } from 'antd'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { daysBetween } from '../../kernel/dates.ts'
import { measures } from '../../modules/policies/contract.ts'
import { screeningApi, screeningTabs, type ScreeningLine } from '../../modules/screening/contract.ts'
import { columns } from '../../modules/screening/columns.ts'
import { useAddress, type Address } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { OnlyThese } from '../../ui/OnlyThese.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useToday } from '../../ui/now.ts'
import { useTable } from '../../ui/list/table.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { divisionName } from '../../modules/territory/divisions.ts'
import { useDivisions } from '../../ui/DivisionPicker.tsx'
import { screeningsAsked } from './asked.ts'
import { useOriginClasses } from './origin-classes.ts'
import { ScreeningPanel } from './ScreeningPanel.tsx'
import { stateTone } from './state-tone.ts'

type Tab = (typeof screeningTabs)[number]

/** 管控 · 排查: reports of arrivals by whatever channel; what waits to be verified, and what was decided. */
export default function ScreeningPage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const [at, go] = useAddress()
  const tab: Tab = screeningTabs.find((one) => one === at['tab']) ?? 'all'
  const counts = useQueryOf(screeningApi.screeningCounts, at['area'] ? { areaId: at['area'] } : {}, { keep: true }).data
  const origins = useOriginClasses()
  const list = useTable(screeningApi.listScreenings, columns.listScreenings, screeningsAsked(at))
  const register = () => void navigate({ to: '/screening/new' as never })
  useKeys(may('screening.record') ? [{ key: 'n', words: 'screening.list.register', run: register }] : [])
  const chips = screeningTabs.map((id): StateChip => ({ id, label: t(`screening.tabs.${id}`), count: counts?.[id], tone: id === 'toVerify' ? (counts?.verifyOverdue ? 'bad' : 'soon') : 'off' }))
  return (
    <ListPage<ScreeningLine>
      title={t('screening.title')}
      actions={<>
        {may('links.manage') ? <Link to={'/screening/poster' as never}><Button>{t('screening.list.poster')}</Button></Link> : null}
        {may('screening.record') ? <Button type="primary" onClick={register}>{t('screening.list.register')}</Button> : null}
      </>}
      chips={<Chips label={t('screening.list.result')} chips={chips} on={tab} onPick={(next) => go({ ...EVERYTHING, tab: next, open: undefined })} />}
      filters={<>
        <span style={{ flex: '1 1 160px', maxWidth: 240 }}><AreaPicker size="middle" label={t('quarantine.list.area')} placeholder={t('quarantine.list.area')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>
        <Select aria-label={t('screening.list.originClass')} allowClear placeholder={t('screening.list.allOrigins')} style={{ minWidth: 140 }} value={at['origin'] ?? null} options={origins} onChange={(origin: string | null) => go({ origin: origin ?? undefined })} />
        <Select aria-label={t('screening.list.measure')} allowClear placeholder={t('screening.list.allOutcomes')} style={{ minWidth: 140 }} value={at['measure'] ?? null} options={measures.map((value) => ({ value, label: t(`quarantine.measures.${value}`) }))} onChange={(measure: string | null) => go({ measure: measure ?? undefined })} />
        <Input.Search aria-label={t('screening.list.search')} placeholder={t('screening.list.search')} allowClear defaultValue={at['q'] ?? ''} onSearch={(q) => go({ q: q.trim() })} style={{ width: 190 }} />
      </>}
      list={list} idOf={(s) => s.screeningId} columns={useColumns()}
      open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => <ScreeningPanel key={id} screeningId={id} onOpen={(open) => go({ open })} />}
      empty={tab === 'all' && !at['q'] ? { title: t('screening.list.emptyAll'), action: may('screening.record') ? <Button type="primary" onClick={register}>{t('screening.list.register')}</Button> : undefined } : { title: t('screening.list.emptyTab') }}
    >{at['late'] || at['province'] ? <Only at={at} onAll={() => go(EVERYTHING)} /> : null}</ListPage>
  )
}

const EVERYTHING = { province: undefined, from: undefined, to: undefined, arrivals: undefined, late: undefined }

/** What the dashboard cut this list to. */
function Only({ at, onAll }: { at: Address; onAll: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const divisions = useDivisions() ?? []
  const { province, arrivedFrom, arrivedTo } = screeningsAsked(at)
  if (!province) return <OnlyThese what={t('screening.list.overdue')} onAll={onAll} />
  const name = /^\d/.test(province) ? divisionName(divisions, province) : t(`screening.list.${province}`)
  return <OnlyThese what={t('screening.list.fromProvince', { name, from: arrivedFrom ? f.day(arrivedFrom) : '', to: arrivedTo ? f.day(arrivedTo) : '' })} onAll={onAll} />
}

function useColumns(): TableColumnsType<ScreeningLine> {
  const t = useWords()
  const f = useFormats()
  const today = useToday()
  const ago = (day: string) => {
    const n = daysBetween(day, today)
    return n === 0 ? t('screening.list.today') : n === 1 ? t('screening.list.yesterday') : t('screening.list.days', { n })
  }
  return [
    { key: 'person', title: t('screening.list.person'), render: (_, s) => <><b>{s.name || t('screening.card.unnamed')}</b> <span className="dim small">{s.phoneMasked}</span><br /><span className="muted small">{s.areaName} {s.address ?? ''}</span></> },
    { key: 'from', title: t('screening.list.from'), render: (_, s) => <>{s.originName}<br /><span className="muted small">{s.dayTold ? `${t('screening.list.arrived')} ${f.day(s.arrivedOn)} · ${ago(s.arrivedOn)}` : t('screening.card.dayUnknown')}</span></> },
    { key: 'health', title: t('screening.list.health'), render: (_, s) => <HealthCell line={s} /> },
    { key: 'result', title: t('screening.list.result'), render: (_, s) => <ResultCell line={s} /> },
    { key: 'reported', title: t('screening.list.reported'), align: 'right', render: (_, s) => <><time className="nowrap" dateTime={s.reportedAt} title={f.at(s.reportedAt)}>{f.when(s.reportedAt)}</time><br /><span className="muted small">{t(`screening.channels.${s.channel}`)} {s.reporterName ?? ''}</span></> },
  ]
}

function HealthCell({ line: s }: { line: ScreeningLine }): ReactNode {
  const t = useWords()
  const reading = s.temperature === null ? t('screening.list.notMeasured') : t(s.deviceError ? 'screening.card.device' : 'screening.card.temperatureOf', { celsius: s.temperature.toFixed(1) })
  if (s.symptoms.length > 0) return <><StateTag tone="bad">{s.symptoms.map((one) => t(`policies.symptoms.${one}`)).join('、')}</StateTag><br /><span className="muted small">{reading}</span></>
  return <span className={s.deviceError ? 'bad-ink' : 'muted'}>{reading}</span>
}

function ResultCell({ line: s }: { line: ScreeningLine }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (s.state === 'managed' && s.measure) return <StateTag tone="on">{t(`quarantine.measures.${s.measure}`)}</StateTag>
  return (
    <>
      <StateTag tone={stateTone[s.state]}>{t(`screening.states.${s.state}`)}</StateTag>
      {s.verifyBy ? <><br /><span className={f.dueTone(s.verifyBy) === 'bad' ? 'bad-ink small' : 'muted small'}>{f.dueTone(s.verifyBy) === 'bad' ? f.due(s.verifyBy) : t('screening.list.verifyBy', { time: f.due(s.verifyBy) })}</span></> : null}
    </>
  )
}
