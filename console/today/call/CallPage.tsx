import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { todayApi } from '../../../modules/today/contract.ts'
import { useAddress } from '../../../ui/address.ts'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { PageHead } from '../../../ui/ListPage.tsx'
import { useQueryOf } from '../../../ui/queries.ts'
import { useWords } from '../../../ui/words.ts'
import { AllDone } from '../Empty.tsx'
import { useWalk } from '../walk.ts'
import { CallForm } from './CallForm.tsx'
import { peopleOf, type ToCall } from './people.ts'
import { Queue } from './Queue.tsx'
import './call.css'

/** People asked for at once; whoever comes after them follows as these are done. */
const AT_ONCE = 200

/** 逐人办理: one person a screen, everything about them, one press, then the next. */
export default function CallPage(): ReactNode {
  const t = useWords()
  const query = useQueryOf(todayApi.today, { limit: AT_ONCE }, { keep: true, every: 60_000 })
  if (query.error && !query.data) return <div className="page"><PageHead title={t('today.call.title')} /><Failed error={query.error} retry={() => void query.refetch()} /></div>
  if (!query.data) return <div className="page"><PageHead title={t('today.call.title')} /><div className="paper"><Skeleton rows={8} /></div></div>
  return <Calls people={peopleOf(query.data)} done={<AllDone today={query.data} />} />
}

function Calls({ people, done }: { people: ToCall[]; done: ReactNode }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const [count, setCount] = useState(0)
  const form = useRef<HTMLDivElement>(null)
  const open = at['open'] ?? people[0]?.id
  const show = (id: string | undefined) => { if (id) go({ open: id }) }
  const focus = () => form.current?.querySelector<HTMLElement>('.temperature input')?.focus()
  const { next } = useWalk(people, open, show, focus)
  const place = people.findIndex((one) => one.id === open)
  const step = (by: 1 | -1) => show(people[place + by]?.id)
  const onDone = () => { setCount(count + 1); if (next) show(next.id) }
  if (open === undefined) return <div className="page"><PageHead title={t('today.call.title')} />{done}</div>
  return (
    <div className="page">
      <PageHead title={t('today.call.title')} sub={t(count > 0 ? 'today.call.subDone' : 'today.call.sub', { n: people.length, done: count })} />
      <div className="calls">
        <Queue people={people} open={open} onShow={show} />
        <div ref={form}>
          <div className="call-steps row">
            <Button onClick={() => step(-1)} disabled={place <= 0}>{t('ui.keys.previous')}</Button>
            <span className="dim grow">{place < 0 ? '' : t('today.call.place', { n: place + 1, total: people.length })}</span>
            <Button onClick={() => step(1)} disabled={place < 0 || place >= people.length - 1}>{t('ui.keys.next')}</Button>
          </div>
          <CallForm key={open} episodeId={open} item={people[place]} last={next === undefined} onDone={onDone} onStep={step} />
        </div>
      </div>
    </div>
  )
}
