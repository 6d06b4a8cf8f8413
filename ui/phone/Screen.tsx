import type { ReactNode } from 'react'
import { setLanguage, setLarge, useLanguage, useLarge } from '../language.ts'
import { useWords } from '../words.ts'

interface ScreenProps {
  /** Small, above the title: who speaks. 「里布嘎社区 · 居家隔离」 */
  over?: ReactNode
  title: ReactNode
  under?: ReactNode
  /** The main act, always in reach of the thumb: one or two `<BigButton>`. */
  foot?: ReactNode
  children: ReactNode
}

/** One screen of the phone app: `<Screen title="李桂兰,今天是第5天" foot={<BigButton onPress={send}>报体温</BigButton>}>…</Screen>`. */
export const Screen = ({ over, title, under, foot, children }: ScreenProps): ReactNode => (
  <div className="phone">
    <header className="phone-top">
      <div className="grow">
        {over ? <div className="over">{over}</div> : null}
        <h1>{title}</h1>
        {under ? <div className="under">{under}</div> : null}
      </div>
      <LookTools />
    </header>
    <main className="phone-body">{children}</main>
    {foot ? <footer className="phone-foot">{foot}</footer> : null}
  </div>
)

/** Large type and language, kept on the phone. */
export function LookTools(): ReactNode {
  const t = useWords()
  const large = useLarge()
  const language = useLanguage()
  return (
    <div className="phone-tools">
      <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>{t('ui.phone.large')}</button>
      <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>{t('ui.phone.language')}</button>
    </div>
  )
}

interface BigButtonProps {
  onPress?: () => void
  /** A telephone number or address instead of an act: `tel:…`. */
  href?: string
  kind?: 'first' | 'second' | 'danger'
  /** Sending: says so, and a second tap does nothing. */
  busy?: boolean
  /** Sends the form around it. */
  submit?: boolean
  /** The form it sends when it stands outside of it, in the foot. */
  form?: string
  children: ReactNode
}

/** 56 px high: `<BigButton onPress={send} busy={command.isPending}>报体温</BigButton>`. */
export function BigButton({ onPress, href, kind = 'first', busy, submit, form, children }: BigButtonProps): ReactNode {
  const t = useWords()
  if (href !== undefined) return <a className={`big ${kind}`} href={href}>{children}</a>
  return (
    <button type={submit ? 'submit' : 'button'} className={`big ${kind}`} aria-disabled={busy ?? false} {...(form ? { form } : {})}
      onClick={(event) => { if (busy) event.preventDefault(); else onPress?.() }}>
      {busy ? `${t('ui.work.working')}…` : children}
    </button>
  )
}

/** A white block on the ground: `<Block title="为什么要隔离">…</Block>`. */
export const Block = ({ title, children }: { title?: ReactNode; children: ReactNode }): ReactNode => (
  <section className="block">{title ? <h2>{title}</h2> : null}{children}</section>
)

/** Something to know, by tone: `<Notice tone="soon" title="晚上的体温还没报">20:00 前报一次。</Notice>`. */
export const Notice = ({ tone, title, children }: { tone?: 'bad' | 'soon' | 'good'; title?: ReactNode; children?: ReactNode }): ReactNode => (
  <div className={`notice ${tone ?? ''}`} role={tone === 'bad' ? 'alert' : 'status'}>{title ? <b>{title}</b> : null}{children}</div>
)
