import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { fieldApi, type Device } from '../../modules/field/contract.ts'
import { clockWrong } from '../../modules/field/rules.ts'
import { useAddress } from '../../ui/address.ts'
import { ActionBar, Card, CardHead, Facts, StateTag } from '../../ui/card.tsx'
import { useFormats } from '../../ui/format.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { useCommandOf, useListOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import { WithReason } from '../accounts/WithReason.tsx'

/** 手机: whose data lie where, how old they are, what has not been sent; a lost one is wiped from here. */
export default function PhonesPage(): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [at, go] = useAddress()
  const list = useListOf(fieldApi.listDevices, { ...(at['q'] ? { q: at['q'] } : {}) })
  return (
    <ListPage
      title={t('field.desk.devicesTitle')} sub={t('field.desk.devicesSub')}
      filters={<Input.Search allowClear style={{ width: 220 }} aria-label={t('field.desk.search')} placeholder={t('field.desk.search')} defaultValue={at['q'] ?? ''} onSearch={(q) => go({ q: q.trim() || undefined })} />}
      list={list} idOf={(one) => one.deviceId} open={at['open']} onOpen={(open) => go({ open })}
      columns={[
        { title: t('field.desk.columns.person'), key: 'person', render: (_: unknown, one: Device) => <><b>{one.accountName}</b> <span className="dim small">{one.role ? t(`accounts.roles.${one.role}`) : ''} {one.areaName}</span></> },
        { title: t('field.desk.columns.device'), key: 'device', dataIndex: 'name' },
        { title: t('field.desk.columns.seen'), key: 'seen', render: (_: unknown, one: Device) => <span className="nowrap" title={f.at(one.seenAt)}>{f.ago(one.seenAt)}</span> },
        { title: t('field.desk.columns.waiting'), key: 'waiting', className: 'number', render: (_: unknown, one: Device) => (one.waiting > 0 ? t('field.desk.waiting', { n: one.waiting }) : t('field.desk.none')) },
        { title: t('field.desk.columns.data'), key: 'data', render: (_: unknown, one: Device) => <span className="nowrap">{one.carryMadeAt ? f.when(one.carryMadeAt) : t('field.desk.none')}</span> },
        { title: t('field.desk.columns.state'), key: 'state', render: (_: unknown, one: Device) => <State one={one} /> },
      ]}
      panel={(id, row) => (row ? <DeviceCard key={id} one={row} /> : null)}
      empty={{ title: t('field.desk.empty.devices'), hint: t('field.desk.emptyHint.devices') }}
    />
  )
}

function State({ one }: { one: Device }): ReactNode {
  const t = useWords()
  const f = useFormats()
  if (one.wipedAt) return <StateTag tone="off">{t('field.desk.wiped', { at: f.when(one.wipedAt) })}</StateTag>
  if (one.wipeOrderedAt) return <StateTag tone="bad">{t('field.desk.ordered')}</StateTag>
  return one.waiting > 0 ? <StateTag tone="soon">{t('field.desk.waiting', { n: one.waiting })}</StateTag> : <StateTag tone="good">{t('field.desk.fine')}</StateTag>
}

function DeviceCard({ one }: { one: Device }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const [wiping, setWiping] = useState(false)
  const keep = useCommandOf(fieldApi.keepDevice, { onDone: () => say(t('field.desk.kept')), onRefused: (error) => say(tError(error)) })
  const wipe = useCommandOf(fieldApi.wipeDevice, { onDone: () => { setWiping(false); offerUndo(t('field.desk.ordered'), () => keep.mutateAsync({ deviceId: one.deviceId })) } })
  const minutes = Math.round(Math.abs(one.clockOffSeconds) / 60)
  return (
    <Card>
      <CardHead name={one.accountName} beside={one.name} state={<State one={one} />} under={one.areaName} />
      <Facts rows={[
        [t('field.desk.columns.seen'), f.when(one.seenAt)], [t('field.desk.columns.waiting'), one.waiting > 0 ? t('field.desk.waiting', { n: one.waiting }) : t('field.desk.none')],
        [t('field.desk.columns.data'), one.carryMadeAt ? t('field.desk.dataAt', { at: f.when(one.carryMadeAt) }) : t('field.desk.none')],
        [t('field.desk.columns.clock'), clockWrong(one.clockOffSeconds) ? t(minutes > 1440 ? 'field.phone.mine.otherDay' : 'field.desk.clockWrong', { n: minutes }) : t('field.desk.clockRight')],
      ]} />
      {one.wipeOrderedAt && !one.wipedAt ? <p className="why soon">{t('field.desk.orderedBy', { name: one.wipeOrdererName ?? '' })}</p> : null}
      {wiping ? <><p className="muted">{t('field.desk.wipeHint')}</p><WithReason go={t('field.desk.wipe')} busy={wipe.isPending} error={wipe.error} onCancel={() => setWiping(false)} onGo={(reason) => wipe.mutate({ deviceId: one.deviceId, reason })} /></>
        : one.wipedAt ? null : <ActionBar>{one.wipeOrderedAt ? <Button loading={keep.isPending} onClick={() => keep.mutate({ deviceId: one.deviceId })}>{t('field.desk.keep')}</Button> : <Button danger onClick={() => setWiping(true)}>{t('field.desk.wipe')}</Button>}</ActionBar>}
    </Card>
  )
}
