import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { accountsApi } from '../modules/accounts/contract.ts'
import { useAbout, type About } from '../ui/about.ts'
import { Field, Guided } from '../ui/form.tsx'
import { setLanguage, useLanguage } from '../ui/language.ts'
import { useCommandOf } from '../ui/queries.ts'
import { useErrorWords, useWords } from '../ui/words.ts'

interface Credentials { login: string; password: string }

export function SignIn({ again, onDone }: { again: boolean; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const about = useAbout()
  const [given, setGiven] = useState<Credentials>({ login: '', password: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const signIn = useCommandOf(accountsApi.signIn, { touches: [], onDone })
  const go = (who: Credentials) => {
    const missing = {
      ...(who.login.trim() ? {} : { login: t('ui.signIn.loginMissing') }),
      ...(who.password ? {} : { password: t('ui.signIn.passwordMissing') }),
    }
    setFaults(missing)
    if (Object.keys(missing).length === 0) signIn.mutate(who)
  }
  return (
    <main className="entrance">
      <div className="entrance-box paper">
        <div className="row"><div className="brand grow">{t('ui.product')}</div>
          <button type="button" className="plain" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>{t('ui.top.language')}</button></div>
        <h1>{t('ui.signIn.title')}</h1>
        {again ? <p className="why soon">{t('ui.signIn.again')}</p> : null}
        <Guided onSubmit={() => go(given)} faults={faults}>
          <Field label={t('ui.signIn.login')} fault={faults['login']}>
            <Input size="large" autoFocus autoComplete="username" autoCapitalize="none" value={given.login} onChange={(event) => setGiven({ ...given, login: event.target.value })} />
          </Field>
          <Field label={t('ui.signIn.password')} fault={faults['password']}>
            <Input.Password size="large" autoComplete="current-password" value={given.password} onChange={(event) => setGiven({ ...given, password: event.target.value })} />
          </Field>
          {signIn.error ? <p className="why bad" role="alert">{tError(signIn.error)}</p> : null}
          <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending}>{t('ui.signIn.go')}</Button>
        </Guided>
      </div>
      {about.data?.demo ? <DemoLogins about={about.data} onPick={go} /> : null}
    </main>
  )
}

function DemoLogins({ about, onPick }: { about: About; onPick: (who: Credentials) => void }): ReactNode {
  const t = useWords()
  return (
    <section className="demo-logins">
      <h2>{t('ui.signIn.demo')}</h2>
      <p className="muted">{t('ui.signIn.demoHint')}</p>
      {about.secondFactor ? null : <p className="muted small">{t('accounts.factor.off')}</p>}
      <ul>
        {about.demoLogins.map((one) => (
          <li key={one.login}>
            <button type="button" className="choice" onClick={() => onPick({ login: one.login, password: one.password })}>
              {t(`accounts.roles.${one.role}`)} · {one.name}<small>{one.area} · {one.login}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
