import type { Actor } from '../../../kernel/ctx.ts'
import { may } from '../../accounts/rules.ts'
import type { CareGroup } from '../contract.ts'

export { careGroups, type CareGroup } from '../contract.ts'

/** GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated. */
export const sexes = ['0', '1', '2', '9'] as const

/** GB/T 3304 in its order, then 97 other and 98 of foreign descent. */
export const nations: readonly { code: string; name: string }[] = [
  ...('汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 ' +
    '仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺')
    .split(' ').map((name, i) => ({ code: String(i + 1).padStart(2, '0'), name: `${name}族` })),
  { code: '97', name: '其他' },
  { code: '98', name: '外国血统' },
]
const nationNames = new Map(nations.map((n) => [n.code, n.name]))
export const nationName = (code: string | null | undefined): string => (code ? (nationNames.get(code) ?? code) : '')

/** GB/T 4761, the codes that communities use. */
export const relations = ['01', '02', '10', '11', '12', '20', '30', '40', '50', '60', '70', '97'] as const
export const isHouseholder = (relation: string | null | undefined): boolean => relation === '01' || relation === '02'

/** 居住类型 */
export const residencies = ['permanent', 'registeredAway', 'visitor', 'returnee'] as const
export type Residency = (typeof residencies)[number]

/** 精神障碍: told only to whoever goes to the door, keeps the register or treats (个人信息保护法 §28). */
const sensitiveGroups: readonly string[] = ['mentalDisorder' satisfies CareGroup]
export const isSensitive = (group: string): boolean => sensitiveGroups.includes(group)
export const mayKnow = (actor: Actor, group: string): boolean => !isSensitive(group) || (actor.kind === 'staff' && may(actor.role, 'people.sensitive'))
/** 关爱类别 as this reader may know them. */
export const groupsFor = (actor: Actor, groups: readonly string[]): string[] => groups.filter((group) => mayKnow(actor, group))
