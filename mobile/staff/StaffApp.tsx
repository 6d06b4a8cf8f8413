import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react'
import { homeOf } from '../../modules/field/rules.ts'
import { BigButton, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useWords } from '../../ui/words.ts'
import { keepForStaff } from '../shell/register.ts'
import './words.ts'
import { leave, openPhone } from './entering.ts'
import { StatusBar } from './parts/StatusBar.tsx'
import { useRoute } from './route.ts'
import { useStaff } from './state.ts'
import { SignIn } from './SignIn.tsx'
import './staff.css'

void openPhone()

const loading = {
  home: () => import('./pages/Home.tsx'), door: () => import('./pages/Door.tsx'), care: () => import('./pages/Care.tsx'), cover: () => import('./pages/Cover.tsx'), new: () => import('./pages/NewScreening.tsx'), box: () => import('./pages/Box.tsx'), me: () => import('./pages/Mine.tsx'),
  gate: () => import('./pages/Gate.tsx'), post: () => import('./pages/Post.tsx'),
  points: () => import('./pages/Points.tsx'), point: () => import('./pages/Point.tsx'), tell: () => import('./pages/Tell.tsx'),
}
const pages: Readonly<Record<string, ComponentType>> = Object.fromEntries(Object.entries(loading).map(([name, load]) => [name, lazy(load)]))
const QUIET_MS = 1500
/** Once the first page stands the others are fetched, so that none has to be waited for. */
const fetchAhead = (): void => { setTimeout(() => { for (const load of Object.values(loading)) void load().catch(() => undefined) }, QUIET_MS) }

/** The staff’s phone: signed in once it opens without a signal. */
export default function StaffApp(): ReactNode {
  const { opening, shut, account, atDesk } = useStaff()
  const t = useWords()
  const { page } = useRoute()
  const isIn = account !== undefined
  useEffect(() => {
    if (!isIn) return
    void keepForStaff()
    fetchAhead()
  }, [isIn])
  if (shut) return <Shut />
  if (opening) return <Screen title={t('field.phone.opening')}><span /></Screen>
  if (atDesk) return <NoHome />
  if (!account || page === 'sign-in') return <SignIn />
  const Page = (page === 'home' && homeOf(account.me.role) === 'gate' ? pages['gate'] : pages[page]) ?? pages['home']
  return <div className="staff"><StatusBar /><Suspense fallback={<Screen title={t('field.phone.opening')}><span /></Screen>}>{Page ? <Page /> : null}</Suspense></div>
}

/** Nothing opens: the storage is full, another window has a newer release, or the browser has lost hold of it. */
function Shut(): ReactNode {
  const t = useWords()
  return <Screen title={t('field.phone.shut')} foot={<BigButton onPress={() => location.reload()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="bad">{t('field.phone.shutHint')}</Notice></Screen>
}

function NoHome(): ReactNode {
  const t = useWords()
  return (
    <Screen title={t('field.phone.noHome')} foot={<><BigButton href="/">{t('field.phone.toDesk')}</BigButton><BigButton kind="second" onPress={() => void leave()}>{t('field.phone.mine.signOut')}</BigButton></>}>
      <Notice>{t('field.phone.noHomeHint')}</Notice>
    </Screen>
  )
}
