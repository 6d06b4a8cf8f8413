import { useState, type ReactNode } from 'react'
import { accountsApi, type Me } from '../../modules/accounts/contract.ts'
import { ask } from '../../ui/client.ts'
import { TextField, PhoneField } from '../../ui/phone/fields.tsx'
import { BigButton, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useAbout } from '../../ui/about.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { enter } from './entering.ts'
import { inTurn } from './kept/windows.ts'
import { endOwedSession } from './leaving.ts'
import { goTo } from './route.ts'
import { useStaff } from './state.ts'

type Step = 'password' | 'factor' | 'desk'
/** Another window may be sending; on a dead line it is not waited for any longer. */
const PATIENCE_MS = 20_000

/** 登录: password, then the code where the account has one; what else is owed is done at a desk. */
export function SignIn(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { account, signInOwed } = useStaff()
  const [step, setStep] = useState<Step>('password')
  const [given, setGiven] = useState({ login: account?.me.login ?? '', password: '', code: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const go = async (who = given) => {
    const missing = { ...(who.login.trim() ? {} : { login: t('field.phone.loginMissing') }), ...(who.password ? {} : { password: t('field.phone.passwordMissing') }) }
    setFaults(missing)
    if (Object.keys(missing).length > 0 || busy) return
    setBusy(true)
    setError(undefined)
    // Nothing of the former one may be on its way while the session changes hands.
    await inTurn(() => (step === 'factor' ? passFactor(given.code) : signIn(who)), PATIENCE_MS).then(setStep, setError)
    setBusy(false)
  }
  if (step === 'desk') return <Screen title={t('field.phone.onDesk')} foot={<BigButton href="/">{t('field.phone.toDesk')}</BigButton>}><Notice>{t('field.phone.onDeskHint')}</Notice></Screen>
  return (
    <Screen over={t('field.phone.signInSub')} title={t('field.phone.signIn')}
      foot={<><BigButton submit form="sign-in" busy={busy}>{t(step === 'factor' ? 'field.phone.factorGo' : 'field.phone.go')}</BigButton>{account ? <BigButton kind="second" onPress={() => goTo('home')}>{t('field.phone.back')}</BigButton> : null}</>}>
      <form id="sign-in" className="sign-in" noValidate onSubmit={(event) => { event.preventDefault(); void go() }}>
        {signInOwed ? <Notice tone="soon">{t('field.phone.again')}</Notice> : null}
        {step === 'factor' ? <TextField label={t('field.phone.factor')} hint={t('field.phone.factorHint')} keyboard="numeric" autoComplete="one-time-code" value={given.code} onChange={(code) => setGiven({ ...given, code })} maxLength={20} /> : <>
          <TextField label={t('field.phone.login')} autoComplete="username" value={given.login} onChange={(login) => setGiven({ ...given, login })} fault={faults['login']} maxLength={64} />
          <PhoneField label={t('field.phone.password')} fault={faults['password']}><input className="line" type="password" autoComplete="current-password" value={given.password} onChange={(event) => setGiven({ ...given, password: event.target.value })} /></PhoneField>
        </>}
        {error ? <Notice tone="bad">{tError(error)}</Notice> : null}
        {navigator.onLine ? null : <Notice tone="soon" title={t('field.phone.offlineDoor')}>{t('field.phone.offlineDoorHint')}</Notice>}
      </form>
      {step === 'password' && !account ? <DemoLogins onPick={(who) => void go({ ...who, code: '' })} /> : null}
    </Screen>
  )
}

async function signIn({ login, password }: { login: string; password: string }): Promise<Step> {
  await endOwedSession()
  const { me, step } = await ask(accountsApi.signIn, { login: login.trim(), password })
  return step === null ? come(me) : step === 'factor' ? 'factor' : 'desk'
}
async function passFactor(code: string): Promise<Step> {
  await ask(accountsApi.passFactor, { code: code.trim() })
  const { me, step } = await ask(accountsApi.me, {})
  return step === null ? come(me) : 'desk'
}
async function come(me: Me): Promise<Step> {
  await enter(me)
  goTo('home')
  return 'password'
}

const ON_PHONES = ['gridWorker', 'communityWorker', 'healthCentreDoctor', 'propertyStaff', 'gatekeeper']
function DemoLogins({ onPick }: { onPick: (who: { login: string; password: string }) => void }): ReactNode {
  const t = useWords()
  const about = useAbout()
  if (!about.data?.demo) return null
  return (
    <section className="demo-phones" aria-label={t('ui.signIn.demo')}>
      <h2>{t('ui.signIn.demo')}</h2>
      {about.data.demoLogins.filter(({ role }) => ON_PHONES.includes(role)).map((one) => (
        <button key={one.login} type="button" className="choice" onClick={() => onPick(one)}>{t(`accounts.roles.${one.role}`)} · {one.name}<small>{one.area}</small></button>
      ))}
    </section>
  )
}
