import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { policiesApi, type PolicyEdition } from '../../modules/policies/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { dayOf } from '../../kernel/dates.ts'
import { useMay } from '../me.ts'
import { PolicySheet } from './PolicySheet.tsx'
import { isPast, StateOf } from './StateOf.tsx'

/** 方案: which orders there are, which holds now, and one of them read as text. */
export default function PoliciesPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const [at, go] = useAddress()
  const may = useMay()
  const list = useQueryOf(policiesApi.listPolicies, {})
  if (list.error) return <Failed error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <Skeleton rows={6} />
  const items = [...list.data.items].sort((a, b) => rank(a, f.today) - rank(b, f.today) || (a.inForceFrom < b.inForceFrom ? 1 : -1))
  const open = at['open'] ?? items[0]?.id
  return (
    <Page title={t('policies.title')}>
      {items.length === 0 ? <p className="muted">{t('policies.page.empty')}</p> : null}
      <div className="policies">
        <ul className="policy-list">
          {items.map((p) => (
            <li key={p.id}>
              <button type="button" aria-current={p.id === open} onClick={() => go({ open: p.id })}>
                <b>{p.title[language]}</b>
                <span className="muted small">{p.orderNo} · {p.scopeName}</span>
                <span className="row"><StateOf policy={p} /><span className="dim small">{t('policies.page.since', { day: f.day(dayOf(p.inForceFrom)) })}</span></span>
              </button>
            </li>
          ))}
          {may('policies.edit') ? <li><Shipped /></li> : null}
        </ul>
        {open ? <PolicySheet key={open} policyId={open} /> : null}
      </div>
    </Page>
  )
}

/** The orders that came with the program: where a new installation begins. */
function Shipped(): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const list = useQueryOf(policiesApi.listShipped, {}, { staleTime: Infinity })
  return (
    <details className="shipped" open={false}>
      <summary>{t('policies.draft.shipped')}</summary>
      <ul>{list.data?.items.map((one) => <li key={one.key}><Link to={'/policies/draft' as never} search={{ shipped: one.key } as never}>{one.title[language]}</Link></li>)}</ul>
    </details>
  )
}

/** In force, then drafts, then what is still to come, then what has been. */
const rank = (p: Pick<PolicyEdition, 'inForceFrom' | 'inForceTo' | 'state'>, today: string): number => (isPast(p, today) || (p.state === 'superseded' && p.inForceTo === null) ? 3 : p.state === 'draft' ? 1 : dayOf(p.inForceFrom) > today ? 2 : 0)
