import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { certificatesApi, type CertificateCard as Certificate } from '../../modules/certificates/contract.ts'
import { ActionBar, Card, CardHead, Facts, Section, Why } from '../../ui/card.tsx'
import { Failed, Skeleton } from '../../ui/Failed.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { StateOf } from './StateOf.tsx'

type Reasoned = 'refuse' | 'void'

/** 一份证明: what it says, for whom, who took and who approved it, and what can be done with it. */
export function CertificateCard({ certificateId, onGone }: { certificateId: string; onGone: () => void }): ReactNode {
  const query = useQueryOf(certificatesApi.getCertificate, { certificateId })
  const [doing, setDoing] = useState<Reasoned>()
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  const c = query.data
  if (!c) return <Skeleton rows={8} />
  return (
    <Card>
      <Head c={c} />
      {doing ? <ReasonForm c={c} action={doing} onDone={() => setDoing(undefined)} /> : null}
      <Told c={c} />
      {doing ? null : <Acts c={c} onReason={setDoing} onGone={onGone} />}
    </Card>
  )
}

function Head({ c }: { c: Certificate }): ReactNode {
  const t = useWords()
  const words = {
    waiting: t(`certificates.card.waits.${c.approval ?? 'none'}`, { head: c.headName ?? '' }), issued: t('certificates.card.issuedWhy'), void: t('certificates.card.voided', { reason: c.voidReason ?? '' }),
    refused: t('certificates.card.refusedWhy', { reason: c.decideReason ?? '' }), referred: t('certificates.card.referredWhy', { office: c.officeTo ?? '' }),
  }
  return (
    <>
      <CardHead name={c.title} {...(c.number ? { beside: c.number } : {})} under={[c.name, c.address].filter(Boolean).join(' · ') || c.officeName} state={<StateOf state={c.state} />} />
      <Why {...(c.state === 'void' ? { tone: 'bad' as const } : c.state === 'waiting' ? { tone: 'soon' as const } : {})}>{words[c.state]}{c.mayNot ? <><br />{t(`certificates.card.mayNot.${c.mayNot}`, { head: c.headName ?? '' })}</> : null}</Why>
    </>
  )
}

function Told({ c }: { c: Certificate }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const by = (name: string | null, at: string | null) => (at ? t('certificates.card.by', { name: name ?? '', when: f.when(at) }) : null)
  return (
    <>
      {c.state !== 'referred' && c.body ? <Section title={t('certificates.card.text')}><p className="certificate-text">{c.body}</p></Section> : null}
      <Facts rows={[
        [t('certificates.card.said'), c.said], [t('certificates.card.bring'), c.bring], [t('certificates.card.purpose'), c.purpose], [t('certificates.card.copies'), c.copies], [t('certificates.card.seal'), c.seal],
        [t('certificates.card.valid'), c.issuedOn ? (c.validTo ? t('certificates.list.until', { day: f.day(c.validTo) }) : t('certificates.list.forever')) : null],
        [t('certificates.card.asked'), by(c.askerName, c.askedAt)], [t(c.state === 'refused' ? 'certificates.card.refusedBy' : 'certificates.card.decided'), by(c.deciderName, c.decidedAt)], [t('certificates.states.void'), by(c.voiderName, c.voidedAt)],
        [t('certificates.card.office'), c.officeName], [t('certificates.card.basis'), c.basis],
      ]} />
      {c.personId ? <p><Link to={'/people' as never} search={{ open: c.personId } as never}>{t('certificates.card.person')}</Link></p> : null}
    </>
  )
}

function Acts({ c, onReason, onGone }: { c: Certificate; onReason: (action: Reasoned) => void; onGone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { certificateId, actions } = c
  const refused = { onRefused: (error: unknown) => say(tError(error)) }
  const undo = useCommandOf(certificatesApi.voidCertificate, refused)
  const approve = useCommandOf(certificatesApi.approveCertificate, { onDone: (after) => offerUndo(t('certificates.act.approved', { number: after.number ?? '' }), () => undo.mutateAsync({ certificateId, reason: t('certificates.act.undoReason') })), ...refused })
  const takeBack = useCommandOf(certificatesApi.takeBackCertificate, { onDone: () => { onGone(); say(t('certificates.act.takenBack')) }, ...refused })
  if (actions.length === 0) return null
  return (
    <ActionBar>
      {actions.includes('approve') ? <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate({ certificateId })}>{t('certificates.act.approve')}</Button> : null}
      {actions.includes('print') ? <Link to={'/certificates/print' as never} search={{ of: certificateId } as never}><Button type="primary">{t(c.state === 'referred' ? 'certificates.act.printSlip' : 'certificates.act.print')}</Button></Link> : null}
      {actions.includes('refuse') ? <Button onClick={() => onReason('refuse')}>{t('certificates.act.refuse')}</Button> : null}
      {actions.includes('void') ? <Button onClick={() => onReason('void')}>{t('certificates.act.void')}</Button> : null}
      {actions.includes('takeBack') ? <Button loading={takeBack.isPending} onClick={() => takeBack.mutate({ certificateId })}>{t('certificates.act.takeBack')}</Button> : null}
    </ActionBar>
  )
}

function ReasonForm({ c, action, onDone }: { c: Certificate; action: Reasoned; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const done = (text: string) => ({ onDone: () => { onDone(); say(text) }, onRefused: (error: unknown) => setFault(tError(error)) })
  const refuse = useCommandOf(certificatesApi.refuseCertificate, done(t('certificates.act.refused')))
  const makeVoid = useCommandOf(certificatesApi.voidCertificate, done(t('certificates.act.voided', { number: c.number ?? '' })))
  const command = action === 'refuse' ? refuse : makeVoid
  const submit = () => { if (reason.trim().length < 2) setFault(t('certificates.act.reasonNeed')); else command.mutate({ certificateId: c.certificateId, reason: reason.trim() }) }
  return (
    <Guided onSubmit={submit} {...(fault ? { faults: { reason: fault } } : {})}>
      <Field label={t('certificates.act.reason')} fault={fault}><Input size="large" autoFocus maxLength={300} placeholder={t(`certificates.act.reasonHint.${action}`)} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      <FormFoot go={t(`certificates.act.${action}`)} busy={command.isPending} onBack={onDone} />
    </Guided>
  )
}
