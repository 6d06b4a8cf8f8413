import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { InputOf } from '../../kernel/endpoint.ts'
import { approvals, certificatesApi, type Approval, type ItemShown } from '../../modules/certificates/contract.ts'
import { placeholders } from '../../modules/certificates/data.ts'
import { Card, CardHead, Section } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { newCommandId } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

type Document = InputOf<typeof certificatesApi.saveCertificateItem>
/** What is saved of an item: what it says, not where it comes from. */
export const documentOf = ({ code, name, basis, use, checks, said, asks, template, editable, approval, validDays, seal }: ItemShown): Document => ({ code, name, basis, use, checks, said, asks, template, editable, approval, validDays, seal })

interface Draft { name: string; basis: string; use: string; checks: string; said: string; asks: string; template: string; editable: boolean; approval: Approval | undefined; validDays: string; seal: string }
const draftOf = (item: ItemShown | undefined): Draft => ({
  name: item?.name ?? '', basis: item?.basis ?? '', use: item?.use ?? '', checks: item?.checks.join('\n') ?? '', said: item?.said.join('、') ?? '', asks: item?.asks ?? '', template: item?.template ?? '', editable: item?.editable ?? false, approval: item?.approval,
  validDays: item?.validDays ? String(item.validDays) : '', seal: item?.seal ?? '',
})
const parts = (text: string, at: RegExp): string[] => text.split(at).map((one) => one.trim()).filter(Boolean)

/** 列入或修改一项: basis, use, what is checked, the text, who approves, how long it holds; papers issued before keep their words. */
export function ItemForm({ item, onDone }: { item: ItemShown | undefined; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [d, setDraft] = useState(() => draftOf(item))
  const [code] = useState(() => item?.code ?? `own${newCommandId().replaceAll('-', '').slice(-12)}`)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const save = useCommandOf(certificatesApi.saveCertificateItem, { onDone: (after) => { say(t('certificates.lists.saved', { name: after.name })); onDone() }, onRefused: (error) => setFaults({ [error.code === 'certificates.unknownPlaceholder' ? 'template' : 'name']: tError(error) }) })
  const submit = () => {
    const days = d.validDays.trim() === '' ? null : Number(d.validDays)
    const texts = { name: d.name.trim(), basis: d.basis.trim(), use: d.use.trim(), template: d.template.trim(), seal: d.seal.trim() }
    const checks = parts(d.checks, /\n/)
    const need = t('certificates.lists.need')
    const found: Record<string, string> = {
      ...Object.fromEntries(Object.entries(texts).filter(([key, text]) => text.length < (key === 'template' ? 10 : 2)).map(([key]) => [key, need])),
      ...(checks.length === 0 ? { checks: need } : {}), ...(d.approval ? {} : { approval: need }), ...(days !== null && !(Number.isInteger(days) && days >= 1 && days <= 730) ? { validDays: t('certificates.lists.needNumber') } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.approval) return
    save.mutate({ code, ...texts, checks, said: parts(d.said, /[、,,\n]/), asks: d.asks.trim() || null, editable: d.editable, approval: d.approval, validDays: days })
  }
  const line = (key: 'name' | 'basis' | 'use' | 'seal', max: number) => <Field label={t(`certificates.lists.${key}`)} fault={faults[key]}><Input size="large" maxLength={max} value={d[key]} onChange={(event) => set({ [key]: event.target.value })} /></Field>
  return (
    <Card>
      <CardHead name={item?.name ?? t('certificates.lists.add')} under={t('certificates.lists.kept')} />
      <Guided onSubmit={submit} faults={faults}>
        {line('name', 40)}{line('basis', 200)}{line('use', 200)}
        <Field label={t('certificates.lists.checks')} hint={t('certificates.lists.checksHint')} fault={faults['checks']}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={800} value={d.checks} onChange={(event) => set({ checks: event.target.value })} /></Field>
        <Field label={t('certificates.lists.said')} hint={t('certificates.lists.saidHint')} optional><Input size="large" maxLength={300} value={d.said} onChange={(event) => set({ said: event.target.value })} /></Field>
        <Field label={t('certificates.lists.template')} hint={t('certificates.lists.templateHint', { names: placeholders.map((name) => `{${name}}`).join(' ') })} fault={faults['template']}><Input.TextArea autoSize={{ minRows: 4 }} maxLength={1000} value={d.template} onChange={(event) => set({ template: event.target.value })} /></Field>
        <Field label={t('certificates.lists.asks')} hint={t('certificates.lists.asksHint')} optional><Input size="large" maxLength={60} value={d.asks} onChange={(event) => set({ asks: event.target.value })} /></Field>
        <Field label={t('certificates.lists.editable')} group><Choices label={t('certificates.lists.editable')} value={d.editable ? 'yes' : 'no'} onChange={(value) => set({ editable: value === 'yes' })} options={[{ value: 'no', label: t('certificates.lists.editableNo') }, { value: 'yes', label: t('certificates.lists.editableYes') }]} /></Field>
        <Field label={t('certificates.lists.approval')} fault={faults['approval']} group><Choices label={t('certificates.lists.approval')} value={d.approval} onChange={(approval) => set({ approval })} options={approvals.map((value) => ({ value, label: t(`certificates.approvals.${value}`) }))} /></Field>
        <Field label={t('certificates.lists.validDays')} hint={t('certificates.lists.validHint')} fault={faults['validDays']} optional><Input size="large" inputMode="numeric" maxLength={3} value={d.validDays} onChange={(event) => set({ validDays: event.target.value })} /></Field>
        {line('seal', 40)}
        <FormFoot go={t('certificates.lists.save')} busy={save.isPending} back={t('certificates.lists.cancel')} onBack={onDone} />
      </Guided>
      {item ? <Versions code={item.code} /> : null}
    </Card>
  )
}

function Versions({ code }: { code: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const all = useQueryOf(certificatesApi.certificateItemVersions, { code }).data?.items ?? []
  if (all.length === 0) return null
  return <Section title={t('certificates.lists.versions')}><ul className="certificate-items">{all.map((one) => <li key={one.itemId}>{t('certificates.lists.version', { version: one.version, when: one.savedAt ? f.when(one.savedAt) : '', who: one.saverName ?? '' })} {one.stopped ? <StateWord /> : null}</li>)}</ul></Section>
}
const StateWord = (): ReactNode => <span className="dim small">{useWords()('certificates.lists.stopped')}</span>
