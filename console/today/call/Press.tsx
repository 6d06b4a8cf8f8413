import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../../ui/words.ts'
import { hasChange, type Answer, type Told } from './told.ts'

interface Props { told: Told; way: 'phone' | 'visit'; last: boolean; busy: boolean; measured: boolean; onAnswer: (answer: Answer) => void }

/** At the foot, under the thumb: one press for "no change", another where something was said, one for nobody there. */
export function Press({ told, way, last, busy, measured, onAnswer }: Props): ReactNode {
  const t = useWords()
  const changed = hasChange(told)
  return (
    <footer className="call-press">
      <Button id="call-go" type="primary" size="large" className="grow" loading={busy} onClick={() => onAnswer(changed ? 'changed' : 'unchanged')}>
        {t(changed ? 'today.call.record' : 'today.call.unchanged')}{last ? '' : t('today.call.andNext')}
      </Button>
      <Button size="large" disabled={busy} onClick={() => onAnswer('notReached')}>{t(`today.call.inVain.${way}`)} <kbd>N</kbd></Button>
      <span className="small dim call-keys">{t('today.call.keys')}: <kbd>Enter</kbd> {t('today.call.keyNext')} · <kbd>N</kbd> {t('today.call.keyVain')} · <kbd>J</kbd> <kbd>K</kbd> {t('today.page.keys')}</span>
      {measured ? null : <span className="small soon-ink">{t('today.call.notMeasuredYet')}</span>}
    </footer>
  )
}
