import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { isPhone } from '../../../modules/people/rules.ts'
import { quarantineApi, type EpisodeCard } from '../../../modules/quarantine/contract.ts'
import { visitorOf } from '../../../modules/today/rules.ts'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { DraftNote, useDraft } from '../../../ui/form.tsx'
import { useNow, useToday } from '../../../ui/now.ts'
import { useCommandOf, useQueryOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { useMe } from '../../me.ts'
import { Answers } from './Answers.tsx'
import { Before, Person } from './Person.tsx'
import type { ToCall } from './people.ts'
import { Press } from './Press.tsx'
import { callOf, dueToday, nothingTold, visitsHere, type Answer, type Told } from './told.ts'

interface Props {
  episodeId: string
  item: ToCall | undefined
  /** Nobody comes after this one. */
  last: boolean
  onDone: () => void
  onStep: (by: 1 | -1) => void
}

/** 一人一屏: who, why, what is due; the reading and what was said; one press records all of it. */
export function CallForm(props: Props): ReactNode {
  const query = useQueryOf(quarantineApi.getEpisode, { episodeId: props.episodeId })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  return query.data ? <Form {...props} episode={query.data} /> : <div className="paper call-card"><Skeleton rows={8} /></div>
}

function Form({ episode, item, last, onDone, onStep }: Props & { episode: EpisodeCard }): ReactNode {
  const t = useWords()
  const me = useMe()
  const today = useToday()
  const now = useNow()
  const [told, setTold, draft] = useDraft<Told>(`call.${episode.id}`, nothingTold)
  const [fault, setFault] = useState<string>()
  const visits = visitsHere(episode, visitorOf(me.role ?? '') ?? '', today)
  const way = told.way ?? (item?.items.some(({ kind }) => kind === 'visit') && visits.length > 0 ? 'visit' : 'phone')
  const due = dueToday(episode, today, now)
  const { send, busy, wrong } = useRecord(episode, { onDone: () => { draft.drop(); onDone() }, onAgain: () => setTold((before) => ({ ...before, temperature: undefined })) })
  const answer = (how: Answer) => {
    const badPhone = told.phone.trim() !== '' && !isPhone(told.phone)
    setFault(badPhone ? t('people.errors.phoneWrong') : undefined)
    if (!badPhone && !busy) send(callOf(episode, told, how, { way, visitIds: way === 'visit' ? visits.map(({ id }) => id) : [], today }), due.length > 0)
  }
  /** In the field for the reading letters mean nothing else: the hands stay where they are. */
  const onKeys = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).closest('.temperature')) return
    const acts: Record<string, () => void> = { j: () => onStep(1), k: () => onStep(-1), n: () => answer('notReached') }
    const act = acts[event.key.toLowerCase()]
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); act() }
  }
  return (
    <div className="call-person">
      <article className="paper call-card" onKeyDown={onKeys}>
        <Person episode={episode} due={due} visits={visits} />
        <DraftNote draft={draft} />
        <form className="call-form" onSubmit={(event) => { event.preventDefault(); document.getElementById('call-go')?.focus() }}>
          <Answers episode={episode} told={told} way={way} phoneFault={fault} onSubmit={() => answer('changed')} set={(change) => setTold((before) => ({ ...before, ...change }))} />
          {wrong ? <p className="fault-summary" role="alert">{wrong}</p> : null}
          <Press told={told} way={way} last={last} busy={busy} measured={told.temperature !== undefined || due.length === 0} onAnswer={answer} />
        </form>
      </article>
      <Before episode={episode} />
    </div>
  )
}

type Input = ReturnType<typeof callOf>

function useRecord(episode: EpisodeCard, { onDone, onAgain }: { onDone: () => void; onAgain: () => void }): { send: (input: Input, asked: boolean) => void; busy: boolean; wrong: string | undefined } {
  const t = useWords()
  const tError = useErrorWords()
  const [asked, setAsked] = useState(false)
  const undo = useCommandOf(quarantineApi.undoCall)
  const { name } = episode.person
  const record = useCommandOf(quarantineApi.recordCall, {
    onDone: (done, input) => {
      if (done.deviceError) { say(t('quarantine.card.deviceErrorSaid')); onAgain(); return }
      const said = !input.reached ? 'notReached' : input.temperature !== undefined ? 'measured' : asked ? 'notMeasured' : 'recorded'
      if (done.abnormal) say(t('today.call.said.abnormal', { name }))
      else offerUndo(t(`today.call.said.${said}`, { name, t: typeof input.temperature === 'number' ? input.temperature.toFixed(1) : '' }), () => undo.mutateAsync({ callId: done.callId }))
      onDone()
    },
  })
  return { send: (input, wasAsked) => { setAsked(wasAsked); record.mutate(input) }, busy: record.isPending, wrong: record.error ? tError(record.error) : undefined }
}
