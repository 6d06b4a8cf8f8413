import { Button, Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useErrorWords, useWords } from './words.ts'

interface Props {
  masked: string
  /** Asks the server for the clear value; the reason is audited. Absent when the role may not. */
  reveal?: ((reason: string) => Promise<string>) | undefined
  /** What is revealed, for screen readers: 「身份证号」. */
  label: string
}

const SHOWN_MS = 60_000

/** Masked → reason → clear for a minute: `<RevealNumber label="电话" masked={p.phone} reveal={(reason) => ask(…).then((o) => o.phone)} />`. */
export function RevealNumber({ masked, reveal, label }: Props): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [step, setStep] = useState<'masked' | 'asking' | 'busy'>('masked')
  const [reason, setReason] = useState('')
  const [clear, setClear] = useState<string>()
  const [fault, setFault] = useState<string>()
  useEffect(() => {
    if (clear === undefined) return undefined
    const timer = setTimeout(() => setClear(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [clear])
  const go = async (why: string) => {
    if (!reveal || why.trim().length < 2) return setFault(t('ui.form.required'))
    setStep('busy')
    setFault(undefined)
    try {
      setClear(await reveal(why.trim()))
      setStep('masked')
    } catch (error) {
      setFault(tError(error))
      setStep('asking')
    }
  }
  if (clear !== undefined) {
    return <span className="row"><b>{clear}</b><span className="dim small">{t('ui.reveal.logged')}</span><Button size="small" type="link" onClick={() => setClear(undefined)}>{t('ui.reveal.hide')}</Button></span>
  }
  if (step === 'masked') {
    return <span className="row">{masked}{reveal ? <Button size="small" type="link" aria-label={`${t('ui.reveal.show')} ${label}`} onClick={() => setStep('asking')}>{t('ui.reveal.show')}</Button> : null}</span>
  }
  return (
    <form className="stack" style={{ gap: 8 }} onSubmit={(event) => { event.preventDefault(); void go(reason) }}>
      <span>{masked} · {t('ui.reveal.why')}</span>
      <span className="row">
        {['call', 'check', 'transfer'].map((preset) => (
          <Button key={preset} size="small" loading={step === 'busy'} onClick={() => void go(t(`ui.reveal.presets.${preset}`))}>{t(`ui.reveal.presets.${preset}`)}</Button>
        ))}
      </span>
      <span className="row">
        <Input className="grow" autoFocus value={reason} placeholder={t('ui.reveal.whyHint')} aria-label={t('ui.reveal.why')} onChange={(event) => setReason(event.target.value)} />
        <Button type="primary" htmlType="submit" loading={step === 'busy'}>{t('ui.reveal.go')}</Button>
        <Button onClick={() => setStep('masked')}>{t('ui.form.cancel')}</Button>
      </span>
      {fault ? <span className="bad-ink small" role="alert">{fault}</span> : null}
    </form>
  )
}
