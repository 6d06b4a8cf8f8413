import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { useFormats } from '../ui/format.ts'
import { usePickedInView } from '../ui/picked.ts'
import { UndoToast } from '../ui/undo.tsx'
import { useWords, type Say } from '../ui/words.ts'
import { KeySheet } from './KeySheet.tsx'
import { MyCorner } from './MyCorner.tsx'
import { useMe, useMode } from './me.ts'
import { navAt, navFor, shownIn, type NavTab, type ShownItem } from './nav.ts'
import { pages } from './pages.ts'
import { TopBar } from './TopBar.tsx'

const paths = pages.map(({ path }) => path)

/** What stands around every page: words at the left (at the foot on a phone), search above, the page's own tabs. */
export function Shell(): ReactNode {
  const t = useWords()
  const me = useMe()
  const f = useFormats()
  const { pathname, search } = useLocation()
  const items = navFor(me.permissions, paths)
  const { item, tab } = navAt(items, pathname)
  useEffect(() => {
    document.title = item ? t('ui.pageTitle', { page: t(`ui.nav.${tab?.id ?? item.id}`) }) : t('ui.product')
  }, [t, item?.id, tab?.id])
  // A wall shows the page and nothing else.
  if ('screen' in search) return <main id="main"><Outlet /></main>
  return (
    <div className="shell">
      <a className="skip" href="#main">{t('ui.nav.skip')}</a>
      <Side items={items} current={item} t={t} />
      <TopBar />
      <main id="main" tabIndex={-1}>
        {me.expiresOn ? <p className="why soon page-note" role="status">{t('accounts.expiry.banner', { day: f.day(me.expiresOn) })}</p> : null}
        {item && item.tabs.length > 1 ? <Tabs tabs={item.tabs} current={tab} t={t} /> : null}
        {items.length === 0 && !pathname.startsWith('/me/') ? <NoRole t={t} /> : <Outlet />}
      </main>
      <UndoToast />
      <KeySheet />
    </div>
  )
}

function Side({ items, current, t }: { items: readonly ShownItem[]; current: ShownItem | undefined; t: Say }): ReactNode {
  const me = useMe()
  const mode = useMode()
  return (
    <nav className="side" aria-label={t('ui.nav.main')}>
      <div className="brand">{t('ui.product')}<small>{me.area?.name ?? ''}{mode === 'normal' ? ` · ${t('privacy.modes.normal')}` : null}</small></div>
      <div className="words">
        {shownIn(items, mode, current).map((item) => (
          <Link key={item.id} to={item.to as never} className="nav" {...(item.id === current?.id ? { 'aria-current': 'page' as const } : {})}>
            {t(`ui.nav.${item.id}`)}
          </Link>
        ))}
      </div>
      <MyCorner />
    </nav>
  )
}

function Tabs({ tabs, current, t }: { tabs: readonly NavTab[]; current: NavTab | undefined; t: Say }): ReactNode {
  const row = usePickedInView<HTMLElement>(current?.id)
  return (
    <nav ref={row} className="tabs" aria-label={t('ui.nav.tabs')}>
      {tabs.map((tab) => (
        <Link key={tab.id} to={tab.to as never} activeOptions={{ exact: true }} {...(tab.id === current?.id ? { 'aria-current': 'page' as const } : {})}>{t(`ui.nav.${tab.id}`)}</Link>
      ))}
    </nav>
  )
}

const NoRole = ({ t }: { t: Say }): ReactNode => (
  <div className="page empty"><h1>{t('ui.me.noRole')}</h1><span>{t('ui.me.noRoleHint')}</span></div>
)
