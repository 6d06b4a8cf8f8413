import { Button, Input } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { linksApi } from '../../modules/links/contract.ts'
import { passesApi, reprintReasons, type PassCard } from '../../modules/passes/contract.ts'
import { plateText } from '../../modules/people/rules.ts'
import { ActionBar, Section } from '../../ui/card.tsx'
import { copyText } from '../../ui/copy.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { lastDayOf } from '../../ui/passes.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

type Doing = 'reprint' | 'revoke' | 'link'

/** What can be done to this pass now, and only that; the daily ones in one or two presses. */
export function PassActions({ pass }: { pass: PassCard }): ReactNode {
  const t = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<Doing>()
  const acts = useActs(pass)
  const can = (action: PassCard['actions'][number]) => pass.actions.includes(action)
  const done = () => setDoing(undefined)
  const hasLink = pass.householdId !== null && may('passes.issue')
  if (pass.actions.length === 0 && !hasLink) return null
  return (
    <>
      {doing === 'reprint' ? <Reprint pass={pass} onDone={done} /> : null}
      {doing === 'revoke' ? <Revoke pass={pass} onDone={done} /> : null}
      {doing === 'link' && pass.householdId ? <HouseholdLink householdId={pass.householdId} /> : null}
      <ActionBar>
        {can('print') ? <Button type="primary" onClick={() => void navigate({ to: '/passes/print' as never, search: { ids: pass.passId } as never })}>{t('passes.act.print')}</Button> : null}
        {can('confirm') ? <Button type="primary" loading={acts.confirm.isPending} onClick={() => acts.confirm.mutate({ passId: pass.passId })}>{t('passes.act.confirm')}</Button> : null}
        {can('decline') ? <Button loading={acts.decline.isPending} onClick={() => acts.decline.mutate({ passId: pass.passId })}>{t('passes.act.decline')}</Button> : null}
        {can('arrive') ? <Button type="primary" loading={acts.arrive.isPending} onClick={() => acts.arrive.mutate({ passId: pass.passId })}>{t('passes.act.arrive')}</Button> : null}
        {can('recheck') ? <Button type={pass.recheckLate ? 'primary' : 'default'} loading={acts.recheck.isPending} onClick={() => acts.recheck.mutate({ passId: pass.passId })}>{t('passes.act.recheck')}</Button> : null}
        {can('reprint') ? <Button aria-expanded={doing === 'reprint'} onClick={() => setDoing(doing === 'reprint' ? undefined : 'reprint')}>{t('passes.act.reprint')}</Button> : null}
        {can('renew') ? <Button loading={acts.renew.isPending} onClick={() => acts.renew.mutate({ passId: pass.passId })}>{t('passes.act.renew')}</Button> : null}
        {hasLink ? <Button aria-expanded={doing === 'link'} onClick={() => setDoing(doing === 'link' ? undefined : 'link')}>{t('passes.act.link')}</Button> : null}
        {can('revoke') ? <Button danger aria-expanded={doing === 'revoke'} onClick={() => setDoing(doing === 'revoke' ? undefined : 'revoke')}>{t('passes.act.revoke')}</Button> : null}
        {can('reinstate') ? <Button type="primary" loading={acts.reinstate.isPending} onClick={() => acts.reinstate.mutate({ passId: pass.passId })}>{t('passes.act.reinstate')}</Button> : null}
      </ActionBar>
    </>
  )
}

function useActs(pass: PassCard) {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const onRefused = (error: Parameters<typeof tError>[0]) => say(tError(error))
  const reopen = useCommandOf(passesApi.reopenVisitor)
  const undoRecheck = useCommandOf(passesApi.undoRecheck)
  const revoke = useCommandOf(passesApi.revokePass)
  const { passId, name, number } = pass
  const visit = (word: string) => ({ onDone: () => offerUndo(t(`passes.act.${word}`, { name }), () => reopen.mutateAsync({ passId })), onRefused })
  return {
    confirm: useCommandOf(passesApi.confirmVisitor, visit('confirmed')), decline: useCommandOf(passesApi.declineVisitor, visit('declined')), arrive: useCommandOf(passesApi.arriveVisitor, visit('arrived')),
    recheck: useCommandOf(passesApi.recheckVehicle, { onDone: () => offerUndo(t('passes.act.rechecked', { plate: plateText(pass.plate ?? '') }), () => undoRecheck.mutateAsync({ passId })), onRefused }),
    renew: useCommandOf(passesApi.renewPass, { onDone: (after) => say(t('passes.act.renewed', { number, day: f.day(lastDayOf(after.validUntil)) })), onRefused }),
    reinstate: useCommandOf(passesApi.reinstatePass, { onDone: () => offerUndo(t('passes.act.reinstated', { number }), () => revoke.mutateAsync({ passId, reason: t('passes.form.undoReason') })), onRefused }),
  }
}

/** 补办 in two presses: the button, then the reason; the new paper is on the screen at once. */
function Reprint({ pass, onDone }: { pass: PassCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const navigate = useNavigate()
  const reprint = useCommandOf(passesApi.reprintPass, {
    onDone: () => {
      say(t('passes.act.reprinted', { number: pass.number }))
      onDone()
      void navigate({ to: '/passes/print' as never, search: { ids: pass.passId } as never })
    },
    onRefused: (error) => say(tError(error)),
  })
  return (
    <Section title={t('passes.act.reprintWhy')}>
      <div className="choices" role="group" aria-label={t('passes.act.reprintWhy')}>
        {reprintReasons.map((why) => <button key={why} type="button" className="choice" disabled={reprint.isPending} onClick={() => reprint.mutate({ passId: pass.passId, why })}>{t(`passes.reprint.${why}`)}</button>)}
      </div>
    </Section>
  )
}

function Revoke({ pass, onDone }: { pass: PassCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const back = useCommandOf(passesApi.reinstatePass)
  const revoke = useCommandOf(passesApi.revokePass, {
    onDone: () => { offerUndo(t('passes.act.revoked', { number: pass.number }), () => back.mutateAsync({ passId: pass.passId })); onDone() }, onRefused: (error) => setFault(tError(error)),
  })
  const submit = () => (reason.trim().length < 2 ? setFault(t('passes.act.reasonNeeded')) : revoke.mutate({ passId: pass.passId, reason: reason.trim() }))
  return (
    <Section title={t('passes.act.revoke')}>
      <Guided onSubmit={submit} faults={fault ? { reason: fault } : {}}>
        <Field label={t('passes.act.revokeWhy')} fault={fault}><Input size="large" autoFocus maxLength={200} placeholder={t('passes.act.revokeHint')} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
        <FormFoot go={t('passes.act.revoke')} busy={revoke.isPending} onBack={onDone} back={t('ui.form.cancel')} />
      </Guided>
    </Section>
  )
}

/** 家庭码: shown to be scanned by the household's phone, or sent. */
function HouseholdLink({ householdId }: { householdId: string }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const revoke = useCommandOf(linksApi.revokeLink)
  const make = useCommandOf(passesApi.householdLink, { touches: [], onRefused: (error) => say(tError(error)) })
  const link = make.data
  const copy = async (url: string) => { if (await copyText(url)) say(t('passes.card.linkCopied')) }
  if (!link) return <Section title={t('passes.card.link')}><p className="muted">{t('passes.card.linkHint')}</p><Button loading={make.isPending} onClick={() => make.mutate({ householdId })}>{t('passes.card.linkMake')}</Button></Section>
  return (
    <Section title={t('passes.card.link')}>
      <p className="muted">{t('passes.card.linkHint')}</p>
      <div className="pass-link">
        <img src={`data:image/svg+xml,${encodeURIComponent(link.qrSvg)}`} alt={t('passes.card.link')} />
        <div className="stack">
          <Button onClick={() => void copy(link.url)}>{t('passes.card.linkCopy')}</Button>
          <Button loading={revoke.isPending} onClick={() => revoke.mutate({ linkId: link.linkId }, { onSuccess: () => make.reset() })}>{t('links.poster.revoke')}</Button>
        </div>
      </div>
    </Section>
  )
}
