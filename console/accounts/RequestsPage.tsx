import { Button, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { accountsApi, type RoleRequest } from '../../modules/accounts/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { ApiError } from '../../ui/client.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { useCommandOf, useListOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { WithReason } from './WithReason.tsx'

/** 待授权: what the system administrator proposed, granted or not by somebody else, many at once. */
export default function RequestsPage(): ReactNode {
  const t = useWords()
  const list = useListOf(accountsApi.listRoleRequests, {})
  return (
    <ListPage<RoleRequest>
      title={t('accounts.requests.title')} sub={t('accounts.requests.sub')} list={list} idOf={(row) => row.id} columns={useColumns()}
      selection={(rows, clear) => <Decide rows={rows} onDone={clear} />}
      empty={{ title: t('accounts.requests.empty'), hint: t('accounts.requests.emptyHint') }}
    />
  )
}

function Decide({ rows, onDone }: { rows: RoleRequest[]; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [grant, setGrant] = useState<boolean>()
  const decide = useCommandOf(accountsApi.decideRoleRequests, {
    touches: ['accounts', 'today'],
    onDone: (done) => {
      const failed = done.failed.map(({ name, code }) => t('accounts.requests.failed', { name, why: tError(new ApiError(409, code)) }))
      say([t(grant ? 'accounts.requests.done' : 'accounts.requests.refusedDone', { n: grant ? done.granted : done.refused }), ...failed].join(' '))
      setGrant(undefined)
      onDone()
    },
  })
  if (grant === undefined) {
    return <><Button type="primary" onClick={() => setGrant(true)}>{t('accounts.requests.grant')}</Button><Button onClick={() => setGrant(false)}>{t('accounts.requests.refuse')}</Button></>
  }
  return (
    <WithReason go={t(grant ? 'accounts.requests.grant' : 'accounts.requests.refuse')} busy={decide.isPending} error={decide.error} onCancel={() => setGrant(undefined)}
      onGo={(reason) => decide.mutate({ requestIds: rows.map(({ id }) => id), grant, reason })} />
  )
}

function useColumns(): TableColumnsType<RoleRequest> {
  const t = useWords()
  const f = useFormats()
  return [
    { key: 'who', title: t('accounts.manage.name'), render: (_, row) => <><b>{row.name}</b><br /><span className="muted small">{row.login}</span></> },
    { key: 'wants', title: t('accounts.requests.wants'), render: (_, row) => <>{t(`accounts.roles.${row.role}`)}<br /><span className="muted small">{row.areaName}</span></> },
    { key: 'by', title: t('accounts.requests.by'), render: (_, row) => row.askedByName },
    { key: 'at', title: t('accounts.requests.at'), align: 'right', render: (_, row) => <time className="nowrap" dateTime={row.askedAt} title={f.at(row.askedAt)}>{f.when(row.askedAt)}</time> },
  ]
}
