import { Button, Select } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { accountsApi } from '../../modules/accounts/contract.ts'
import { isRole, rolePermissions, roles, type Role } from '../../modules/accounts/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { ActionBar, Card, CardHead, Section, StateTag } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { Field } from '../../ui/form.tsx'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { WithReason } from './WithReason.tsx'
import type { Grant } from './GrantsPage.tsx'

const touches = ['accounts', 'access', 'today']

export function GrantCard({ grant }: { grant: Grant }): ReactNode {
  const t = useWords()
  const me = useMe()
  const { accountId } = grant
  const [at, go] = useAddress()
  // In the address, so that a warning elsewhere leads straight to what is to be done.
  const act = at['act'] === 'grant' || at['act'] === 'withdraw' ? at['act'] : undefined
  const setAct = (next: 'grant' | 'withdraw' | undefined) => go({ act: next, area: undefined })
  const withdraw = useCommandOf(accountsApi.withdrawRole, { touches, onDone: () => { setAct(undefined); say(t('accounts.page.done')) } })
  return (
    <Card>
      <CardHead name={grant.name} beside={grant.login} under={grant.areaName}
        state={grant.role ? <StateTag tone="on">{t(`accounts.roles.${grant.role}`)}</StateTag> : <StateTag tone="soon">{t('accounts.noRole')}</StateTag>} />
      {act === 'grant' ? <Section title={t('accounts.grants.grant')}><GrantForm grant={grant} toArea={at['area']} onDone={() => setAct(undefined)} /></Section> : null}
      {act === 'withdraw' ? (
        <Section title={t('accounts.grants.withdraw')}>
          <WithReason go={t('accounts.grants.withdraw')} busy={withdraw.isPending} error={withdraw.error} onGo={(reason) => withdraw.mutate({ accountId, reason })} onCancel={() => setAct(undefined)} />
        </Section>
      ) : null}
      <p><Link to={'/access' as never} search={{ tab: 'account', text: grant.login, open: accountId } as never}>{t('access.title')}</Link></p>
      {grant.role ? <Section title={t('accounts.page.may')}><MayDo role={grant.role} /></Section> : null}
      <Section title={t('accounts.grants.history')}><GrantHistory accountId={accountId} /></Section>
      {act || accountId === me.id ? null : (
        <ActionBar>
          <Button type="primary" onClick={() => setAct('grant')}>{t('accounts.grants.grant')}</Button>
          {grant.role ? <Button onClick={() => setAct('withdraw')}>{t('accounts.grants.withdraw')}</Button> : null}
        </ActionBar>
      )}
    </Card>
  )
}

const MayDo = ({ role }: { role: Role }): ReactNode => {
  const t = useWords()
  return <p className="muted">{rolePermissions[role].map((one) => t(`accounts.permissions.${one}`)).join(' · ')}</p>
}

function GrantForm({ grant, toArea, onDone }: { grant: Grant; toArea: string | undefined; onDone: () => void }): ReactNode {
  const t = useWords()
  const [role, setRole] = useState<Role | undefined>(grant.role ?? undefined)
  const [areaId, setAreaId] = useState<string | undefined>(toArea ?? grant.areaId ?? undefined)
  const [tried, setTried] = useState(false)
  const give = useCommandOf(accountsApi.grantRole, { touches, onDone: () => { onDone(); say(t('accounts.page.done')) } })
  const fault = (value: string | undefined) => (tried && !value ? t('ui.form.required') : undefined)
  const go = (reason: string) => {
    setTried(true)
    if (role && areaId) give.mutate({ accountId: grant.accountId, role, areaId, reason })
  }
  return (
    <WithReason go={t('accounts.grants.grant')} busy={give.isPending} error={give.error} onGo={go} onCancel={onDone}>
      <Field label={t('accounts.grants.role')} fault={fault(role)}>
        <Select size="large" aria-label={t('accounts.grants.role')} value={role ?? null} onChange={(value: string | null) => setRole(value && isRole(value) ? value : undefined)} options={roles.map((value) => ({ value, label: t(`accounts.roles.${value}`) }))} />
      </Field>
      {role ? <MayDo role={role} /> : null}
      <Field label={t('accounts.grants.area')} fault={fault(areaId)}>
        <AreaPicker label={t('accounts.grants.area')} value={areaId} onChange={setAreaId} chosen={grant.areaId && areaId === grant.areaId ? { id: grant.areaId, name: grant.areaName ?? '' } : undefined} />
      </Field>
    </WithReason>
  )
}

function GrantHistory({ accountId }: { accountId: string }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const history = useQueryOf(accountsApi.grantHistory, { accountId })
  const said = (role: string | null, area: string | null) => (role ? `${t(`accounts.roles.${role}`)}${area ? `(${area})` : ''}` : t('accounts.noRole'))
  return (
    <Loaded of={history}>{({ items }) => (items.length === 0 ? <p className="dim">{t('ui.card.noTimeline')}</p> : (
      <ul className="timeline">
        {items.map((one) => (
          <li key={one.id}>
            <time dateTime={one.at} title={f.at(one.at)}>{f.when(one.at)}</time>
            <span>{said(one.roleBefore, one.areaBefore)} → {said(one.roleAfter, one.areaAfter)} <span className="muted">{one.reason}</span> <span className="who">{one.byName}</span></span>
          </li>
        ))}
      </ul>
    ))}</Loaded>
  )
}
