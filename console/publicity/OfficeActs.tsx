import { Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { publicityApi, type AnnouncementCard } from '../../modules/publicity/contract.ts'
import { mayDo } from '../../modules/publicity/rules.ts'
import type { ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** What the office that said it may do now. */
export function OfficeActs({ a: { announcementId, standing, title }, onWithdraw, onGone }: { a: AnnouncementCard; onWithdraw: () => void; onGone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const onRefused = (error: ApiError) => say(tError(error))
  const takeBack = useCommandOf(publicityApi.takeBackAnnouncement)
  const publish = useCommandOf(publicityApi.publishAnnouncement, { onDone: () => offerUndo(t('publicity.write.published', { title }), () => takeBack.mutateAsync({ announcementId })), onRefused })
  const withdraw = useCommandOf(publicityApi.withdrawAnnouncement)
  const restore = useCommandOf(publicityApi.restoreAnnouncement, { onDone: () => offerUndo(t('publicity.acts.restored', { title }), () => withdraw.mutateAsync({ announcementId, reason: t('publicity.acts.restoredBySlip') })), onRefused })
  const remove = useCommandOf(publicityApi.removeAnnouncement, { onDone: () => { say(t('publicity.acts.removed', { title })); onGone() }, onRefused })
  return (
    <>
      {mayDo(standing, 'publish') ? <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate({ announcementId })}>{t('publicity.acts.publish')}</Button> : null}
      {mayDo(standing, 'edit') ? <Link to={'/publicity/new' as never} search={{ edit: announcementId } as never}><Button>{t('publicity.acts.edit')}</Button></Link> : <Link to={'/publicity/new' as never} search={{ copy: announcementId } as never}><Button>{t('publicity.acts.copy')}</Button></Link>}
      {mayDo(standing, 'remove') ? <Button loading={remove.isPending} onClick={() => remove.mutate({ announcementId })}>{t('publicity.acts.remove')}</Button> : null}
      {mayDo(standing, 'withdraw') ? <Button onClick={onWithdraw}>{t('publicity.acts.withdraw')}</Button> : null}
      {mayDo(standing, 'restore') ? <Button loading={restore.isPending} onClick={() => restore.mutate({ announcementId })}>{t('publicity.acts.restore')}</Button> : null}
    </>
  )
}

/** 撤回, with a reason that residents read. */
export function WithdrawForm({ a: { announcementId, title }, onDone }: { a: AnnouncementCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const restore = useCommandOf(publicityApi.restoreAnnouncement)
  const withdraw = useCommandOf(publicityApi.withdrawAnnouncement, { onDone: () => { offerUndo(t('publicity.acts.withdrawn', { title }), () => restore.mutateAsync({ announcementId })); onDone() }, onRefused: (error: ApiError) => setFaults({ reason: tError(error) }) })
  const submit = () => {
    const found: Record<string, string> = reason.trim().length < 2 ? { reason: t('publicity.acts.reasonNeed') } : {}
    setFaults(found)
    if (!found['reason']) withdraw.mutate({ announcementId, reason: reason.trim() })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <h2>{t('publicity.acts.withdrawTitle', { title })}</h2>
      <Field label={t('publicity.acts.reason')} hint={t('publicity.acts.reasonHint')} fault={faults['reason']}><Input size="large" autoFocus maxLength={300} value={reason} onChange={(event) => { setFaults({}); setReason(event.target.value) }} /></Field>
      <FormFoot go={t('publicity.acts.withdraw')} busy={withdraw.isPending} onBack={onDone} />
    </Guided>
  )
}
