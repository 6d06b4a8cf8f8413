import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { clockOf, dayOf } from '../../kernel/dates.ts'
import { volunteersApi, type CallCard, type Taker } from '../../modules/volunteers/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { ratings } from './ActForms.tsx'
import { TakerLine } from './CallCard.tsx'
import { spanOf, TimeFields, type Times } from './TimeFields.tsx'

interface Said { came: boolean; times?: Times | undefined; rating?: (typeof ratings)[number] | undefined }

/** 来没来, of all at once: everybody came as asked until somebody says otherwise. */
export function RecordAll({ c }: { c: CallCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [said, setSaid] = useState<Record<string, Said>>({})
  const open = c.takers.filter(({ state }) => state === 'taken')
  const of = (one: Taker): Said => said[one.serviceId] ?? { came: true }
  const undo = useCommandOf(volunteersApi.undoServices)
  const save = useCommandOf(volunteersApi.recordServices, {
    onDone: (_after, { items }) => offerUndo(t('volunteers.calls.recorded'), () => undo.mutateAsync({ serviceIds: items.map(({ serviceId }) => serviceId) })), onRefused: (error) => say(tError(error)),
  })
  const submit = () => save.mutate({ callId: c.callId, items: open.map((one) => {
    const { came, times, rating } = of(one)
    return { serviceId: one.serviceId, came, ...(came ? { ...(times ? spanOf(times) : {}), ...(rating ? { rating: Number(rating) } : {}) } : {}) }
  }) })
  const came = open.filter((one) => of(one).came).length
  return (
    <>
      <ul className="volunteer-lines">
        {open.map((one) => <Line key={one.serviceId} c={c} one={one} said={of(one)} onSay={(next) => setSaid((before) => ({ ...before, [one.serviceId]: next }))} />)}
        {c.takers.filter(({ state }) => state !== 'taken').map((one) => <TakerLine key={one.serviceId} callId={c.callId} one={one} can begun />)}
      </ul>
      <p className="muted small">{t('volunteers.calls.recordHint', { from: clockOf(c.startsAt), to: clockOf(c.endsAt) })}</p>
      <Button type="primary" loading={save.isPending} onClick={submit}>{came === open.length ? t('volunteers.calls.recordAll') : t('volunteers.calls.recordSome', { came, absent: open.length - came })}</Button>
    </>
  )
}

function Line({ c, one, said, onSay }: { c: CallCard; one: Taker; said: Said; onSay: (next: Said) => void }): ReactNode {
  const t = useWords()
  const stood = one.signedOn ?? { from: c.startsAt, to: c.endsAt }
  return (
    <li className="volunteer-record">
      <span className="row"><span className="grow"><b>{one.name}</b> <span className="dim small">{one.unit}</span></span>
        <Choices label={one.name} value={said.came ? 'came' : 'absent'} onChange={(value) => onSay({ ...said, came: value === 'came' })} options={(['came', 'absent'] as const).map((value) => ({ value, label: t(`volunteers.calls.${value}`) }))} /></span>
      {one.signedOn ? <span className="muted small">{t('volunteers.calls.signedOn', { from: clockOf(one.signedOn.from), to: clockOf(one.signedOn.to) })}</span> : null}
      {said.came ? (said.times
        ? <><TimeFields times={said.times} onChange={(times) => onSay({ ...said, times })} /><Choices label={t('volunteers.record.rating')} value={said.rating} onChange={(rating) => onSay({ ...said, rating })} options={ratings.map((value) => ({ value, label: t('volunteers.card.rating', { n: value }) }))} /></>
        : <button type="button" className="tool-word" onClick={() => onSay({ ...said, times: { day: dayOf(stood.from), from: clockOf(stood.from), to: clockOf(stood.to) } })}>{t('volunteers.calls.times')}</button>) : null}
    </li>
  )
}
