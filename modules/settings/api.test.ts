import { expect, test } from 'vitest'
import { aCommunity, clock } from '../../testing/world.ts'
import { settingsApi as api } from './contract.ts'
import { settingFrom } from './rules.ts'

test('a setting says what it was delivered with, who changed it, when and why', async () => {
  clock.set('2020-02-26T14:00:00+08:00')
  const admin = await (await aCommunity()).as('systemAdmin')
  const changed = await admin.call(api.changeSetting, { key: 'exports.releaseHours', value: 48, reason: '周末' })
  expect(changed).toMatchObject({ value: 48, standard: 24, changedAt: '2020-02-26T06:00:00.000Z', reason: '周末' })
  const { items } = await admin.call(api.listSettings, {})
  expect(items.find((one) => one.key === 'exports.releaseHours')).toEqual(changed)
  await admin.call(api.changeSetting, { key: 'exports.releaseHours', value: 24, reason: '恢复' })
})

test('a value outside its range, or of another shape, changes nothing', async () => {
  const admin = await (await aCommunity()).as('systemAdmin')
  for (const value of [0, -1, 'viele', { on: true }]) {
    expect(await admin.refused(api.changeSetting, { key: 'exports.releaseHours', value, reason: '试行' })).toMatchObject({ status: 422, code: 'settings.notThisShape' })
  }
})

test('a value kept in an older shape counts as not set', () => {
  expect(settingFrom('audit.watch', { since: 7 })).toMatchObject({ from: '07:00', peoplePerHour: 120 })
  expect(settingFrom('accounts.passwordDays', 30)).toBe(30)
})
