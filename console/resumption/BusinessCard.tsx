import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { resumptionApi, type BusinessAction, type BusinessCard as Business } from '../../modules/resumption/contract.ts'
import { isIdle } from '../../modules/resumption/rules.ts'
import { ActionBar, Card, CardHead, Facts, Section, Timeline, Why, type Tone } from '../../ui/card.tsx'
import { ask, newCommandId, type ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { RevealNumber } from '../../ui/RevealNumber.tsx'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { useOffer } from './acts.ts'
import { BusinessForm } from './BusinessForm.tsx'
import { CheckForm } from './CheckForm.tsx'
import { CloseForm, ReasonForm } from './ReasonForm.tsx'
import { NextOf, StateOf } from './StateOf.tsx'

type Doing = BusinessAction | 'edit' | 'none'

/** 企业卡: where it stands and why, what is asked, and everything that happened. */
export function BusinessCard({ businessId }: { businessId: string }): ReactNode {
  const may = useMay()
  const query = useQueryOf(resumptionApi.getBusiness, { businessId })
  const [chosen, setDoing] = useState<Doing>()
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const b = query.data
  if (!b) return <Skeleton rows={8} />
  // Whoever came to look at it finds the points open.
  const doing = chosen ?? (may('resumption.keep') && (b.state === 'applied' || b.lookDue) ? 'check' : 'none')
  const done = () => setDoing('none')
  if (doing === 'edit') return <BusinessForm business={b} onDone={done} />
  return (
    <Card>
      <Head b={b} />
      {doing === 'check' ? <CheckForm business={b} onDone={done} /> : doing === 'nameReason' || doing === 'suspend' ? <ReasonForm business={b} action={doing} onDone={done} /> : doing === 'close' ? <CloseForm business={b} onDone={done} /> : null}
      <Told b={b} />
      <Steps b={b} />
      {doing === 'none' && may('resumption.keep') ? <Acts b={b} onPick={setDoing} /> : null}
    </Card>
  )
}

function Head({ b }: { b: Business }): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const closed = b.terms?.closedTrades.find((one) => one.trade === b.trade)
  const tone: Tone | undefined = b.state === 'suspended' ? 'bad' : b.missing.length > 0 ? 'soon' : undefined
  const said = b.decision?.because[language] ?? (b.state === 'resumed' ? t('resumption.card.neverChecked') : isIdle(b.state) && closed && b.terms ? t('resumption.card.tradeClosed', { order: `${b.terms.orderNo}${closed.clause}`, trade: t(`resumption.trades.${b.trade}`) }) : b.terms || b.state === 'closed' ? undefined : t('resumption.card.nothingAsked'))
  return (
    <>
      <CardHead name={b.name} beside={`${t(`resumption.kinds.${b.kind}`)} · ${t(`resumption.trades.${b.trade}`)}`} under={[b.areaName, b.address].filter(Boolean).join(' · ')} state={<StateOf state={b.state} />} />
      {said ? <Why {...(tone ? { tone } : {})}>{said}{b.decision?.quote ? <><br /><span className="small">{t('resumption.card.quote')}:“{b.decision.quote}”</span></> : null}</Why> : null}
      {isIdle(b.state) && !b.reason ? <Why tone="soon">{t('resumption.card.listedReason')}</Why> : null}
    </>
  )
}

function Told({ b }: { b: Business }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const may = useMay()
  const reveal = may('people.reveal') ? async (reason: string) => (await ask(resumptionApi.revealBusinessPhone, { businessId: b.businessId, reason }, { commandId: newCommandId() })).phone ?? '—' : undefined
  const persons = (['staff', 'toReturn', 'fromHighRisk'] as const).flatMap((key) => { const n = b[key]; return n === null ? [] : [t(`resumption.card.persons.${key}`, { n: f.number(n) })] })
  return (
    <Facts rows={[
      [t('resumption.list.reason'), isIdle(b.state) && b.reason ? [t(`resumption.reasons.${b.reason}`), b.reasonNote].filter(Boolean).join(':') : null],
      [t('resumption.card.applied'), b.appliedOn ? f.day(b.appliedOn) : null], [t('resumption.card.resumed'), b.state === 'resumed' && b.resumedOn ? f.day(b.resumedOn) : null], [t('resumption.card.look'), b.lookOn && b.state !== 'applied' ? <NextOf b={b} /> : null],
      [t('resumption.card.contact'), b.contactName], [t('resumption.list.phone'), b.phoneMasked ? <RevealNumber label={t('resumption.list.phone')} masked={b.phoneMasked} reveal={reveal} /> : null],
      [t('resumption.card.staff'), persons.join(' · ')], [t('resumption.card.code'), b.creditCode],
    ]} />
  )
}

const Steps = ({ b }: { b: Business }): ReactNode => <Section title={useWords()('resumption.card.steps')}><Timeline items={b.steps.map((one) => ({ ...one, kind: `resumption.${one.kind}` }))} /></Section>

function Acts({ b: { businessId, state, actions, undoable }, onPick }: { b: Business; onPick: (doing: Doing) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const offer = useOffer()
  const refused = { onRefused: (error: ApiError) => say(tError(error)) }
  const apply = useCommandOf(resumptionApi.applyToResume, { onDone: (after) => offer(t('resumption.act.applied'), after), ...refused })
  const withdraw = useCommandOf(resumptionApi.withdrawApplication, { onDone: (after) => offer(t('resumption.act.withdrawn'), after), ...refused })
  const reopen = useCommandOf(resumptionApi.reopenBusiness, { onDone: (after) => offer(t('resumption.act.reopened'), after), ...refused })
  const undo = useCommandOf(resumptionApi.undoBusinessStep, { onDone: () => say(t('ui.undo.undone')), ...refused })
  const run: Partial<Record<BusinessAction, () => void>> = { apply: () => apply.mutate({ businessId }), withdraw: () => withdraw.mutate({ businessId }), reopen: () => reopen.mutate({ businessId }) }
  return (
    <ActionBar>
      {actions.map((action, i) => <Button key={action} {...(i === 0 ? { type: 'primary' as const } : {})} onClick={run[action] ?? (() => onPick(action))}>{t(`resumption.act.${action === 'check' && state === 'resumed' ? 'recheck' : action}`)}</Button>)}
      <Button onClick={() => onPick('edit')}>{t('resumption.act.edit')}</Button>
      {undoable ? <Button loading={undo.isPending} onClick={() => undo.mutate({ businessId, stepId: undoable })}>{t('resumption.act.undo')}</Button> : null}
    </ActionBar>
  )
}
