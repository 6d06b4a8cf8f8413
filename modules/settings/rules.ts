import { settingShapes, type SettingKey, type SettingValue } from './contract.ts'
import { standardSettings } from './data.ts'

/** What holds for a key; a stored value of an older shape counts as not set. */
export function settingFrom<K extends SettingKey>(key: K, stored: unknown): SettingValue<K> {
  const parsed = settingShapes[key].safeParse(stored)
  return (parsed.success ? parsed.data : standardSettings[key]) as SettingValue<K>
}
