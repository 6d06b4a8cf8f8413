import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { clockOf } from '../../../kernel/dates.ts'
import { accountsApi } from '../../../modules/accounts/contract.ts'
import { passageApi, type Shift } from '../../../modules/passage/contract.ts'
import { volunteersApi } from '../../../modules/volunteers/contract.ts'
import { CardHead } from '../../../ui/card.tsx'
import { Field, FormFoot, Guided } from '../../../ui/form.tsx'
import { useFormats } from '../../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../../ui/queries.ts'
import { offerUndo } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'
import { useMay } from '../../me.ts'

/** Who stands there in one shift: a colleague with an account, or somebody by name. Nobody empties it. */
export function ShiftForm({ shift: s, onDone }: { shift: Shift; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const may = useMay()
  const navigate = useNavigate()
  const [keeperId, setKeeperId] = useState(s.keeperId ?? undefined)
  const [name, setName] = useState(s.keeperId ? '' : s.keeperName ?? '')
  const [leader, setLeader] = useState(s.leaderName ?? '')
  const [fault, setFault] = useState<string>()
  const colleagues = useQueryOf(accountsApi.listColleagues, {}, { staleTime: 60_000 }).data?.items ?? []
  const place = { gateId: s.gateId, on: s.on, slot: s.slot }
  const before = { keeperId: s.keeperId, ...(s.keeperName ? { keeperName: s.keeperName } : {}), ...(s.leaderName ? { leaderName: s.leaderName } : {}) }
  const again = useCommandOf(passageApi.setShift)
  const save = useCommandOf(passageApi.setShift, {
    onRefused: (error) => setFault(tError(error)),
    onDone: (done) => { offerUndo(done.keeperName ? t('passage.shifts.filled', { name: done.keeperName }) : t('passage.shifts.cleared'), () => again.mutateAsync({ ...place, ...before })); onDone() },
  })
  const call = useCommandOf(volunteersApi.callForHands, { onDone: ({ callId }) => void navigate({ to: '/volunteers/calls' as never, search: { open: callId } as never }), onRefused: (error) => setFault(tError(error)) })
  const submit = () => save.mutate({ ...place, keeperId: keeperId ?? null, ...(keeperId || !name.trim() ? {} : { keeperName: name.trim() }), ...(leader.trim() ? { leaderName: leader.trim() } : {}) })
  return (
    <Guided onSubmit={submit} faults={fault ? { keeper: fault } : {}}>
      <CardHead name={`${s.areaName} ${s.gateName}`} under={`${f.day(s.on)} ${t('passage.shifts.slot', { from: clockOf(s.startsAt), to: clockOf(s.endsAt) })}`} />
      <Field label={t('passage.shifts.keeper')} fault={fault}>
        <Select
          size="large" showSearch optionFilterProp="label" allowClear value={keeperId} onChange={(id) => setKeeperId(id)} placeholder={t('passage.shifts.pick')} aria-label={t('passage.shifts.keeper')}
          options={colleagues.map((one) => ({ value: one.id, label: `${one.name} · ${t(`accounts.roles.${one.role}`)}` }))}
        />
      </Field>
      {keeperId ? null : <Field label={t('passage.shifts.keeperName')} optional><Input size="large" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} /></Field>}
      <Field label={t('passage.shifts.leader')} optional><Input size="large" maxLength={60} value={leader} onChange={(event) => setLeader(event.target.value)} /></Field>
      {s.keeperName === null && may('volunteers.keep') ? <p className="muted small">{t('volunteers.roster.hint')} <Button loading={call.isPending} onClick={() => call.mutate({ shift: place })}>{t('volunteers.roster.ask')}</Button></p> : null}
      <FormFoot go={keeperId || name.trim() ? t('passage.shifts.save') : t('passage.shifts.clear')} busy={save.isPending} onBack={onDone} />
    </Guided>
  )
}
