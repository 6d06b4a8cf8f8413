import { Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { trades, type Trade } from '../../modules/policies/contract.ts'
import { businessKinds, resumptionApi, type BusinessCard, type BusinessKind } from '../../modules/resumption/contract.ts'
import { isCreditCode, normalCode } from '../../modules/resumption/rules.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices } from '../../ui/choices.tsx'
import type { ApiError } from '../../ui/client.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** Where a refusal belongs; the others are about the business as a whole. */
const FIELD_OF: Record<string, string> = { 'resumption.codeMissing': 'code', 'resumption.codeWrong': 'code', 'resumption.phoneWrong': 'phone', 'resumption.tooManyStaff': 'staff' }
const persons = ['staff', 'toReturn', 'fromHighRisk'] as const
interface Draft { kind: BusinessKind | undefined; name: string; creditCode: string; trade: Trade | undefined; areaId: string | undefined; address: string; contactName: string; phone: string; staff: number | null; toReturn: number | null; fromHighRisk: number | null }
const draftOf = (b: BusinessCard | undefined): Draft => ({
  kind: b?.kind, name: b?.name ?? '', creditCode: b?.creditCode ?? '', trade: b?.trade, areaId: b?.areaId, address: b?.address ?? '', contactName: b?.contactName ?? '', phone: '', staff: b?.staff ?? null, toReturn: b?.toReturn ?? null, fromHighRisk: b?.fromHighRisk ?? null,
})

/** 登记一家、修改登记. */
export function BusinessForm({ business, onDone }: { business?: BusinessCard; onDone: (businessId?: string) => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [d, setDraft] = useState(() => draftOf(business))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const refused = { onRefused: (error: ApiError) => setFaults({ [FIELD_OF[error.code] ?? 'name']: tError(error) }) }
  const remove = useCommandOf(resumptionApi.removeBusinesses)
  const create = useCommandOf(resumptionApi.registerBusiness, {
    onDone: ({ businessId, name }) => {
      offerUndo(t('resumption.act.registered', { name }), async () => { const { kept } = await remove.mutateAsync({ businessIds: [businessId] }); if (kept === 0) onDone(); return t(kept > 0 ? 'resumption.act.removedNot' : 'resumption.act.removed') })
      onDone(businessId)
    }, ...refused,
  })
  const edit = useCommandOf(resumptionApi.editBusiness, { onDone: ({ businessId }) => { say(t('resumption.act.saved')); onDone(businessId) }, ...refused })
  const submit = () => {
    const code = normalCode(d.creditCode)
    const found = {
      ...(d.kind ? {} : { kind: t('resumption.form.kindNeed') }), ...(d.name.trim().length >= 2 ? {} : { name: t('resumption.form.nameNeed') }), ...(code !== '' ? (isCreditCode(code) ? {} : { code: t('resumption.form.codeWrong') }) : d.kind === 'enterprise' ? { code: t('resumption.form.codeNeed') } : {}),
      ...(d.trade ? {} : { trade: t('resumption.form.tradeNeed') }), ...(d.areaId ? {} : { place: t('resumption.form.placeNeed') }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.kind || !d.trade || !d.areaId) return
    const given = Object.fromEntries([['creditCode', code], ['contactName', d.contactName.trim()], ['phone', d.phone.trim()], ...persons.map((key) => [key, d[key] ?? ''])].filter(([, value]) => value !== ''))
    const input = { kind: d.kind, name: d.name.trim(), trade: d.trade, areaId: d.areaId, address: d.address.trim(), ...given }
    if (business) edit.mutate({ businessId: business.businessId, ...input })
    else create.mutate(input)
  }
  return (
    <>
      <h2 style={{ marginBottom: 16, paddingRight: 28 }}>{t(business ? 'resumption.form.edit' : 'resumption.form.title')}</h2>
      <Guided onSubmit={submit} faults={faults}>
        <Field label={t('resumption.form.kind')} fault={faults['kind']} group><Choices label={t('resumption.form.kind')} value={d.kind} onChange={(kind) => set({ kind })} options={businessKinds.map((value) => ({ value, label: t(`resumption.kinds.${value}`) }))} /></Field>
        <Field label={t('resumption.form.name')} fault={faults['name']}><Input size="large" maxLength={80} placeholder={t('resumption.form.nameHint')} value={d.name} onChange={(event) => set({ name: event.target.value })} /></Field>
        <Field label={t('resumption.form.code')} hint={t('resumption.form.codeHint')} fault={faults['code']} optional={d.kind !== 'enterprise'}><Input size="large" maxLength={30} value={d.creditCode} onChange={(event) => set({ creditCode: event.target.value })} /></Field>
        <Field label={t('resumption.form.trade')} fault={faults['trade']} group><Select showSearch optionFilterProp="label" size="large" aria-label={t('resumption.form.trade')} value={d.trade ?? null} options={trades.map((value) => ({ value, label: t(`resumption.trades.${value}`) }))} onChange={(trade) => set({ trade: trade ?? undefined })} /></Field>
        <Field label={t('resumption.form.place')} fault={faults['place']} group><AreaPicker label={t('resumption.form.place')} value={d.areaId} chosen={business ? { id: business.areaId, name: business.areaName } : undefined} onChange={(areaId) => set({ areaId })} /></Field>
        <Field label={t('resumption.form.address')} optional><Input size="large" maxLength={120} value={d.address} onChange={(event) => set({ address: event.target.value })} /></Field>
        <div className="resume-pair">
          <Field label={t('resumption.form.contact')} optional><Input size="large" maxLength={40} value={d.contactName} onChange={(event) => set({ contactName: event.target.value })} /></Field>
          <Field label={t('resumption.form.phone')} fault={faults['phone']} optional><Input size="large" inputMode="tel" maxLength={20} value={d.phone} {...(business?.phoneMasked ? { placeholder: business.phoneMasked } : {})} onChange={(event) => set({ phone: event.target.value })} /></Field>
        </div>
        <div className="resume-pair three">{persons.map((key) => <Field key={key} label={t(`resumption.form.${key}`)} fault={faults[key]} optional><InputNumber size="large" style={{ width: '100%' }} min={0} max={1_000_000} precision={0} value={d[key]} onChange={(n) => set({ [key]: n })} /></Field>)}</div>
        <FormFoot go={t(business ? 'resumption.form.save' : 'resumption.form.go')} busy={create.isPending || edit.isPending} {...(business ? { onBack: () => onDone() } : {})} />
      </Guided>
    </>
  )
}
