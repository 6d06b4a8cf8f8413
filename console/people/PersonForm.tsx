import { useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { peopleApi, type PersonCard } from '../../modules/people/contract.ts'
import { checkDocument, isPhone } from '../../modules/people/rules.ts'
import { Why } from '../../ui/card.tsx'
import { ask, type ApiError } from '../../ui/client.ts'
import { DraftNote, FormFoot, Guided, useDraft } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { fieldErrors, useErrorWords, useWords, type Say } from '../../ui/words.ts'
import { changesOf, emptyPerson, fieldsOf, rebase, registrationOf, type NewPerson, type PersonFields } from './fields.ts'
import { Door, More, Who } from './fieldsets.tsx'
import { shownField } from './shown.ts'

type Faults = Record<string, string>

/** 登记人员: one column; what an identity number says (birth, sex) is not asked again. */
export function NewPersonForm({ areaId, onDone }: { areaId: string | undefined; onDone: (personId: string | undefined) => void }): ReactNode {
  const t = useWords()
  const { today } = useFormats()
  const [form, setForm, draft] = useDraft<NewPerson>('person', { ...emptyPerson, areaId: areaId ?? '' })
  const { faults, setFaults, refused, known } = useFaults()
  const register = useCommandOf(peopleApi.registerPerson, {
    onDone: ({ personId }) => { draft.drop(); say(t('people.card.registeredDone', { name: form.name })); onDone(personId) }, onRefused: refused,
  })
  const send = () => {
    const found = { ...(form.areaId ? {} : { areaId: t('ui.form.required') }), ...faultsOf(t, form, today) }
    setFaults(found)
    if (Object.keys(found).length === 0) register.mutate(registrationOf(form))
  }
  const set = (change: Partial<NewPerson>) => setForm((before) => ({ ...before, ...change }))
  return (
    <Page title={t('people.form.title')}>
      <Guided onSubmit={send} faults={faults}>
        <DraftNote draft={draft} />
        <Door form={form} set={set} faults={faults} />
        <Who form={form} set={set} faults={faults} today={today} known={known} />
        <More form={form} set={set} faults={faults} />
        <FormFoot go={t('people.list.register')} busy={register.isPending} onBack={() => onDone(undefined)} back={t('people.card.cancel')} />
      </Guided>
    </Page>
  )
}

/** 修改人员: only what was changed is sent; somebody else's save meanwhile is put together with ours and shown. */
export function PersonForm({ person, onDone }: { person: PersonCard; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [read, setRead] = useState({ version: person.version, fields: fieldsOf(person) })
  const [form, setForm, draft] = useDraft<PersonFields>(`person-${person.id}-${person.version}`, read.fields)
  const [other, setOther] = useState<{ by: string; at: string }>()
  const { faults, setFaults, refused, known } = useFaults()
  const putTogether = async (params: Record<string, unknown>) => {
    const fresh = await ask(peopleApi.personCard, { personId: person.id })
    const theirs = fieldsOf(fresh)
    const next = rebase(form, read.fields, theirs)
    setForm(next.form)
    setRead({ version: fresh.version, fields: theirs })
    setOther({ by: String(params['by'] || t('people.form.somebody')), at: String(params['at']) })
    setFaults(Object.fromEntries(next.both.map((name) => [name, t('people.form.both', { value: shownField(t, theirs, name) })])))
  }
  const edit = useCommandOf(peopleApi.editPerson, {
    onDone: () => { draft.drop(); say(t('people.card.savedDone')); onDone() },
    onRefused: (error) => { if (error.code === 'people.changedMeanwhile') void putTogether(error.params).catch(refused); else refused(error) },
  })
  const send = () => {
    const found = faultsOf(t, form, f.today)
    setFaults(found)
    const changes = changesOf(form, read.fields)
    if (Object.keys(found).length > 0) return
    if (Object.keys(changes).length === 0) { draft.drop(); onDone() } else edit.mutate({ personId: person.id, version: read.version, ...changes })
  }
  const set = (change: Partial<PersonFields>) => setForm((before) => ({ ...before, ...change }))
  return (
    <section>
      <h2 style={{ marginBottom: 16 }}>{t('people.form.editTitle', { name: person.name })}</h2>
      <Guided onSubmit={send} faults={faults}>
        {other ? <Why tone="soon">{t('people.form.savedMeanwhile', { by: other.by, at: f.when(other.at) })}</Why> : <DraftNote draft={draft} />}
        <Who form={form} set={set} faults={faults} masked={person} today={f.today} known={known} />
        <More form={form} set={set} faults={faults} />
        <FormFoot go={t('people.card.save')} busy={edit.isPending} onBack={onDone} back={t('people.card.cancel')} />
      </Guided>
    </section>
  )
}

const FIELD_OF: Readonly<Record<string, string>> = { 'people.documentWrong': 'documentNo', 'people.alreadyThere': 'documentNo', 'people.phoneWrong': 'phone' }

/** Faults by field, the server's too: each stands where it can be mended. */
function useFaults() {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const [faults, setFaults] = useState<Faults>({})
  const [known, setKnown] = useState<ReactNode>()
  const refused = (error: ApiError) => {
    const field = FIELD_OF[error.code]
    const personId = error.code === 'people.alreadyThere' ? String(error.params['personId']) : undefined
    setKnown(personId ? <Link to="/people" search={{ open: personId } as never}>{t('people.form.openThat')} ›</Link> : undefined)
    if (error.code === 'people.documentWrong') return setFaults({ documentNo: documentFault(t, String(error.params['fault']), String(error.params['expected'])) })
    setFaults(field ? { [field]: tError(error) } : fieldErrors(language, error))
    if (!field) say(tError(error))
  }
  return { faults, setFaults, refused, known }
}

const documentFault = (t: Say, fault: string, expected: string): string => t('people.errors.documentWrong', { fault: t(`people.faults.${fault}`, { expected }), expected: '' })

/** What the form itself can tell before anything is sent. */
function faultsOf(t: Say, form: PersonFields, today: string): Faults {
  const verdict = form.documentNo ? checkDocument(form.documentKind, form.documentNo, today) : undefined
  return {
    ...(form.name.trim() ? {} : { name: t('ui.form.required') }),
    ...(verdict?.fault ? { documentNo: documentFault(t, verdict.fault, verdict.expected ?? '') } : {}),
    ...(form.phone && !isPhone(form.phone) ? { phone: t('people.errors.phoneWrong') } : {}),
  }
}
