import sql from 'sql-template-tag'
import { wholeTerritory } from '../kernel/ctx.ts'
import { toInstant } from '../kernel/dates.ts'
import { readablePassword, type Role } from '../modules/accounts/rules.ts'
import { setUpAccount } from '../modules/accounts/service.ts'
import type { Level } from '../modules/territory/contract.ts'
import { divisions, isAreaCode, plantArea } from '../modules/territory/service.ts'
import { makeCtx, type Frame } from './ctx.ts'
import { transact, type Database } from './db.ts'
import { systemActor } from './jobs.ts'

export const isEmpty = async (db: Database): Promise<boolean> =>
  (await transact(db, wholeTerritory, ({ sql: q }) => q.rows(sql`select 1 from area limit 1`))).length === 0

/** 三员: three accounts for three persons; whoever opens accounts cannot give them roles, and a third one reads what both did. */
const administrators: readonly { login: string; name: string; role: Role }[] = [
  { login: 'system', name: '系统管理员', role: 'systemAdmin' },
  { login: 'security', name: '安全管理员', role: 'securityAdmin' },
  { login: 'auditor', name: '审计员', role: 'auditor' },
]

export interface Root { readonly name?: string | undefined; readonly code?: string | undefined }
export interface FirstLogin { login: string; password: string; role: Role; name: string }

/** What an installation needs before anybody can work in it: the area everything else stands below, and the first three accounts. */
export async function foundInstallation(frame: Frame, root: Root): Promise<{ area: string; logins: FirstLogin[] }> {
  const area = rootOf(root)
  return transact(frame.db, wholeTerritory, async ({ sql: q }) => {
    const ctx = makeCtx(frame, q, systemActor, toInstant(frame.clock()))
    const { areaId, areaPath } = await plantArea(ctx, area)
    const logins = administrators.map((who) => ({ ...who, password: readablePassword(ctx.newToken()) }))
    for (const login of logins) await setUpAccount(ctx, { ...login, areaId, areaPath, mustChange: true })
    return { area: area.name, logins }
  })
}

function rootOf({ name, code }: Root): { level: Level; name: string; code?: string } {
  if (!code) return { level: 'district', name: name ?? '本辖区' }
  if (!isAreaCode(code)) throw new Error(`WANGGE_ROOT_CODE is "${code}"; it is the division code 区划代码 of the place: 6 digits (a district or city), 9 (a subdistrict) or 12 (a community).`)
  return { level: levelOf(code), name: name ?? nameOf(code) ?? '本辖区', code }
}

const nameOf = (code: string): string | undefined =>
  code.length > 6 ? undefined : divisions().find((d) => d.code === code || `${d.code}00` === code)?.name

const levelOf = (code: string): Level =>
  code.length === 12 ? 'community' : code.length === 9 ? 'subdistrict' : code.endsWith('00') ? 'city' : 'district'

export function firstStartNotice({ area, logins }: { area: string; logins: readonly FirstLogin[] }): string {
  const lines = logins.map(({ login, password, role, name }) => `  ${login.padEnd(12)} ${password}   ${role.padEnd(15)} ${name}`)
  return [
    '', `  首次启动:已建立辖区“${area}”和三个管理员账号。一次性密码只显示这一次,请分别交给三个人,首次登录时必须修改。`,
    `  First start: the area “${area}” and three administrators were made. These one-time passwords are shown only now; give them to three persons.`,
    '', ...lines, '',
  ].join('\n')
}
