import { lazy, Suspense, useState, type ReactNode } from 'react'
import { clockOf } from '../../../kernel/dates.ts'
import { useNow } from '../../../ui/now.ts'
import { BigButton, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import { dutyIn, shownOf } from '../carried.ts'
import { Foot } from '../parts/Foot.tsx'
import { pointOfCode, pointsToday, type PointHere } from '../points.ts'
import { goTo, pathTo } from '../route.ts'
import { useStaff } from '../state.ts'

const Scanner = lazy(() => import('../scan/Scanner.tsx'))
const number = (text: string) => Number(/\d+/.exec(text)?.[0] ?? Number.MAX_SAFE_INTEGER)
const onTheWay = (a: PointHere, b: PointHere): number => (a.placeName < b.placeName ? -1 : a.placeName > b.placeName ? 1 : 0) || number(a.building) - number(b.building) || (a.name < b.name ? -1 : 1)

/** 消毒: the points that are not done yet today, by compound and building; standing at one, one tap. */
export default function Points(): ReactNode {
  const t = useWords()
  const now = useNow()
  const { carry, records, account } = useStaff()
  const [all, setAll] = useState(false)
  const [scanning, setScanning] = useState(false)
  const [wrong, setWrong] = useState(false)
  const shown = shownOf(carry, now)
  const points = pointsToday(shown, records, now).toSorted(onTheWay)
  const left = points.filter(({ standing }) => standing === 'late' || standing === 'due')
  const read = (text: string) => { const pointId = pointOfCode(text); setScanning(false); setWrong(!pointId); if (pointId) goTo('point', pointId) }
  if (scanning) return <Suspense fallback={null}><Scanner onRead={read} onClose={() => setScanning(false)} /></Suspense>
  return (
    <Screen over={t('disinfection.phone.title')} title={t(left.length > 0 ? 'disinfection.phone.left' : 'disinfection.phone.none', { n: left.length })} under={t('disinfection.phone.sub', { area: dutyIn(shown)?.areaName ?? account?.me.area?.name ?? '' })}
      foot={<Foot><BigButton onPress={() => setScanning(true)}>{t('disinfection.phone.scan')}</BigButton></Foot>}>
      {wrong ? <Notice tone="soon">{t('disinfection.phone.notPoint')}</Notice> : null}
      {points.length > 0 ? <div className="chips">
        <button type="button" className="chip" aria-pressed={!all} onClick={() => setAll(false)}>{t('disinfection.phone.chips.left')}<b>{left.length}</b></button>
        <button type="button" className="chip" aria-pressed={all} onClick={() => setAll(true)}>{t('disinfection.phone.chips.all')}<b>{points.length}</b></button>
      </div> : <div className="empty"><b>{t('disinfection.phone.empty')}</b><span>{t('disinfection.phone.emptyHint')}</span></div>}
      <Groups points={all ? points : left} />
    </Screen>
  )
}

function Groups({ points }: { points: readonly PointHere[] }): ReactNode {
  const groups = new Map<string, PointHere[]>()
  for (const one of points) { const place = [one.placeName, one.building].filter(Boolean).join(' '); groups.set(place, [...(groups.get(place) ?? []), one]) }
  return [...groups].map(([place, here]) => <section key={place} className="building"><h2>{place}<span className="dim">{here.length}</span></h2><ul>{here.map((one) => <li key={one.pointId}><Line one={one} /></li>)}</ul></section>)
}

function Line({ one }: { one: PointHere }): ReactNode {
  const t = useWords()
  const waits = one.own.some(({ state }) => state === 'waiting')
  return (
    <a className="door-line" href={pathTo('point', one.pointId)} onClick={(event) => { event.preventDefault(); goTo('point', one.pointId) }}>
      <span className="who"><b>{one.name}</b><small>{t(`disinfection.kinds.${one.kind}`)}</small></span>
      <span className="dues">
        {waits ? <span className="tag good">{t('disinfection.phone.onPhone')}</span> : null}
        <span className={one.standing === 'late' ? 'tag bad' : one.standing === 'done' ? 'tag good' : 'tag on'}>{t('disinfection.phone.of', { done: one.doneToday, all: one.timesADay })}{one.standing === 'late' ? ` ${t('disinfection.phone.late')}` : one.dueAt ? ` ${t('disinfection.list.dueAt', { clock: clockOf(one.dueAt) })}` : ''}</span>
      </span>
    </a>
  )
}
