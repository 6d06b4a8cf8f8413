import type { ReactNode } from 'react'
import { pageOf, type DraftKey } from '../../../modules/field/rules.ts'
import { useFormats } from '../../../ui/format.ts'
import { useWords } from '../../../ui/words.ts'
import { draftAt, dropDraft } from '../drafts.ts'
import { goTo } from '../route.ts'
import { useStaff } from '../state.ts'

/** 没记完的: what somebody was at when the phone rang or died, one tap from going on. */
export function Unfinished(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const all = (Object.keys(useStaff().drafts) as DraftKey[]).flatMap((key) => { const draft = draftAt(key); return draft && pageOf(key) !== 'gate' ? [{ key, ...draft }] : [] })
  if (all.length === 0) return null
  return (
    <section className="building" aria-label={t('field.phone.unfinished')}><h2>{t('field.phone.unfinished')}</h2><ul>{all.map(({ key, title, at }) => (
      <li key={key} className="unfinished"><span className="grow"><b>{title}</b><small className="dim">{f.when(at)}</small></span>
        <button type="button" className="plain-button strong" onClick={() => goTo(pageOf(key), pageOf(key) === 'post' ? '' : key.slice(key.indexOf('/') + 1))}>{t('field.phone.goOn')}</button><button type="button" className="plain-button" onClick={() => dropDraft(key)}>{t('field.phone.dropIt')}</button></li>
    ))}</ul></section>
  )
}
