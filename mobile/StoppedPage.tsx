import type { ReactNode } from 'react'
import { currentLink } from '../ui/link.ts'
import { BigButton, Notice, Screen } from '../ui/phone/Screen.tsx'
import { useWords } from '../ui/words.ts'
import type { Place } from './declaration/place.ts'

/** 停止采集: the code on the poster is still good, for what residents ask for on any day. */
export function StoppedPage({ place }: { place: Place }): ReactNode {
  const t = useWords()
  return (
    <Screen over={place.areaFullName || place.areaName} title={t('links.stopped')} foot={<><BigButton href={`/m/a/${currentLink() ?? ''}`}>{t('links.report')}</BigButton><BigButton kind="second" href={`/m/n/${currentLink() ?? ''}`}>{t('links.news')}</BigButton></>}>
      <Notice tone="good">{t('links.stoppedHint')}</Notice>
    </Screen>
  )
}
