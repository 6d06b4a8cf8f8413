import type { ReactNode } from 'react'
import { opensBy } from '../../modules/access/rules.ts'
import type { Permission } from '../../modules/accounts/rules.ts'
import { useWords } from '../../ui/words.ts'
import { useSay } from './say.ts'

/** What one permission opens, read from the contracts themselves: each function, what is done there, and what it shows of residents. */
export function Opens({ permission }: { permission: Permission }): ReactNode {
  const t = useWords()
  const { kinds } = useSay()
  return (
    <ul className="access-functions">
      {(opensBy().get(permission) ?? []).map(({ name, summary, act, personal }) => (
        <li key={name}><span className={act === 'reveal' ? 'tag bad' : act === 'view' ? 'tag on' : 'tag off'}>{t(`access.card.does.${act}`)}</span> {summary}
          {personal.length > 0 ? <span className="muted small"> {kinds(personal)}</span> : null}</li>
      ))}
    </ul>
  )
}
