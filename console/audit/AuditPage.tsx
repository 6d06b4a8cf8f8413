import { Button, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { auditApi, type AuditEvent } from '../../modules/audit/contract.ts'
import { columns } from '../../modules/audit/columns.ts'
import { useAddress } from '../../ui/address.ts'
import { Card, CardHead, Facts, StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { Chips, ListPage } from '../../ui/ListPage.tsx'
import { useTable } from '../../ui/list/table.ts'
import { useWords } from '../../ui/words.ts'
import { ChainState } from './ChainState.tsx'
import { endpointsSaying, endpointSummary } from './endpoint-names.ts'
import { Filters } from './Filters.tsx'

const acts = ['view', 'reveal', 'change', 'export'] as const
type Act = (typeof acts)[number]
const toneOf: Record<string, Tone> = { reveal: 'soon', export: 'soon', change: 'on' }
type Row = AuditEvent & { sealed: boolean }

const filters = ['act', 'day', 'from', 'to', 'subject', 'account', 'who', 'does', 'ip', 'refused', 'endpoint'] as const

/** The trail: who did or viewed what, when, from where, why. Nothing here can be changed. */
export default function AuditPage(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const does = at['does']
  const list = useTable(auditApi.listAuditEvents, columns.listAuditEvents, {
    act: acts.find((act) => act === at['act']), day: at['day'], from: at['from'], to: at['to'], subject: at['subject'], accountId: at['account'], ip: at['ip'],
    endpoints: at['endpoint'] ? [at['endpoint']] : does ? [...endpointsSaying(does), 'none'].slice(0, 40) : undefined, ...(at['refused'] ? { refused: 'true' } : {}),
  })
  const filtered = filters.some((name) => at[name])
  const clear = () => go(Object.fromEntries(filters.map((name) => [name, undefined])))
  return (
    <ListPage<Row>
      title={t('audit.title')} sub={<ChainState />}
      chips={<Chips label={t('audit.title')} on={at['refused'] ? 'refused' : (at['act'] ?? '')} onPick={(id) => go(id === 'refused' ? { refused: '1', act: undefined } : { act: id, refused: undefined })}
        chips={[{ id: '', label: t('ui.list.all') }, ...acts.map((act) => ({ id: act, label: t(`audit.acts.${act}`) })), { id: 'refused', label: t('audit.refused') }]} />}
      filters={<Filters at={at} go={go} clear={filtered ? clear : undefined} />}
      list={list} idOf={(row) => row.id} columns={useColumns()}
      open={at['open']} onOpen={(open) => go({ open })}
      panel={(_id, row) => (row ? <EventCard event={row} onFilter={go} /> : null)}
      empty={{ title: t('ui.list.emptyFiltered'), hint: t('audit.empty'), action: filtered ? <Button onClick={clear}>{t('ui.list.clearFilters')}</Button> : null }}
    />
  )
}

/** What was refused has had no effect, and must not look as if it had. */
function ActTag({ event }: { event: Row }): ReactNode {
  const t = useWords()
  if (event.detail?.['refused']) return <StateTag tone="bad">{t('audit.refused')}</StateTag>
  return <StateTag tone={toneOf[event.act] ?? 'off'}>{t(`audit.acts.${event.act as Act}`)}</StateTag>
}

const refusalOf = ({ detail }: Row, t: ReturnType<typeof useWords>): string | undefined =>
  detail?.['refused'] ? t(`audit.causes.${String(detail['cause'] ?? 'other')}`) : undefined

function useColumns(): TableColumnsType<Row> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'who', title: t('audit.page.who'), render: (_, row) => <><b>{row.accountName ?? t(`audit.actors.${row.actorKind}`)}</b><br /><span className="muted small">{row.role ? t(`accounts.roles.${row.role}`) : ''}</span></> },
    { key: 'act', title: t('audit.page.act'), render: (_, row) => <ActTag event={row} /> },
    { key: 'what', title: t('audit.page.what'), render: (_, row) => <>{endpointSummary(row.endpoint)}<br /><span className="muted small">{row.endpoint} · {t('audit.page.subjects', { n: row.subjects.length })}</span></> },
    { key: 'why', title: t('audit.page.why'), render: (_, row) => <span className="muted">{row.reason ?? refusalOf(row, t) ?? ''}</span> },
    { key: 'at', title: t('audit.page.at'), align: 'right', render: (_, row) => <time className="nowrap" dateTime={row.at} title={f.at(row.at)}>{f.when(row.at)}</time> },
  ]
}

function EventCard({ event, onFilter }: { event: Row; onFilter: (change: Record<string, string | undefined>) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  return (
    <Card>
      <CardHead
        name={event.accountName ?? t(`audit.actors.${event.actorKind}`)} beside={event.role ? t(`accounts.roles.${event.role}`) : ''}
        state={<ActTag event={event} />} under={f.at(event.at)}
      />
      <Facts rows={[
        [t('audit.page.what'), <>{endpointSummary(event.endpoint)}<br /><span className="dim small">{event.endpoint}</span></>],
        [t('audit.page.why'), event.reason ?? refusalOf(event, t) ?? t('audit.noReason')],
        [t('audit.page.from'), event.ip],
        [t('audit.page.device'), event.device],
        [t('audit.page.chainWord'), event.sealed ? t('audit.sealed') : t('audit.notSealed')],
        [t('audit.page.about'), <ul key="s">{event.subjects.map((subject) => <li key={subject}><Button type="link" size="small" style={{ padding: 0 }} onClick={() => onFilter({ subject, open: undefined })}>{subject}</Button></li>)}</ul>],
      ]} />
      {event.accountId ? <div><Button onClick={() => onFilter({ account: event.accountId ?? undefined, open: undefined })}>{t('audit.page.onlyThisAccount')}</Button></div> : null}
    </Card>
  )
}
