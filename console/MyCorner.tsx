import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { accountsApi } from '../modules/accounts/contract.ts'
import { currentLanguage, setLanguage, setLarge, useLarge } from '../ui/language.ts'
import { useCommandOf } from '../ui/queries.ts'
import { useWords } from '../ui/words.ts'
import { useMe } from './me.ts'

/** Own name, role and area; sessions, password and the way out. */
export function MyCorner(): ReactNode {
  const t = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const large = useLarge()
  const narrow = window.matchMedia('(max-width: 700px)').matches
  const signOut = useCommandOf(accountsApi.signOut, { onDone: () => { location.assign('/') } })
  const go = (key: string) => {
    if (key === 'signOut') signOut.mutate({})
    else if (key === 'large') setLarge(!large)
    else if (key === 'language') setLanguage(currentLanguage() === 'zh' ? 'en' : 'zh')
    else void navigate({ to: `/me/${key}` as never })
  }
  // On a phone the bar above has no room for these two.
  const look = narrow ? [{ key: 'large', label: t('ui.top.large') }, { key: 'language', label: t('ui.top.language') }] : []
  const items = [...look, ...['sessions', 'password', 'signOut'].map((key) => ({ key, label: t(`ui.me.${key}`) }))]
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => go(key) }} trigger={['click']} placement="topLeft">
      <button type="button" className="me" aria-haspopup="menu">
        <span className="dim">{me.role ? t(`accounts.roles.${me.role}`) : t('ui.me.noRole')}</span>
        <span>{me.name}</span>
      </button>
    </Dropdown>
  )
}
