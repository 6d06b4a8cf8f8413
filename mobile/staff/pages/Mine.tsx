import { useState, type ReactNode } from 'react'
import { fieldApi } from '../../../modules/field/contract.ts'
import { clockWrong, isExpired } from '../../../modules/field/rules.ts'
import { useFormats } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { BigButton, Block, LookTools, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { useCommandOf, useQueryOf } from '../../../ui/queries.ts'
import { useWords } from '../../../ui/words.ts'
import { ageOf, doorsIn, peopleIn, shownOf } from '../carried.ts'
import { phoneShows } from '../clock.ts'
import { leave } from '../entering.ts'
import { setSound, soundOn } from '../feel.ts'
import { homesAt } from '../gate/known.ts'
import { installable } from '../install.ts'
import { Foot } from '../parts/Foot.tsx'
import { useSignal } from '../parts/StatusBar.tsx'
import { goTo } from '../route.ts'
import { unkeptOf, useStaff, waitingOf } from '../state.ts'
import { sync } from '../sync.ts'

/** 我的: how old the data are, the phones one has, how it looks, and the way out. */
export default function Mine(): ReactNode {
  const t = useWords()
  const { account, syncing } = useStaff()
  const [said, setSaid] = useState('')
  const again = async () => setSaid((await sync({ force: true })) ? t('field.phone.mine.synced') : t('field.phone.mine.notSynced'))
  return (
    <Screen over={account?.me.role ? t(`accounts.roles.${account.me.role}`) : ''} title={account?.me.name ?? ''} under={account?.me.area?.name} foot={<Foot><BigButton busy={syncing} onPress={() => void again()}>{t('field.phone.mine.sync')}</BigButton></Foot>}>
      <Data said={said} />
      <Look />
      <Devices />
      <Leaving />
    </Screen>
  )
}

function Data({ said }: { said: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const now = useNow()
  const { carry, clockOff, clockLost, limits } = useStaff()
  const shown = shownOf(carry, now)
  const age = carry && ageOf(carry)
  const minutes = Math.round(Math.abs(clockOff) / 60)
  return (
    <Block title={t('field.phone.mine.data')}>
      {age ? <p>{t('field.phone.mine.madeAt', { at: f.when(age.madeAt) })} · {t('field.phone.mine.expires', { at: f.when(age.expiresAt) })}</p> : <p>{t('field.phone.notYet')}</p>}
      {age && isExpired(age, now) ? <Notice tone="soon">{t('field.phone.expired')}</Notice> : shown ? <p className="muted">{carry?.gate?.data ? t('field.phone.mine.gateParts', { gate: carry.gate.data.gate.name, n: homesAt(carry.gate).households.length }) : t('field.phone.mine.parts', { people: peopleIn(shown).length, doors: doorsIn(shown).length })}</p> : null}
      <p className="muted">{clockLost ? t('field.phone.clockLost', { phone: phoneShows() }) : clockWrong(clockOff, limits) ? t(minutes > 1440 ? 'field.phone.mine.otherDay' : 'field.phone.mine.clock', { n: minutes }) : t('field.phone.mine.clockRight')}</p>
      <p role="status">{said}</p>
    </Block>
  )
}

function Look(): ReactNode {
  const t = useWords()
  const [sound, put] = useState(soundOn())
  const [install, setInstall] = useState(installable())
  return (
    <Block title={t('field.phone.mine.look')}>
      <div className="row"><LookTools /><button type="button" className="chip" aria-pressed={sound} onClick={() => { setSound(!sound); put(!sound) }}>{t('field.phone.mine.sound')} {t(sound ? 'field.phone.mine.on' : 'field.phone.mine.off')}</button></div>
      {install ? <button type="button" className="plain-button" onClick={() => { void install.prompt(); setInstall(undefined) }}>{t('field.phone.mine.install')}</button> : null}
      {install ? <p className="dim small">{t('field.phone.mine.installHint')}</p> : null}
    </Block>
  )
}

function Devices(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { account } = useStaff()
  const signal = useSignal()
  const devices = useQueryOf(fieldApi.myDevices, {}, { enabled: signal })
  const wipe = useCommandOf(fieldApi.wipeDevice)
  const keep = useCommandOf(fieldApi.keepDevice)
  if (!devices.data) return null
  return (
    <Block title={t('field.phone.mine.devices')}>
      <ul className="own-devices">{devices.data.items.map((one) => (
        <li key={one.deviceId}>
          <span className="grow"><b>{one.name}</b>{one.deviceId === account?.deviceId ? <span className="tag on">{t('field.phone.mine.thisOne')}</span> : null}<small className="dim">{f.when(one.seenAt)}{one.waiting > 0 ? ` · ${t('field.phone.waiting', { n: one.waiting })}` : ''}{one.wipedAt ? ` · ${t('field.desk.wiped', { at: f.when(one.wipedAt) })}` : ''}</small></span>
          {one.deviceId === account?.deviceId || one.wipedAt ? null : one.wipeOrderedAt
            ? <button type="button" className="plain-button" onClick={() => keep.mutate({ deviceId: one.deviceId })}>{t('field.desk.keep')}</button>
            : <button type="button" className="plain-button" onClick={() => wipe.mutate({ deviceId: one.deviceId, reason: t('field.phone.mine.lost') })}>{t('field.phone.mine.lost')}</button>}
        </li>
      ))}</ul>
    </Block>
  )
}

/** Signing out with a full outbox says what becomes of it, and keeps it; without a signal it says that nobody can come in after. */
function Leaving(): ReactNode {
  const t = useWords()
  const { records, limits: { handOverHours } } = useStaff()
  const [asked, setAsked] = useState(false)
  const signal = useSignal()
  const waiting = waitingOf(records)
  const unkept = unkeptOf(records)
  const out = () => { goTo('home'); void leave() }
  if (!asked) return <BigButton kind="second" onPress={() => { if (waiting > 0 || !signal) setAsked(true); else out() }}>{t('field.phone.mine.signOut')}</BigButton>
  if (unkept > 0) return <Notice tone="bad" title={t('field.phone.notKept', { n: unkept })}><p>{t('field.phone.mine.keptFirst')}</p></Notice>
  return (
    <Notice tone="soon" title={waiting > 0 ? t('field.phone.mine.warn', { n: waiting }) : t('field.phone.mine.lockOut')}>
      {waiting > 0 ? <p>{t('field.phone.mine.warnHint', { hours: handOverHours })}</p> : null}
      {signal ? null : <p>{t('field.phone.mine.lockOutHint')}</p>}
      <div className="row"><button type="button" className="plain-button strong" onClick={() => setAsked(false)}>{t('field.phone.mine.stay')}</button><button type="button" className="plain-button" onClick={out}>{t(waiting > 0 ? 'field.phone.mine.leave' : 'field.phone.mine.signOut')}</button></div>
    </Notice>
  )
}
