import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { leadsApi } from '../../modules/leads/contract.ts'
import { StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import './leads.css'

/** 可疑线索 of a person or an episode, each leading to its card: `<LeadLinks personId={p.id} />`. */
export function LeadLinks(about: { personId: string } | { episodeId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()('leads.view')
  const items = useQueryOf(leadsApi.leadsAbout, about, { enabled: may }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <ul className="lead-links" aria-label={t('leads.card.about')}>
      {items.map((lead) => (
        <li key={lead.leadId}>
          <Link to={'/leads' as never} search={{ open: lead.leadId } as never}>{t('leads.card.about')} · {t(`leads.kinds.${lead.kind}`)} · {f.when(lead.openedAt)}</Link>{' '}
          <StateTag tone={lead.overdue ? 'bad' : lead.state === 'closed' ? 'off' : 'soon'}>{lead.result ? t(`leads.results.${lead.result}`) : t(`leads.states.${lead.state}`)}</StateTag>
        </li>
      ))}
    </ul>
  )
}
