import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo, type ReactNode } from 'react'
import { useLanguage, useLarge } from '../ui/language.ts'
import { createQueries } from '../ui/queries.ts'
import { themeOf } from '../ui/theme.ts'
import { Door } from './Door.tsx'
import { router } from './router.tsx'

const queries = createQueries()
/** The mark of antd's own goes with a motion that sometimes never ends, and is read aloud as part of the button's name for as long. */
const BUTTON = { autoInsertSpace: false, loadingIcon: <span className="busy-mark" aria-hidden /> }

export function App(): ReactNode {
  const language = useLanguage()
  const large = useLarge()
  const theme = useMemo(() => themeOf(large), [large])
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} button={BUTTON}>
      <QueryClientProvider client={queries}>
        <Door><RouterProvider router={router} /></Door>
      </QueryClientProvider>
    </ConfigProvider>
  )
}
