import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AccountAccess } from '../../modules/access/contract.ts'
import { accountsApi, type AccountRequest, type AccountWish } from '../../modules/accounts/contract.ts'
import { Section, Why } from '../../ui/card.tsx'
import { Field } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { WithReason } from '../accounts/WithReason.tsx'

const touches = ['access', 'accounts']

export const askWords: Record<AccountWish, string> = { suspend: 'access.card.askSuspend', shorten: 'access.card.askShorten', reset: 'access.card.askReset' }

/** A note to the system administrator, who alone suspends an account, sets its last day or resets it; taken back as long as nobody has decided. */
export function AskForm({ access, wish, onDone }: { access: AccountAccess; wish: AccountWish; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const takeBack = useCommandOf(accountsApi.withdrawAccountRequest, { touches })
  const ask = useCommandOf(accountsApi.askAccountChange, { touches, onDone: ({ id, name }) => { onDone(); offerUndo(t('access.card.sent', { name }), () => takeBack.mutateAsync({ requestId: id })) } })
  const words = t(askWords[wish])
  const go = (reason: string) => {
    setTried(true)
    if (wish !== 'shorten' || day) ask.mutate({ accountId: access.accountId, wish, reason, ...(wish === 'shorten' ? { validUntil: day } : {}) })
  }
  return (
    <Section title={words}>
      <WithReason go={words} busy={ask.isPending} error={ask.error} onGo={go} onCancel={onDone}>
        {wish === 'shorten' ? <Field label={t('access.card.lastDay')} fault={tried && !day ? t('ui.form.required') : undefined}><DayInput size="large" min={f.today} value={day} onChange={setDay} /></Field> : null}
      </WithReason>
    </Section>
  )
}

/** What became of the last note. */
export function Asked({ asked }: { asked: AccountRequest | null }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const takeBack = useCommandOf(accountsApi.withdrawAccountRequest, { touches })
  if (!asked) return null
  const { id, wish, validUntil, reason, state, askedByName, askedAt, decidedByName, decidedAt, decisionReason } = asked
  return (
    <Why tone={state === 'waiting' ? 'soon' : 'off'}>
      {t('access.card.asked', { wish: t(`access.card.wishes.${wish}`, { day: validUntil ? f.day(validUntil) : '' }), reason })} <span className="muted small">{t('access.card.askedBy', { name: askedByName, at: f.at(askedAt) })}</span><br />
      <b>{t(`access.card.askedStates.${state}`)}</b>{decidedAt ? <> {decisionReason} <span className="muted small">{t('access.card.askedBy', { name: decidedByName ?? '', at: f.at(decidedAt) })}</span></> : null}
      {state === 'waiting' ? <> <Button size="small" loading={takeBack.isPending} onClick={() => takeBack.mutate({ requestId: id })}>{t('access.card.takeBack')}</Button></> : null}
    </Why>
  )
}
