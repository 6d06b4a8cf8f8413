import { Button, Input } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { accountsApi } from '../modules/accounts/contract.ts'
import { passwordFaults, passwordRules } from '../modules/accounts/rules.ts'
import { Field, Guided } from '../ui/form.tsx'
import { Page } from '../ui/ListPage.tsx'
import { useCommandOf } from '../ui/queries.ts'
import { say } from '../ui/undo.tsx'
import { useErrorWords, useWords } from '../ui/words.ts'

/** Own password, from the corner at the left. */
export default function ChangePasswordPage(): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const done = () => { say(t('ui.password.done')); void navigate({ to: '/' as never }) }
  return <Page title={t('ui.password.title')}><PasswordForm onDone={done} /></Page>
}

/** Before anything else at the first sign-in and after a reset. */
export function FirstPassword({ onDone }: { onDone: () => void }): ReactNode {
  const t = useWords()
  return (
    <main className="entrance">
      <div className="entrance-box paper">
        <div className="brand">{t('ui.product')}</div>
        <h1>{t('ui.password.title')}</h1>
        <p className="why">{t('ui.password.must')}</p>
        <PasswordForm onDone={onDone} />
      </div>
    </main>
  )
}

function PasswordForm({ onDone }: { onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [form, setForm] = useState({ old: '', new: '', again: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const change = useCommandOf(accountsApi.changePassword, { touches: [], onDone })
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value })
  const submit = () => {
    const weak = passwordFaults(form.new)
    const found = {
      ...(form.old ? {} : { old: t('ui.form.required') }),
      ...(weak.length ? { new: weak.map((w) => t(`ui.password.${w}`, { n: passwordRules.minLength - form.new.length })).join('；') } : {}),
      ...(form.new === form.again ? {} : { again: t('ui.password.differs') }),
    }
    setFaults(found)
    if (Object.keys(found).length === 0) change.mutate({ oldPassword: form.old, newPassword: form.new })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('ui.password.old')} fault={faults['old']}>
        <Input.Password size="large" autoFocus autoComplete="current-password" value={form.old} onChange={put('old')} />
      </Field>
      <Field label={t('ui.password.new')} hint={t('ui.password.rule', passwordRules)} fault={faults['new']}>
        <Input.Password size="large" autoComplete="new-password" value={form.new} onChange={put('new')} />
      </Field>
      <Field label={t('ui.password.again')} fault={faults['again']}>
        <Input.Password size="large" autoComplete="new-password" value={form.again} onChange={put('again')} />
      </Field>
      {change.error ? <p className="why bad" role="alert">{tError(change.error)}</p> : null}
      <Button type="primary" size="large" htmlType="submit" loading={change.isPending}>{t('ui.password.go')}</Button>
    </Guided>
  )
}
