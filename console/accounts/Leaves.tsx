import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { accountsApi, type Account, type Leave } from '../../modules/accounts/contract.ts'
import { Section } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { Field } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { WithReason } from './WithReason.tsx'

const touches = ['accounts']

/** 请假: when, and who stands in; whoever assigns work sees it. */
export function Leaves({ account }: { account: Account }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const accountId = account.id
  const [act, setAct] = useState<'set' | 'end'>()
  const leaves = useQueryOf(accountsApi.listLeaves, { accountId })
  const end = useCommandOf(accountsApi.endLeave, { touches, onDone: () => { setAct(undefined); say(t('accounts.page.done')) } })
  const open = (one: Leave) => one.endedAt === null && one.toOn >= f.today
  return (
    <Section title={t('accounts.leave.title')} extra={act ? null : <Button size="small" onClick={() => setAct('set')}>{t('accounts.leave.set')}</Button>}>
      {act === 'set' ? <LeaveForm accountId={accountId} onDone={() => setAct(undefined)} /> : null}
      {act === 'end' ? <WithReason go={t('accounts.leave.end')} busy={end.isPending} error={end.error} onCancel={() => setAct(undefined)} onGo={(reason) => end.mutate({ accountId, reason })} /> : null}
      <Loaded of={leaves}>{({ items }) => (items.length === 0 ? <p className="dim">{t('accounts.leave.none')}</p> : (
        <ul className="plain-list">
          {items.map((one) => (
            <li key={one.id}>
              {t('accounts.leave.said', { from: f.day(one.fromOn), to: f.day(one.toOn), name: one.standInName })} <span className="muted">{one.reason}</span>
              {one.endedAt ? <span className="dim small"> · {t('accounts.leave.ended')}</span> : null}
              {open(one) && !act ? <> <Button size="small" onClick={() => setAct('end')}>{t('accounts.leave.end')}</Button></> : null}
            </li>
          ))}
        </ul>
      ))}</Loaded>
    </Section>
  )
}

function LeaveForm({ accountId, onDone }: { accountId: string; onDone: () => void }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [text, setText] = useState('')
  const [form, setForm] = useState({ fromOn: f.today, toOn: f.today, standInId: '' })
  const [tried, setTried] = useState(false)
  const found = useQueryOf(accountsApi.listAccounts, { text, state: 'active', limit: 20 }, { keep: true }).data?.items ?? []
  const set = useCommandOf(accountsApi.setLeave, { touches, onDone: () => { onDone(); say(t('accounts.page.done')) } })
  const go = (reason: string) => {
    setTried(true)
    if (form.standInId) set.mutate({ accountId, ...form, reason })
  }
  const options = found.filter(({ id, role }) => id !== accountId && role !== null).map((one) => ({ value: one.id, label: `${one.name} · ${one.role ? t(`accounts.roles.${one.role}`) : ''} · ${one.areaName ?? ''}` }))
  return (
    <WithReason go={t('accounts.leave.set')} busy={set.isPending} error={set.error} onCancel={onDone} onGo={go}>
      <Field label={t('accounts.leave.from')}><DayInput size="large" value={form.fromOn} onChange={(day) => setForm({ ...form, fromOn: day })} /></Field>
      <Field label={t('accounts.leave.to')}><DayInput size="large" min={form.fromOn} value={form.toOn} onChange={(day) => setForm({ ...form, toOn: day })} /></Field>
      <Field label={t('accounts.leave.standIn')} hint={t('accounts.leave.hint')} fault={tried && !form.standInId ? t('ui.form.required') : undefined}>
        <Select size="large" showSearch={{ filterOption: false, onSearch: setText }} aria-label={t('accounts.leave.standIn')} placeholder={t('accounts.leave.pick')} value={form.standInId || null}
          onChange={(standInId: string) => setForm({ ...form, standInId })} options={options} notFoundContent={t('accounts.leave.nobody')} />
      </Field>
    </WithReason>
  )
}
