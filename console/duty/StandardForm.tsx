import { Button, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { dutyApi, type Standard } from '../../modules/duty/contract.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 配备标准: how many households one worker may have, and which paper says so. */
export function StandardForm({ standard, onDone }: { standard: Standard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [form, setForm] = useState(standard)
  const [fault, setFault] = useState<string>()
  const save = useCommandOf(dutyApi.setDutyStandard, { onDone: () => { say(t('duty.page.standardSaved')); onDone() }, onRefused: (error) => setFault(tError(error)) })
  return (
    <div className="paper duty-standard">
      <Guided onSubmit={() => save.mutate(form)} faults={fault ? { from: fault } : {}}>
        <Field label={t('duty.page.standardFrom')} fault={fault}><InputNumber size="large" min={1} max={10_000} value={form.from} onChange={(from) => setForm({ ...form, from: from ?? form.from })} /></Field>
        <Field label={t('duty.page.standardTo')}><InputNumber size="large" min={1} max={10_000} value={form.to} onChange={(to) => setForm({ ...form, to: to ?? form.to })} /></Field>
        <Field label={t('duty.page.standardSource')}><Input.TextArea rows={2} maxLength={200} value={form.source} onChange={(event) => setForm({ ...form, source: event.target.value })} /></Field>
        <FormFoot go={t('ui.form.save')} busy={save.isPending}><Button size="large" onClick={onDone}>{t('ui.form.cancel')}</Button></FormFoot>
      </Guided>
    </div>
  )
}
