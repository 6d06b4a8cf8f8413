import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { PassageDecision } from '../../../modules/passage/contract.ts'
import { warningsSaid } from '../../../modules/passage/rules.ts'
import { usePassageWords } from '../../../ui/passage-words.ts'
import { useWords } from '../../../ui/words.ts'
import { mayTakeBack } from '../outbox/box.ts'
import { takeBackSent } from '../outbox/taking-back.ts'
import { useSignal } from '../parts/StatusBar.tsx'
import { useStaff } from '../state.ts'
import { warningsOf, type Standing } from './passing.ts'

interface Props { standing: Standing; decision: PassageDecision; recordId: string | undefined; phone: string | null; onEmergency: () => void; onNext: () => void }

/** The whole screen in one colour, with a shape and a word: to be told apart in the sun, at arm’s length, without colour. */
export function Verdict({ standing, decision, recordId, phone, onEmergency, onNext }: Props): ReactNode {
  const t = useWords()
  const say = usePassageWords()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => { next.current?.focus() }, [])
  const { outcome } = decision
  const { household, draft } = standing
  const member = household?.members.find((one) => one.personId === draft.personId)?.nameMasked ?? draft.name ?? draft.plate ?? ''
  return (
    <main className={`verdict ${outcome}`}>
      <div className="verdict-said" role="alert">
        <Shape outcome={outcome} />
        <h1>{t(`passage.said.${outcome}`)}</h1>
        <p className="verdict-who">{[member, household?.address].filter(Boolean).join(' · ')}</p>
        <p className="verdict-why">{say.reason(decision.reason)}</p>
        {warningsSaid(decision).map((one) => <p key={one.code} className="verdict-warning">{say.warning(one)}</p>)}
        {outcome === 'allow' ? warningsOf(standing).map(([key, params]) => <p key={key} className="verdict-warning">{t(key, params)}</p>) : null}
      </div>
      <div className="verdict-foot">
        {outcome === 'allow' ? null : <button type="button" className="big white" onClick={onEmergency}>{t('field.phone.gate.anyway')}</button>}
        <div className="pair even">
          <button type="button" className={outcome === 'allow' ? 'big white' : 'big line'} ref={next} onClick={onNext}>{t('field.phone.gate.next')}</button>
          {outcome !== 'allow' && phone ? <a className="big line" href={`tel:${phone}`}>{t('field.phone.gate.call')}</a> : <TakeBack recordId={recordId} onDone={onNext} />}
        </div>
      </div>
    </main>
  )
}

/** 撤回: on the phone while nothing was sent, at the server afterwards. */
function TakeBack({ recordId, onDone }: { recordId: string | undefined; onDone: () => void }): ReactNode {
  const t = useWords()
  const one = useStaff().records.find(({ record }) => record.id === recordId)
  const signal = useSignal()
  const [pressed, setPressed] = useState<'busy' | 'failed'>()
  if (!one || pressed === 'busy') return <span />
  const may = mayTakeBack(one) || (signal && (one.state === 'waiting' || one.state === 'arrived'))
  if (!may || pressed === 'failed') return <span className="verdict-kept" role="status">{t(pressed === 'failed' ? 'field.phone.gate.notUndone' : 'field.phone.gate.kept')}</span>
  const go = async () => { setPressed('busy'); if (await takeBackSent(one.record.id)) onDone(); else setPressed('failed') }
  return <button type="button" className="big line" onClick={() => void go()}>{t('field.phone.gate.undo')}</button>
}

function Shape({ outcome }: { outcome: PassageDecision['outcome'] }): ReactNode {
  const frame = { allow: <circle cx="60" cy="60" r="52" />, refuse: <path d="M39 8h42l31 31v42l-31 31H39L8 81V39z" />, refer: <path d="M60 10l52 94H8z" /> }[outcome]
  const sign = { allow: <path d="M36 62l17 17 32-36" />, refuse: <path d="M42 42l36 36M78 42L42 78" />, refer: <path d="M60 44v28M60 86v3" /> }[outcome]
  return <svg className="verdict-shape" viewBox="0 0 120 120" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="9">{frame}{sign}</svg>
}
