import type { ReactNode } from 'react'
import { useFormats } from './format.ts'
import { smaller } from './picture.ts'
import { useSending } from './sending.ts'

interface Photo { photoId: string; takenAt: string; takerName: string | null }

/** Thumbnails; pressed, the whole picture: `<Photos photos={item.photos} path="/api/zones/photos" alt={…} removeLabel={…} onRemove={…} />`. */
export function Photos({ photos, path, alt, removeLabel, onRemove }: { photos: readonly Photo[]; path: string; alt: (photo: { when: string; name: string }) => string; removeLabel: string; onRemove?: ((photoId: string) => void) | undefined }): ReactNode {
  const f = useFormats()
  if (photos.length === 0) return null
  return (
    <ul className="photos">
      {photos.map(({ photoId, takenAt, takerName }) => (
        <li key={photoId}>
          <a href={`${path}/${photoId}`} target="_blank" rel="noreferrer"><img loading="lazy" alt={alt({ when: f.at(takenAt), name: takerName ?? '' })} src={`${path}/${photoId}`} /></a>
          {onRemove ? <button type="button" aria-label={removeLabel} title={removeLabel} onClick={() => onRemove(photoId)}>✕</button> : null}
        </li>
      ))}
    </ul>
  )
}

/** Opens the camera on a phone, the files on a desk; made smaller before it is sent, so that a weak signal carries it. */
export function AddPhoto({ send: work, touches, label, words }: { send: (file: File) => Promise<unknown>; touches: readonly string[]; label: string; words: { add: string; busy: string; done: string } }): ReactNode {
  const { field, busy, send } = useSending(async (file) => work(await smaller(file)), words.done, touches)
  return (
    <label className={busy ? 'camera busy' : 'camera'}>
      {busy ? words.busy : words.add}
      <input ref={field} type="file" accept="image/*" capture="environment" className="visually-hidden" aria-label={label} disabled={busy} onChange={(event) => send(event.target.files?.[0])} />
    </label>
  )
}
