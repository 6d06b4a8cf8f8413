import type { ReactNode } from 'react'
import { PhoneField } from '../../../ui/phone/fields.tsx'
import { useWords } from '../../../ui/words.ts'

export interface Counted { item: string; count: string; sound: boolean; /** 应有: what was handed on before. */ due: number | undefined }
export const asCounted = (all: readonly Counted[]): { item: string; count: number; sound: boolean }[] =>
  all.flatMap(({ item, count, sound }) => (item.trim() !== '' && /^\d{1,5}$/.test(count) ? [{ item: item.trim(), count: Number(count), sound }] : []))

/** 清点: each thing with what should be there; a number somebody has counted, never one that stands there by itself. */
export function Items({ label, all, onChange, onAlike, alike }: { label: string; all: readonly Counted[]; onChange: (all: Counted[]) => void; onAlike: (() => void) | undefined; alike: string }): ReactNode {
  const t = useWords()
  const put = (at: number, change: Partial<Counted>) => onChange(all.map((one, i) => (i === at ? { ...one, ...change } : one)))
  return (
    <PhoneField label={label} group>
      {onAlike ? <button type="button" className="choice" onClick={onAlike}>{alike}</button> : null}
      <ul className="counted">{all.map((one, i) => {
        const short = one.due === undefined || !/^\d+$/.test(one.count) ? 0 : Number(one.count) - one.due
        return (
          <li key={i}>
            {one.due === undefined ? <input className="line" aria-label={t('field.phone.post.item')} placeholder={t('field.phone.post.item')} maxLength={40} value={one.item} onChange={(event) => put(i, { item: event.target.value })} /> : <span><b>{one.item}</b><small>{t('field.phone.post.due', { n: one.due })}</small></span>}
            <input className="line" inputMode="numeric" aria-label={t('field.phone.post.countOf', { item: one.item })} placeholder={t('field.phone.post.count')} maxLength={5} value={one.count} onChange={(event) => put(i, { count: event.target.value.replace(/\D/g, '') })} />
            <button type="button" className="plain-button" aria-pressed={!one.sound} onClick={() => put(i, { sound: !one.sound })}>{t(one.sound ? 'field.phone.post.sound' : 'field.phone.post.broken')}</button>
            {short !== 0 ? <em>{t(short < 0 ? 'field.phone.post.less' : 'field.phone.post.more', { n: Math.abs(short) })}</em> : null}
          </li>
        )
      })}</ul>
      <button type="button" className="plain-button" onClick={() => onChange([...all, { item: '', count: '', sound: true, due: undefined }])}>+ {t('field.phone.post.add')}</button>
    </PhoneField>
  )
}
