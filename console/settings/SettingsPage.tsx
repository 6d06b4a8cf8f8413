import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { settingsApi, type Setting, type SettingValue } from '../../modules/settings/contract.ts'
import { Loaded } from '../../ui/Failed.tsx'
import { useFormats } from '../../ui/format.ts'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords, type Say } from '../../ui/words.ts'
import { SettingForm } from './SettingForm.tsx'
import './settings.css'

/** 系统管理员: what holds for the whole installation, each with its source; no switch without a reason. */
export default function SettingsPage(): ReactNode {
  const t = useWords()
  const settings = useQueryOf(settingsApi.listSettings, {})
  return (
    <Page title={t('settings.title')} sub={t('settings.sub')}>
      <Loaded of={settings}>{({ items }) => <div className="settings paper">{items.map((one) => <One key={one.key} setting={one} />)}</div>}</Loaded>
    </Page>
  )
}

function One({ setting }: { setting: Setting }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const [editing, setEditing] = useState(false)
  const name = t(`settings.items.${setting.key}.name`)
  return (
    <section className="setting" aria-label={name}>
      <div>
        <h2>{name}</h2>
        <p>{t(`settings.items.${setting.key}.hint`)}</p>
        <p className="muted small">{t(`settings.items.${setting.key}.source`)}</p>
      </div>
      {editing ? <SettingForm setting={setting} onClose={() => setEditing(false)} /> : (
        <div className="setting-now">
          <b>{valueInWords(t, setting)}</b>
          <span className="muted small">{setting.changedAt
            ? t('settings.changed', { name: setting.changedByName ?? t('settings.by.system'), at: f.at(setting.changedAt), reason: setting.reason ?? '' })
            : t('settings.asStandard')}</span>
          <Button onClick={() => setEditing(true)} aria-label={`${t('settings.change')} ${name}`}>{t('settings.change')}</Button>
        </div>
      )}
    </section>
  )
}

type Plain = Exclude<Setting['key'], 'accounts.secondFactor' | 'audit.watch' | 'passes.stoppedBy'>
export const unitOf: Readonly<Record<Plain, string>> & Partial<Record<Setting['key'], string>> = {
  'field.carryHours': 'hours', 'field.handOverHours': 'hours',
  'accounts.passwordDays': 'days', 'accounts.expiryDays': 'days', 'accounts.idleDays': 'days', 'audit.lookBackDays': 'days', 'roster.fileDays': 'days', 'forms.fileDays': 'days', 'exports.approvalRows': 'rows', 'exports.releaseHours': 'hours',
  'passes.phoneMinutes': 'minutes', 'passes.skewSeconds': 'seconds', 'passes.staleHours': 'hours', 'passes.paperDays': 'days', 'passes.keyDays': 'days', 'passes.keyAheadDays': 'days', 'passes.photoDays': 'days', 'passes.soonDays': 'days', 'passes.visitHours': 'hours', 'passes.recheckDays': 'days', 'venues.squareMetres': 'squareMetres', 'venues.stayMinutes': 'minutes',
  'field.syncMinutes': 'minutes', 'field.keptDays': 'days', 'passage.emptyPostMinutes': 'minutes', 'passage.emptyAboveMinutes': 'minutes', 'passage.earlyMinutes': 'minutes', 'passage.twoGatesMinutes': 'minutes', 'passage.presentHours': 'hours', 'passage.lateMinutes': 'minutes', 'passage.patternHours': 'hours', 'passage.keepMonths': 'months', 'passage.samePlaceDays': 'days', 'passage.samePlaceMinutes': 'minutes', 'passage.shiftDays': 'days',
}

export function valueInWords(t: Say, { key, value }: Pick<Setting, 'key' | 'value'>): string {
  if (key === 'accounts.secondFactor') {
    const { on, roles } = value as SettingValue<'accounts.secondFactor'>
    return on ? `${t('settings.on')}:${roles.map((role) => t(`accounts.roles.${role}`)).join('、')}` : t('settings.off')
  }
  if (key === 'audit.watch') {
    const { from, to, peoplePerHour } = value as SettingValue<'audit.watch'>
    return `${from}–${to} · ${t('settings.units.people', { n: peoplePerHour })}`
  }
  if (key === 'passes.stoppedBy') return (value as string[]).map((one) => t(`quarantine.measures.${one}`)).join('、') || t('settings.none')
  return value === 0 && key === 'accounts.passwordDays' ? t('settings.none') : t(`settings.units.${unitOf[key]}`, { n: Number(value).toLocaleString('en-US') })
}
