import { Button, Checkbox, Input } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { addDays, clockOf, dayOf, instantAt, type Instant } from '../../kernel/dates.ts'
import { announcementKinds, publicityApi, type AnnouncementCard, type AnnouncementKind } from '../../modules/publicity/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Choices } from '../../ui/choices.tsx'
import { ApiError, ask, newCommandId } from '../../ui/client.ts'
import { Loaded } from '../../ui/Failed.tsx'
import { DraftNote, Field, FormFoot, Guided, useDraft } from '../../ui/form.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useToday } from '../../ui/now.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { DayInput, MomentInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useMe } from '../me.ts'
import './publicity.css'

/** 传达期限, as it is chosen: days from today at the hour people are at home, or never. */
const terms = ['today', 'tomorrow', 'other', 'none'] as const
type Term = (typeof terms)[number]
const EVENING = '20:00'

interface Draft { kind: AnnouncementKind | undefined; title: string; rumour: string; body: string; source: string; orderNo: string; fromOn: string; toOn: string; always: boolean; areas: { id: string; name: string }[]; term: Term | undefined; tellBy: string }

/** 发公告: written, a correction of a draft (`?edit=`), or said anew from an old one (`?copy=`). */
export default function WritePage(): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const from = at['edit'] ?? at['copy']
  const query = useQueryOf(publicityApi.getAnnouncement, { announcementId: from ?? '' }, { enabled: from !== undefined })
  return (
    <Page title={t(at['edit'] ? 'publicity.write.editTitle' : 'publicity.write.title')} sub={t('publicity.write.sub')}>
      {from === undefined ? <Form key="new" /> : <Loaded of={query}>{(card) => <Form key={from} card={card} editing={at['edit'] !== undefined} />}</Loaded>}
    </Page>
  )
}

const local = (at: Instant): string => `${dayOf(at)}T${clockOf(at)}`
function begun(today: string, office: { id: string; name: string } | undefined, card: AnnouncementCard | undefined, editing: boolean): Draft {
  const areas = (card?.areas ?? []).map(({ areaId, name }) => ({ id: areaId, name })).filter(({ id }) => id !== office?.id)
  return {
    kind: card?.kind, title: card?.title ?? '', rumour: card?.rumour ?? '', body: card?.body ?? '', source: card?.source ?? office?.name ?? '', orderNo: card?.orderNo ?? '', fromOn: editing ? card?.fromOn ?? today : today,
    toOn: editing ? card?.toOn ?? '' : '', always: editing && card !== undefined && card.toOn === null, areas, term: editing && card ? (card.tellBy ? 'other' : 'none') : undefined, tellBy: editing && card?.tellBy ? local(card.tellBy) : '',
  }
}

function Form({ card, editing = false }: { card?: AnnouncementCard; editing?: boolean }): ReactNode {
  const t = useWords()
  const today = useToday()
  const { area } = useMe()
  const [d, set, draft] = useDraft<Draft>(`publicity.${editing ? 'edit' : 'new'}.${card?.announcementId ?? ''}`, begun(today, area ?? undefined, card, editing))
  const { faults, busy, save } = useSaving(d, today, editing ? card?.announcementId : undefined, draft.drop)
  const put = (change: Partial<Draft>) => set((before) => ({ ...before, ...change }))
  const rumour = d.kind === 'rumour'
  return (
    <Guided onSubmit={() => save(true)} faults={faults}>
      <DraftNote draft={draft} />
      <Field label={t('publicity.list.kind')} fault={faults['kind']} group><Choices label={t('publicity.list.kind')} value={d.kind} onChange={(kind) => put({ kind })} options={announcementKinds.map((value) => ({ value, label: t(`publicity.kinds.${value}`) }))} /></Field>
      <Field label={t('publicity.write.heading')} hint={t('publicity.write.headingHint')} fault={faults['title']}><Input size="large" maxLength={60} value={d.title} onChange={(event) => put({ title: event.target.value })} /></Field>
      {rumour ? <Field label={t('publicity.write.rumour')} hint={t('publicity.write.rumourHint')} fault={faults['rumour']}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} value={d.rumour} onChange={(event) => put({ rumour: event.target.value })} /></Field> : null}
      <Field label={t(rumour ? 'publicity.write.truth' : 'publicity.write.body')} hint={t('publicity.write.bodyHint')} fault={faults['body']}><Input.TextArea autoSize={{ minRows: 6, maxRows: 18 }} maxLength={4000} value={d.body} onChange={(event) => put({ body: event.target.value })} /></Field>
      <div className="pair">
        <Field label={t('publicity.write.source')} hint={t('publicity.write.sourceHint')} fault={faults['source']}><Input size="large" maxLength={60} value={d.source} onChange={(event) => put({ source: event.target.value })} /></Field>
        <Field label={t('publicity.list.orderNo')} hint={t('publicity.write.orderNoHint')} optional><Input size="large" maxLength={60} value={d.orderNo} onChange={(event) => put({ orderNo: event.target.value })} /></Field>
      </div>
      <div className="pair">
        <Field label={t('publicity.list.fromOn')} fault={faults['fromOn']}><DayInput size="large" value={d.fromOn} needed onChange={(fromOn) => put({ fromOn })} /></Field>
        <Field label={t('publicity.write.toOn')} fault={faults['toOn']}><DayInput size="large" value={d.always ? '' : d.toOn} min={d.fromOn} max={addDays(today, 3650)} onChange={(toOn) => put({ toOn, always: false })} /></Field>
      </div>
      <Checkbox checked={d.always} onChange={(event) => put({ always: event.target.checked })}>{t('publicity.write.always')}</Checkbox>
      <Field label={t('publicity.write.tellBy')} hint={t('publicity.write.tellByHint')} fault={faults['term']} group><Choices label={t('publicity.write.tellBy')} value={d.term} onChange={(term) => put({ term })} options={terms.map((value) => ({ value, label: t(`publicity.write.terms.${value}`) }))} /></Field>
      {d.term === 'other' ? <Field label={t('publicity.write.tellByAt')} fault={faults['tellBy']}><MomentInput size="large" value={d.tellBy} onChange={(tellBy) => put({ tellBy })} /></Field> : null}
      <Areas areas={d.areas} own={area?.name ?? ''} onChange={(areas) => put({ areas })} />
      <FormFoot go={t('publicity.acts.publish')} busy={busy} back={t('documents.page.back')} onBack={() => history.back()}><Button size="large" disabled={busy} onClick={() => save(false)}>{t('publicity.write.keep')}</Button></FormFoot>
    </Guided>
  )
}

/** All of one's own, unless parts of it are named. */
function Areas({ areas, own, onChange }: { areas: { id: string; name: string }[]; own: string; onChange: (areas: { id: string; name: string }[]) => void }): ReactNode {
  const t = useWords()
  return (
    <Field label={t('publicity.write.areas')} hint={t('publicity.write.areasHint')} group>
      <p>{areas.length === 0 ? <b>{t('publicity.write.all', { name: own })}</b> : areas.map((one) => <Button key={one.id} size="small" style={{ margin: '0 6px 6px 0' }} aria-label={t('publicity.write.leaveOut', { name: one.name })} onClick={() => onChange(areas.filter(({ id }) => id !== one.id))}>{one.name} ✕</Button>)}</p>
      <AreaPicker key={areas.length} label={t('publicity.write.addArea')} placeholder={t('publicity.write.addArea')} value={undefined} onChange={(id, name) => { if (id && !areas.some((one) => one.id === id)) onChange([...areas, { id, name: name ?? '' }]) }} />
    </Field>
  )
}

type Say = ReturnType<typeof useWords>
function faultsOf(d: Draft, t: Say): Record<string, string> {
  const missing = (key: keyof Draft & string, lacks: boolean) => (lacks ? { [key]: t(`publicity.write.need.${key}`) } : {})
  return {
    ...missing('kind', !d.kind), ...missing('title', d.title.trim().length < 2), ...missing('rumour', d.kind === 'rumour' && d.rumour.trim().length < 2), ...missing('body', d.body.trim().length < 2), ...missing('source', d.source.trim().length < 2),
    ...missing('fromOn', !d.fromOn), ...(!d.always && !d.toOn ? { toOn: t('publicity.write.need.toOn') } : !d.always && d.toOn < d.fromOn ? { toOn: t('publicity.errors.endsBefore') } : {}), ...missing('term', !d.term), ...missing('tellBy', d.term === 'other' && !d.tellBy),
  }
}
function inputOf(d: Draft & { kind: AnnouncementKind }, today: string) {
  const tellBy = d.term === 'today' ? instantAt(today, EVENING) : d.term === 'tomorrow' ? instantAt(addDays(today, 1), EVENING) : d.term === 'other' ? `${d.tellBy}:00+08:00` : undefined
  return {
    kind: d.kind, title: d.title.trim(), body: d.body.trim(), source: d.source.trim(), fromOn: d.fromOn, areaIds: d.areas.map(({ id }) => id), ...(d.kind === 'rumour' ? { rumour: d.rumour.trim() } : {}),
    ...(d.orderNo.trim() ? { orderNo: d.orderNo.trim() } : {}), ...(d.always ? {} : { toOn: d.toOn }), ...(tellBy ? { tellBy } : {}),
  }
}

/** Kept as a draft, and published in the same press where that is meant. What was typed stays where something is refused. */
function useSaving(d: Draft, today: string, editing: string | undefined, drop: () => void) {
  const t = useWords()
  const tError = useErrorWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const send = async (publish: boolean, kind: AnnouncementKind) => {
    const input = inputOf({ ...d, kind }, today)
    const named = { commandId: newCommandId() }
    const { announcementId } = editing ? await ask(publicityApi.editAnnouncement, { announcementId: editing, ...input }, named) : await ask(publicityApi.createAnnouncement, input, named)
    if (publish) await ask(publicityApi.publishAnnouncement, { announcementId }, { commandId: newCommandId() })
    drop()
    await queries.invalidateQueries()
    if (publish) offerUndo(t('publicity.write.published', { title: input.title }), () => ask(publicityApi.takeBackAnnouncement, { announcementId }, { commandId: newCommandId() }))
    else say(t('publicity.write.kept'))
    void navigate({ to: '/publicity' as never, search: { tab: publish ? 'inForce' : 'draft', open: announcementId } as never })
  }
  const save = (publish: boolean) => {
    const found = faultsOf(d, t)
    setFaults(found)
    if (Object.keys(found).length > 0 || !d.kind || busy) return
    setBusy(true)
    send(publish, d.kind).catch((error: unknown) => { if (!(error instanceof ApiError)) throw error; setFaults({ title: tError(error) }) }).finally(() => setBusy(false))
  }
  return { faults, busy, save }
}
