import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { auditApi } from '../../modules/audit/contract.ts'
import { useQueryOf } from '../../ui/queries.ts'
import { DayInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'

type At = Readonly<Record<string, string | undefined>>
interface Props { at: At; go: (change: Record<string, string | undefined>) => void; clear: (() => void) | undefined }

/** Who, what, about whom, from when to when, from where; all of it in the address, so that a finding can be sent on. */
export function Filters({ at, go, clear }: Props): ReactNode {
  const t = useWords()
  const search = (name: string, label: string, width: number) => (
    <Input.Search key={`${name}-${at[name] ?? ''}`} allowClear aria-label={label} placeholder={label} defaultValue={at[name] ?? ''} onSearch={(text) => go({ [name]: text.trim() || undefined, open: undefined })} style={{ width }} />
  )
  return (
    <>
      <Who at={at} go={go} />
      {search('does', t('audit.page.does'), 200)}
      {search('subject', t('audit.page.subject'), 240)}
      <DayInput filter aria-label={t('audit.page.fromDay')} title={t('audit.page.fromDay')} value={at['from'] ?? ''} onChange={(next) => go({ from: next || undefined, day: undefined })} style={{ width: 150 }} />
      <DayInput filter aria-label={t('audit.page.toDay')} title={t('audit.page.toDay')} value={at['to'] ?? ''} onChange={(next) => go({ to: next || undefined, day: undefined })} style={{ width: 150 }} />
      {search('ip', t('audit.page.from'), 150)}
      {clear ? <Button type="link" onClick={clear}>{t('ui.list.clearFilters')}</Button> : null}
    </>
  )
}

/** By name or login; the account picked is what is searched for, so that two people of one name are two. */
function Who({ at, go }: Pick<Props, 'at' | 'go'>): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const found = useQueryOf(auditApi.listActors, { text }, { enabled: text !== '', keep: true }).data?.items ?? []
  const label = (one: (typeof found)[number]) => `${one.name} · ${one.login}${one.role ? ` · ${t(`accounts.roles.${one.role}`)}` : ''}`
  const known = at['account'] && !found.some((one) => one.accountId === at['account']) ? [{ value: at['account'], label: at['who'] ?? at['account'] }] : []
  return (
    <Select allowClear showSearch={{ filterOption: false, onSearch: setText }} style={{ width: 200 }} aria-label={t('audit.page.who')} placeholder={t('audit.page.whoHint')}
      value={at['account'] ?? null} notFoundContent={text === '' ? t('audit.page.whoHint') : t('audit.page.nobody')}
      onChange={(accountId: string | undefined) => go({ account: accountId, who: found.find((one) => one.accountId === accountId)?.name, open: undefined })}
      options={[...known, ...found.map((one) => ({ value: one.accountId, label: label(one) }))]} />
  )
}
