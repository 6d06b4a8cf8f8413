import { useState, type ReactNode } from 'react'
import { passesApi, type MyPass as Mine } from '../../modules/passes/contract.ts'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { lastDayOf, usePassWords } from '../../ui/passes.ts'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { AnnounceForm } from './AnnounceForm.tsx'
import { RenewingCode } from './RenewingCode.tsx'
import { Visitors } from './Visitors.tsx'
import './words.ts'
import './passes.css'

/** 我家的出入证: large, renewing itself, and who is announced. It stays as it is while there is no signal, until the code expires. */
export function MyPass({ onBack, onObject, more }: { onBack?: () => void; onObject: () => void; more?: ReactNode }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [announcing, setAnnouncing] = useState(false)
  const query = useQueryOf(passesApi.myPass, {}, { every: 60_000, keep: true })
  if (query.error && !query.data) return <Screen title={t('ui.phone.lostTitle')} foot={<BigButton onPress={() => void query.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{tError(query.error)}</Notice></Screen>
  const mine = query.data
  if (!mine) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  if (announcing) return <AnnounceForm most={mine.visitHours} onDone={() => setAnnouncing(false)} onBack={() => setAnnouncing(false)} />
  const stopped = mine.pass?.state === 'suspended'
  return (
    <Screen
      over={mine.areaName} title={t('passes.my.title')} under={mine.address}
      foot={<>{stopped ? null : <BigButton onPress={() => setAnnouncing(true)}>{t('passes.my.announce')}</BigButton>}{onBack ? <BigButton kind="second" onPress={onBack}>{t('passes.my.back')}</BigButton> : null}</>}
    >
      <Shown mine={mine} onRenew={() => void query.refetch()} />
      <Visitors mine={mine} />
      <Status mine={mine} onObject={onObject} />
      {mine.officePhone ? <Block><ul className="calls"><li><a href={`tel:${mine.officePhone}`}><span className="grow">{mine.areaName}<small>{mine.officePhone}</small></span><b>{t('passes.my.call')} ›</b></a></li></ul></Block> : null}
      {more}
    </Screen>
  )
}

function Shown({ mine, onRenew }: { mine: Mine; onRenew: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const words = usePassWords()
  const { pass } = mine
  if (!pass) return <Notice tone="soon" title={t('passes.my.none')}>{t('passes.my.noneHint')}</Notice>
  if (!pass.code) return <Notice tone={pass.state === 'suspended' ? 'bad' : 'soon'} title={pass.state === 'suspended' ? t('passes.my.stopped') : t(`passes.states.${pass.state}`)}>{words.why('passes.why', pass.why)}</Notice>
  return (
    <Block>
      <RenewingCode key={pass.code.text} code={pass.code} onRenew={onRenew} />
      <p className="pass-number">{t('passes.my.number', { number: pass.number, n: pass.members })}<br /><span className="muted">{t('passes.my.validUntil', { day: f.day(lastDayOf(pass.validUntil)) })}</span></p>
    </Block>
  )
}

/** 社区健康状态 with its reason, and a way to object. */
function Status({ mine, onObject }: { mine: Mine; onObject: () => void }): ReactNode {
  const t = useWords()
  const words = usePassWords()
  return (
    <Block title={t('passes.status.title')}>
      <p><b>{t(`passes.status.states.${mine.status.state}`)}</b> {words.why('passes.status.why', mine.status.why)}</p>
      <p className="muted">{t('passes.status.hint')}</p>
      <button type="button" className="plain-button" onClick={onObject}>{t('passes.status.object')} ›</button>
    </Block>
  )
}
