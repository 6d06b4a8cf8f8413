import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { certificatesApi, type CertificateCard, type ItemShown } from '../../modules/certificates/contract.ts'
import { byHand } from '../../modules/certificates/rules.ts'
import type { PersonBrief } from '../../modules/people/contract.ts'
import { StateTag, Why } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { PickPerson } from '../exits/PickPerson.tsx'

const COPIES = ['1', '2', '3', '4'] as const

/** Who it is for and what the records say, where it was begun from a card. */
export interface Begun { person: PersonBrief; note: string }

/** 可以开: check, choose who, say what for; the text is there, written from the register. */
export function IssueForm({ item, begun, onMade }: { item: ItemShown; begun?: Begun | undefined; onMade: (c: CertificateCard) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [person, setPerson] = useState<PersonBrief | undefined>(begun?.person)
  const [purpose, setPurpose] = useState('')
  const [note, setNote] = useState(begun?.note ?? '')
  const [copies, setCopies] = useState<(typeof COPIES)[number]>('1')
  const [own, setOwn] = useState<string>()
  const [faults, setFaults] = useState<Record<string, string>>({})
  const told = { code: item.code, personId: person?.id ?? '', purpose: purpose.trim(), note: note.trim() }
  const draft = useQueryOf(certificatesApi.draftCertificate, told, { enabled: person !== undefined, keep: true })
  const takeBack = useCommandOf(certificatesApi.takeBackCertificate)
  const ask = useCommandOf(certificatesApi.askForCertificate, {
    onDone: (c) => {
      onMade(c)
      if (c.state === 'waiting') offerUndo(t('certificates.desk.asked'), () => takeBack.mutateAsync({ certificateId: c.certificateId }))
      else say(t('certificates.desk.issued', { number: c.number ?? '' }))
    },
    onRefused: (error) => setFaults({ who: tError(error) }),
  })
  const submit = () => {
    const found = { ...(person ? {} : { who: t('certificates.desk.whoNeed') }), ...(purpose.trim().length < 2 ? { purpose: t('certificates.desk.purposeNeed') } : {}), ...(item.asks && note.trim() === '' ? { note: t('certificates.desk.noteNeed', { asks: item.asks }) } : {}) }
    setFaults(found)
    if (Object.keys(found).length === 0) ask.mutate({ ...told, copies: Number(copies), ...(own !== undefined && item.editable ? { text: own } : {}) })
  }
  const registerLacks = (draft.data?.lacking ?? []).filter((name) => !byHand(name))
  const approval = { none: t('certificates.desk.approvalNone'), second: t('certificates.desk.approvalSecond'), head: t('certificates.desk.approvalHead', { head: draft.data?.headName ?? '' }) }[item.approval]
  if (item.stopped) return <section className="paper certificate-answer"><header className="row"><h2 className="grow">{item.name}</h2><StateTag tone="off">{t('certificates.desk.stopped')}</StateTag></header></section>
  return (
    <section className="paper certificate-answer" aria-label={item.name}>
      <header className="row"><h2 className="grow">{item.name}</h2><StateTag tone="good">{t('certificates.desk.may')}</StateTag></header>
      <Why>{item.use}<br /><span className="small">{t('certificates.desk.basis')} {item.basis}</span></Why>
      <div className="certificate-checks"><h3>{t('certificates.desk.checks')}</h3><ol>{item.checks.map((check) => <li key={check}>{check}</li>)}</ol></div>
      <Guided onSubmit={submit} faults={faults}>
        <Field label={t('certificates.desk.who')} fault={faults['who'] ?? (draft.error ? tError(draft.error) : undefined)} group><PickPerson label={t('certificates.desk.who')} value={person} onChange={setPerson} /></Field>
        <Field label={t('certificates.desk.purpose')} fault={faults['purpose']}><Input size="large" maxLength={60} placeholder={t('certificates.desk.purposeHint')} value={purpose} onChange={(event) => setPurpose(event.target.value)} /></Field>
        {item.asks ? <Field label={item.asks} fault={faults['note']}><Input size="large" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></Field> : null}
        <Field label={t('certificates.desk.copies')} group><Choices label={t('certificates.desk.copies')} value={copies} onChange={setCopies} options={COPIES.map((value) => ({ value, label: value }))} /></Field>
        <Field label={t('certificates.desk.text')} hint={`${t(item.editable ? 'certificates.desk.textMay' : 'certificates.desk.textHint')} ${t('certificates.desk.masked')}`} fault={registerLacks.length > 0 ? t('certificates.desk.lacking', { lacking: registerLacks.join('、') }) : undefined} group>
          {!draft.data ? <p className="dim">{t('certificates.desk.writing')}</p> : item.editable ? <Input.TextArea aria-label={t('certificates.desk.text')} autoSize={{ minRows: 3 }} maxLength={1200} value={own ?? draft.data.text} onChange={(event) => setOwn(event.target.value)} /> : <p className="certificate-text">{draft.data.text}</p>}
        </Field>
        <FormFoot go={t(item.approval === 'none' ? 'certificates.desk.go' : 'certificates.desk.goAsk')} busy={ask.isPending}><span className="muted small grow">{approval}</span></FormFoot>
      </Guided>
    </section>
  )
}
