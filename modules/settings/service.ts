import type { Ctx } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { refuse } from '../../kernel/errors.ts'
import { settingKeys, settingsErrors, settingShapes, type Setting, type SettingKey, type settingsApi, type SettingValue } from './contract.ts'
import { standardSettings } from './data.ts'
import { settingFrom } from './rules.ts'
import * as store from './store.ts'

/** What an installation has set, or the standard where it has not: `await settingOf(ctx, 'exports.approvalRows')`. */
export async function settingOf<K extends SettingKey>(ctx: Pick<Ctx, 'sql'>, key: K): Promise<SettingValue<K>> {
  const [row] = await store.findSettings(ctx.sql, [key])
  return settingFrom(key, row?.value)
}

/** Sets one without an endpoint: the demo. */
export const presetSetting = <K extends SettingKey>(ctx: Ctx, key: K, value: SettingValue<K>, reason: string): Promise<number> =>
  store.saveSetting(ctx.sql, { key, value, at: ctx.now, byName: null, reason })

async function listSettings(ctx: Ctx): Promise<{ items: Setting[] }> {
  const stored = new Map((await store.findSettings(ctx.sql, settingKeys)).map((row) => [row.key, row]))
  return {
    items: settingKeys.map((key) => {
      const { changedAt = null, changedByName = null, reason = null, value } = stored.get(key) ?? {}
      return { key, value: settingFrom(key, value), standard: standardSettings[key], changedAt, changedByName, reason }
    }),
  }
}

export const settingsService: Service<typeof settingsApi, Ctx> = {
  listSettings,
  async changeSetting(ctx, { key, value, reason }) {
    const parsed = settingShapes[key].safeParse(value)
    if (!parsed.success) throw refuse(settingsErrors.notThisShape)
    await store.saveSetting(ctx.sql, { key, value: parsed.data, at: ctx.now, byName: ctx.actor.kind === 'staff' ? ctx.actor.name : null, reason })
    const { items } = await listSettings(ctx)
    return items.find((one) => one.key === key) ?? { key, value, standard: standardSettings[key], changedAt: null, changedByName: null, reason: null }
  },
}
