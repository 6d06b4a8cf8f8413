import { useState, type ReactNode } from 'react'
import { exitsApi, type OwnExit } from '../../modules/exits/contract.ts'
import { TemperatureInput } from '../../ui/choices.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { BigButton, Block, Notice } from '../../ui/phone/Screen.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'

const toneOf = (own: OwnExit): 'good' | 'bad' | 'soon' => (own.ended ? 'soon' : own.state === 'refused' || own.state === 'notBack' ? 'bad' : own.state === 'allowed' || own.state === 'out' || own.state === 'back' ? 'good' : 'soon')

/** One request: how it stands, why, what is next; out and back with the thermometer. */
export function OwnExitCard({ own, receipt }: { own: OwnExit; receipt: string | null }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const lines = [
    `${own.name} · ${t(`exits.kinds.${own.kind}`)} · ${own.destinationName}`, [t('exits.mine.leaves', { day: f.day(own.leavesOn) }), own.untilOn ? t('exits.mine.until', { day: f.day(own.untilOn) }) : ''].filter(Boolean).join(' · '),
    own.certificateNo ? t('exits.mine.certificate', { no: own.certificateNo, day: own.certifiedUntil ? f.day(own.certifiedUntil) : '' }) : '', own.plate && own.seatNo ? t('exits.mine.seat', { plate: own.plate, seat: own.seatNo }) : '',
    own.departsAt && own.place ? t('exits.mine.departs', { time: f.when(own.departsAt), place: own.place }) : '',
  ].filter(Boolean)
  return (
    <Block>
      <Notice tone={toneOf(own)} title={t(own.ended ? `exits.mine.ended.${own.ended}` : `exits.mine.stateText.${own.state}`)}>{own.dueBackAt ? t('exits.mine.dueBack', { time: f.when(own.dueBackAt) }) : own.because[language]}</Notice>
      {lines.map((line) => <p key={line}>{line}</p>)}
      {own.missing.length > 0 ? <p className="muted">{t('exits.mine.missing', { what: own.missing.map((need) => t(`exits.needs.${need}`)).join('、') })}</p> : null}
      {receipt !== null && (own.canGoOut || own.canComeBack) ? <Trip own={own} receipt={receipt} /> : null}
      {receipt !== null && own.canWithdraw ? <Withdraw receipt={receipt} /> : null}
      {own.officePhone ? <BigButton kind="second" href={`tel:${own.officePhone}`}>{t('exits.mine.call')} {own.officePhone}</BigButton> : null}
    </Block>
  )
}

function Trip({ own, receipt }: { own: OwnExit; receipt: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [temperature, setTemperature] = useState<number>()
  const [fault, setFault] = useState<string>()
  const [said, setSaid] = useState<{ tone: 'good' | 'bad'; text: string }>()
  const way = own.canComeBack ? ('back' as const) : ('out' as const)
  const report = useCommandOf(exitsApi.reportOwnTrip, {
    onDone: ({ left }) => { setTemperature(undefined); setSaid(left ? { tone: 'good', text: t(way === 'out' ? 'exits.mine.outDone' : 'exits.mine.backDone') } : { tone: 'bad', text: t('exits.mine.keptIn') }) },
    onRefused: (error) => setFault(tError(error)),
  })
  const send = () => {
    setFault(temperature === undefined ? t('exits.mine.temperatureNeed') : undefined)
    if (temperature !== undefined) report.mutate({ receipt, way, temperature })
  }
  return (
    <>
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      <TemperatureInput label={t('exits.act.temperature')} value={temperature} onChange={setTemperature} faulty={fault !== undefined} />
      {fault ? <p className="fault" role="alert">{fault}</p> : null}
      <BigButton busy={report.isPending} onPress={send}>{t(`exits.mine.${way}`)}</BigButton>
    </>
  )
}

function Withdraw({ receipt }: { receipt: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [fault, setFault] = useState<string>()
  const withdraw = useCommandOf(exitsApi.withdrawOwnExit, { onRefused: (error) => setFault(tError(error)) })
  return <>{fault ? <p className="fault" role="alert">{fault}</p> : null}<button type="button" className="plain-button" onClick={() => withdraw.mutate({ receipt })}>{t('exits.mine.withdraw')}</button></>
}
