import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { accountsApi, type Account } from '../../modules/accounts/contract.ts'
import { isAdministrator } from '../../modules/accounts/rules.ts'
import { ActionBar, Card, CardHead, Facts, Section } from '../../ui/card.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { fieldErrors, useErrorWords, useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { AccountState } from './AccountsPage.tsx'
import { Expiry } from './Expiry.tsx'
import { Leaves } from './Leaves.tsx'
import { WithReason } from './WithReason.tsx'

const touches = ['accounts']

export function AccountCard({ account }: { account: Account }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const me = useMe()
  const accountId = account.id
  const [act, setAct] = useState<'suspend' | 'reopen' | 'resetPassword' | 'resetFactor'>()
  const [initial, setInitial] = useState<string>()
  const finished = () => { setAct(undefined); say(t('accounts.page.done')) }
  const suspend = useCommandOf(accountsApi.suspendAccount, { touches, onDone: finished })
  const reopen = useCommandOf(accountsApi.reopenAccount, { touches, onDone: finished })
  const reset = useCommandOf(accountsApi.resetPassword, { touches, onDone: ({ initialPassword }) => { setAct(undefined); setInitial(initialPassword) } })
  const resetFactor = useCommandOf(accountsApi.resetFactor, { touches, onDone: finished })
  const unlock = useCommandOf(accountsApi.unlockAccount, { touches, onDone: finished })
  const byTwo = isAdministrator(account.role)
  const command = act && { suspend, reopen, resetPassword: reset, resetFactor }[act]
  return (
    <Card>
      <CardHead name={account.name} beside={account.login} state={<AccountState account={account} />} under={account.role ? `${t(`accounts.roles.${account.role}`)} · ${account.areaName ?? ''}` : t('accounts.noRole')} />
      {initial ? <InitialPassword password={initial} name={account.name} /> : null}
      <Facts rows={[
        [t('accounts.manage.officePhone'), account.officePhone],
        [t('accounts.page.opened'), f.at(account.createdAt)],
        [t('accounts.sessions.seen'), account.lastSeenAt ? f.at(account.lastSeenAt) : t('accounts.page.never')],
        [t('accounts.factor.title'), account.hasFactor ? t('accounts.factor.has') : t('accounts.factor.hasNot')],
      ]} />
      {byTwo ? <p className="muted">{t('accounts.manage.byTwo')}</p> : null}
      <Expiry account={account} />
      {account.role ? <Leaves account={account} /> : null}
      {act && command ? (
        <Section title={t(`accounts.manage.${act}`)}>
          <WithReason go={t(`accounts.manage.${act}`)} busy={command.isPending} error={command.error} onGo={(reason) => command.mutate({ accountId, reason })} onCancel={() => setAct(undefined)} />
        </Section>
      ) : byTwo && account.state === 'active' && !account.lockedUntil ? null : (
        <ActionBar>
          {account.lockedUntil ? <Button type="primary" loading={unlock.isPending} onClick={() => unlock.mutate({ accountId })}>{t('accounts.manage.unlock')}</Button> : null}
          {byTwo ? null : <Button onClick={() => setAct('resetPassword')}>{t('accounts.manage.resetPassword')}</Button>}
          {account.hasFactor && !byTwo ? <Button onClick={() => setAct('resetFactor')}>{t('accounts.manage.resetFactor')}</Button> : null}
          {account.id === me.id || (byTwo && account.state === 'active') ? null : account.state === 'active'
            ? <Button onClick={() => setAct('suspend')}>{t('accounts.manage.suspend')}</Button>
            : <Button type="primary" onClick={() => setAct('reopen')}>{t('accounts.manage.reopen')}</Button>}
        </ActionBar>
      )}
    </Card>
  )
}

export const InitialPassword = ({ password, name }: { password: string; name: string }): ReactNode => {
  const t = useWords()
  return <div className="why soon" role="status"><b style={{ fontSize: '1.3em', userSelect: 'all' }}>{password}</b><br />{t('accounts.manage.initialPassword', { password, name })}</div>
}

/** A new account has no role: that is the security administrator's to grant. */
export function NewAccount(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const [form, setForm] = useState({ login: '', name: '', officePhone: '' })
  const create = useCommandOf(accountsApi.createAccount, { touches })
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value })
  const faults = fieldErrors(language, create.error)
  if (create.data) {
    return (
      <Card>
        <CardHead name={form.name} beside={form.login} />
        <InitialPassword password={create.data.initialPassword} name={form.name} />
        <div><Button onClick={() => { create.reset(); setForm({ login: '', name: '', officePhone: '' }) }}>{t('accounts.page.another')}</Button></div>
      </Card>
    )
  }
  return (
    <Card>
      <CardHead name={t('accounts.manage.create')} />
      <Guided onSubmit={() => create.mutate({ login: form.login, name: form.name, ...(form.officePhone ? { officePhone: form.officePhone } : {}) })} faults={faults}>
        <Field label={t('accounts.manage.name')} fault={faults['name']}><Input size="large" autoFocus value={form.name} onChange={put('name')} /></Field>
        <Field label={t('accounts.manage.login')} fault={faults['login']}><Input size="large" autoCapitalize="none" autoComplete="off" value={form.login} onChange={put('login')} /></Field>
        <Field label={t('accounts.manage.officePhone')} optional fault={faults['officePhone']}><Input size="large" inputMode="tel" value={form.officePhone} onChange={put('officePhone')} /></Field>
        {create.error && Object.keys(faults).length === 0 ? <p className="why bad" role="alert">{tError(create.error)}</p> : null}
        <FormFoot go={t('accounts.manage.create')} busy={create.isPending} />
      </Guided>
    </Card>
  )
}
