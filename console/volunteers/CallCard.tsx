import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { clockOf } from '../../kernel/dates.ts'
import { volunteersApi, type CallCard as Call, type Proposal, type Taker } from '../../modules/volunteers/contract.ts'
import { hoursSaid } from '../../modules/volunteers/rules.ts'
import { ActionBar, Card, CardHead, Facts, Section, StateTag, Why } from '../../ui/card.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useNow } from '../../ui/now.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { CallState } from './CallsPage.tsx'
import { Phone } from './Phone.tsx'
import { RecordAll } from './RecordAll.tsx'

/** 招募卡: who comes; else whom to ring, best first; and afterwards who came, in one press. */
export function CallCard({ callId }: { callId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const tError = useErrorWords()
  const may = useMay()
  const query = useQueryOf(volunteersApi.getCall, { callId })
  const refused = { onRefused: (error: ApiError) => say(tError(error)) }
  const reopen = useCommandOf(volunteersApi.reopenCall, refused)
  const withdraw = useCommandOf(volunteersApi.withdrawCall, { onDone: () => offerUndo(t('volunteers.calls.withdrawn'), () => reopen.mutateAsync({ callId })), ...refused })
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const c = query.data
  if (!c) return <Skeleton rows={8} />
  const can = may('volunteers.keep')
  const over = c.standing === 'toRecord'
  return (
    <Card>
      <CardHead name={c.place} beside={t(`volunteers.works.${c.kind}`)} under={`${f.when(c.startsAt)}—${clockOf(c.endsAt)} · ${t('volunteers.calls.of', { taken: c.taken, wanted: c.wanted })}`} state={<CallState c={c} />} />
      {c.note ? <Why>{c.note}</Why> : null}
      <Section title={t(over ? 'volunteers.calls.recordTitle' : 'volunteers.calls.takers')}>
        {c.takers.length === 0 ? <p className="dim">{t(c.standing === 'open' ? 'volunteers.calls.noTakers' : 'volunteers.calls.nobody')}</p> : over && can ? <RecordAll key={c.takers.map(({ state }) => state).join()} c={c} /> : <ul className="volunteer-lines">{c.takers.map((one) => <TakerLine key={one.serviceId} callId={callId} one={one} can={can} begun={c.startsAt <= now} />)}</ul>}
      </Section>
      {c.standing === 'open' && can ? <Whom c={c} /> : null}
      <Facts rows={[[t('volunteers.calls.list.skill'), c.skill ? t(`volunteers.skills.${c.skill}`) : null], [t('volunteers.calls.title'), `${c.askerName ?? ''} ${f.at(c.askedAt)}`]]} />
      {can && (c.shift || c.standing === 'withdrawn' || c.standing === 'open' || c.standing === 'full') ? (
        <ActionBar>
          {c.standing === 'withdrawn' ? <Button loading={reopen.isPending} onClick={() => reopen.mutate({ callId })}>{t('volunteers.calls.reopen')}</Button> : c.standing === 'open' || c.standing === 'full' ? <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ callId })}>{t('volunteers.calls.withdraw')}</Button> : null}
          {c.shift ? <Link to={'/gates/roster' as never} search={{ from: c.shift.on, gate: c.shift.gateId } as never}><Button>{t('volunteers.calls.roster')}</Button></Link> : null}
        </ActionBar>
      ) : null}
    </Card>
  )
}

/** One who comes, or came, or stayed away; what was recorded today can be undone. */
export function TakerLine({ callId, one, can, begun }: { callId: string; one: Taker; can: boolean; begun: boolean }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const refused = { onRefused: (error: ApiError) => say(tError(error)) }
  const drop = useCommandOf(volunteersApi.dropPlace, { onDone: () => say(t('volunteers.calls.dropped', { name: one.name })), ...refused })
  const undo = useCommandOf(volunteersApi.undoServices, { onDone: () => say(t('volunteers.calls.undone')), ...refused })
  const absent = useCommandOf(volunteersApi.recordServices, { onDone: () => offerUndo(t('volunteers.calls.stayedAway', { name: one.name }), () => undo.mutateAsync({ serviceIds: [one.serviceId] })), ...refused })
  const takeOff = () => (begun ? absent.mutate({ callId, items: [{ serviceId: one.serviceId, came: false }] }) : drop.mutate({ serviceId: one.serviceId }))
  return (
    <li>
      <span className="grow"><b>{one.name}</b> <span className="dim small">{one.unit}</span><br /><span className="small"><Phone volunteerId={one.volunteerId} masked={one.phoneMasked} /></span></span>
      <span className="small nowrap">
        {one.state === 'came' && one.cameAt && one.leftAt ? t('volunteers.calls.hours', { from: clockOf(one.cameAt), to: clockOf(one.leftAt), hours: hoursSaid(one.minutes ?? 0) }) : one.state === 'absent' ? <StateTag tone="soon">{t('volunteers.calls.absent')}</StateTag> : can ? <button type="button" className="tool-word" onClick={takeOff}>{t(begun ? 'volunteers.calls.absent' : 'volunteers.calls.drop')}</button> : null}
        {one.undoable && one.state !== 'taken' && can ? <> <button type="button" className="tool-word" onClick={() => undo.mutate({ serviceIds: [one.serviceId] })}>{t('volunteers.calls.undo')}</button></> : null}
      </span>
    </li>
  )
}

/** 可以请的人: rung from the top; whoever agrees stands on the call, of a shift on the roster too. */
function Whom({ c }: { c: Call }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const others = useQueryOf(volunteersApi.listVolunteers, { tab: 'all', text, limit: 8 }, { enabled: text.length > 0, keep: true }).data?.items ?? []
  const drop = useCommandOf(volunteersApi.dropPlace)
  const take = useCommandOf(volunteersApi.takePlace, {
    onDone: (after, { volunteerId }) => {
      const one = after.takers.find((taker) => taker.volunteerId === volunteerId)
      setTyped('')
      if (one) offerUndo(t(c.shift ? 'volunteers.calls.onRoster' : 'volunteers.calls.taken', { name: one.name }), () => drop.mutateAsync({ serviceId: one.serviceId }))
    },
    onRefused: (error) => say(tError(error)),
  })
  const comes = (volunteerId: string) => <Button size="small" type="primary" ghost loading={take.isPending && take.variables?.volunteerId === volunteerId} onClick={() => take.mutate({ callId: c.callId, volunteerId })}>{t('volunteers.calls.take')}</Button>
  const misfits = c.misfits.map(({ why, n }) => t(`volunteers.calls.misfit.${why}`, { n })).join('、')
  return (
    <Section title={t('volunteers.calls.proposals')}>
      <p className="muted small">{t('volunteers.calls.proposalsHint')}</p>
      {c.proposals.length === 0 ? <p><b>{t('volunteers.calls.noProposals')}</b> <span className="muted">{t('volunteers.calls.noProposalsHint')}</span></p> : <ol className="volunteer-lines">{c.proposals.map((one) => <li key={one.volunteerId}><Who one={one} />{comes(one.volunteerId)}</li>)}</ol>}
      {misfits ? <p className="muted small">{t('volunteers.calls.misfits', { said: misfits })}</p> : null}
      <Input allowClear maxLength={40} placeholder={`${t('volunteers.calls.others')}:${t('volunteers.calls.othersHint')}`} aria-label={t('volunteers.calls.others')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      {text ? <ul className="volunteer-lines">{others.map((v) => <li key={v.volunteerId}><span className="grow"><b>{v.name}</b> <span className="dim small">{v.unit ?? t(`volunteers.kinds.${v.kind}`)}</span><br /><span className="small"><Phone volunteerId={v.volunteerId} masked={v.phoneMasked} /></span></span>{comes(v.volunteerId)}</li>)}</ul> : null}
    </Section>
  )
}

function Who({ one }: { one: Proposal }): ReactNode {
  const t = useWords()
  const said = [one.skilled ? t('volunteers.calls.skilled') : '', t(`volunteers.calls.freeOf.${one.free}`), t('volunteers.calls.week', { hours: hoursSaid(one.minutes7) })].filter(Boolean).join(' · ')
  return <span className="grow"><b>{one.name}</b> <span className="dim small">{one.unit ?? t(`volunteers.kinds.${one.kind}`)}</span><br /><span className="muted small">{said}</span><br /><span className="small"><Phone volunteerId={one.volunteerId} masked={one.phoneMasked} /></span></span>
}
