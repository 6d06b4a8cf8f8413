import { useState, type ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import { privacyApi, requestKinds, type PrivacyRequest } from '../../modules/privacy/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { NoticeBlock } from './NoticeBlock.tsx'
import './roles.ts'
import './words.ts'

/** 我的信息: what is held, who looked, and asking to see, correct, object, delete or explain. */
export function MyData({ onBack }: { onBack: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const language = useLanguage()
  const query = useQueryOf(privacyApi.myData, {})
  const back = <BigButton kind="second" onPress={onBack}>{t('privacy.mine.back')}</BigButton>
  if (query.error) return <Screen title={t('privacy.mine.title')} foot={back}><Notice tone="soon">{tError(query.error)}</Notice></Screen>
  if (!query.data) return <Screen title={t('privacy.mine.title')} foot={back}><span /></Screen>
  const { person, counts, looks, requests, answerDays } = query.data
  return (
    <Screen title={t('privacy.mine.title')} under={t('privacy.mine.days', { n: answerDays })} foot={back}>
      <Block title={t('privacy.mine.held')}>
        <p><b>{person.name}</b> {[person.birthOn, person.documentMasked, person.phoneMasked].filter(Boolean).join(' · ')}</p>
        <p>{person.address}</p>
        <p className="muted">{t('privacy.mine.masked')}</p>
        <ul className="past">{counts.map((c) => <li key={c.kind}><span>{c.name[language]}</span><b>{t('privacy.mine.rows', { n: c.rows })}</b></li>)}</ul>
      </Block>
      <Ask />
      {requests.length > 0 ? <Block title={t('privacy.mine.mineTitle')}>{requests.map((r) => <Asked key={r.requestId} request={r} />)}</Block> : null}
      <Block title={t('privacy.mine.looks')}>
        {looks.length === 0 ? <p className="muted">{t('privacy.mine.noLooks')}</p> : <ul className="past">{looks.map((l) => <li key={`${l.day}${l.role}`}><span>{t('privacy.mine.look', { day: f.day(l.day), role: l.role ? t(`accounts.roles.${l.role}`) : '', n: l.n })}</span></li>)}</ul>}
      </Block>
      <NoticeBlock />
    </Screen>
  )
}

function Ask(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const [kind, setKind] = useState<PrivacyRequest['kind']>()
  const [text, setText] = useState('')
  const [fault, setFault] = useState('')
  const ask = useCommandOf(privacyApi.askMine, { onDone: () => { setText(''); setKind(undefined) } })
  const send = () => {
    const missing = !kind ? t('privacy.mine.kindNeeded') : text.trim().length < 2 ? t('privacy.mine.textNeeded') : ''
    setFault(missing)
    if (kind && !missing) ask.mutate({ kind, text: text.trim() })
  }
  return (
    <Block title={t('privacy.mine.ask')}>
      <div className="privacy-kinds" role="radiogroup" aria-label={t('privacy.mine.kind')}>
        {requestKinds.map((one) => <button key={one} type="button" role="radio" className="choice" aria-checked={kind === one} onClick={() => setKind(one)}>{t(`privacy.kinds.${one}`)}<small>{t(`privacy.kindHints.${one}`)}</small></button>)}
      </div>
      <label className="field"><span className="label">{t('privacy.mine.text')}</span><textarea rows={3} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} /></label>
      {fault ? <p className="fault" role="alert">{fault}</p> : null}
      {ask.error ? <Notice tone="bad">{ask.error.status === 0 ? t('privacy.mine.notNow') : tError(ask.error)}</Notice> : null}
      {ask.data ? <Notice tone="good">{t('privacy.mine.sent', { receipt: ask.data.receiptNo, day: f.day(dayOf(ask.data.dueAt)) })}</Notice> : null}
      <BigButton kind="second" busy={ask.isPending} onPress={send}>{t('privacy.mine.send')}</BigButton>
    </Block>
  )
}

type Mine = Omit<PrivacyRequest, 'personId' | 'name' | 'areaName'>

function Asked({ request: r }: { request: Mine }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const withdraw = useCommandOf(privacyApi.withdrawMine)
  return (
    <div className="privacy-asked">
      <p><b>{t(`privacy.kinds.${r.kind}`)}</b> {r.text}</p>
      <p className="muted">{r.receiptNo} · {t(`privacy.requestStates.${r.state}`)}{r.state === 'open' ? ` · ${f.day(dayOf(r.dueAt))}` : ''}</p>
      {r.answer ? <p>{t('privacy.mine.answered', { text: r.answer })}</p> : null}
      {r.state === 'open' ? <button type="button" className="plain-button" onClick={() => withdraw.mutate({ requestId: r.requestId })}>{t('privacy.mine.withdraw')}</button> : null}
    </div>
  )
}
