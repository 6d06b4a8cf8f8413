import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { OutputOf } from '../../kernel/endpoint.ts'
import { volunteerKinds, volunteersApi, type VolunteerKind } from '../../modules/volunteers/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

type OfUnit = Exclude<VolunteerKind, 'resident'>
const kinds = volunteerKinds.filter((kind): kind is OfUnit => kind !== 'resident')

/** 按名单登记: a unit’s own list, pasted as it is. */
export function LinesForm(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [kind, setKind] = useState<OfUnit>('partyMember')
  const [unit, setUnit] = useState('')
  const [lines, setLines] = useState('')
  const [fault, setFault] = useState<string>()
  const [left, setLeft] = useState<OutputOf<typeof volunteersApi.enterVolunteers>['left']>([])
  const remove = useCommandOf(volunteersApi.removeVolunteers)
  const enter = useCommandOf(volunteersApi.enterVolunteers, {
    onDone: ({ volunteerIds, left: wrong }) => {
      setLeft(wrong)
      // What is wrong stays to be mended; what was entered goes.
      const rows = lines.split(/\r?\n/)
      setLines(wrong.filter((one) => one.fault !== 'already').map((one) => rows[one.line - 1] ?? one.text).join('\n'))
      if (volunteerIds.length === 0) say(t('volunteers.lines.none'))
      else offerUndo(t('volunteers.lines.made', { n: volunteerIds.length }), async () => { const { kept } = await remove.mutateAsync({ volunteerIds }); return kept > 0 ? t('volunteers.lines.undone', { kept }) : undefined })
    },
    onRefused: (error) => setFault(tError(error)),
  })
  const submit = () => {
    setFault(lines.trim().length < 2 ? t('volunteers.lines.need') : undefined)
    if (lines.trim().length >= 2) enter.mutate({ kind, lines, ...(unit.trim() ? { unit: unit.trim() } : {}) })
  }
  return (
    <>
      <h2 style={{ marginBottom: 16 }}>{t('volunteers.lines.title')}</h2>
      <Guided onSubmit={submit} faults={fault ? { lines: fault } : {}}>
        <Field label={t('volunteers.form.kind')} group><Choices label={t('volunteers.form.kind')} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`volunteers.kinds.${value}`) }))} /></Field>
        <Field label={t('volunteers.lines.label')} hint={t('volunteers.lines.hint')} fault={fault}><Input.TextArea autoFocus autoSize={{ minRows: 5, maxRows: 16 }} maxLength={40000} placeholder={t('volunteers.lines.example')} value={lines} onChange={(event) => setLines(event.target.value)} /></Field>
        <Field label={t('volunteers.lines.unit')} optional><Input size="large" maxLength={60} placeholder={t('volunteers.form.unitHint')} value={unit} onChange={(event) => setUnit(event.target.value)} /></Field>
        <FormFoot go={t('volunteers.lines.save')} busy={enter.isPending} />
      </Guided>
      {left.length > 0 ? <section aria-live="polite"><h3>{t('volunteers.lines.left', { n: left.length })}</h3><ul className="volunteer-lines">{left.map((one) => <li key={one.line}><span className="grow">{one.text}</span><span className="soon-ink small">{t('volunteers.lines.row', { line: one.line })} {t(`volunteers.lines.faults.${one.fault}`)}</span></li>)}</ul></section> : null}
    </>
  )
}
