import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { zonesApi, type ZoneItem } from '../../modules/zones/contract.ts'
import { StateTag, type Tone } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { OwnerForm } from './OwnerForm.tsx'
import { AddPhoto, Photos } from './Photos.tsx'

const toneOf: Record<ZoneItem['state'], Tone> = { open: 'off', done: 'good', skipped: 'off', closed: 'off' }

/** One measure: what, who, until when; its button, its evidence, and how it ended. */
export function Item({ item }: { item: ZoneItem }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const [doing, setDoing] = useState<'done' | 'skip' | 'assign'>()
  const can = (action: ZoneItem['actions'][number]) => item.actions.includes(action)
  const owner = item.ownerName ?? (item.ownerRole ? null : undefined)
  return (
    <li className={item.overdue ? 'zone-item late' : `zone-item ${item.state}`} aria-label={item.title[language]}>
      <div className="row zone-line">
        <b className="grow">{item.title[language]}</b>
        {item.state === 'open' ? <StateTag tone={item.overdue ? 'bad' : f.dueTone(item.dueAt)}><span title={f.at(item.dueAt)}>{item.overdue ? f.due(item.dueAt) : t('zones.card.due', { when: f.when(item.dueAt) })}</span></StateTag> : <StateTag tone={toneOf[item.state]}>{t(`zones.state.${item.state}`)}</StateTag>}
      </div>
      <p className="muted small">
        {item.ownerRole ? <>{t(`duty.roles.${item.ownerRole}`)} </> : null}{owner === undefined ? null : owner === null ? <span className="bad-ink">{t('zones.card.noOwner')}</span> : <b>{owner}</b>}{item.mine ? <> · {t('zones.card.mine')}</> : null}
        {item.settledAt && item.settlerName ? <> · {t('zones.card.doneBy', { name: item.settlerName, when: f.when(item.settledAt) })}</> : null}
        {item.note ? <> · {item.note}</> : null}
      </p>
      {item.source ? <p className="dim small source">{t('zones.card.source', { text: item.source[language] })}</p> : null}
      <Photos item={item} removable={can('photo')} />
      {doing === 'assign' ? <OwnerForm item={item} onDone={() => setDoing(undefined)} /> : doing ? <Settle item={item} how={doing} onDone={() => setDoing(undefined)} /> : (
        <div className="row">
          {can('done') ? <Button type="primary" ghost onClick={() => setDoing('done')} aria-label={`${t('zones.item.done')} ${item.title[language]}`}>{t('zones.item.done')}</Button> : null}
          {can('photo') ? <AddPhoto itemId={item.itemId} label={`${t('zones.item.photo')} ${item.title[language]}`} /> : null}
          {can('assign') ? <Button type="text" onClick={() => setDoing('assign')}>{t('zones.item.assign')}</Button> : null}
          {can('skip') ? <Button type="text" onClick={() => setDoing('skip')}>{t('zones.item.skip')}</Button> : null}
          {can('reopen') ? <Reopen item={item} /> : null}
        </div>
      )}
    </li>
  )
}

/** Done with a word if there is one to say; not applicable never without. */
function Settle({ item, how, onDone }: { item: ZoneItem; how: 'done' | 'skip'; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()
  const reopen = useCommandOf(zonesApi.reopenZoneItem)
  const options = {
    onDone: () => { offerUndo(t(how === 'done' ? 'zones.item.doneSaid' : 'zones.item.skipped', { title: item.title[language] }), () => reopen.mutateAsync({ itemId: item.itemId })); onDone() },
    onRefused: (error: Parameters<typeof tError>[0]) => setFault(tError(error)),
  }
  const finish = useCommandOf(zonesApi.finishZoneItem, options)
  const skip = useCommandOf(zonesApi.skipZoneItem, options)
  const submit = () => {
    if (how === 'done') finish.mutate({ itemId: item.itemId, ...(text.trim() ? { note: text } : {}) })
    else if (text.trim().length < 2) setFault(t('zones.item.promptReason'))
    else skip.mutate({ itemId: item.itemId, reason: text })
  }
  const label = t(how === 'done' ? 'zones.item.note' : 'zones.item.skipReason')
  return (
    <form className="zone-settle" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <Input autoFocus aria-label={label} maxLength={300} placeholder={`${label} ${t(how === 'done' ? 'zones.item.notePlaceholder' : 'zones.item.skipPlaceholder')}`} value={text} onChange={(event) => setText(event.target.value)} />
      {fault ? <span className="fault bad-ink" role="alert">{fault}</span> : null}
      <div className="row"><Button type="primary" htmlType="submit" loading={finish.isPending || skip.isPending}>{t(`zones.item.${how}`)}</Button><Button onClick={onDone}>{t('ui.form.cancel')}</Button></div>
    </form>
  )
}

function Reopen({ item }: { item: ZoneItem }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const reopen = useCommandOf(zonesApi.reopenZoneItem, { onDone: () => say(t('ui.undo.undone')), onRefused: (error) => say(tError(error)) })
  return <Button type="text" loading={reopen.isPending} onClick={() => reopen.mutate({ itemId: item.itemId })}>{t('zones.item.reopen')}</Button>
}
