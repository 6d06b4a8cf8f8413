import { Button } from 'antd'
import type { ReactNode } from 'react'
import { quarantineApi, type EpisodeCard } from '../../modules/quarantine/contract.ts'
import { mayWriteResult } from '../../modules/quarantine/rules/states.ts'
import { Section, StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 核酸: the days the policy asks for, each with its result; absent where it asks for none. A result written today can be put right, and one of a sample taken before the end may come after it. */
export function Tests({ episode }: { episode: EpisodeCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const record = useCommandOf(quarantineApi.recordTest, { onDone: (_, { result }) => say(t(result === 'positive' ? 'quarantine.card.abnormal' : 'quarantine.card.done')), onRefused: (error) => say(tError(error)) })
  if (episode.tests.length === 0) return null
  const send = (dueOn: string, result: 'negative' | 'positive') => record.mutate({ episodeId: episode.id, dueOn, takenOn: episode.closedAt ? dueOn : f.today, result })
  return (
    <Section title={t('quarantine.card.tests')}>
      {episode.tests.map((test) => (
        <div key={test.dueOn} className="row">
          <span className="grow">{t('quarantine.card.testDue', { day: f.day(test.dueOn) })}</span>
          {test.result ? <StateTag tone={test.result === 'negative' ? 'good' : 'bad'}>{t(`quarantine.results.${test.result}`)}{test.takenOn ? ` ${f.day(test.takenOn)}` : ''}</StateTag> : null}
          {mayWriteResult(test, episode.closedAt, f.today) && episode.actions.includes('test') ? (['negative', 'positive'] as const).filter((result) => result !== test.result).map((result) => <Button key={result} size={test.result ? 'small' : 'middle'} loading={record.isPending} onClick={() => send(test.dueOn, result)}>{t(test.result ? 'quarantine.card.testInstead' : `quarantine.results.${result}`, { result: t(`quarantine.results.${result}`) })}</Button>) : null}
        </div>
      ))}
    </Section>
  )
}
