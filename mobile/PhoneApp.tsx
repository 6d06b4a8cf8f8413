import { QueryClientProvider } from '@tanstack/react-query'
import { Component, lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react'
import { useAbout } from '../ui/about.ts'
import { carryLink } from '../ui/link.ts'
import { createQueries } from '../ui/queries.ts'
import { BigButton, Notice, Screen } from '../ui/phone/Screen.tsx'
import { useWords } from '../ui/words.ts'
import { pages } from './pages.ts'

const queries = createQueries()

/** `/m/p/<token>`; the token leaves the address for the header and goes nowhere else. */
const [, , at = '', token] = location.pathname.split('/')
const found = pages.find((page) => page.at === at)
if (!found?.open) carryLink(token)
const Page = found && lazy(found.load)

export const PhoneApp = (): ReactNode => (
  <QueryClientProvider client={queries}>
    <Lost>
      <Suspense fallback={<Opening />}><Clock />{found?.staff ? null : <NoSignal />}{Page ? <Page /> : <NoPage />}</Suspense>
    </Lost>
  </QueryClientProvider>
)

/** The time shown is the server's, not the phone's. */
function Clock(): ReactNode {
  useAbout()
  return null
}

function Opening(): ReactNode {
  const t = useWords()
  return <Screen title={t('ui.phone.loading')}><span /></Screen>
}

function NoPage(): ReactNode {
  const t = useWords()
  return <Screen title={t('ui.phone.lostTitle')}><Notice tone="soon">{t('frame.errors.linkInvalid')}</Notice></Screen>
}

const online = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => { removeEventListener('online', listener); removeEventListener('offline', listener) }
}

function NoSignal(): ReactNode {
  const t = useWords()
  const connected = useSyncExternalStore(online, () => navigator.onLine)
  return connected ? null : <Notice tone="soon" title={t('ui.phone.offline')}>{t('ui.phone.offlineHint')}</Notice>
}

/** A page that breaks (or a file that did not arrive) offers to be loaded again. */
class Lost extends Component<{ children: ReactNode }, { lost: boolean }> {
  override state = { lost: false }
  static getDerivedStateFromError(): { lost: boolean } { return { lost: true } }
  override render(): ReactNode { return this.state.lost ? <Broken /> : this.props.children }
}

function Broken(): ReactNode {
  const t = useWords()
  return <Screen title={t('ui.failed.crashed')} foot={<BigButton onPress={() => location.reload()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{t('ui.failed.crashedHint')}</Notice></Screen>
}
