import { Button } from 'antd'
import type { ReactNode } from 'react'
import { passesApi, type PassCard } from '../../modules/passes/contract.ts'
import { ask } from '../../ui/client.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { useSending } from '../../ui/sending.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { photoUrl, portrait } from './portrait.ts'

/** 照片, where the community wants one: the camera of a phone, the files of a desk. */
export function PassPhoto({ pass }: { pass: PassCard }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const may = useMay()
  const remove = useCommandOf(passesApi.removePassPhoto, { touches: ['passes'], onDone: () => say(t('passes.photo.removed')), onRefused: (error) => say(tError(error)) })
  const mayAdd = pass.actions.includes('photo')
  if (!mayAdd && pass.photoAt === null) return null
  return (
    <div className="pass-photo">
      {pass.photoAt === null ? null : <img src={photoUrl(pass.passId, pass.photoAt)} alt={t('passes.photo.alt', { name: pass.name })} />}
      <div className="stack">
        {mayAdd ? <Add pass={pass} /> : null}
        {pass.photoAt !== null && may('passes.issue') ? <Button type="text" loading={remove.isPending} onClick={() => remove.mutate({ passId: pass.passId })}>{t('passes.photo.remove')}</Button> : null}
        {mayAdd && pass.photoAt === null ? <span className="muted small">{t('passes.photo.hint')}</span> : null}
      </div>
    </div>
  )
}

function Add({ pass: { passId, photoAt } }: { pass: PassCard }): ReactNode {
  const t = useWords()
  const label = t(photoAt === null ? 'passes.photo.add' : 'passes.photo.replace')
  const { field, busy, send } = useSending(async (file) => ask(passesApi.addPassPhoto, { passId }, { file: await portrait(file) }), t('passes.photo.added'), ['passes'])
  return (
    <>
      <Button loading={busy} onClick={() => field.current?.click()}>{busy ? t('passes.photo.sending') : label}</Button>
      <input ref={field} type="file" accept="image/*" capture="user" className="visually-hidden" tabIndex={-1} aria-label={label} disabled={busy} onChange={(event) => send(event.target.files?.[0])} />
    </>
  )
}
