import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { suppliesApi, type Movement, type SupplyCard } from '../../modules/supplies/contract.ts'
import { isLow } from '../../modules/supplies/rules.ts'
import { ActionBar, Card, CardHead, Facts, Section, Why } from '../../ui/card.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { GiveForm } from './GiveForm.tsx'
import { ItemForm } from './ItemForm.tsx'
import { AskForm, CountForm, DisposeForm, ReceiveForm, ReverseForm } from './MoveForms.tsx'
import { LotLine, MovementLine, RequestState, StandingOf } from './standing.tsx'

type Doing = 'give' | 'receive' | 'count' | 'dispose' | 'ask' | 'edit' | Movement | undefined

/** 物资卡: how many there are and how long they last, to give out at once, its batches and all that moved. */
export function SupplyPanel({ itemId, first, onGone }: { itemId: string; /** What Today sends somebody here for. */ first?: string | undefined; onGone: () => void }): ReactNode {
  const t = useWords()
  const may = useMay()
  const query = useQueryOf(suppliesApi.getSupply, { itemId })
  const [chosen, setDoing] = useState<Doing | 'first'>('first')
  const edit = useCommandOf(suppliesApi.editSupply, { onDone: () => { say(t('supplies.item.saved')); setDoing(undefined) } })
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const item = query.data
  if (!item) return <Skeleton rows={8} />
  const doing = chosen === 'first' ? firstOf(item, first) : chosen
  const keeps = item.own && may('supplies.keep')
  const done = () => setDoing(undefined)
  if (doing === 'edit') return <ItemForm item={item} go={t('supplies.item.save')} busy={edit.isPending} error={edit.error} onSave={(told) => edit.mutate({ itemId, ...told })} onBack={done} />
  const open = keeps && item.state === 'open' ? doing : undefined
  return (
    <Card>
      <CardHead name={item.name} beside={item.spec} under={item.areaName} state={<StandingOf item={item} />} />
      <WhyOf item={item} />
      <Acts item={item} keeps={keeps} doing={open} onDo={setDoing} />
      {open === 'give' ? <GiveForm item={item} onDone={done} /> : open === 'receive' ? <ReceiveForm item={item} onDone={done} /> : open === 'count' ? <CountForm item={item} onDone={done} /> : open === 'dispose' ? <DisposeForm item={item} onDone={done} /> : open === 'ask' ? <AskForm item={item} onDone={done} /> : typeof open === 'object' ? <ReverseForm key={open.movementId} movement={open} onDone={done} /> : null}
      <Amounts item={item} />
      <Movements item={item} keeps={keeps} onReverse={setDoing} />
      {keeps ? <Keeping item={item} onEdit={() => setDoing('edit')} onGone={onGone} /> : null}
    </Card>
  )
}

/** Books that do not agree are counted before anything else is given out. */
const firstOf = (item: SupplyCard, asked: string | undefined): Doing =>
  item.mismatch ? 'count' : asked === 'ask' && item.mayAsk && item.asked === null ? 'ask' : asked === 'dispose' && item.expired > 0 ? 'dispose' : 'give'

/** One sentence for what is wrong, with what to do; the worst first. */
function WhyOf({ item }: { item: SupplyCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (!item.own) return <Why>{t('supplies.card.notOwn', { area: item.areaName })}</Why>
  const said = { n: f.number(item.expired), unit: item.unit }
  return (
    <>
      {item.mismatch ? <Why tone="bad">{t('supplies.card.mismatch')}</Why> : null}
      {item.expired > 0 ? <Why tone="bad">{t('supplies.card.expiredWhy', said)}</Why> : null}
      {item.asked !== null ? <Why>{t('supplies.card.asked', { n: f.number(item.asked), unit: item.unit })}</Why> : isLow(item) && !item.mismatch ? <Why tone="soon">{t(item.usable <= 0 ? 'supplies.card.none2' : 'supplies.card.low', { n: f.number(item.usable), unit: item.unit, least: f.number(item.least) })}</Why> : null}
      {item.expiring > 0 && item.expiresOn ? <Why tone="soon">{t('supplies.card.expiring', { n: f.number(item.expiring), unit: item.unit, day: item.lots.find((one) => one.expiresOn !== null && one.expiresOn >= f.today)?.expiresOn ?? item.expiresOn })}</Why> : null}
    </>
  )
}

function Amounts({ item }: { item: SupplyCard }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const amount = (n: number) => t('supplies.list.amount', { n: f.number(n), unit: item.unit })
  return (
    <>
      <Facts rows={[
        [t('supplies.card.balance'), amount(item.balance)], [t('supplies.card.usable'), item.usable === item.balance ? null : amount(item.usable)], [t('supplies.card.least'), amount(item.least)],
        [t('supplies.card.days'), item.days === null ? t('supplies.card.noUse') : t('supplies.card.daysOf', { n: item.days, used: f.number(item.used), unit: item.unit })],
      ]} />
      {item.lots.length > 0 ? <Section title={t('supplies.card.lots')}><ul className="venue-log">{item.lots.map((lot) => <LotLine key={lot.lotId ?? ''} lot={lot} unit={item.unit} />)}</ul></Section> : null}
      {item.requests.length > 0 ? <Section title={t('supplies.card.requests')}><ul className="venue-log">{item.requests.map((q) => (
        <li key={q.requestId}><span className="grow"><Link to={'/supplies/requests' as never} search={{ tab: q.state, open: q.requestId } as never}>{amount(q.quantity)}</Link> <RequestState q={q} /></span><span className="muted small nowrap">{f.when(q.askedAt)}</span></li>
      ))}</ul></Section> : null}
    </>
  )
}

function Movements({ item, keeps, onReverse }: { item: SupplyCard; keeps: boolean; onReverse: (m: Movement) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const undo = useCommandOf(suppliesApi.undoMovement, { onDone: () => say(t('supplies.card.undone')), onRefused: (error: ApiError) => say(tError(error)) })
  return (
    <Section title={t('supplies.card.movements')} extra={<Link to={'/supplies/ledger' as never} search={{ item: item.itemId, area: item.areaId } as never}>{t('supplies.card.ledger')}</Link>}>
      {item.movements.length === 0 ? <p className="muted">{t('supplies.card.none')}</p> : <ul className="venue-log">{item.movements.map((m) => (
        <MovementLine key={m.movementId} m={m} extra={<>
          {m.householdId ? <Link to={'/household' as never} search={{ open: m.householdId } as never}>{t('supplies.card.openHousehold')}</Link> : null}
          {keeps && m.mayUndo ? <button type="button" className="tool-word" onClick={() => undo.mutate({ movementId: m.movementId })}>{t('supplies.card.undo')}</button> : keeps && m.mayReverse ? <button type="button" className="tool-word" onClick={() => onReverse(m)}>{t('supplies.card.reverse')}</button> : null}
        </>} />
      ))}</ul>}
    </Section>
  )
}

/** What is done daily stands above the fold; one press changes the form below. */
function Acts({ item, keeps, doing, onDo }: { item: SupplyCard; keeps: boolean; doing: Doing; onDo: (doing: Doing) => void }): ReactNode {
  const t = useWords()
  if (!keeps || item.state === 'closed') return null
  const acts = ['give', 'receive', 'count', ...(item.balance > 0 ? ['dispose' as const] : []), ...(item.mayAsk && item.asked === null ? ['ask' as const] : [])] as const
  return <div className="supply-acts" role="group">{acts.map((one) => <Button key={one} type={doing === one ? 'primary' : 'default'} aria-pressed={doing === one} onClick={() => onDo(one)}>{t(`supplies.card.${one}`)}</Button>)}</div>
}

function Keeping({ item: { itemId, name, state, empty }, onEdit, onGone }: { item: SupplyCard; onEdit: () => void; onGone: () => void }): ReactNode {
  const t = useWords()
  const reopen = useCommandOf(suppliesApi.reopenSupply)
  const close = useCommandOf(suppliesApi.closeSupply, { onDone: () => offerUndo(t('supplies.card.closed', { name }), () => reopen.mutateAsync({ itemId })) })
  const remove = useCommandOf(suppliesApi.removeSupplies, { onDone: () => { say(t('supplies.card.removed')); onGone() } })
  return (
    <ActionBar>
      <Button onClick={onEdit}>{t('supplies.card.edit')}</Button>
      {empty ? <Button loading={remove.isPending} onClick={() => remove.mutate({ itemIds: [itemId] })}>{t('supplies.card.remove')}</Button> : state === 'open' ? <Button loading={close.isPending} onClick={() => close.mutate({ itemId })}>{t('supplies.card.close')}</Button> : <Button loading={reopen.isPending} onClick={() => reopen.mutate({ itemId })}>{t('supplies.card.reopen')}</Button>}
    </ActionBar>
  )
}
