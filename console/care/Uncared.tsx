import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { careApi, coverKinds, type CoverKind, type UncaredHome } from '../../modules/care/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'

/** 家里没人照料: stands above everything until somebody says who cares for them. */
export function Uncared(): ReactNode {
  const items = useQueryOf(careApi.listUncared, {}, { keep: true, every: 60_000 }).data?.items ?? []
  return items.map((home) => <Home key={home.householdId} home={home} />)
}

function Home({ home: { householdId, areaName, door, since, taken, left, law } }: { home: UncaredHome }): ReactNode {
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
    <section className="uncared" aria-label={t('care.uncared.title')}>
      <div className="row"><b className="grow"><span className="bad-ink">{t('care.uncared.title')}</span> · {areaName}{door} · {t('care.uncared.left', { names })}</b>
        {may('care.visit') && !open ? <Button type="primary" onClick={() => setOpen(true)}>{t('care.uncared.cover')}</Button> : null}</div>
      <p className="muted small">{t('care.uncared.taken', { names: taken.map((one) => one.name).join(comma), where })} · {f.when(since)} · {law[language]}</p>
      {open ? <CoverForm householdId={householdId} onBack={() => setOpen(false)} /> : null}
    </section>
  )
}

const nameless: readonly CoverKind[] = ['returned', 'able']
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
  const named = kind !== undefined && !nameless.includes(kind)
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
