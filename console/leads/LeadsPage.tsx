import type { TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { leadsApi, leadTabs, type Lead } from '../../modules/leads/contract.ts'
import { columns } from '../../modules/leads/columns.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage, type StateChip } from '../../ui/ListPage.tsx'
import { useNow } from '../../ui/now.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useTable } from '../../ui/list/table.ts'
import { useWords } from '../../ui/words.ts'
import { leadsAsked } from './asked.ts'
import { clockOf } from './clock.ts'
import { LeadCard } from './LeadCard.tsx'

type Tab = (typeof leadTabs)[number]
const toneOf: Partial<Record<Tab, Tone>> = { overdue: 'bad', open: 'soon' }
const EVERY_MS = 30_000

/** 管控 · 线索: what waits for the health centre, longest first, each with its clock. */
export default function LeadsPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const tab: Tab = leadTabs.find((one) => one === at['tab']) ?? 'active'
  const counts = useQueryOf(leadsApi.leadCounts, at['area'] ? { areaId: at['area'] } : {}, { keep: true, every: EVERY_MS }).data
  const list = useTable(leadsApi.listLeads, columns.listLeads, leadsAsked(at), { every: EVERY_MS })
  const countOf: Record<Tab, number | undefined> = { active: counts && counts.open + counts.received, overdue: counts?.overdue, open: counts?.open, received: counts?.received, closed: counts?.closedToday }
  const chips = leadTabs.map((id): StateChip => ({ id, label: t(`leads.tabs.${id}`), count: countOf[id], tone: toneOf[id] ?? 'off' }))
  return (
    <ListPage<Lead>
      title={t('leads.title')} sub={t('leads.card.notDiagnosis')}
      chips={<Chips label={t('leads.columns.clock')} chips={chips} on={tab} onPick={(next) => go({ tab: next, open: undefined })} />}
      filters={<span style={{ flex: '1 1 180px', maxWidth: 280 }}><AreaPicker size="middle" label={t('leads.columns.place')} placeholder={t('leads.columns.place')} value={at['area']} onChange={(area) => go({ area, open: undefined })} /></span>}
      list={list} idOf={(lead) => lead.leadId} columns={useColumns()}
      open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => <LeadCard key={id} leadId={id} />}
      empty={{ title: t(`leads.empty.${tab}`) }}
    />
  )
}

function useColumns(): TableColumnsType<Lead> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'person', title: t('leads.columns.person'), render: (_, lead) => <><b>{lead.name}</b> <span className="dim">{lead.sex ? t(`people.sexes.${lead.sex}`) : ''} {lead.age ?? ''}</span><br /><span className="muted small">{lead.address ?? lead.areaName}</span></> },
    { key: 'seen', title: t('leads.columns.seen'), render: (_, lead) => <SeenCell lead={lead} /> },
    { key: 'clock', title: t('leads.columns.clock'), render: (_, lead) => <Clock lead={lead} /> },
    { key: 'opened', title: t('leads.columns.opened'), align: 'right', render: (_, lead) => <><time className="nowrap" dateTime={lead.openedAt} title={f.at(lead.openedAt)}>{f.when(lead.openedAt)}</time><br /><span className="muted small">{lead.openerName ?? t('leads.card.bySelf')}</span></> },
  ]
}

function SeenCell({ lead: { kind, summary } }: { lead: Lead }): ReactNode {
  const t = useWords()
  const seen = [summary.temperature === undefined ? '' : `${summary.temperature.toFixed(1)} ℃`, ...summary.symptoms.map((one) => t(`policies.symptoms.${one}`))].filter(Boolean)
  return <>{t(`leads.kinds.${kind}`)}<br /><span className="muted small">{seen.join('、')}</span></>
}

/** Ticks by the server's time. */
export function Clock({ lead }: { lead: Lead }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { text, tone } = clockOf(lead, useNow(), t)
  return <span title={t('leads.clock.due', { time: f.at(lead.dueAt) })}><StateTag tone={tone}>{text}</StateTag></span>
}
