import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { measures, type ContactKind, type Measure } from '../../modules/policies/contract.ts'
import { quarantineApi, type EpisodeCard } from '../../modules/quarantine/contract.ts'
import { Section } from '../../ui/card.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

export type OrderAct = 'changeMeasure' | 'expose' | 'assignRoom' | 'moveOut' | 'hospital' | 'releaseEarly' | 'cancel'
const BY_ORDER: readonly OrderAct[] = ['changeMeasure', 'releaseEarly']

/** A change of an episode: what, by what order, why. */
export function OrderForm({ episode, act, onDone }: { episode: EpisodeCard; act: OrderAct; onDone: () => void }): ReactNode {
  const t = useWords()
  const [form, setForm] = useState<{ orderNo: string; reason: string; measure?: Measure; contact?: ContactKind; lastExposureOn: string; roomId?: string }>({ orderNo: '', reason: '', lastExposureOn: '' })
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }))
  const { send, busy } = useActs(episode.id, onDone)
  const byOrder = BY_ORDER.includes(act)
  return (
    <Section title={t(`quarantine.card.${act}`)}>
      <Guided onSubmit={() => send(act, form)}>
        {act === 'changeMeasure' ? <Field label={t('quarantine.card.changeMeasure')} group><Choices label={t('quarantine.card.changeMeasure')} options={measures.filter((m) => m !== episode.measure).slice(0, 4).map((m) => ({ value: m, label: t(`quarantine.measures.${m}`) }))} value={form.measure} onChange={(measure) => set({ measure })} /></Field> : null}
        {act === 'expose' ? <Field label={t('quarantine.card.contact')} group><Choices label={t('quarantine.card.contact')} options={(['close', 'secondary'] as const).map((c) => ({ value: c, label: t(`policies.contacts.${c}`) }))} value={form.contact as 'close' | undefined} onChange={(contact) => set({ contact })} /></Field> : null}
        {act === 'expose' ? <Field label={t('quarantine.card.lastExposure')}><Input size="large" type="date" value={form.lastExposureOn} onChange={(event) => set({ lastExposureOn: event.target.value })} /></Field> : null}
        {act === 'assignRoom' || form.measure === 'centralQuarantine' ? <RoomField episodeId={episode.id} value={form.roomId} onChange={(roomId) => set({ roomId })} /> : null}
        {byOrder ? <Field label={t('quarantine.card.orderNo')}><Input size="large" value={form.orderNo} onChange={(event) => set({ orderNo: event.target.value })} /></Field> : null}
        {act === 'assignRoom' ? null : <Field label={t('quarantine.card.reason')}><Input.TextArea rows={2} value={form.reason} onChange={(event) => set({ reason: event.target.value })} /></Field>}
        <FormFoot go={t(`quarantine.card.${act}`)} busy={busy} onBack={onDone} back={t('people.card.cancel')} />
      </Guided>
    </Section>
  )
}

/** Free beds only, also in the sites of the offices above; a full room cannot be chosen. */
function RoomField({ episodeId, value, onChange }: { episodeId: string; value: string | undefined; onChange: (roomId: string) => void }): ReactNode {
  const t = useWords()
  const found = useQueryOf(quarantineApi.freeRooms, { episodeId })
  if (found.data?.items.length === 0) return <p className="why soon">{t('quarantine.card.noFree')}</p>
  return (
    <Field label={t('quarantine.card.freeRooms')}>
      <Select
        size="large" showSearch={{ optionFilterProp: 'label' }} aria-label={t('quarantine.card.freeRooms')} value={value ?? null} onChange={onChange} loading={found.isLoading}
        options={(found.data?.items ?? []).map((r) => ({ value: r.id, label: `${r.siteName} ${r.name} · ${t('quarantine.sitesPage.free', { n: r.free })}` }))}
      />
    </Field>
  )
}

function useActs(episodeId: string, onDone: () => void) {
  const t = useWords()
  const tError = useErrorWords()
  const told = { onDone: () => { say(t('quarantine.card.done')); onDone() }, onRefused: (error: unknown) => say(tError(error)) }
  const change = useCommandOf(quarantineApi.changeMeasure, told)
  const expose = useCommandOf(quarantineApi.recordExposure, told)
  const room = useCommandOf(quarantineApi.assignRoom, told)
  const moveOut = useCommandOf(quarantineApi.moveOut, told)
  const hospital = useCommandOf(quarantineApi.sendToHospital, told)
  const early = useCommandOf(quarantineApi.releaseEarly, told)
  const cancel = useCommandOf(quarantineApi.cancelEpisode, told)
  const send = (act: OrderAct, f: { orderNo: string; reason: string; measure?: Measure; contact?: ContactKind; lastExposureOn: string; roomId?: string }) => {
    const { orderNo, reason } = f
    if (act === 'changeMeasure' && f.measure) change.mutate({ episodeId, measure: f.measure, orderNo, reason, ...(f.roomId ? { roomId: f.roomId } : {}) })
    if (act === 'expose' && f.contact) expose.mutate({ episodeId, contact: f.contact, lastExposureOn: f.lastExposureOn, reason })
    if (act === 'assignRoom' && f.roomId) room.mutate({ episodeId, roomId: f.roomId })
    if (act === 'moveOut') moveOut.mutate({ episodeId, reason })
    if (act === 'hospital') hospital.mutate({ episodeId, reason })
    if (act === 'releaseEarly') early.mutate({ episodeId, orderNo, reason })
    if (act === 'cancel') cancel.mutate({ episodeId, reason })
  }
  return { send, busy: [change, expose, room, moveOut, hospital, early, cancel].some((c) => c.isPending) }
}
