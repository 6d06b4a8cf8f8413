import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { accountsApi } from '../../modules/accounts/contract.ts'
import { zonesApi, type ZoneItem } from '../../modules/zones/contract.ts'
import { clockOf, dayOf, instantAt } from '../../kernel/dates.ts'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { MomentInput } from '../../ui/when.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** Who does it, and until when. */
export function OwnerForm({ item, onDone }: { item: ZoneItem; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [owner, setOwner] = useState(item.ownerAccountId ?? undefined)
  const [due, setDue] = useState(`${dayOf(item.dueAt)}T${clockOf(item.dueAt)}`)
  const [fault, setFault] = useState<string>()
  const save = useCommandOf(zonesApi.assignZoneItem, { onDone: () => { say(t('zones.item.saved')); onDone() }, onRefused: (error) => setFault(tError(error)) })
  const submit = () => {
    const [day = '', clock = '00:00'] = due.split('T')
    save.mutate({ itemId: item.itemId, ...(owner && owner !== item.ownerAccountId ? { ownerAccountId: owner } : {}), ...(day ? { dueAt: instantAt(day, clock) } : {}) })
  }
  return (
    <form className="zone-settle" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <Colleagues value={owner} onChange={setOwner} />
      <MomentInput needed aria-label={t('zones.item.dueAt')} value={due} onChange={setDue} />
      {fault ? <span className="bad-ink" role="alert">{fault}</span> : null}
      <div className="row"><Button type="primary" htmlType="submit" loading={save.isPending}>{t('zones.item.save')}</Button><Button onClick={onDone}>{t('ui.form.cancel')}</Button></div>
    </form>
  )
}

export function Colleagues({ value, onChange }: { value: string | undefined; onChange: (accountId: string) => void }): ReactNode {
  const t = useWords()
  const found = useQueryOf(accountsApi.listColleagues, {}, { staleTime: 60_000 })
  return (
    <Select showSearch={{ optionFilterProp: 'label' }} aria-label={t('zones.item.owner')} placeholder={t('zones.item.owner')} style={{ width: '100%' }} value={value ?? null} onChange={(id: string | null) => { if (id) onChange(id) }}
      options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name} ${t(`accounts.roles.${one.role}`)} ${one.areaName}` }))} />
  )
}
