import { useState, type ReactNode } from 'react'
import { ageOn, dayOf } from '../../../kernel/dates.ts'
import type { CarriedCare, CarriedPerson } from '../../../modules/field/contract.ts'
import { homeOf } from '../../../modules/field/rules.ts'
import { doorText } from '../../../modules/people/rules/addresses.ts'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { BigButton, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { useWords } from '../../../ui/words.ts'
import { announcementsIn, buildingOf, byDoor, careIn, careKey, doorsIn, duesOf, dutyIn, homeKey, isOfToday, nextDue, peopleIn, peopleToday, recordedFor, shownOf, uncaredIn, untoldIn } from '../carried.ts'
import { CareTags } from './Care.tsx'
import { Foot } from '../parts/Foot.tsx'
import { Unfinished } from '../parts/Unfinished.tsx'
import { pointsToday } from '../points.ts'
import { goTo, pathTo } from '../route.ts'
import { useStaff } from '../state.ts'

/** 首页: my doors today, by building; one tap from being done. */
export default function Home(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const { account, carry, records } = useStaff()
  const [find, setFind] = useState('')
  const [all, setAll] = useState(false)
  const shown = shownOf(carry, now)
  const home = homeOf(account?.me.role ?? null) ?? 'doors'
  const people = peopleToday(shown, now)
  const stops: Stop[] = [...people, ...careIn(shown, now)].toSorted(byDoor)
  const isOpen = (one: Stop) => ('key' in one ? duesOf(one, now, recordedFor(records, one.key, shown)?.record.at).length > 0 : !recordedFor(records, careKey(one), shown))
  const left = stops.filter(isOpen)
  const next = nextDue(people, now)
  const text = find.trim()
  const listed = stops.filter((one) => (text === '' ? all || isOpen(one) : matches(one, text)))
  return (
    <Screen over={account?.me.name} title={left.length > 0 || !shown ? t(`field.phone.homes.${home}.title`, { n: left.length }) : next ? t('field.phone.nothingDue', { clock: f.since(next) }) : t(isOfToday(shown, now) ? `field.phone.homes.${home}.done` : 'field.phone.beforeToday')} under={t(`field.phone.homes.${home}.sub`, { area: dutyIn(shown)?.areaName ?? account?.me.area?.name ?? '' })}
      foot={<Foot>{home === 'deliveries' ? null : <BigButton onPress={() => goTo('new')}>{t('field.phone.newScreening')}</BigButton>}</Foot>}>
      <NoData />
      <UncaredLines />
      <PointsLine />
      <TellLine />
      <Unfinished />
      {stops.length > 0 ? <>
        <input className="line find" type="search" aria-label={t('field.phone.find')} placeholder={t('field.phone.find')} value={find} onChange={(event) => setFind(event.target.value)} />
        {text === '' ? <div className="chips">
          <button type="button" className="chip" aria-pressed={!all} onClick={() => setAll(false)}>{t('field.phone.left')}<b>{left.length}</b></button>
          <button type="button" className="chip" aria-pressed={all} onClick={() => setAll(true)}>{t('field.phone.all')}<b>{stops.length}</b></button>
        </div> : null}
      </> : null}
      {shown && listed.length === 0 ? <div className="empty"><b>{t(text ? 'field.phone.noMatch' : 'field.phone.noneHere')}</b>{text ? null : <span>{t('field.phone.noneHereHint')}</span>}</div> : null}
      <Buildings stops={listed} />
      {text ? <Others text={text} /> : null}
    </Screen>
  )
}

/** 一处: somebody managed or somebody to look in on, in the order of the doors. */
type Stop = CarriedPerson | CarriedCare

/** 家里没人照料: above everything until it is said who cares for them. */
function UncaredLines(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { carry, records } = useStaff()
  return uncaredIn(shownOf(carry, useNow())).map((home) => (
    <a key={home.householdId} className="care-line block-line" href={pathTo('cover', home.householdId)} onClick={(event) => { event.preventDefault(); goTo('cover', home.householdId) }}>
      <span className="who"><b>{home.areaName}{home.door}</b> {t('care.uncared.left', { names: home.left.map(({ name }) => name).join('、') })}<small>{f.when(home.since)}</small></span>
      <span className="dues">{recordedFor(records, homeKey(home), carry) ? <span className="tag good">{t('care.phone.covered')}</span> : <span className="tag bad">{t('care.uncared.title')}</span>}</span>
    </a>
  ))
}

/** 消毒: the way to the points, for whoever has some. */
function PointsLine(): ReactNode {
  const t = useWords()
  const now = useNow()
  const { carry, records } = useStaff()
  const points = pointsToday(shownOf(carry, now), records, now)
  const left = points.filter(({ standing }) => standing === 'late' || standing === 'due')
  if (points.length === 0) return null
  return <a className="points-line block-line" href={pathTo('points')} onClick={(event) => { event.preventDefault(); goTo('points') }}><span className="who"><b>{t(left.length > 0 ? 'disinfection.phone.left' : 'disinfection.phone.none', { n: left.length })}</b></span>{left.some(({ standing }) => standing === 'late') ? <span className="tag bad">{t('disinfection.phone.late')}</span> : null}{left.length > 0 ? <span className="tag on">{t('disinfection.phone.open')}</span> : null}</a>
}
/** 传达公告: what is to be told by a time and was not told everywhere in the duty yet. */
function TellLine(): ReactNode {
  const t = useWords()
  const now = useNow()
  const { carry, records } = useStaff()
  const shown = shownOf(carry, now)
  const left = announcementsIn(shown).filter((one) => untoldIn(one, records, shown).length > 0)
  if (left.length === 0) return null
  return <a className="points-line block-line" href={pathTo('tell')} onClick={(event) => { event.preventDefault(); goTo('tell') }}><span className="who"><b>{t('publicity.phone.left', { n: left.length })}</b></span>{left.some(({ tellBy }) => tellBy !== null && tellBy < now) ? <span className="tag bad">{t('publicity.phone.late')}</span> : null}<span className="tag on">{t('publicity.phone.open')}</span></a>
}
const matches = (one: Pick<CarriedPerson, 'name' | 'building' | 'unit' | 'room' | 'place'>, text: string): boolean =>
  one.name.includes(text) || `${one.place}${doorText(one)}`.includes(text) || [one.building, one.unit, one.room].filter(Boolean).join('-').includes(text)

/** Without data, or with data too old to be shown, the page says why and what still can be done. */
function NoData(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const { carry } = useStaff()
  const shown = shownOf(carry, now)
  if (shown) return isOfToday(shown, now) ? null : <Notice tone="soon" title={t('field.phone.beforeToday')}>{t('field.phone.beforeTodayHint', { at: f.when(shown.madeAt) })}</Notice>
  return carry ? <Notice tone="soon" title={t('field.phone.expired')}>{t('field.phone.expiredHint', { at: f.when(carry.madeAt) })}</Notice> : <Notice title={t('field.phone.notYet')}>{t('field.phone.notYetHint')}</Notice>
}

function Buildings({ stops }: { stops: readonly Stop[] }): ReactNode {
  const groups = new Map<string, Stop[]>()
  for (const one of stops) groups.set(buildingOf(one), [...(groups.get(buildingOf(one)) ?? []), one])
  return [...groups].map(([building, all]) => (
    <section key={building} className="building"><h2>{building}<span className="dim">{all.length}</span></h2><ul>{all.map((one) => ('key' in one ? <li key={one.key}><Line one={one} /></li> : <li key={careKey(one)}><CareLine one={one} /></li>))}</ul></section>
  ))
}

function Line({ one }: { one: CarriedPerson }): ReactNode {
  const t = useWords()
  const now = useNow()
  const { records, carry } = useStaff()
  const done = recordedFor(records, one.key, carry)
  const dues = duesOf(one, now, done?.record.at)
  return (
    <a className="door-line" href={pathTo('door', one.key)} onClick={(event) => { event.preventDefault(); goTo('door', one.key) }}>
      <span className="who"><b>{doorText({ building: '', unit: one.unit, room: one.room }) || one.place}</b> {one.name}<small>{ageWords(one, now, t)}</small></span>
      <span className="dues">
        {done && dues.length === 0 ? <span className="tag good">{t(done.state === 'arrived' || done.state === 'handed' ? 'field.phone.onServer' : 'field.phone.onPhone')}</span>
          : dues.map((due) => <span key={due.key} className={due.late ? 'tag bad' : 'tag on'}>{dueWords(due, t)}</span>)}
        {one.lead ? <span className="tag bad">{t('field.phone.lead')}</span> : null}
      </span>
    </a>
  )
}

/** 关爱走访 at this door. */
function CareLine({ one }: { one: CarriedCare }): ReactNode {
  const t = useWords()
  const now = useNow()
  const { records, carry } = useStaff()
  const done = recordedFor(records, careKey(one), carry)
  return (
    <a className="care-line" href={pathTo('care', one.personId)} onClick={(event) => { event.preventDefault(); goTo('care', one.personId) }}>
      <span className="who"><b>{doorText({ building: '', unit: one.unit, room: one.room }) || one.place}</b> {one.name}<small>{ageWords(one, now, t)}</small></span>
      <span className="dues">{done ? <span className="tag good">{t(done.state === 'arrived' || done.state === 'handed' ? 'field.phone.onServer' : 'field.phone.onPhone')}</span> : <CareTags one={one} />}</span>
    </a>
  )
}

type Say = ReturnType<typeof useWords>
export const dueWords = ({ key, params }: { key: string; params: Record<string, string> }, t: Say): string =>
  t(`field.phone.due.${key}`, { ...params, windows: (params['windows'] ?? '').split(',').filter(Boolean).map((one) => t(`policies.windows.${one}`)).join('、') })
export const ageWords = ({ sex, birthOn }: Pick<CarriedPerson, 'sex' | 'birthOn'>, now: string, t: Say): string => {
  const age = ageOn(birthOn, dayOf(now))
  return age === undefined ? '' : t('field.phone.age', { sex: t(`people.sexes.${sex}`), n: age })
}

/** 其他住户: somebody behind a door of the grid who is not managed; registered without typing them again. */
function Others({ text }: { text: string }): ReactNode {
  const t = useWords()
  const { carry } = useStaff()
  const shown = shownOf(carry, useNow())
  const managed = new Set(peopleIn(shown).map((one) => one.personId))
  const found = doorsIn(shown).flatMap((door) => door.people.filter((one) => !managed.has(one.personId) && matches({ ...door, name: one.name }, text)).map((one) => ({ ...door, ...one }))).slice(0, 12)
  if (found.length === 0) return null
  return (
    <section className="building"><h2>{t('field.phone.others')}</h2><ul>{found.map((one) => (
      <li key={one.personId}><a className="door-line" href={pathTo('new', one.personId)} onClick={(event) => { event.preventDefault(); goTo('new', one.personId) }}><span className="who"><b>{one.place} {doorText(one)}</b> {one.name}</span></a></li>
    ))}</ul></section>
  )
}
