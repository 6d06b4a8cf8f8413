import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { accessApi, warningKinds, type AccessWarning } from '../../modules/access/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { StateTag } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { number, useFormats } from '../../ui/format.ts'
import { Chips } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'

const grave: readonly AccessWarning['kind'][] = ['separation', 'expired']

/** 提醒: one line each, why, and what to do about it one press away. */
export function Warnings(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const found = useQueryOf(accessApi.accessWarnings, {}, { keep: true })
  return (
    <Loaded of={found}>{({ items, counts }) => {
      if (items.length === 0) return <div className="list-table empty"><b>{t('access.warnings.none')}</b><span>{t('access.warnings.noneHint')}</span></div>
      const kind = warningKinds.find((one) => one === at['kind'])
      const chips = warningKinds.filter((one) => counts[one] > 0).map((id) => ({ id, label: t(`access.warnings.kinds.${id}`), count: counts[id], tone: grave.includes(id) ? 'bad' as const : 'soon' as const }))
      return (
        <>
          {chips.length > 1 ? <div className="access-kinds"><Chips label={t('access.tabs.warnings')} on={kind ?? ''} onPick={(next) => go({ kind: next })} chips={[{ id: '', label: t('access.warnings.all'), count: items.length }, ...chips]} /></div> : null}
          <ul className="access-warnings">
            {items.filter((one) => kind === undefined || one.kind === kind).map((one) => <Warning key={`${one.kind}-${one.accountId}`} warning={one} open={at['open'] === one.accountId} onOpen={(ask) => go({ open: one.accountId, ask })} />)}
          </ul>
        </>
      )
    }}</Loaded>
  )
}

function Warning({ warning, open, onOpen }: { warning: AccessWarning; open: boolean; onOpen: (ask: string | undefined) => void }): ReactNode {
  const t = useWords()
  const { kind, name, login, role, areaName, covers } = warning
  return (
    <li className={open ? 'paper open' : 'paper'}>
      <div className="access-warned">
        <StateTag tone={grave.includes(kind) ? 'bad' : 'soon'}>{t(`access.warnings.kinds.${kind}`)}</StateTag>
        <Button type="link" className="access-name" onClick={() => onOpen(undefined)}>{name}</Button> <span className="muted small">{login}</span>
        <span className="muted">{t(`accounts.roles.${role}`)} · {areaName}{covers ? ` · ${t('access.covers', { households: number(covers.households), persons: number(covers.persons) })}` : ''}</span>
      </div>
      <p><Why warning={warning} /></p>
      <div className="row">{warning.asked ? <StateTag tone="on">{t('access.warnings.asked')}</StateTag> : null}
        {warning.acts.filter((act) => act !== 'suspend' || !warning.asked).map((act) => <Act key={act} act={act} warning={warning} onOpen={onOpen} />)}</div>
    </li>
  )
}

function Why({ warning: { kind, params, areaName } }: { warning: AccessWarning }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const day = (value: unknown) => (typeof value === 'string' && value ? f.day(value) : '')
  if (kind === 'unused' && params['at'] === '') return t('access.warnings.why.neverUsed', params)
  return t(`access.warnings.why.${kind}`, {
    ...params, own: areaName, day: day(params['day']), at: typeof params['at'] === 'string' && params['at'] ? f.at(params['at']) : '', otherRole: params['otherRole'] ? t(`accounts.roles.${params['otherRole']}`) : '',
  })
}

/** Role and area are her own to change; the account itself is asked of the system administrator. */
function Act({ act, warning, onOpen }: { act: AccessWarning['acts'][number]; warning: AccessWarning; onOpen: (ask: string | undefined) => void }): ReactNode {
  const t = useWords()
  const { accountId, login, toArea } = warning
  if (act === 'suspend') return <Button onClick={() => onOpen('suspend')}>{t('access.warnings.acts.suspend')}</Button>
  const search = { text: login, open: accountId, act: act === 'withdraw' ? 'withdraw' : 'grant', ...(toArea && act !== 'withdraw' ? { area: toArea.id } : {}) }
  const words = act === 'withdraw' ? t('access.warnings.acts.withdraw') : toArea ? t(`access.warnings.acts.${act}`, { area: toArea.name }) : t('access.warnings.acts.widenAbove')
  return <Link to={'/grants' as never} search={search as never}><Button>{words}</Button></Link>
}
