import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { zonesApi } from '../../modules/zones/contract.ts'
import { addDays, instantAt } from '../../kernel/dates.ts'
import { Section } from '../../ui/card.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { MomentInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { Colleagues } from './OwnerForm.tsx'

/** What this place needs besides the list. */
export function AddItem({ areaId, onDone }: { areaId: string; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const [title, setTitle] = useState('')
  const [owner, setOwner] = useState<string>()
  const [due, setDue] = useState(`${addDays(f.today, 1)}T18:00`)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const add = useCommandOf(zonesApi.addZoneItem, { onDone: () => { say(t('zones.item.saved')); onDone() }, onRefused: (error) => setFaults({ title: tError(error) }) })
  const submit = () => {
    if (title.trim().length < 2) { setFaults({ title: t('zones.item.promptTitle') }); return }
    const [day = f.today, clock = '18:00'] = due.split('T')
    add.mutate({ areaId, title, dueAt: instantAt(day, clock), ...(owner ? { ownerAccountId: owner } : {}) })
  }
  return (
    <Section title={t('zones.card.add')}>
      <Guided onSubmit={submit} faults={faults}>
        <Field label={t('zones.item.title')} fault={faults['title']}><Input size="large" maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} /></Field>
        <Field label={t('zones.item.owner')}><Colleagues value={owner} onChange={setOwner} /></Field>
        <Field label={t('zones.item.dueAt')}><MomentInput needed value={due} onChange={setDue} /></Field>
        <FormFoot go={t('zones.item.save')} busy={add.isPending} onBack={onDone} back={t('ui.form.cancel')} />
      </Guided>
    </Section>
  )
}
