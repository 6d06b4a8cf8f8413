import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, reason, text } from '../../kernel/fields.ts'
import { pageInput, pageOf } from '../../kernel/page.ts'
import { accountRequest, roleName } from '../accounts/contract.ts'
import { auditErrors } from '../audit/contract.ts'
import { exportsErrors } from '../exports/contract.ts'
import { permissions } from '../accounts/rules.ts'

export const permissionName = z.enum(permissions)

/** 近期查看, counted from the trail over the days of the setting audit.lookBackDays. */
const looks = z.object({ views: z.number().int(), reveals: z.number().int(), exports: z.number().int(), lastAt: instant().nullable() })
export type Looks = z.infer<typeof looks>

/** 户 and 人 at and below the area; null above one's own territory, where no figures are shown. */
const covers = z.object({ households: z.number().int(), persons: z.number().int() }).nullable()

/** 一个能看见的账号: who, by which role over which area, since when by whom, and whether they did look. */
export const accessRow = z.object({
  accountId: id(), name: z.string(), login: z.string(), role: roleName, areaName: z.string(), covers,
  state: z.enum(['active', 'suspended', 'closed']),
  validUntil: day().nullable(), hasFactor: z.boolean(), lastSeenAt: instant().nullable(),
  since: instant().nullable(), byName: z.string().nullable(), looks,
  /** The caller may open its card: it belongs to the own territory. */
  mine: z.boolean(),
})
export type AccessRow = z.infer<typeof accessRow>

/** 挂联 of an account. */
const heldDuty = z.object({ dutyRole: z.string(), areaName: z.string(), startsOn: day(), endsOn: day().nullable() })

/** 这个账号能看见什么: everything but the permissions themselves, which follow from the role. */
export const accountAccess = z.object({
  accountId: id(), name: z.string(), login: z.string(), officePhone: z.string().nullable(), role: roleName.nullable(),
  area: z.object({ id: id(), name: z.string(), fullName: z.string(), level: z.string() }).nullable(), covers,
  state: z.enum(['active', 'suspended', 'closed']), lockedUntil: instant().nullable(), createdAt: instant(),
  grant: z.object({ at: instant(), byName: z.string().nullable(), reason: z.string() }).nullable(),
  validUntil: day().nullable(), validity: z.enum(['open', 'expiring', 'expired']),
  leave: z.object({ fromOn: day(), toOn: day(), standInName: z.string() }).nullable(),
  /** Somebody else's leave this account stands in for. */
  standsInFor: z.array(z.object({ name: z.string(), toOn: day() })),
  duties: z.array(heldDuty),
  /** 双因素: set up, asked of this role but not set up, or not asked. */
  factor: z.enum(['set', 'owed', 'none']),
  lastSignInAt: instant().nullable(), lastSeenAt: instant().nullable(),
  looks: looks.extend({ /** 份, different records opened */ records: z.number().int() }), days: z.number().int(),
  /** 明文查看, the newest twenty: when, and the reason given; not whose. */
  reveals: z.array(z.object({ at: instant(), endpoint: z.string(), reason: z.string().nullable() })),
  asked: accountRequest.nullable(),
})
export type AccountAccess = z.infer<typeof accountAccess>

export const warningKinds = ['separation', 'expired', 'awayOver', 'dutyEnded', 'broad', 'dutyOutside', 'unused'] as const
/** 建议: 收回授权, 缩小范围 or 扩大范围 are the security administrator's own; 停用 is asked of the system administrator. */
export const warningActs = ['withdraw', 'narrow', 'widen', 'suspend'] as const
export const accessWarning = z.object({
  kind: z.enum(warningKinds), accountId: id(), name: z.string(), login: z.string(), role: roleName, areaName: z.string(), covers,
  /** For its sentence at `access.warnings.why.<kind>`. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  acts: z.array(z.enum(warningActs)),
  /** The area that would be enough, or would reach. */
  toArea: z.object({ id: id(), name: z.string() }).nullable(),
  /** A note about it waits with the system administrator. */
  asked: z.boolean(),
})
export type AccessWarning = z.infer<typeof accessWarning>

/** 看过 this person in the days of the setting. */
const looker = z.object({ accountId: id(), name: z.string(), role: z.string().nullable(), looks, /** 现在还看得见 */ stillSees: z.boolean() })
export type Looker = z.infer<typeof looker>

export const accessErrors = declareErrors('access', {
  choose: { status: 422 },
})

const grants = { permission: 'accounts.grant' } as const
const filter = {
  /** 谁有这项权限 */
  permission: permissionName.optional(),
  /** 谁看得见这个辖区: granted there or above it, in a role that shows anything of residents. */
  areaId: id().optional(),
}

export const accessApi = {
  accountAccess: query({
    path: '/access/accounts/:accountId', access: grants, summary: '这个账号能看见什么: where, since when, by whom, until when, and how much it was used',
    input: z.object({ accountId: id() }), output: accountAccess, audit: { act: 'view', subjects: (i) => [i.accountId] },
  }),
  listAccess: query({
    path: '/access/list', access: grants, summary: '谁能看见这个辖区、谁有这项权限: accounts by area or permission, the widest first',
    input: z.object({ ...filter, ...pageInput }), output: pageOf(accessRow).extend({ total: z.number().int(), days: z.number().int() }), errors: [accessErrors.choose],
    audit: { act: 'view', subjects: (i) => (i.areaId ? [i.areaId] : []) },
  }),
  exportAccess: query({
    path: '/access/list/export', access: grants, summary: '导出谁能看见: the same list as a file, with watermark; a large one waits for an approval',
    input: z.object({ ...filter, reason: reason(), format: z.enum(['xlsx', 'csv']), clear: z.stringbool().default(false) }),
    output: z.object({}), download: true, errors: [accessErrors.choose, exportsErrors.waitsForRows, exportsErrors.waitsForClear],
    audit: { act: 'export', subjects: (i) => (i.areaId ? [i.areaId] : []), reason: (i) => i.reason },
  }),
  accessToPerson: command({
    path: '/access/people', access: grants, summary: '谁能看见这个人: by an exact number, matched blind; says nothing about the person',
    input: z.object({ by: z.enum(['id', 'document', 'phone']), text: text(60).min(4), reason: reason() }),
    output: z.object({ personIds: z.array(id()), items: z.array(accessRow), lookers: z.array(looker), days: z.number().int() }),
    errors: [auditErrors.nobodyMatches], audit: { act: 'view', subjects: (_, o) => o.personIds, reason: (i) => i.reason },
  }),
  accessWarnings: query({
    path: '/access/warnings', access: grants, summary: '提醒: accounts that can see more, or for longer, than their work needs',
    input: z.object({}),
    output: z.object({ items: z.array(accessWarning), counts: z.record(z.enum(warningKinds), z.number().int()), idleDays: z.number().int() }),
    audit: { act: 'view' },
  }),
}
