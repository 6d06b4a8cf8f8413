import { Table } from 'antd'
import type { ReactNode } from 'react'
import type * as z from 'zod'
import { accessApi, type AccessRow } from '../../modules/access/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { number } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { BlindForm } from '../audit/BlindForm.tsx'
import '../audit/trace.css'
import { LookedAt, useAccessColumns } from './columns.tsx'

type Found = z.output<typeof accessApi.accessToPerson.output>

/** 按人: from a number somebody brings to the accounts that can see them, without showing whom it is about. */
export function PersonTab({ onOpen }: { onOpen: (accountId: string) => void }): ReactNode {
  const t = useWords()
  const ask = useCommandOf(accessApi.accessToPerson, { touches: [] })
  return (
    <div className="trace">
      <div className="paper trace-form"><BlindForm go={t('access.person.go')} busy={ask.isPending} error={ask.error} onGo={(asked) => ask.mutate(asked)} /></div>
      <section aria-label={t('access.tabs.person')} aria-live="polite">{ask.data ? <FoundFor found={ask.data} onOpen={onOpen} /> : <p className="dim">{t('access.person.before')} {t('access.person.sub')}</p>}</section>
    </div>
  )
}

function FoundFor({ found: { items, lookers, days }, onOpen }: { found: Found; onOpen: (accountId: string) => void }): ReactNode {
  const t = useWords()
  const columns = useAccessColumns(days)
  return (
    <>
      <h2 className="access-found">{lookers.length > 0 ? t('access.person.lookers', { days, n: number(lookers.length) }) : t('access.person.nobodyLooked', { days })}</h2>
      {lookers.length > 0 ? (
        <ul className="access-lookers paper">{lookers.map((one) => (
          <li key={one.accountId}><b>{one.name}</b> <span className="muted">{one.role ? t(`accounts.roles.${one.role}`) : ''}</span> {one.stillSees ? null : <StateTag tone="off">{t('access.person.noMore')}</StateTag>}<span className="grow" /><span><LookedAt looks={one.looks} /></span></li>
        ))}</ul>
      ) : null}
      <h2 className="access-found">{items.length > 0 ? t('access.person.sees', { n: number(items.length) }) : t('access.person.nobody')}</h2>
      {items.length > 0 ? <div className="list-table"><Table<AccessRow> columns={columns} dataSource={items} rowKey={(row) => row.accountId} pagination={false} onRow={(row) => (row.mine ? { onClick: () => onOpen(row.accountId) } : {})} /></div> : null}
    </>
  )
}
