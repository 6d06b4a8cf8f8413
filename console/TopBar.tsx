import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useAbout } from '../ui/about.ts'
import { useFormats } from '../ui/format.ts'
import { useKeys } from '../ui/keys.ts'
import { setLanguage, setLarge, useLanguage, useLarge } from '../ui/language.ts'
import { useNow } from '../ui/now.ts'
import { useWords } from '../ui/words.ts'
import { useMay } from './me.ts'

export function TopBar(): ReactNode {
  const t = useWords()
  const may = useMay()
  const large = useLarge()
  const language = useLanguage()
  const now = useNow()
  const f = useFormats()
  const about = useAbout()
  return (
    <header className="top">
      {may('people.view') ? <SearchBox /> : <span className="grow" />}
      <div className="top-right">
        {about.data?.engine === 'embedded' ? <span className="trial" title={t('ui.trial')}>{t('ui.trialShort')}</span> : null}
        <time dateTime={now}>{f.clock(now)}</time>
        <button type="button" className="plain" aria-pressed={large} onClick={() => setLarge(!large)}>{t('ui.top.large')}</button>
        <button type="button" className="plain" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')} lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {t('ui.top.language')}
        </button>
      </div>
    </header>
  )
}

/** One key from anywhere; Enter opens the people found, whatever was typed: name, pinyin, address, number. */
function SearchBox(): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const box = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  useKeys([{ key: '/', words: 'ui.keys.search', run: () => { box.current?.focus(); box.current?.select() } }])
  const find = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim()) void navigate({ to: '/people' as never, search: { text: typed.trim() } as never })
  }
  return (
    <form className="search" role="search" onSubmit={find}>
      <input ref={box} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} placeholder={t('ui.top.search')} aria-label={t('ui.top.search')}
        onKeyDown={(event) => { if (event.key === 'Escape') box.current?.blur() }} />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}
