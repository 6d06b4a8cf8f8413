import type { ReactNode } from 'react'
import { zonesApi, type ZoneItem } from '../../modules/zones/contract.ts'
import { ask } from '../../ui/client.ts'
import { AddPhoto as Camera, Photos as Thumbnails } from '../../ui/Photos.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** The evidence that a measure is in place. */
export function Photos({ item, removable }: { item: ZoneItem; removable: boolean }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const remove = useCommandOf(zonesApi.removeZonePhoto, { touches: ['zones'], onDone: () => say(t('zones.item.removed')), onRefused: (error) => say(tError(error)) })
  return <Thumbnails photos={item.photos} path="/api/zones/photos" alt={(photo) => t('zones.item.photoAlt', photo)} removeLabel={t('zones.item.removePhoto')} onRemove={removable ? (photoId) => remove.mutate({ photoId }) : undefined} />
}

export function AddPhoto({ itemId, label }: { itemId: string; label: string }): ReactNode {
  const t = useWords()
  return <Camera label={label} send={(file) => ask(zonesApi.addZonePhoto, { itemId }, { file })} touches={['zones']} words={{ add: t('zones.item.photo'), busy: t('zones.item.uploading'), done: t('zones.item.photoAdded') }} />
}
