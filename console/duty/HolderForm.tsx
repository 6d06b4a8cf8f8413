import { Checkbox, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { dutyApi, type Assignment, type DutyCard, type DutyRole } from '../../modules/duty/contract.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field, FormFoot, Guided } from '../../ui/form.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { Section } from '../../ui/card.tsx'
import { Candidates } from './Candidates.tsx'

interface Props { card: DutyCard; dutyRole?: DutyRole | undefined; accountId?: string | undefined; former?: Assignment | undefined; onDone: () => void }
type Text = 'name' | 'office' | 'title' | 'officePhone' | 'startsOn' | 'endsOn' | 'orderNo' | 'reason'

/** Two taps: the person, and the button. What an order says besides is there when it is needed. */
export function HolderForm({ card, dutyRole, accountId, former, onDone }: Props): ReactNode {
  const t = useWords()
  const [role, setRole] = useState<DutyRole>(former?.dutyRole ?? dutyRole ?? card.roles[0] ?? 'gridWorker')
  const [kind, setKind] = useState<'account' | 'named'>(role === 'leader' || role === 'buildingHead' ? 'named' : 'account')
  const [chosen, setChosen] = useState(accountId)
  const [texts, setTexts] = useState<Partial<Record<Text, string>>>({})
  const [onBoard, setOnBoard] = useState(true)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (name: Text) => (event: { target: { value: string } }) => setTexts({ ...texts, [name]: event.target.value })
  const send = useSend({ card, former, onDone, onRefused: (text) => setFaults({ who: text }) })
  const submit = () => {
    const wrong = { ...(kind === 'account' ? chosen : texts.name?.trim()) ? {} : { who: t('duty.form.whoPrompt') }, ...(former && !texts.reason?.trim() ? { reason: t('duty.form.reasonPrompt') } : {}) }
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    const filled = Object.fromEntries(Object.entries(texts).filter(([name, value]) => value.trim() !== '' && (kind === 'named' || name !== 'name')))
    send(role, { ...filled, ...(kind === 'account' && chosen ? { accountId: chosen } : {}), onBoard })
  }
  return (
    <Section title={former ? `${t('duty.card.change')}:${former.name}` : t('duty.card.add')}>
      <Guided onSubmit={submit} faults={faults}>
        {former || card.roles.length < 2 ? null : <Field label={t('duty.form.role')} group><Choices label={t('duty.form.role')} options={card.roles.map((value) => ({ value, label: t(`duty.roles.${value}`) }))} value={role} onChange={(next) => { setRole(next); setChosen(undefined) }} /></Field>}
        <Field label={t('duty.form.who')} group fault={faults['who']}>
          <Choices label={t('duty.form.who')} options={[{ value: 'account', label: t('duty.form.account') }, { value: 'named', label: t('duty.form.named') }]} value={kind} onChange={setKind} />
          {kind === 'account' ? <Candidates areaId={card.area.areaId} dutyRole={role} value={chosen} onChange={setChosen} except={former?.accountId ?? undefined} /> : <Input size="large" aria-label={t('duty.form.name')} placeholder={t('duty.form.name')} maxLength={60} value={texts.name ?? ''} onChange={set('name')} />}
        </Field>
        {former ? <Handing former={former} reason={texts.reason ?? ''} onReason={set('reason')} fault={faults['reason']} /> : null}
        <details className="duty-more" {...(kind === 'named' ? { open: true } : {})}>
          <summary>{t('duty.form.more')}</summary>
          <div className="stack">
            <Field label={t('duty.form.officePhone')} hint={t('duty.form.phoneHint')}><Input maxLength={30} value={texts.officePhone ?? ''} onChange={set('officePhone')} /></Field>
            <div className="duty-two"><Field label={t('duty.form.office')}><Input maxLength={80} value={texts.office ?? ''} onChange={set('office')} /></Field><Field label={t('duty.form.title')}><Input maxLength={60} value={texts.title ?? ''} onChange={set('title')} /></Field></div>
            <div className="duty-two"><Field label={t('duty.form.startsOn')}><DayInput value={texts.startsOn ?? ''} onChange={(startsOn) => setTexts({ ...texts, startsOn })} /></Field><Field label={t('duty.form.endsOn')} hint={t('duty.form.endsHint')}><DayInput value={texts.endsOn ?? ''} onChange={(endsOn) => setTexts({ ...texts, endsOn })} /></Field></div>
            <Field label={t('duty.form.orderNo')}><Input maxLength={60} value={texts.orderNo ?? ''} onChange={set('orderNo')} /></Field>
            <Checkbox checked={onBoard} onChange={(event) => setOnBoard(event.target.checked)}>{t('duty.form.toBoard')}</Checkbox>
          </div>
        </details>
        <FormFoot go={t(former ? 'duty.form.goChange' : 'duty.form.go')} onBack={onDone} back={t('ui.form.cancel')} />
      </Guided>
    </Section>
  )
}

/** Sends it, says who answers now and what went over, and offers to take it back. */
function useSend({ card, former, onDone, onRefused }: Pick<Props, 'card' | 'former' | 'onDone'> & { onRefused: (text: string) => void }) {
  const t = useWords()
  const tError = useErrorWords()
  const undo = useCommandOf(dutyApi.undoDuty)
  const done = (made: Assignment) => {
    const said = [t(former ? 'duty.done.changed' : 'duty.done.assigned', { name: made.name, area: card.area.name }), ...(made.handed && made.handed.episodes + made.handed.leads + made.handed.matters > 0 ? [t('duty.done.handed', { people: made.handed.episodes, leads: made.handed.leads, matters: made.handed.matters })] : [])]
    offerUndo(said.join(' · '), () => undo.mutateAsync({ assignmentId: made.assignmentId }))
    onDone()
  }
  const options = { onDone: done, onRefused: (error: Parameters<typeof tError>[0]) => onRefused(tError(error)) }
  const assign = useCommandOf(dutyApi.assignDuty, options)
  const change = useCommandOf(dutyApi.changeDuty, options)
  return (dutyRole: DutyRole, holder: Record<string, unknown>): void => {
    if (former) change.mutate({ assignmentId: former.assignmentId, ...holder } as never)
    else assign.mutate({ areaId: card.area.areaId, dutyRole, ...holder } as never)
  }
}

/** Before anything is confirmed: what goes over to whoever follows. */
function Handing({ former, reason, onReason, fault }: { former: Assignment; reason: string; onReason: (event: { target: { value: string } }) => void; fault: string | undefined }): ReactNode {
  const t = useWords()
  const work = useQueryOf(dutyApi.workToHandOver, { assignmentId: former.assignmentId }).data
  const people = work ? Math.max(work.asDoctor, work.asWorker) : 0
  return (
    <>
      {work ? <p className={people + work.visits + work.leads + work.matters > 0 ? 'why soon' : 'why'}>{people + work.visits + work.leads + work.matters > 0 ? t('duty.form.handing', { people, visits: work.visits, leads: work.leads, matters: work.matters }) : t('duty.form.nothing')}</p> : null}
      <Field label={t('duty.form.reason')} fault={fault}><Input size="large" maxLength={300} placeholder={t('duty.form.reasonPlaceholder')} value={reason} onChange={onReason} /></Field>
    </>
  )
}
