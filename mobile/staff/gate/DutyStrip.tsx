import type { ReactNode } from 'react'
import { clockOf } from '../../../kernel/dates.ts'
import { dutyAt, type Duty } from '../../../modules/field/rules.ts'
import { useNow } from '../../../ui/now.ts'
import { useWords } from '../../../ui/words.ts'
import { goTo } from '../route.ts'
import { useStaff } from '../state.ts'
import { ownDuties, type GateCarried } from './known.ts'

/** 在岗与否: undefined at a gate nobody stands at, or before its post was brought. */
export function useDuty(gate: GateCarried | undefined): Duty | undefined {
  const { records } = useStaff()
  const now = useNow()
  if (!gate?.post?.manned) return undefined
  return dutyAt(gate.post, { onPost: gate.gates.find((one) => one.gateId === gate.gateId)?.onPost ?? false, madeAt: gate.data?.madeAt ?? '' }, ownDuties(records), now)
}

/** One line above the scan: signed on since when, or who should be here and is not. */
export function DutyStrip({ gate }: { gate: GateCarried }): ReactNode {
  const t = useWords()
  const duty = useDuty(gate)
  if (!duty) return null
  const { since, comes, next } = duty
  const said = since !== null
    ? [t('field.phone.post.since', { clock: clockOf(since) }), next ? t('field.phone.post.nextIs', { clock: clockOf(next.startsAt), name: next.keeperName ?? t('field.phone.post.nobodyYet') }) : '']
    : [t('field.phone.post.notSigned'), comes ? t('field.phone.post.shift', { from: clockOf(comes.startsAt), to: clockOf(comes.endsAt), name: comes.keeperName ?? t('field.phone.post.nobodyYet') }) : '']
  return (
    <div className={since === null ? 'duty-strip off' : 'duty-strip'}>
      <span><b>{said[0]}</b>{said[1] ? <small>{said[1]}</small> : null}</span>
      <button type="button" className={since === null ? 'plain-button strong' : 'plain-button'} onClick={() => goTo('post')}>{t(since === null ? 'field.phone.post.signOn' : 'field.phone.post.handOver')}</button>
    </div>
  )
}
