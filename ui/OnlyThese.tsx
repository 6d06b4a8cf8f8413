import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from './words.ts'

/** A list cut to one figure of the dashboard says so, and one press shows everything again: `<OnlyThese what="2月25日新增" onAll={() => go({ slice: undefined })} />`. */
export function OnlyThese({ what, onAll }: { what: ReactNode; onAll: () => void }): ReactNode {
  const t = useWords()
  return <p className="only-these" role="status"><span>{t('ui.list.only')} <b>{what}</b></span><Button size="small" onClick={onAll}>{t('ui.list.showAll')}</Button></p>
}
