import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { accessApi, type AccountAccess } from '../../modules/access/contract.ts'
import { endpointSummary, opensBy, sightOfRole } from '../../modules/access/rules.ts'
import { accountWish, type AccountWish } from '../../modules/accounts/contract.ts'
import { isAdministrator, rolePermissions, type Permission, type Role } from '../../modules/accounts/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { ActionBar, Card, CardHead, Facts, Section, StateTag, Why } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { useMe } from '../me.ts'
import { Asked, AskForm, askWords } from './Asking.tsx'
import { Opens } from './Opens.tsx'
import { useSay } from './say.ts'

/** 这个账号能看见什么: what, where, why, until when, and whether it was used. */
export function AccessCard({ accountId }: { accountId: string }): ReactNode {
  const found = useQueryOf(accessApi.accountAccess, { accountId }, { keep: true })
  return <Loaded of={found}>{(access) => <Shown access={access} />}</Loaded>
}

function Shown({ access }: { access: AccountAccess }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const { role, area, covers } = access
  const ask = accountWish.options.find((wish) => wish === at['ask'])
  return (
    <Card>
      <CardHead name={access.name} beside={access.login} state={<StateTag tone={access.state === 'active' ? 'on' : 'off'}>{t(`accounts.states.${access.state}`)}</StateTag>}
        under={role ? <>{t(`accounts.roles.${role}`)} · {area?.fullName || area?.name}{covers ? ` · ${t('access.covers', { households: number(covers.households), persons: number(covers.persons) })}` : ''}</> : t('accounts.noRole')} />
      {role ? <Seen role={role} /> : <Why>{t('access.card.noRole')}</Why>}
      <Asked asked={access.asked} />
      {ask ? <AskForm access={access} wish={ask} onDone={() => go({ ask: undefined })} /> : null}
      <Section title={t('access.card.reason')}><Reasons access={access} /></Section>
      <Section title={t('access.card.used', { days: access.days })}><Used access={access} /></Section>
      {role ? <Section title={t('access.card.mayDo', { n: rolePermissions[role].length })}><May role={role} /></Section> : null}
      {ask ? null : <Acts access={access} onAsk={(wish) => go({ ask: wish })} />}
    </Card>
  )
}

function Seen({ role }: { role: Role }): ReactNode {
  const t = useWords()
  const { kinds } = useSay()
  const sight = sightOfRole(role)
  if (sight.masked.length === 0) return <Why>{t('access.sight.nothing')}</Why>
  return (
    <Section title={t('access.card.sight')}>
      <Facts rows={[[t('access.sight.masked'), t('access.sight.maskedSaid', { kinds: kinds(sight.masked) })], [t('access.sight.clear'), sight.clear.length > 0 ? <b>{t('access.sight.clearSaid', { kinds: kinds(sight.clear) })}</b> : t('access.sight.no')], [t('access.sight.takesOut'), t(sight.takesOut ? 'access.sight.yes' : 'access.sight.no')]]} />
    </Section>
  )
}

function Reasons({ access }: { access: AccountAccess }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const { grant, leave, standsInFor, duties, validUntil, validity } = access
  const until = validUntil === null ? t('accounts.expiry.none') : t('accounts.expiry.until', { day: f.day(validUntil) })
  return (
    <Facts rows={[
      [t('access.card.grant'), grant ? t('access.card.grantSaid', { at: f.at(grant.at), by: grant.byName ?? t('access.bySetUp'), reason: grant.reason }) : null],
      [t('access.card.until'), validity === 'open' ? until : <StateTag tone={validity === 'expired' ? 'bad' : 'soon'}>{until}</StateTag>],
      [t('access.card.duties'), duties.length > 0 ? <>{duties.map((duty) => <div key={`${duty.dutyRole}${duty.areaName}`}>{t(`duty.roles.${duty.dutyRole}`)} · {duty.areaName} <span className="muted small">{t('duty.page.since', { day: f.day(duty.startsOn) })}</span></div>)}</> : t('access.card.noDuty')],
      [t('access.card.leave'), leave ? t('access.card.leaveSaid', { from: f.day(leave.fromOn), to: f.day(leave.toOn), name: leave.standInName }) : null],
      [t('access.card.standIn'), standsInFor.length > 0 ? <>{standsInFor.map((one) => <div key={one.name}>{t('access.card.standInSaid', { name: one.name, day: f.day(one.toOn) })}</div>)}</> : null],
      [t('access.card.factor'), access.factor === 'owed' ? <StateTag tone="soon">{t('access.card.factors.owed')}</StateTag> : t(`access.card.factors.${access.factor}`)],
      [t('access.card.signIn'), access.lastSignInAt ? f.at(access.lastSignInAt) : access.lastSeenAt ? null : t('access.card.never')],
      [t('access.card.seen'), access.lastSeenAt ? f.at(access.lastSeenAt) : t('access.card.never')],
      [t('access.card.opened'), f.at(access.createdAt)],
    ]} />
  )
}

/** How often it looked; of a reveal its hour and reason, never whose number it was. */
function Used({ access: { looks, reveals } }: { access: AccountAccess }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const said = [...(['views', 'reveals', 'exports'] as const).filter((kind) => looks[kind] > 0).map((kind) => t(`access.looks.${kind}`, { n: number(looks[kind]) })), ...(looks.records > 0 ? [t('access.looks.records', { n: number(looks.records) })] : [])]
  if (said.length === 0) return <p className="dim">{t('access.card.noLooks')}</p>
  return (
    <>
      <p>{said.join(' · ')}{looks.lastAt ? <span className="muted small"> {f.at(looks.lastAt)}</span> : null}</p>
      {reveals.length > 0 ? (
        <details><summary>{t('access.card.revealsTitle', { n: number(looks.reveals) })}</summary>
          <ul className="timeline">{reveals.map((one) => <li key={one.at}><time dateTime={one.at}>{f.at(one.at)}</time><span>{endpointSummary(one.endpoint)} <span className="muted">{one.reason}</span></span></li>)}</ul>
        </details>
      ) : null}
    </>
  )
}

const May = ({ role }: { role: Role }): ReactNode => <ul className="access-may">{rolePermissions[role].map((permission) => <li key={permission}><Granted permission={permission} role={role} /></li>)}</ul>

function Granted({ permission, role }: { permission: Permission; role: Role }): ReactNode {
  const t = useWords()
  const n = opensBy().get(permission)?.length ?? 0
  return <details><summary>{t(`accounts.permissions.${permission}`)} <span className="muted small">{t(`accounts.roles.${role}`)} · {n}</span></summary><Opens permission={permission} /></details>
}

function Acts({ access: { accountId, login, role, state, asked }, onAsk }: { access: AccountAccess; onAsk: (wish: AccountWish) => void }): ReactNode {
  const t = useWords()
  const me = useMe()
  if (accountId === me.id) return <p className="muted">{t('access.card.own')}</p>
  const waiting = asked?.state === 'waiting'
  return (
    <ActionBar>
      <Link to={'/grants' as never} search={{ text: login, open: accountId, act: 'grant' } as never}><Button>{t('access.card.change')}</Button></Link>
      {role ? <Link to={'/grants' as never} search={{ text: login, open: accountId, act: 'withdraw' } as never}><Button>{t('access.card.withdraw')}</Button></Link> : null}
      {state === 'active' && !waiting ? accountWish.options.filter((wish) => wish !== 'reset' || isAdministrator(role)).map((wish) => <Button key={wish} onClick={() => onAsk(wish)}>{t(askWords[wish])}</Button>) : null}
    </ActionBar>
  )
}
