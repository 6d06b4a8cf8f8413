import { useState, type ReactNode } from 'react'
import { clockWrong } from '../../../modules/field/rules.ts'
import { ApiError } from '../../../ui/client.ts'
import { useFormats } from '../../../ui/format.ts'
import { BigButton, Screen } from '../../../ui/phone/Screen.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { changeInBox, mayTakeBack, takeBack } from '../outbox/box.ts'
import { isAside } from '../outbox/queue.ts'
import { handOver } from '../outbox/sending.ts'
import { mayTakeBackThere, takeBackSent } from '../outbox/taking-back.ts'
import { Foot } from '../parts/Foot.tsx'
import { useSignal } from '../parts/StatusBar.tsx'
import { useStaff, type BoxRecord } from '../state.ts'
import { sync } from '../sync.ts'

type Tab = 'waiting' | 'needsYou' | 'arrived'
const tabs: readonly Tab[] = ['waiting', 'needsYou', 'arrived']
const tabOf = ({ state }: BoxRecord): Tab => (state === 'handed' ? 'arrived' : state)

/** 记录: what waits, what needs somebody, what has arrived with which receipt. */
export default function Box(): ReactNode {
  const t = useWords()
  const { records, syncing } = useStaff()
  const [chosen, setChosen] = useState<Tab>()
  const count = (tab: Tab) => records.filter((one) => tabOf(one) === tab).length
  const tab = chosen ?? (count('needsYou') > 0 ? 'needsYou' : count('waiting') > 0 || count('arrived') === 0 ? 'waiting' : 'arrived')
  const shown = records.filter((one) => tabOf(one) === tab).toReversed()
  return (
    <Screen title={t('field.phone.box.title')} foot={<Foot>{count('waiting') > 0 ? <BigButton busy={syncing} onPress={() => void sync({ force: true })}>{t('field.phone.box.sendNow')}</BigButton> : null}</Foot>}>
      <div className="chips">{tabs.map((one) => <button key={one} type="button" className={one === 'needsYou' && count(one) > 0 ? 'chip bad' : 'chip'} aria-pressed={tab === one} onClick={() => setChosen(one)}>{t(`field.phone.box.tabs.${one}`)}<b>{count(one)}</b></button>)}</div>
      {records.length === 0 ? <div className="empty"><b>{t('field.phone.box.empty')}</b><span>{t('field.phone.box.emptyHint')}</span></div> : shown.length === 0 ? <div className="empty"><b>{t(`field.phone.box.noneIn.${tab}`)}</b></div> : null}
      <ul className="box-records">{shown.map((one) => <li key={one.record.id}><Line one={one} /></li>)}</ul>
    </Screen>
  )
}

const shape = { waiting: 'soon', needsYou: 'bad', arrived: 'good', handed: 'on' } as const

function Line({ one }: { one: BoxRecord }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { record, state, answer, tries } = one
  const { limits } = useStaff()
  return (
    <article className="block">
      <div className="row"><b className="grow">{record.words.title}</b><span className={`tag ${shape[state]}`}>{t(`field.phone.box.tabs.${tabOf(one)}`)}</span></div>
      <p>{record.words.lines.join(' · ')}</p>
      <p className="dim small">{t('field.phone.box.at', { at: f.when(record.at) })}{record.doubtful ? ` · ${t('field.phone.box.doubtful')}` : clockWrong(record.clockOff, limits) && Math.abs(record.clockOff) < 86_400 ? ` · ${t('field.phone.box.clock', { n: Math.round(Math.abs(record.clockOff) / 60) })}` : ''}{state === 'waiting' && tries > 0 ? ` · ${t('field.phone.box.tries', { n: tries })}` : ''}</p>
      {isAside(one) ? <><p className="why soon">{t('field.phone.box.aside')}</p><ToDesk id={record.id} /></> : null}
      {answer && state === 'arrived' ? <p className="receipt">{t('field.phone.box.receipt', { no: answer.receiptNo, at: f.when(answer.at) })}</p> : null}
      {answer?.differs ? <p className="why soon">{t('field.phone.gate.differs')}</p> : null}
      {answer && state === 'handed' ? <p className="receipt">{t('field.phone.box.handed', { no: answer.receiptNo, at: f.when(answer.at) })}</p> : null}
      {state === 'needsYou' ? <NeedsYou one={one} /> : null}
      {mayTakeBack(one) ? <button type="button" className="plain-button" onClick={() => void takeBack(record.id)}>{t('field.phone.box.takeBack')}</button> : state === 'waiting' ? <p className="dim small">{t('field.phone.box.mayBeThere')}</p> : mayTakeBackThere(one) ? <TakeBackThere id={record.id} /> : null}
    </article>
  )
}

/** 撤回 of what has arrived: on the server by who recorded it, the same day. */
function TakeBackThere({ id }: { id: string }): ReactNode {
  const t = useWords()
  const signal = useSignal()
  const [pressed, setPressed] = useState<'busy' | 'failed'>()
  const go = async () => { setPressed('busy'); if (await takeBackSent(id)) void sync({ force: true }); else setPressed('failed') }
  if (pressed === 'failed') return <p className="dim small" role="status">{t('field.phone.box.notTakenBack')}</p>
  return signal ? <button type="button" className="plain-button" aria-disabled={pressed === 'busy'} onClick={() => { if (pressed === undefined) void go() }}>{t('field.phone.box.takeBack')}</button> : null
}

/** Both stand there: what was recorded, and what the server says; it goes again, or to somebody who knows. */
function NeedsYou({ one: { record, answer } }: { one: BoxRecord }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const again = async () => { await changeInBox(record.id, { state: 'waiting' }); void sync() }
  return (
    <>
      <p className="why bad"><b>{t('field.phone.box.serverSaid')}:</b>{tError(new ApiError(409, answer?.code ?? '', answer?.params ?? {}))}</p>
      <div className="row"><ToDesk id={record.id} /><button type="button" className="plain-button" onClick={() => void again()}>{t('field.phone.box.sendAgain')}</button></div>
    </>
  )
}

function ToDesk({ id }: { id: string }): ReactNode {
  const t = useWords()
  const [busy, setBusy] = useState(false)
  const go = async () => { setBusy(true); await handOver([id], 'handedOver'); setBusy(false) }
  return <button type="button" className="plain-button strong" aria-disabled={busy} onClick={() => { if (!busy) void go() }}>{t('field.phone.box.handOver')}</button>
}
