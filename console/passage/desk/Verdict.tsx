import { Button, Switch } from 'antd'
import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import type { PassageDecision } from '../../../modules/passage/contract.ts'
import { identitiesSaid, warningsSaid } from '../../../modules/passage/rules.ts'
import { usePassageWords } from '../../../ui/passage-words.ts'
import { useWords } from '../../../ui/words.ts'
import { keepSound, soundOn } from './EntryForm.tsx'

interface Props { decision: PassageDecision | undefined; policy: string | undefined; missing: string; busy: boolean; /** 人证还没核对: the first of what may be said is where Enter leads. */ owed: boolean; compare: Ref<HTMLButtonElement>; onSend: (happened?: 'allow' | 'refuse', identity?: (typeof identitiesSaid)[number]) => void; onNext: () => void }

/** 放行 or 请留步: a colour, a shape, a word and the reason, as wide as the page. */
export function Verdict({ decision, policy, missing, busy, owed, compare, onSend, onNext }: Props): ReactNode {
  const t = useWords()
  const words = usePassageWords()
  const [sound, setSound] = useState(soundOn)
  const said = useRef<HTMLDivElement>(null)
  const outcome = decision?.outcome
  // On a narrow screen it stands below what is entered.
  useEffect(() => { if (outcome !== undefined) said.current?.scrollIntoView({ block: 'nearest' }) }, [outcome])
  const toggle = (on: boolean) => { keepSound(on); setSound(on) }
  const switchSound = <label className="row small">{t('passage.desk.sound')} <Switch size="small" checked={sound} onChange={toggle} /></label>
  if (!decision || outcome === undefined) return <div className="verdict waiting" role="status"><p>{missing}</p><span className="row"><Button onClick={onNext}>{t('passage.desk.next')}</Button>{switchSound}</span></div>
  const warnings = warningsSaid(decision)
  return (
    <div ref={said} className={`verdict ${outcome}`}>
      <div role="status" aria-live="assertive">
        <Shape outcome={outcome} />
        <strong>{t(`passage.said.${outcome}`)}</strong>
        <p className="reason">{words.reason(decision.reason)}</p>
        {warnings.length > 0 ? <ul>{warnings.map((w, i) => <li key={i}>{words.warning(w)}</li>)}</ul> : null}
        {policy ? <p className="small">{t('passage.desk.policy', { order: policy })}</p> : null}
      </div>
      {owed ? <p className="reason">{t('passage.desk.identity')}</p> : null}
      <div className="row">
        {owed ? identitiesSaid.filter((one) => one !== 'differs').map((one, i) => <Button key={one} size="large" {...(i === 0 ? { ref: compare, className: 'go' } : { ghost: true })} loading={busy} onClick={() => onSend(undefined, one)}>{t('passage.desk.compared', { identity: t(`passage.identities.${one}`) })}</Button>)
          : <Button size="large" htmlType="submit" loading={busy} className="go">{t('passage.desk.record', { outcome: t(`passage.outcomes.${outcome}`) })}</Button>}
        <Button size="large" ghost onClick={() => onSend(outcome === 'allow' ? 'refuse' : 'allow')}>{t(outcome === 'allow' ? 'passage.desk.held' : 'passage.desk.let')}</Button>
        <Button size="large" ghost onClick={onNext}>{t('passage.desk.next')}</Button>
        {switchSound}
      </div>
      <p className="small">{t(owed ? 'passage.desk.secondsOwed' : 'passage.desk.seconds')}</p>
    </div>
  )
}

function Shape({ outcome }: { outcome: PassageDecision['outcome'] }): ReactNode {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="5">
      {outcome === 'allow' ? <><circle cx="32" cy="32" r="27" /><path d="M19 33l9 9 18-19" /></> : outcome === 'refuse' ? <><path d="M21 4h22l17 17v22L43 60H21L4 43V21z" /><path d="M22 22l20 20M42 22L22 42" /></> : <><path d="M32 5l28 52H4z" /><path d="M32 24v16M32 47v3" /></>}
    </svg>
  )
}
