import { useSyncExternalStore, type ReactNode } from 'react'
import { clockWrong, isExpired, isOld } from '../../../modules/field/rules.ts'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { useWords } from '../../../ui/words.ts'
import { ageOf } from '../carried.ts'
import { phoneShows } from '../clock.ts'
import { goTo, pathTo } from '../route.ts'
import { unkeptOf, useStaff, waitingOf } from '../state.ts'

const online = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => { removeEventListener('online', listener); removeEventListener('offline', listener) }
}
export const useSignal = (): boolean => useSyncExternalStore(online, () => navigator.onLine)

/** 信号、待传、数据时间: always in sight, each by word and shape. */
export function StatusBar(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const signal = useSignal()
  const now = useNow()
  const { records, carry, syncing, signInOwed, clockOff, clockLost, limits } = useStaff()
  const waiting = waitingOf(records)
  const unkept = unkeptOf(records)
  const needs = records.some(({ state }) => state === 'needsYou')
  const age = carry && ageOf(carry)
  const old = age && (isOld(age, now) || isExpired(age, now))
  return (
    <>
      <nav className="status-bar" aria-label={t('field.title')}>
        <span className={signal ? 'signal on' : 'signal'}>{syncing ? t('field.phone.syncing') : t(signal ? 'field.phone.signal' : 'field.phone.noSignal')}</span>
        <a className={needs ? 'needs' : ''} href={pathTo('box')} onClick={(event) => { event.preventDefault(); goTo('box') }}>{waiting > 0 ? t('field.phone.waiting', { n: waiting }) : t('field.phone.nothingWaits')}</a>
        <a className={old ? 'old' : ''} href={pathTo('me')} onClick={(event) => { event.preventDefault(); goTo('me') }}>{age ? t(old ? 'field.phone.dataOld' : 'field.phone.data', { clock: f.since(age.madeAt) }) : t('field.phone.noData')}</a>
      </nav>
      {unkept > 0 ? <div className="not-kept" role="alert"><b>{t('field.phone.notKept', { n: unkept })}</b> {t('field.phone.notKeptHint')}</div> : null}
      {signInOwed && signal ? <button type="button" className="sign-in-owed" onClick={() => goTo('sign-in')}>{t('field.phone.again')}</button> : null}
      {clockLost ? <div className="not-kept" role="alert"><b>{t('field.phone.clockLost', { phone: phoneShows() })}</b> {t('field.phone.clockLostHint')}</div> : clockWrong(clockOff, limits) && Math.abs(clockOff) < WHOLE_DAY ? <p className="clock-wrong">{t('field.phone.mine.clock', { n: Math.round(Math.abs(clockOff) / 60) })}</p> : null}
    </>
  )
}
/** Beyond a day it is no clock that runs wrong: a training house lives on another day. */
const WHOLE_DAY = 86_400
