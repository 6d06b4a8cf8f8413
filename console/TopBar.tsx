import type { ReactNode } from 'react'
import { useAbout } from '../ui/about.ts'
import { useFormats } from '../ui/format.ts'
import { setLanguage, setLarge, useLanguage, useLarge } from '../ui/language.ts'
import { useNow } from '../ui/now.ts'
import { useWords } from '../ui/words.ts'
import { useMay } from './me.ts'
import { SearchBox } from './SearchBox.tsx'

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
