import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { instant, reason } from '../../kernel/fields.ts'

const days = (least: number, most: number) => z.number().int().min(least).max(most)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notAClock')

/** What an installation may set, each with its shape and unit; the sentence and the source of each stand in the words files. */
export const settingShapes = {
  /** 双因素登录: whether a second factor is asked for, and of which roles. */
  'accounts.secondFactor': z.object({ on: z.boolean(), roles: z.array(z.string().regex(/^[a-zA-Z]+$/)).max(20) }),
  /** 密码有效期, days; 0 for none. */
  'accounts.passwordDays': days(0, 365),
  /** 账号到期提醒, days ahead. */
  'accounts.expiryDays': days(1, 90),
  /** 久未使用的账号, days without a request after which the security administrator is told. */
  'accounts.idleDays': days(7, 365),
  /** 谁能看见什么: how many days back the page counts who looked. */
  'audit.lookBackDays': days(1, 180),
  /** 导出审批线: an export of more rows needs an approval. */
  'exports.approvalRows': days(0, 100_000),
  /** 批准后下载时限, hours. */
  'exports.releaseHours': days(1, 168),
  /** 花名册原件保留, days after the last work with it. */
  'roster.fileDays': days(1, 365),
  /** 填好的部门报表保留, days after it was filled. */
  'forms.fileDays': days(1, 365),
  /** 公共场所容量: square metres for each person inside. */
  'venues.squareMetres': days(1, 1000),
  /** 建议停留, minutes. */
  'venues.stayMinutes': days(1, 600),
  /** 随身数据有效, hours: what a phone carries is not shown any more after them. */
  'field.carryHours': days(12, 72),
  /** 代交时限, hours after which what an absent owner left on a phone goes to the desk. */
  'field.handOverHours': days(4, 168),
  /** 手机同步间隔, minutes. */
  'field.syncMinutes': days(1, 60),
  /** 手机上保留已到的记录, days. */
  'field.keptDays': days(1, 14),
  /** 异常查看提示: outside these hours, or more people than this in one hour. */
  'audit.watch': z.object({ from: clock, to: clock, peoplePerHour: days(1, 10_000) }),
  /** 手机出入证换码间隔, minutes a code on a phone is good for. */
  'passes.phoneMinutes': days(1, 60),
  /** 钟差容许, seconds. */
  'passes.skewSeconds': days(0, 900),
  /** 离线提示, hours without news after which a gate's phone warns. */
  'passes.staleHours': days(1, 168),
  /** 出入证有效期, days at most. */
  'passes.paperDays': days(1, 365),
  /** 签发密钥更换, days one key signs. */
  'passes.keyDays': days(7, 365),
  /** 密钥提前, days before its first signature a key is made and given to the gates. */
  'passes.keyAheadDays': days(1, 60),
  /** 照片保留, days after a pass has ended. */
  'passes.photoDays': days(0, 90),
  /** 到期提醒, days ahead. */
  'passes.soonDays': days(1, 30),
  /** 一次到访时限, hours at most. */
  'passes.visitHours': days(1, 72),
  /** 车辆复核间隔, days, where a pass does not say otherwise. */
  'passes.recheckDays': days(1, 90),
  /** 隔离即停用: measures of anybody in the household that stop its passes. */
  'passes.stoppedBy': z.array(z.string().regex(/^[a-zA-Z]+$/)).max(10),
  /** 空岗告警, minutes after a shift began without anybody signing on. */
  'passage.emptyPostMinutes': days(1, 240),
  /** 提前签到, minutes before a shift within which signing on is for that shift. */
  'passage.earlyMinutes': days(0, 240),
  /** 空岗报街道, minutes after which the office above sees it too. */
  'passage.emptyAboveMinutes': days(1, 1440),
  /** 一证两岗, minutes within which one pass cannot be at two gates. */
  'passage.twoGatesMinutes': days(1, 120),
  /** 未归统计, hours within which whoever went out is looked for. */
  'passage.presentHours': days(4, 168),
  /** 同时同地, days back. */
  'passage.samePlaceDays': days(1, 28),
  /** 同时同地, minutes around each passage. */
  'passage.samePlaceMinutes': days(1, 120),
  /** 进出记录保存, months after which the rows of a month go; the counts stay. */
  'passage.keepMonths': days(2, 60),
  /** 异常回看, hours one pass is followed back. */
  'passage.patternHours': days(1, 168),
  /** 值班表提前, days ahead there are shifts to fill. */
  'passage.shiftDays': days(7, 60),
  /** 补录, minutes after which a record counts as sent in later. */
  'passage.lateMinutes': days(1, 1440),
} as const
export type SettingShapes = typeof settingShapes
export type SettingKey = keyof SettingShapes
export type SettingValue<K extends SettingKey> = z.output<SettingShapes[K]>

export const settingKeys = Object.keys(settingShapes) as [SettingKey, ...SettingKey[]]

/** 一项设置 */
export const setting = z.object({
  key: z.enum(settingKeys),
  value: z.unknown(),
  /** What it is where nobody has set it. */
  standard: z.unknown(),
  changedAt: instant().nullable(),
  changedByName: z.string().nullable(),
  reason: z.string().nullable(),
})
export type Setting = z.infer<typeof setting>

export const settingsErrors = declareErrors('settings', {
  notThisShape: { status: 422 },
})

const manage = { permission: 'accounts.manage' } as const

export const settingsApi = {
  listSettings: query({
    path: '/settings', access: manage, summary: '设置: what this installation has set, by whom and why',
    input: z.object({}), output: z.object({ items: z.array(setting) }),
  }),
  changeSetting: command({
    path: '/settings/:key', access: manage, summary: '更改设置: holds from now on for everybody',
    input: z.object({ key: z.enum(settingKeys), value: z.unknown(), reason: reason() }), output: setting,
    errors: [settingsErrors.notThisShape],
    audit: { act: 'change', subjects: (i) => [i.key], reason: (i) => i.reason },
  }),
}
