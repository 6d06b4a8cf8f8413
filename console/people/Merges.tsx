import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { peopleApi, type PersonCard } from '../../modules/people/contract.ts'
import { Section } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

/** 合并过的档案: what this record was put together from, and how it is taken apart. */
export function Merges({ person: p }: { person: PersonCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const may = useMay()
  const apart = useCommandOf(peopleApi.unmergePeople, { onDone: ({ returned, stayed }) => say(t('people.doubles.unmergedDone', { returned, stayed })), onRefused: (error) => say(tError(error)) })
  if (p.merges.length === 0) return null
  return (
    <Section title={t('people.doubles.mergedFrom')}>
      {p.merges.map((m) => (
        <p key={m.mergeId} className="row">
          <span className="grow">{m.goneId === p.id
            ? <Link to="/people" search={{ open: m.keptId } as never}>{t('people.doubles.into', { name: m.keptName })}</Link> : t('people.doubles.from', { name: m.goneName })}
          <br /><span className="dim small">{t('people.doubles.when', { at: f.when(m.at), by: m.byName ?? '' })}</span></span>
          {may('people.edit') ? <Button loading={apart.isPending} onClick={() => apart.mutate({ mergeId: m.mergeId })}>{t('people.doubles.unmerge')}</Button> : null}
        </p>
      ))}
      <p className="dim small">{t('people.doubles.unmergeHint')}</p>
    </Section>
  )
}
