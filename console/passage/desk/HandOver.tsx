import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { passageApi } from '../../../modules/passage/contract.ts'
import { Choices } from '../../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../../ui/form.tsx'
import { useCommandOf } from '../../../ui/queries.ts'
import { say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'

interface Item { item: string; count: string; sound: boolean }

/** 交班: what is handed on, what is to be known, whether anything was irregular. */
export function HandOver({ gateId, onDone }: { gateId: string; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [items, setItems] = useState<Item[]>(() => (['thermometer', 'mask', 'disinfectant'] as const).map((key) => ({ item: t(`passage.desk.hand.standard.${key}`), count: '', sound: true })))
  const [remarks, setRemarks] = useState('')
  const [abnormal, setAbnormal] = useState<'yes' | 'no'>()
  const [fault, setFault] = useState<string>()
  const hand = useCommandOf(passageApi.handOver, { onRefused: (error) => setFault(tError(error)), onDone: () => { say(t('passage.desk.hand.done')); onDone() } })
  const change = (i: number, to: Partial<Item>) => setItems(items.map((one, j) => (j === i ? { ...one, ...to } : one)))
  const submit = () => hand.mutate({ gateId, abnormal: abnormal === 'yes', items: items.filter((one) => one.item.trim() && /^\d+$/.test(one.count)).map(({ item, count, sound }) => ({ item: item.trim(), count: Number(count), sound })), ...(remarks.trim() ? { remarks: remarks.trim() } : {}) })
  const hand_ = 'passage.desk.hand'
  return (
    <section className="paper desk-find" aria-label={t(`${hand_}.title`)}>
      <Guided onSubmit={submit} faults={fault ? { hand: fault } : {}}>
        <Field label={t(`${hand_}.items`)} group fault={fault}>
          {items.map((one, i) => (
            <span key={i} className="row hand-item">
              <Input aria-label={t(`${hand_}.item`)} maxLength={40} value={one.item} onChange={(event) => change(i, { item: event.target.value })} />
              <Input aria-label={`${one.item} ${t(`${hand_}.count`)}`} placeholder={t(`${hand_}.count`)} inputMode="numeric" maxLength={6} value={one.count} onChange={(event) => change(i, { count: event.target.value })} />
              <Button onClick={() => change(i, { sound: !one.sound })} aria-pressed={!one.sound}>{t(one.sound ? `${hand_}.sound` : `${hand_}.broken`)}</Button>
            </span>
          ))}
          <Button type="dashed" onClick={() => setItems([...items, { item: '', count: '', sound: true }])}>{t(`${hand_}.add`)}</Button>
        </Field>
        <Field label={t(`${hand_}.remarks`)} optional><Input.TextArea rows={2} maxLength={500} value={remarks} onChange={(event) => setRemarks(event.target.value)} placeholder={t(`${hand_}.remarksPlaceholder`)} /></Field>
        <Field label={t(`${hand_}.title`)} group><Choices label={t(`${hand_}.title`)} value={abnormal} onChange={setAbnormal} options={[{ value: 'no', label: t(`${hand_}.normal`) }, { value: 'yes', label: t(`${hand_}.abnormal`) }]} /></Field>
        <FormFoot go={t(`${hand_}.go`)} busy={hand.isPending} onBack={onDone} />
      </Guided>
    </section>
  )
}
