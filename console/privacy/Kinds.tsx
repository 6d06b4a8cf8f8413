import { Button, Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { dayOf } from '../../kernel/dates.ts'
import { privacyApi, type Counted, type PrivacyEvent } from '../../modules/privacy/contract.ts'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

interface Decided { decision: 'destroy' | 'keep'; reason: string; keepUntil: string }

/** 清点: how much of each kind there is and how long it is kept; while reviewing, what becomes of it. */
export function Kinds({ event, reviewing, onReviewed }: { event: PrivacyEvent; reviewing: boolean; onReviewed: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [decided, setDecided] = useState<Record<string, Decided>>({})
  const query = useQueryOf(privacyApi.countEvent, { eventId: event.eventId })
  const refused = (error: unknown) => say(tError(error))
  const review = useCommandOf(privacyApi.reviewEvent, { onDone: () => { say(t('privacy.states.reviewed')); onReviewed() }, onRefused: refused })
  const expire = useCommandOf(privacyApi.destroyExpired, { onDone: ({ destroyed }) => say(t('privacy.events.expiredDone', { n: number(destroyed) })), onRefused: refused })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton rows={6} />
  const { kinds, statistics } = query.data
  const of = (k: Counted): Decided => decided[k.kind] ?? { decision: k.decision, reason: k.reason ?? '', keepUntil: k.keepUntil ?? '' }
  const expired = kinds.reduce((sum, k) => sum + k.expired, 0)
  const send = () => review.mutate({ eventId: event.eventId, kinds: kinds.map((k) => { const d = of(k); return { kind: k.kind, decision: d.decision, ...(d.reason.trim() ? { reason: d.reason.trim() } : {}), ...(d.keepUntil ? { keepUntil: d.keepUntil } : {}) } }) })
  return (
    <>
      <div className="kinds"><table className="matrix">
        <thead><tr><th>{t('privacy.events.data')}</th><th className="number">{t('privacy.events.rows')}</th><th>{t('privacy.events.from')}</th><th>{t('privacy.events.to')}</th><th>{t('privacy.events.term')}</th><th>{t('privacy.events.decide')}</th></tr></thead>
        <tbody>{kinds.map((k) => <Row key={k.kind} kind={k} decided={of(k)} reviewing={reviewing} mayEdit={event.actions.some((a) => a !== 'approve')} onChange={(change) => setDecided((b) => ({ ...b, [k.kind]: { ...of(k), ...change } }))} />)}</tbody>
      </table></div>
      <p className="muted">{t('privacy.events.statistics', { n: number(statistics) })}</p>
      <div className="row">
        {reviewing ? <><Button type="primary" loading={review.isPending} onClick={send}>{t('privacy.events.save')}</Button><Button onClick={onReviewed}>{t('ui.form.cancel')}</Button></> : null}
        {!reviewing && expired > 0 && event.state === 'open' && event.actions.includes('stop') ? <Button danger loading={expire.isPending} onClick={() => expire.mutate({ eventId: event.eventId })}>{t('privacy.events.expiredGo', { n: number(expired) })}</Button> : null}
      </div>
    </>
  )
}

function Row({ kind: k, decided: d, reviewing, mayEdit, onChange }: { kind: Counted; decided: Decided; reviewing: boolean; mayEdit: boolean; onChange: (change: Partial<Decided>) => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const name = k.name[language]
  return (
    <tr>
      <th scope="row">{name}{k.how === 'strip' ? <div className="dim small">{t('privacy.how.strip')}</div> : null}</th>
      <td className="number">{number(k.rows)}</td>
      <td className={k.oldest ? 'nowrap' : 'nowrap none'}>{k.oldest ? f.day(dayOf(k.oldest)) : '—'}</td>
      <td className={k.newest ? 'nowrap' : 'nowrap none'}>{k.newest ? f.day(dayOf(k.newest)) : '—'}</td>
      <td><Term kind={k} name={name} mayEdit={mayEdit} />{k.expired > 0 ? <div className="bad-ink small">{t('privacy.events.expired', { n: number(k.expired) })}</div> : null}</td>
      <td>
        {reviewing ? (
          <div className="decide">
            <Select aria-label={`${name} ${t('privacy.events.decide')}`} value={d.decision} options={[{ value: 'destroy', label: t('privacy.events.destroyIt') }, { value: 'keep', label: t('privacy.events.keepIt') }]} onChange={(decision) => onChange({ decision })} />
            {d.decision === 'keep' ? <><Input aria-label={`${name} ${t('privacy.events.keepReason')}`} placeholder={t('privacy.events.keepReason')} value={d.reason} onChange={(event) => onChange({ reason: event.target.value })} /><DayInput aria-label={`${name} ${t('privacy.events.keepUntil')}`} value={d.keepUntil} onChange={(day) => onChange({ keepUntil: day })} /></> : null}
          </div>
        ) : <>{t(d.decision === 'keep' ? 'privacy.events.keepIt' : 'privacy.events.destroyIt')}{k.reason ? <div className="dim small">{k.reason} · {t('privacy.events.keepUntil')} {k.keepUntil ? f.day(k.keepUntil) : ''}</div> : null}</>}
      </td>
    </tr>
  )
}

/** 保存期限: months, or until the event ends. */
function Term({ kind: k, name, mayEdit }: { kind: Counted; name: string; mayEdit: boolean }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [open, setOpen] = useState(false)
  const set = useCommandOf(privacyApi.setRetention, { onDone: () => setOpen(false), onRefused: (error) => say(tError(error)) })
  const said = k.months === null ? t('privacy.events.untilEnd') : t('privacy.events.months', { n: k.months })
  if (!open) return mayEdit ? <button type="button" className="figure" aria-label={`${name} ${said}`} onClick={() => setOpen(true)}>{said}</button> : said
  return <InputNumber autoFocus min={1} max={120} precision={0} aria-label={`${name} ${t('privacy.events.setMonths')}`} placeholder={t('privacy.events.untilEnd')} {...(k.months === null ? {} : { defaultValue: k.months })} style={{ width: 120 }} onBlur={(event) => set.mutate({ kind: k.kind, months: Number(event.target.value) > 0 ? Number(event.target.value) : null })} onPressEnter={(event) => event.currentTarget.blur()} />
}
