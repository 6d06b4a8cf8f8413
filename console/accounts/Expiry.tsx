import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { accountsApi, type Account } from '../../modules/accounts/contract.ts'
import { Section } from '../../ui/card.tsx'
import { Field } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { WithReason } from './WithReason.tsx'

/** 有效期: its last day, and how near it is. */
export function Expiry({ account }: { account: Account }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const me = useMe()
  const [editing, setEditing] = useState(false)
  const [day, setDay] = useState(account.validUntil ?? '')
  const set = useCommandOf(accountsApi.setExpiry, { touches: ['accounts'], onDone: () => { setEditing(false); say(t('accounts.page.done')) } })
  const { validUntil, validity } = account
  const said = validUntil === null ? t('accounts.expiry.none') : t(`accounts.expiry.${validity === 'open' ? 'until' : validity}`, { day: f.day(validUntil) })
  const change = account.id === me.id || editing ? null : <Button size="small" onClick={() => setEditing(true)}>{t('accounts.expiry.set')}</Button>
  return (
    <Section title={t('accounts.expiry.title')} extra={change}>
      {editing ? (
        <WithReason go={t('accounts.expiry.set')} busy={set.isPending} error={set.error} onCancel={() => setEditing(false)}
          onGo={(reason) => set.mutate({ accountId: account.id, validUntil: day || null, reason })}>
          <Field label={t('accounts.expiry.last')}><DayInput size="large" min={f.today} value={day} onChange={setDay} /></Field>
        </WithReason>
      ) : <p className={validity === 'open' ? '' : 'bad-ink'}>{said}</p>}
    </Section>
  )
}
