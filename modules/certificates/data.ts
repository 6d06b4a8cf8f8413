import type { CertificateItem } from './contract.ts'

export { notIssuedItems, outsideItem } from './data/not-issued.ts'

const SEAL = '社区居民委员会公章'
const FACTS = '民发〔2020〕20号:社区只对居住等自己能够核实的情况出具证明;本项为本系统示例,以街道公布的证明清单为准'

/** 可以开的证明, shipped small: what a community itself knows. The subdistrict puts its own list in their place. */
export const shippedItems: readonly CertificateItem[] = [
  {
    code: 'residence', name: '居住情况证明', basis: FACTS, use: '没有居住证、租赁备案时,说明本人实际住在本社区', checks: ['登记册上现住本社区,住址到户', '见到本人或同住人', '问清哪个单位要、为什么居住证不行'],
    said: ['居住', '居住证明', '租房', '住在这里', '住在本社区', '住址', '住这', '常住', '实际居住', '租住', '暂住'], asks: null, editable: false, approval: 'second', validDays: 30, seal: SEAL, example: true,
    template: '兹证明{姓名},{性别},{证件类型}号码{证件号码},现居住在{社区名称}{住址}。\n本证明用于{用途},只说明实际居住情况,不作为户籍、产权凭据。\n特此证明。',
  },
  {
    code: 'groupMember', name: '村(居)民小组居住情况证明', basis: FACTS, use: '小组内部事务:分红、用水用地、选举登记', checks: ['登记册上住在本小组', '小组长知道并同意', '涉及分配的,不代替集体经济组织的成员认定'],
    said: ['居民小组', '村民小组', '小组成员', '组里的', '小组分红', '村里人'], asks: null, editable: false, approval: 'head', validDays: 90, seal: SEAL, example: true,
    template: '兹证明{姓名},{性别},{证件类型}号码{证件号码},现居住在{社区名称}{住址}。\n本证明用于{用途},不代替农村集体经济组织成员身份的认定。\n特此证明。',
  },
  {
    code: 'ceremony', name: '红白事办理情况证明', basis: FACTS, use: '借用社区场地、临时停车,单位核对丧假婚假', checks: ['事情在本社区办,工作人员到过现场', '疫情期间按规定的人数'],
    said: ['红白事', '红事', '白事', '办酒', '丧事', '喜事', '摆酒', '借场地', '丧假', '婚假'], asks: '哪天、在哪里、办什么事', editable: false, approval: 'none', validDays: 15, seal: SEAL, example: true,
    template: '兹证明本社区居民{姓名}(住{住址}){说明}。\n本证明用于{用途}。\n特此证明。',
  },
  {
    code: 'volunteer', name: '志愿服务记录证明', basis: '《志愿服务条例》第十九条、第二十条:志愿服务组织应当如实记录,无偿、如实出具志愿服务记录证明', use: '升学、评优、单位核对在本社区的志愿服务', checks: ['社区有当时的服务记录:日期、内容、时长', '没有记录的不补记'],
    said: ['志愿', '义工', '志愿者', '服务时长', '当过志愿者'], asks: '服务日期、内容、时长(照服务记录)', editable: false, approval: 'second', validDays: null, seal: SEAL, example: true,
    template: '兹证明{姓名}在{社区名称}参加志愿服务:{说明}。以上与服务记录一致。\n本证明用于{用途}。\n特此证明。',
  },
]

/** 占位符: what a text may say in braces, and what a sample shows. */
export const placeholders = ['姓名', '性别', '出生日期', '证件类型', '证件号码', '住址', '户籍地', '社区名称', '单位全称', '用途', '说明', '日期'] as const
export type TextPlaceholder = (typeof placeholders)[number]

/** Shown first while nobody has asked for anything yet. */
export const usuallyAsked = ['residence', 'alive', 'kinship', 'marriage', 'noCrime', 'employment', 'death', 'identity'] as const
/** So far back it is counted what is asked for most. */
export const FREQUENT_DAYS = 90
export const FREQUENT_MOST = 10
export const NUMBER_PATTERN = '{office}证〔{year}〕{no}号'
