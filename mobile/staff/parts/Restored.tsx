import type { ReactNode } from 'react'
import { useFormats } from '../../../ui/format.ts'
import { useWords } from '../../../ui/words.ts'
import type { Kept } from '../drafts.ts'

/** 接着记: what stands here was begun before the page was lost; one tap begins anew. */
export function Restored({ kept: { from, restart } }: { kept: Pick<Kept<object>, 'from' | 'restart'> }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (from === undefined) return null
  return <p className="restored" role="status"><span>{t('field.phone.restored', { at: f.when(from) })}</span><button type="button" className="plain-button" onClick={restart}>{t('field.phone.restart')}</button></p>
}
