import type { ReactNode } from 'react'
import { zonesApi, type ZoneItem } from '../../modules/zones/contract.ts'
import { ask } from '../../ui/client.ts'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { useSending } from '../../ui/sending.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { smaller } from './picture.ts'

/** The evidence as thumbnails; pressed, the whole picture. */
export function Photos({ item, removable }: { item: ZoneItem; removable: boolean }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const remove = useCommandOf(zonesApi.removeZonePhoto, { touches: ['zones'], onDone: () => say(t('zones.item.removed')), onRefused: (error) => say(tError(error)) })
  if (item.photos.length === 0) return null
  return (
    <ul className="zone-photos">
      {item.photos.map(({ photoId, takenAt, takerName }) => (
        <li key={photoId}>
          <a href={`/api/zones/photos/${photoId}`} target="_blank" rel="noreferrer"><img loading="lazy" alt={t('zones.item.photoAlt', { when: f.at(takenAt), name: takerName ?? '' })} src={`/api/zones/photos/${photoId}`} /></a>
          {removable ? <button type="button" aria-label={t('zones.item.removePhoto')} title={t('zones.item.removePhoto')} onClick={() => remove.mutate({ photoId })}>✕</button> : null}
        </li>
      ))}
    </ul>
  )
}

/** Opens the camera on a phone, the files on a desk; made smaller before it is sent, so that a weak signal carries it. */
export function AddPhoto({ itemId, label }: { itemId: string; label: string }): ReactNode {
  const t = useWords()
  const { field, busy, send } = useSending(async (file) => ask(zonesApi.addZonePhoto, { itemId }, { file: await smaller(file) }), t('zones.item.photoAdded'), ['zones'])
  return (
    <label className={busy ? 'zone-camera busy' : 'zone-camera'}>
      {busy ? t('zones.item.uploading') : t('zones.item.photo')}
      <input ref={field} type="file" accept="image/*" capture="environment" className="visually-hidden" aria-label={label} disabled={busy} onChange={(event) => send(event.target.files?.[0])} />
    </label>
  )
}
