import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { mattersApi } from '../../modules/matters/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { StateOf } from './StateOf.tsx'
import './matters.css'

/** 相关事项 of a person, each leading to its card, and the way to register another: `<MatterLinks personId={p.id} />`. */
export function MatterLinks({ personId }: { personId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const items = useQueryOf(mattersApi.mattersAbout, { personId }, { enabled: may('matters.view') }).data?.items ?? []
  if (!may('matters.view')) return null
  return (
    <ul className="matter-links" aria-label={t('matters.about.title')}>
      {items.map((m) => <li key={m.matterId}><Link to={'/matters' as never} search={{ tab: 'all', open: m.matterId } as never}>{t(`matters.kinds.${m.kind}`)} · {m.words} · {f.when(m.registeredAt)}</Link> <StateOf matter={m} /></li>)}
      {may('matters.work') ? <li><Link to={'/matters/new' as never} search={{ person: personId } as never}>{t('matters.form.title')}</Link></li> : null}
    </ul>
  )
}
