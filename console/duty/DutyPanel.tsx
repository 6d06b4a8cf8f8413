import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { dutyApi, type Advice, type Assignment, type DutyCard, type DutyRole } from '../../modules/duty/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { answererAt } from '../../modules/duty/rules.ts'
import { ActionBar, Card, CardHead, Section, StateTag } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { Chain, History } from './Chain.tsx'
import { EndForm } from './EndForm.tsx'
import { HolderForm } from './HolderForm.tsx'

/** What is being filled in below the card. */
export type Doing = { act: 'assign'; dutyRole?: DutyRole | undefined; accountId?: string | undefined } | { act: 'change' | 'end'; of: Assignment }

/** 挂联卡: the chain from the top to this area, what is missing, what to do about it, and what was before. */
export function DutyPanel({ areaId, onOpen }: { areaId: string; onOpen: (areaId: string) => void }): ReactNode {
  const card = useQueryOf(dutyApi.dutyCard, { areaId })
  return <Loaded of={card}>{(data) => <Shown card={data} onOpen={onOpen} />}</Loaded>
}

function Shown({ card, onOpen }: { card: DutyCard; onOpen: (areaId: string) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<Doing>()
  const { area } = card
  const done = () => setDoing(undefined)
  const must = answererAt[area.level]
  return (
    <Card>
      <CardHead name={area.name} beside={t(`territory.levels.${area.level}`)} under={area.households > 0 ? f.pair(area) : undefined}
        state={area.gap ? <StateTag tone="bad">{t(`duty.gaps.${area.gap}`)}</StateTag> : must ? <StateTag tone="on">{t('duty.states.current')}</StateTag> : undefined} />
      {doing ? null : <AdviceList card={card} onTake={(advice) => take(advice)} />}
      {doing?.act === 'assign' ? <HolderForm key={doing.accountId ?? 'new'} card={card} dutyRole={doing.dutyRole} accountId={doing.accountId} onDone={done} /> : null}
      {doing?.act === 'change' ? <HolderForm card={card} former={doing.of} onDone={done} /> : null}
      {doing?.act === 'end' ? <EndForm of={doing.of} onDone={done} onChange={() => setDoing({ act: 'change', of: doing.of })} /> : null}
      <Section title={t('duty.card.chain')}><Chain card={card} onDo={setDoing} /></Section>
      <Load card={card} />
      <Section title={t('duty.card.history')}><History items={card.history} /></Section>
      {doing ? null : (
        <ActionBar>
          {card.editable && must && area.gap === 'nobody' && card.roles.includes(must) ? <Button type="primary" onClick={() => setDoing({ act: 'assign', dutyRole: must })}>{t('duty.card.assign', { role: t(`duty.roles.${must}`) })}</Button> : null}
          {card.editable ? <Button onClick={() => setDoing({ act: 'assign' })}>{t('duty.card.add')}</Button> : null}
          <Button onClick={() => void navigate({ to: '/duty/board' as never, search: { area: area.areaId } as never })}>{t('duty.card.board')}</Button>
        </ActionBar>
      )}
    </Card>
  )

  function take(advice: Advice): void {
    const gone = advice.key === 'replace' ? card.chain.at(-1)?.holders.find(({ state }) => state === 'gone') : undefined
    if (gone) setDoing({ act: 'change', of: gone })
    else if (advice.areaId !== null && advice.areaId !== area.areaId) onOpen(advice.areaId)
    else setDoing({ act: 'assign', dutyRole: advice.dutyRole ?? undefined, accountId: advice.accountId ?? undefined })
  }
}

function AdviceList({ card, onTake }: { card: DutyCard; onTake: (advice: Advice) => void }): ReactNode {
  const t = useWords()
  if (card.advice.length === 0) return null
  return (
    <ul className="duty-advice" aria-label={t('duty.card.advice')}>
      {card.advice.map((advice, i) => (
        <li key={i} className={`why ${advice.key === 'unassigned' ? '' : 'soon'}`}>
          <span>{t(`duty.advice.${advice.key}`, advice.params)}</span>
          {card.editable && advice.dutyRole !== null && advice.key !== 'fill' ? <Button size="small" type={i === 0 ? 'primary' : 'default'} onClick={() => onTake(advice)}>{t('duty.advice.take')}</Button> : null}
        </li>
      ))}
    </ul>
  )
}

function Load({ card: { workload } }: { card: DutyCard }): ReactNode {
  const t = useWords()
  const standard = useQueryOf(dutyApi.dutySummary, {}, { staleTime: 60_000 }).data?.standard
  if (!workload || !standard) return null
  return (
    <Section title={t('duty.card.load')} extra={workload.over ? <StateTag tone="soon">{t('duty.page.loads')}</StateTag> : undefined}>
      <p>{workload.perWorker === null ? t('duty.card.nobodyCounts') : t('duty.card.loadLine', { workers: workload.workers, per: workload.perWorker, from: standard.from, to: standard.to })}</p>
    </Section>
  )
}
