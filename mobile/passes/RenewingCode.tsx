import { useEffect, useRef, useState, type ReactNode } from 'react'
import { minutesBetween, toInstant } from '../../kernel/dates.ts'
import type { MyPass } from '../../modules/passes/contract.ts'
import { Notice } from '../../ui/phone/Screen.tsx'
import { useWords } from '../../ui/words.ts'

type Code = NonNullable<NonNullable<MyPass['pass']>['code']>
/** So long before its end a new code is asked for, and again as often while there is no signal. */
const RENEW_SECONDS = 45
const AGAIN_SECONDS = 15

/**
 * The code, large, with the time it has left. Counted from when it arrived, so that a wrong clock of the phone does not matter;
 * without signal it is shown until it expires, then the page says so.
 */
export function RenewingCode({ code, onRenew }: { code: Code; onRenew: () => void }): ReactNode {
  const t = useWords()
  const left = useSecondsLeft(code)
  const asked = useRef(Number.POSITIVE_INFINITY)
  useEffect(() => {
    if (left > RENEW_SECONDS || asked.current - left < AGAIN_SECONDS) return
    asked.current = left
    onRenew()
  }, [left, onRenew])
  if (left <= 0) return <Notice tone="bad" title={t('passes.my.over')}>{t('passes.my.overHint')}</Notice>
  return (
    <div className="pass-code">
      <img src={`data:image/svg+xml,${encodeURIComponent(code.qrSvg)}`} alt={t('passes.my.show')} />
      <p><b>{t('passes.my.show')}</b></p>
      <p className="muted" role="timer">{left > RENEW_SECONDS ? t('passes.my.newIn', { time: inMinutes(left) }) : t('passes.my.newNow')}</p>
    </div>
  )
}

const inMinutes = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

function useSecondsLeft({ notBefore, expiresAt }: Code): number {
  const [whole] = useState(() => Math.round(minutesBetween(notBefore, expiresAt) * 60))
  const [since] = useState(() => toInstant(new Date()))
  const [left, setLeft] = useState(whole)
  useEffect(() => {
    const timer = setInterval(() => setLeft(whole - Math.round(minutesBetween(since, toInstant(new Date())) * 60)), 1000)
    return () => clearInterval(timer)
  }, [whole, since])
  return left
}
