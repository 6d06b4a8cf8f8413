import { Input, InputNumber, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { roles } from '../../modules/accounts/rules.ts'
import { measures } from '../../modules/policies/contract.ts'
import { settingsApi, type Setting, type SettingValue } from '../../modules/settings/contract.ts'
import { ManyChoices } from '../../ui/choices.tsx'
import { Field } from '../../ui/form.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { ClockInput } from '../../ui/when.tsx'
import { useWords } from '../../ui/words.ts'
import { WithReason } from '../accounts/WithReason.tsx'

export function SettingForm({ setting, onClose }: { setting: Setting; onClose: () => void }): ReactNode {
  const t = useWords()
  const [value, setValue] = useState(setting.value)
  // Everything is read anew: a setting may change what this very session may do.
  const change = useCommandOf(settingsApi.changeSetting, { onDone: () => { onClose(); say(t('settings.saved')) } })
  return (
    <WithReason go={t('settings.change')} busy={change.isPending} error={change.error} onCancel={onClose} onGo={(reason) => change.mutate({ key: setting.key, value, reason })}>
      <Control settingKey={setting.key} value={value} onChange={setValue} />
    </WithReason>
  )
}

function Control({ settingKey, value, onChange }: { settingKey: Setting['key']; value: unknown; onChange: (value: unknown) => void }): ReactNode {
  const t = useWords()
  const name = t(`settings.items.${settingKey}.name`)
  if (settingKey === 'accounts.secondFactor') return <SecondFactor value={value as SettingValue<'accounts.secondFactor'>} onChange={onChange} />
  if (settingKey === 'audit.watch') return <Watch value={value as SettingValue<'audit.watch'>} onChange={onChange} />
  if (settingKey === 'passes.stoppedBy') return <Field label={name} group><ManyChoices label={name} value={value as string[]} onChange={onChange} options={measures.map((one) => ({ value: one as string, label: t(`quarantine.measures.${one}`) }))} /></Field>
  return <Field label={name}><InputNumber size="large" style={{ width: 160 }} aria-label={name} value={Number(value)} onChange={onChange} /></Field>
}

function SecondFactor({ value, onChange }: { value: SettingValue<'accounts.secondFactor'>; onChange: (value: unknown) => void }): ReactNode {
  const t = useWords()
  const name = t('settings.items.accounts.secondFactor.name')
  return (
    <>
      <Field label={name}><Switch aria-label={name} checked={value.on} checkedChildren={t('settings.on')} unCheckedChildren={t('settings.off')} onChange={(on) => onChange({ ...value, on })} /></Field>
      {value.on ? (
        <Field label={t('settings.roles')} group>
          <ManyChoices label={t('settings.roles')} value={value.roles} onChange={(next) => onChange({ ...value, roles: next })} options={roles.map((role) => ({ value: role as string, label: t(`accounts.roles.${role}`) }))} />
        </Field>
      ) : null}
    </>
  )
}

function Watch({ value, onChange }: { value: SettingValue<'audit.watch'>; onChange: (value: unknown) => void }): ReactNode {
  const t = useWords()
  return (
    <>
      <Field label={t('settings.from')}><ClockInput needed size="large" value={value.from} onChange={(clock) => onChange({ ...value, from: clock })} /></Field>
      <Field label={t('settings.to')}><ClockInput needed size="large" value={value.to} onChange={(clock) => onChange({ ...value, to: clock })} /></Field>
      <Field label={t('settings.peoplePerHour')}><InputNumber size="large" value={value.peoplePerHour} onChange={(n) => onChange({ ...value, peoplePerHour: n })} /></Field>
    </>
  )
}
