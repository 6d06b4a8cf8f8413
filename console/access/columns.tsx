import type { TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import type { AccessRow, Looks } from '../../modules/access/contract.ts'
import { sightOfRole } from '../../modules/access/rules.ts'
import { StateTag } from '../../ui/card.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { useWords } from '../../ui/words.ts'
import { useSay } from './say.ts'

/** `narrow`: beside an open card, which says the rest. */
export function useAccessColumns(days: number, narrow = false): TableColumnsType<AccessRow> {
  const t = useWords()
  const f = useFormats()
  const all: TableColumnsType<AccessRow> = [
    { key: 'who', title: t('access.columns.who'), render: (_, row) => <><b>{row.name}</b>{row.state === 'active' ? null : <> <StateTag tone="off">{t(`accounts.states.${row.state}`)}</StateTag></>}<br /><span className="muted small">{row.login}</span></> },
    { key: 'role', title: t('access.columns.role'), render: (_, row) => <>{t(`accounts.roles.${row.role}`)} · {row.areaName}<br /><span className="muted small">{row.covers ? t('access.covers', { households: number(row.covers.households), persons: number(row.covers.persons) }) : t('access.above')}</span></> },
    { key: 'sees', title: t('access.columns.sees'), render: (_, row) => <SightOf row={row} /> },
    { key: 'since', title: t('access.columns.since'), render: (_, row) => <>{row.byName ?? t('access.bySetUp')}<br /><span className="muted small nowrap">{row.since ? f.at(row.since) : ''}</span></> },
    { key: 'looks', title: t('access.columns.looks', { days }), render: (_, row) => <LookedAt looks={row.looks} /> },
    { key: 'seen', title: t('access.columns.seen'), align: 'right', render: (_, row) => (row.lastSeenAt ? <span className="nowrap" title={f.at(row.lastSeenAt)}>{f.ago(row.lastSeenAt)}</span> : <span className="dim">{t('access.card.never')}</span>) },
  ]
  return narrow ? all.filter(({ key }) => key !== 'sees' && key !== 'since') : all
}

/** What a role shows: everybody who sees residents sees numbers masked, some may reveal them. */
function SightOf({ row }: { row: AccessRow }): ReactNode {
  const t = useWords()
  const { kinds } = useSay()
  const { masked, clear } = sightOfRole(row.role)
  if (masked.length === 0) return <span className="dim">{t('access.sight.nothing')}</span>
  return <span className="access-sight small">{kinds(masked)}{clear.length > 0 ? <><br /><b>{t('access.sight.clear')}: {kinds(clear)}</b></> : null}</span>
}

export function LookedAt({ looks }: { looks: Looks }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const said = (['views', 'reveals', 'exports'] as const).filter((kind) => looks[kind] > 0)
  if (said.length === 0) return <span className="dim">{t('access.noLooks')}</span>
  return <>{said.map((kind) => t(`access.looks.${kind}`, { n: number(looks[kind]) })).join(' · ')}{looks.lastAt ? <><br /><span className="muted small nowrap">{f.at(looks.lastAt)}</span></> : null}</>
}
