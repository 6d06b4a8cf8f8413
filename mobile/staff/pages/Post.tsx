import { useState, type ReactNode } from 'react'
import { clockOf } from '../../../kernel/dates.ts'
import { differing } from '../../../modules/field/rules.ts'
import { passageApi, type Post as PostData } from '../../../modules/passage/contract.ts'
import { useFormats } from '../../../ui/format.ts'
import { Choice, PhoneField } from '../../../ui/phone/fields.tsx'
import { BigButton, Block, Notice, Screen } from '../../../ui/phone/Screen.tsx'
import { useCommandOf } from '../../../ui/queries.ts'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { bringCarry } from '../carrying.ts'
import { useDraft } from '../drafts.ts'
import { useDuty } from '../gate/DutyStrip.tsx'
import { asCounted, Items, type Counted } from '../gate/Items.tsx'
import type { GateCarried } from '../gate/known.ts'
import { useOnce } from '../once.ts'
import { fieldNow, putInBox } from '../outbox/box.ts'
import { Foot } from '../parts/Foot.tsx'
import { Restored } from '../parts/Restored.tsx'
import { useSignal } from '../parts/StatusBar.tsx'
import { goTo } from '../route.ts'
import { useStaff } from '../state.ts'
import { sync } from '../sync.ts'
import '../gate/gate.css'

/** 值班签到、交接班, on the phone: with its own time, whether there is a signal or not. */
export default function Post(): ReactNode {
  const t = useWords()
  const gate = useStaff().carry?.gate
  const duty = useDuty(gate)
  if (!gate?.post || !duty) return <Screen title={t('field.phone.post.none')} foot={<Foot><BigButton onPress={() => goTo('home')}>{t('field.phone.back')}</BigButton></Foot>}><Notice>{t('field.phone.post.noneHint')}</Notice></Screen>
  return duty.since === null ? <SignOn gate={gate} post={gate.post} comes={duty.comes} /> : <HandOver gate={gate} post={gate.post} since={duty.since} running={duty.running} next={duty.next} />
}

type Shift = PostData['shifts'][number] | undefined
const nameOf = ({ gates, gateId }: GateCarried): string => { const gate = gates.find((one) => one.gateId === gateId); return gate ? `${gate.areaName} ${gate.name}` : '' }
const empty = (items: readonly { item: string; count: number }[]): Counted[] => items.map(({ item, count }) => ({ item, count: '', sound: true, due: count }))
const alike = (all: readonly Counted[]): Counted[] => all.map((one) => (one.due === undefined ? one : { ...one, count: String(one.due) }))
const itemWords = (all: readonly { item: string; count: number }[]): string => all.map((one) => `${one.item} ${one.count}`).join('、')

function SignOn({ gate, post, comes }: { gate: GateCarried; post: PostData; comes: Shift }): ReactNode {
  const t = useWords()
  const handed = post.handed?.items ?? []
  const kept = useDraft(`post/on-${gate.gateId}`, t('field.phone.post.signOn'), () => ({ items: empty(handed), remarks: '' }))
  const { items, remarks } = kept.value
  const there = comes?.signedOnName
  const single = useOnce()
  const record = async () => {
    const found = asCounted(items)
    const less = differing(handed, found)
    await putInBox({
      command: 'passage.signOn', about: null, title: `${t('field.phone.post.signOn')} ${nameOf(gate)}`, input: { gateId: gate.gateId, at: fieldNow(), items: found, ...(remarks.trim() ? { remarks: remarks.trim() } : {}) },
      lines: [comes ? t('field.phone.post.hours', { from: clockOf(comes.startsAt), to: clockOf(comes.endsAt) }) : '', itemWords(found), less.length > 0 ? t('field.phone.post.differs') : '', remarks.trim()].filter(Boolean),
    })
    kept.done()
    goTo('home')
    void sync()
  }
  return (
    <Screen over={nameOf(gate)} title={t('field.phone.post.signOn')} under={comes ? t('field.phone.post.shift', { from: clockOf(comes.startsAt), to: clockOf(comes.endsAt), name: comes.keeperName ?? t('field.phone.post.nobodyYet') }) : ''}
      foot={<Foot><div className="pair"><BigButton onPress={() => void single(record)}>{t('field.phone.post.signOnGo')}</BigButton><BigButton kind="second" onPress={() => goTo('home')}>{t('field.phone.back')}</BigButton></div></Foot>}>
      <Restored kept={kept} />
      {there ? <Notice>{t('field.phone.post.stands', { name: there, clock: clockOf(comes.signedOnAt ?? '') })}</Notice> : null}
      <Handed post={post} />
      {items.length > 0 ? <Items label={t('field.phone.post.check')} all={items} onChange={(next) => kept.set({ items: next })} alike={t('field.phone.post.alike')} onAlike={handed.length > 0 ? () => kept.set({ items: alike(items) }) : undefined} /> : null}
      <Remarks value={remarks} label={t('field.phone.post.checkNote')} onChange={(next) => kept.set({ remarks: next })} />
    </Screen>
  )
}

/** What the one before leaves: said before anybody takes over. */
function Handed({ post: { handed } }: { post: PostData }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (!handed) return <p className="muted">{t('field.phone.post.nothingHanded')}</p>
  return (
    <Block title={t('field.phone.post.handedBy', { name: handed.name, at: f.when(handed.at) })}>
      <p>{itemWords(handed.items) || t('field.phone.post.noItems')}</p>
      {handed.remarks ? <p className={handed.abnormal ? 'why bad' : 'why'}>{handed.remarks}</p> : null}
    </Block>
  )
}

function HandOver({ gate, post, since, running, next }: { gate: GateCarried; post: PostData; since: string; running: Shift; next: Shift }): ReactNode {
  const t = useWords()
  const { records } = useStaff()
  const before = takenHere(records, gate.gateId) ?? (running?.takenItems.length ? running.takenItems : (post.handed?.items ?? []))
  const kept = useDraft<{ items: Counted[]; remarks: string; abnormal?: 'yes' | 'no' }>(`post/over-${gate.gateId}`, t('field.phone.post.handOver'), () => ({
    items: before.length > 0 ? empty(before) : (['thermometer', 'mask', 'disinfectant'] as const).map((key) => ({ item: t(`passage.desk.hand.standard.${key}`), count: '', sound: true, due: undefined })), remarks: '',
  }))
  const { items, remarks, abnormal } = kept.value
  const [fault, setFault] = useState<string>()
  const single = useOnce()
  const record = async () => {
    if (abnormal === undefined) { setFault(t('field.phone.post.sayWhether')); return }
    if (abnormal === 'yes' && !remarks.trim()) { setFault(t('field.phone.post.sayWhat')); return }
    const left = asCounted(items)
    await putInBox({
      command: 'passage.handOver', about: null, title: `${t('field.phone.post.handOver')} ${nameOf(gate)}`, input: { gateId: gate.gateId, at: fieldNow(), items: left, abnormal: abnormal === 'yes', ...(remarks.trim() ? { remarks: remarks.trim() } : {}) },
      lines: [itemWords(left), t(abnormal === 'yes' ? 'passage.desk.hand.abnormal' : 'passage.desk.hand.normal'), remarks.trim()].filter(Boolean),
    })
    kept.done()
    goTo('home')
    void sync()
  }
  return (
    <Screen over={nameOf(gate)} title={t('field.phone.post.handOver')} under={t('field.phone.post.since', { clock: clockOf(since) })}
      foot={<Foot><div className="pair"><BigButton onPress={() => void single(record)}>{t('field.phone.post.handOverGo')}</BigButton><BigButton kind="second" onPress={() => goTo('home')}>{t('field.phone.back')}</BigButton></div></Foot>}>
      <Restored kept={kept} />
      {next ? <Notice>{t('field.phone.post.comes', { clock: clockOf(next.startsAt), name: next.keeperName ?? t('field.phone.post.nobodyYet') })}{next.keeperPhone && !next.keeperPhone.includes('*') ? <> <a href={`tel:${next.keeperPhone}`}>{next.keeperPhone}</a></> : null}</Notice> : null}
      <Items label={t('passage.desk.hand.items')} all={items} onChange={(all) => kept.set({ items: all })} alike={t('field.phone.post.unchanged')} onAlike={before.length > 0 ? () => kept.set({ items: alike(items) }) : undefined} />
      <Remarks value={remarks} label={t('passage.desk.hand.remarks')} onChange={(text) => { setFault(undefined); kept.set({ remarks: text }) }} />
      <PhoneField label={t('field.phone.post.whether')} group fault={fault}>
        <Choice label={t('field.phone.post.whether')} value={abnormal} onChange={(one) => { setFault(undefined); kept.set({ abnormal: one }) }} options={[{ value: 'no', label: t('passage.desk.hand.normal') }, { value: 'yes', label: t('passage.desk.hand.abnormal') }]} />
      </PhoneField>
      <Slip gate={gate} />
    </Screen>
  )
}

/** What this phone counted when its keeper took over. */
function takenHere(records: ReturnType<typeof useStaff>['records'], gateId: string): { item: string; count: number }[] | undefined {
  const on = records.findLast(({ record }) => record.command === 'passage.signOn' && record.input['gateId'] === gateId)
  const items = (on?.record.input['items'] ?? []) as { item: string; count: number }[]
  return items.length > 0 ? items : undefined
}

/** 签错了: taken back at the server, where it has arrived; one that still waits is taken back among the records. */
function Slip({ gate }: { gate: GateCarried }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const { account } = useStaff()
  const signal = useSignal()
  const [said, setSaid] = useState<string>()
  const undo = useCommandOf(passageApi.undoSignOn, { onRefused: (error) => setSaid(tError(error)), onDone: () => { if (account) void bringCarry(account).catch(() => undefined); goTo('home') } })
  if (!signal) return null
  return <p className="slip"><button type="button" className="plain-button" aria-disabled={undo.isPending} onClick={() => { if (!undo.isPending) undo.mutate({ gateId: gate.gateId }) }}>{t('field.phone.post.slip')}</button>{said ? <span className="fault" role="alert">{said}</span> : null}</p>
}

const Remarks = ({ value, label, onChange }: { value: string; label: string; onChange: (text: string) => void }): ReactNode => (
  <PhoneField label={label} optional><textarea className="line" rows={2} maxLength={500} value={value} onChange={(event) => onChange(event.target.value)} /></PhoneField>
)
