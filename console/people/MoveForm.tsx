import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { peopleApi, type PersonCard } from '../../modules/people/contract.ts'
import { relations } from '../../modules/people/rules.ts'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { fieldErrors, useErrorWords, useWords } from '../../ui/words.ts'
import { useLanguage } from '../../ui/language.ts'
import { Door, type Where } from './fieldsets.tsx'

/** 换住处: the new door, and what one is to the householder there; the former door is one key away. */
export function MoveForm({ person, onDone }: { person: PersonCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const [form, setForm] = useState<Where & { relation: string }>({ areaId: person.areaId, building: '', unit: '', room: '', relation: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }))
  const back = useCommandOf(peopleApi.movePerson)
  const move = useCommandOf(peopleApi.movePerson, {
    onDone: ({ from }) => {
      const done = t('people.card.movedDone', { name: person.name })
      if (from) offerUndo(done, () => back.mutateAsync({ personId: person.id, ...from }))
      else say(done)
      onDone()
    },
    onRefused: (error) => { setFaults(fieldErrors(language, error)); say(tError(error)) },
  })
  const send = () => {
    const missing = form.areaId ? {} : { areaId: t('ui.form.required') }
    setFaults(missing)
    if (form.areaId) move.mutate({ personId: person.id, ...form, relation: form.relation || null })
  }
  return (
    <section>
      <h2 style={{ marginBottom: 4 }}>{t('people.card.moveTitle', { name: person.name })}</h2>
      <p className="muted" style={{ marginBottom: 16 }}>{person.address}</p>
      <Guided onSubmit={send} faults={faults}>
        <Door form={form} set={set} faults={faults} />
        <Field label={t('people.form.relation')} optional group>
          <Select size="large" allowClear aria-label={t('people.form.relation')} value={form.relation || null} onChange={(relation?: string | null) => set({ relation: relation ?? '' })} options={relations.map((value) => ({ value, label: t(`people.relations.${value}`) }))} />
        </Field>
        <FormFoot go={t('people.card.move')} busy={move.isPending} onBack={onDone} back={t('people.card.cancel')} />
      </Guided>
    </section>
  )
}
