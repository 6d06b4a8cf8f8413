import { Button } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { passesApi, type PassCard } from '../../modules/passes/contract.ts'
import { ApiError, ask } from '../../ui/client.ts'
import { invalidate, useCommandOf } from '../../ui/queries.ts'
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
  const tError = useErrorWords()
  const queries = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const label = t(photoAt === null ? 'passes.photo.add' : 'passes.photo.replace')
  const send = async (file: File) => {
    setBusy(true)
    try {
      await ask(passesApi.addPassPhoto, { passId }, { file: await portrait(file) })
      say(t('passes.photo.added'))
      await invalidate(queries, ['passes'])
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      say(tError(error))
    } finally {
      setBusy(false)
      if (field.current) field.current.value = ''
    }
  }
  return (
    <>
      <Button loading={busy} onClick={() => field.current?.click()}>{busy ? t('passes.photo.sending') : label}</Button>
      <input ref={field} type="file" accept="image/*" capture="user" className="visually-hidden" tabIndex={-1} aria-label={label} disabled={busy} onChange={(event) => { const file = event.target.files?.[0]; if (file) void send(file) }} />
    </>
  )
}
