import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { careApi, coverKinds, type CoverKind, type UncaredHome } from '../../modules/care/contract.ts'
import { namesCarer } from '../../modules/care/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

const SHOWN = 3

/** 家里没人照料: stands above everything until somebody says who cares for them. */
export function Uncared(): ReactNode {
  const t = useWords()
  const language = useLanguage()
  const [at] = useAddress()
  const [all, setAll] = useState(false)
  const items = (useQueryOf(careApi.listUncared, {}, { keep: true, every: 60_000 }).data?.items ?? []).toSorted((a, b) => Number(b.householdId === at['home']) - Number(a.householdId === at['home']))
  if (items.length === 0) return null
  return (
    <section className="uncared" aria-label={t('care.uncared.title')}>
      <h2 className="bad-ink">{t('care.uncared.homes', { n: items.length })}</h2>
      {items.slice(0, all ? undefined : SHOWN).map((home) => <Home key={home.householdId} home={home} />)}
      {items.length > SHOWN && !all ? <Button type="link" size="small" onClick={() => setAll(true)}>{t('care.uncared.more', { n: items.length - SHOWN })}</Button> : null}
      {[...new Set(items.map(({ law }) => law[language]))].map((law) => <p key={law} className="dim small">{law}</p>)}
    </section>
  )
}

function Home({ home: { householdId, areaName, door, since, taken, left } }: { home: UncaredHome }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  const may = useMay()
  const [at] = useAddress()
  const [open, setOpen] = useState(at['home'] === householdId)
  const comma = language === 'zh' ? '、' : ', '
  const where = [...new Set(taken.map((one) => one.where))].map((one) => t(`care.uncared.where.${one}`)).join(comma)
  const names = left.map((one) => [one.age === null ? one.name : t('care.uncared.age', { name: one.name, n: one.age }), ...one.groups.map((group) => t(`people.careGroups.${group}`))].join(' ')).join(comma)
  return (
    <div className="home">
      <div className="row"><span className="grow"><b>{areaName}{door}</b> · {t('care.uncared.left', { names })} <span className="muted small">{t('care.uncared.taken', { names: taken.map((one) => one.name).join(comma), where })} · {f.when(since)}</span></span>
        {may('care.visit') && !open ? <Button type="primary" onClick={() => setOpen(true)}>{t('care.uncared.cover')}</Button> : null}</div>
      {open ? <CoverForm householdId={householdId} onBack={() => setOpen(false)} /> : null}
    </div>
  )
}

function CoverForm({ householdId, onBack }: { householdId: string; onBack: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [kind, setKind] = useState<CoverKind>()
  const [carerName, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const undo = useCommandOf(careApi.undoCover)
  const send = useCommandOf(careApi.coverHome, {
    onDone: ({ coverId }) => offerUndo(t('care.uncared.saved', { who: carerName.trim() || t(`care.covers.${kind ?? 'able'}`) }), () => undo.mutateAsync({ coverId })),
    onRefused: (error) => setFaults({ [error.code === 'care.phoneWrong' ? 'phone' : 'name']: tError(error) }),
  })
  const named = kind !== undefined && namesCarer(kind)
  const submit = () => {
    const found = { ...(kind ? {} : { kind: t('care.uncared.whoNeed') }), ...(named && !carerName.trim() ? { name: t('care.uncared.nameNeed') } : {}) }
    setFaults(found)
    if (kind && Object.keys(found).length === 0) send.mutate({ householdId, kind, ...(named ? { carerName: carerName.trim(), ...(phone.trim() ? { phone: phone.trim() } : {}) } : {}) })
  }
  return (
    <Guided onSubmit={submit} faults={faults}>
      <Field label={t('care.uncared.who')} fault={faults['kind']} group><Choices label={t('care.uncared.who')} value={kind} onChange={setKind} options={coverKinds.map((value) => ({ value, label: t(`care.covers.${value}`) }))} /></Field>
      {named ? <div className="care-pair">
        <Field label={t('care.uncared.name')} fault={faults['name']}><Input size="large" maxLength={60} value={carerName} onChange={(event) => setName(event.target.value)} /></Field>
        <Field label={t('care.uncared.phone')} fault={faults['phone']} optional><Input size="large" inputMode="tel" maxLength={20} value={phone} onChange={(event) => setPhone(event.target.value)} /></Field>
      </div> : null}
      <FormFoot go={t('care.uncared.save')} busy={send.isPending} onBack={onBack} />
    </Guided>
  )
}
