import { Button, Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { dutyRoles, type DutyRole } from '../../modules/duty/contract.ts'
import { zonesApi, type Checklist, type ChecklistMeasure } from '../../modules/zones/contract.ts'
import { FormFoot, Guided } from '../../ui/form.tsx'
import { useLanguage } from '../../ui/language.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

interface Line { id: string; was: ChecklistMeasure | undefined; title: string; ownerRole: DutyRole; dueHours: number | null; source: string }
const MOST_HOURS = 720
const DAY = 24

/** A list in work: one line to a measure, moved by two buttons, saved as a new version. */
export function ChecklistForm({ list, onDone }: { list: Checklist; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const language = useLanguage()
  const [lines, setLines] = useState<Line[]>(() => list.measures.map((m) => ({ id: m.key, was: m, title: m.title[language], ownerRole: m.ownerRole, dueHours: m.dueHours, source: m.source?.[language] ?? '' })))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const use = useCommandOf(zonesApi.useZoneChecklist)
  const save = useCommandOf(zonesApi.saveZoneChecklist, {
    onDone: ({ former, list: saved }) => {
      offerUndo(t('zones.checklists.saved', { value: t(`zones.value.${list.value}`), n: saved.measures.length }), () => use.mutateAsync({ value: list.value, checklistId: former }))
      onDone()
    },
    onRefused: (error) => setFaults({ form: tError(error) }),
  })
  const change = (id: string, part: Partial<Line>) => setLines((all) => all.map((line) => (line.id === id ? { ...line, ...part } : line)))
  const move = (at: number, by: number) => setLines((all) => {
    const next = [...all]
    next.splice(at + by, 0, ...next.splice(at, 1))
    return next
  })
  const submit = () => {
    const found = Object.fromEntries(lines.flatMap((line) => (line.title.trim().length < 2 ? [[line.id, t('zones.checklists.noTitle')]] : line.dueHours === null ? [[line.id, t('zones.checklists.noHours')]] : [])))
    setFaults(found)
    if (Object.keys(found).length === 0) save.mutate({ value: list.value, measures: lines.map((line) => toMeasure(line, language)) })
  }
  return (
    <Guided wide onSubmit={submit} faults={faults}>
      {lines.map((line, i) => (
        <fieldset key={line.id} className="checklist-line" {...(faults[line.id] ? { 'data-faulty': '' } : {})}>
          <legend className="dim small">{t('zones.checklists.move', { n: i + 1 })}</legend>
          <Input aria-label={t('zones.checklists.title1')} placeholder={t('zones.checklists.title1')} maxLength={120} value={line.title} onChange={(event) => change(line.id, { title: event.target.value })} />
          <Select aria-label={t('zones.checklists.owner')} value={line.ownerRole} onChange={(ownerRole: DutyRole) => change(line.id, { ownerRole })} options={dutyRoles.map((value) => ({ value, label: t(`duty.roles.${value}`) }))} />
          <InputNumber aria-label={t('zones.checklists.hours')} min={1} max={MOST_HOURS} value={line.dueHours} onChange={(dueHours) => change(line.id, { dueHours })} suffix={t('zones.checklists.unit')} />
          <Input className="source" aria-label={t('zones.checklists.source')} placeholder={t('zones.checklists.source')} maxLength={120} value={line.source} onChange={(event) => change(line.id, { source: event.target.value })} />
          <span className="nowrap checklist-moves">
            <Button aria-label={t('zones.checklists.up')} title={t('zones.checklists.up')} disabled={i === 0} onClick={() => move(i, -1)}>↑</Button>
            <Button aria-label={t('zones.checklists.down')} title={t('zones.checklists.down')} disabled={i === lines.length - 1} onClick={() => move(i, 1)}>↓</Button>
            <Button aria-label={t('zones.checklists.remove')} title={t('zones.checklists.remove')} onClick={() => setLines((all) => all.filter((one) => one.id !== line.id))}>×</Button>
          </span>
          {faults[line.id] ? <span className="fault" role="alert">{faults[line.id]}</span> : null}
        </fieldset>
      ))}
      <Button onClick={() => setLines((all) => [...all, { id: `new-${all.length}-${Date.now()}`, was: undefined, title: '', ownerRole: 'compoundKeeper', dueHours: DAY, source: '' }])}>{t('zones.checklists.add')}</Button>
      {faults['form'] ? <p className="fault" role="alert">{faults['form']}</p> : null}
      <FormFoot go={t('zones.checklists.save')} busy={save.isPending} onBack={onDone} back={t('ui.form.cancel')} />
    </Guided>
  )
}

/** What was not touched keeps its other language; what was written here stands in both. */
function toMeasure(line: Line, language: 'zh' | 'en') {
  const kept = (text: string, was: { zh: string; en: string } | null | undefined) => (was && was[language] === text ? was : { zh: text, en: text })
  const source = line.source.trim()
  return {
    ...(line.was ? { key: line.was.key } : {}), title: kept(line.title.trim(), line.was?.title), ownerRole: line.ownerRole, dueHours: line.dueHours ?? DAY,
    source: source === '' ? null : kept(source, line.was?.source),
  }
}
