import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { measures } from '../../modules/policies/contract.ts'
import { quarantineApi, type EpisodeCard } from '../../modules/quarantine/contract.ts'
import { Section } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { asks, missingIn, useOrderActs, type OrderAct, type OrderInput } from './order-acts.ts'

/** A change of an episode: what, by what order, why. */
export function OrderForm({ episode, act, onDone }: { episode: EpisodeCard; act: OrderAct; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [form, setForm] = useState<OrderInput>({ orderNo: '', reason: '', lastExposureOn: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<OrderInput>) => setForm((before) => ({ ...before, ...change }))
  const { send, busy } = useOrderActs(episode.id, onDone)
  const submit = () => {
    const missing = missingIn(act, form)
    setFaults(Object.fromEntries(missing.map((field) => [field, t('ui.form.required')])))
    if (missing.length === 0) send(act, form)
  }
  return (
    <Section title={t(`quarantine.card.${act}`)}>
      <Guided onSubmit={submit} faults={faults}>
        {asks(act, 'measure') ? <Field label={t('quarantine.card.changeTo')} group fault={faults['measure']}><Choices label={t('quarantine.card.changeTo')} options={measures.filter((m) => m !== episode.measure).map((m) => ({ value: m, label: t(`quarantine.measures.${m}`) }))} value={form.measure} onChange={(measure) => set({ measure })} /></Field> : null}
        {asks(act, 'contact') ? <Field label={t('quarantine.card.contact')} group fault={faults['contact']}><Choices label={t('quarantine.card.contact')} options={(['close', 'secondary', 'general'] as const).map((c) => ({ value: c, label: t(`policies.contacts.${c}`) }))} value={form.contact as 'close' | undefined} onChange={(contact) => set({ contact })} /></Field> : null}
        {asks(act, 'lastExposureOn') ? <Field label={t('quarantine.card.lastExposure')} fault={faults['lastExposureOn']}><DayInput size="large" max={f.today} value={form.lastExposureOn} onChange={(day) => set({ lastExposureOn: day })} /></Field> : null}
        {asks(act, 'roomId') || form.measure === 'centralQuarantine' ? <RoomField episodeId={episode.id} value={form.roomId} fault={faults['roomId']} onChange={(roomId) => set({ roomId })} /> : null}
        {asks(act, 'orderNo') ? <Field label={t('quarantine.card.orderNo')} fault={faults['orderNo']}><Input size="large" value={form.orderNo} onChange={(event) => set({ orderNo: event.target.value })} /></Field> : null}
        {asks(act, 'reason') ? <Field label={t('quarantine.card.reason')} fault={faults['reason']}><Input.TextArea rows={2} value={form.reason} onChange={(event) => set({ reason: event.target.value })} /></Field> : null}
        <FormFoot go={t(`quarantine.card.${act}`)} busy={busy} onBack={onDone} back={t('ui.form.cancel')} />
      </Guided>
    </Section>
  )
}

/** Free beds only, also in the sites of the offices above; a full room cannot be chosen. */
function RoomField({ episodeId, value, fault, onChange }: { episodeId: string; value: string | undefined; fault: string | undefined; onChange: (roomId: string) => void }): ReactNode {
  const t = useWords()
  const found = useQueryOf(quarantineApi.freeRooms, { episodeId })
  if (found.data?.items.length === 0) return <p className="why soon">{t('quarantine.card.noFree')}</p>
  return (
    <Field label={t('quarantine.card.freeRooms')} fault={fault}>
      <Select
        size="large" showSearch={{ optionFilterProp: 'label' }} aria-label={t('quarantine.card.freeRooms')} value={value ?? null} onChange={onChange} loading={found.isLoading}
        options={(found.data?.items ?? []).map((r) => ({ value: r.id, label: `${r.siteName} ${r.name} · ${t('quarantine.sitesPage.free', { n: r.free })}` }))}
      />
    </Field>
  )
}
