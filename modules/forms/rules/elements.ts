import { headingKey } from '../../sheets/rules.ts'
import type { FormKind, Way } from '../contract.ts'
import { fieldHeadings, headingSynonyms, type RosterField } from '../../roster/rules/fields.ts'

const DATES = ['dash', 'han', 'dots', 'month'] as const
const YES_NO = ['yesNo', 'tick', 'yesOnly'] as const
/** The register says who is helped, not who has been found to need none: unless somebody chooses otherwise, no “否” is written of it. */
const CARE = ['yesOnly', 'tick', 'yesNo'] as const
const WHERE = ['short', 'full'] as const

/** 来自哪里: 本表 · 人员 · 住处 · 关爱类别 · 管控 · 挂联 · 统计. */
export const sources = ['sheet', 'person', 'home', 'care', 'control', 'duty', 'figures'] as const
export type Source = (typeof sources)[number]

interface Element {
  from: Source
  /** What stands over such a column, beside the words of the roster. */
  headings: readonly string[]
  /** The field of the roster whose headings mean the same. */
  roster?: RosterField
  /** Identity numbers and telephones of residents: clear only by the rules of all exports. */
  sensitive?: true
  ways?: readonly Way[]
  /** What has to be known of somebody besides the register, so that nothing is read for forms that do not ask. */
  needs?: 'household' | 'plates' | 'control' | 'readings' | 'duty'
  /** Only of people who are managed now; of others there is nothing to say. */
  managedOnly?: true
  /** Nobody has one by rule: an empty one is no gap of the register. */
  optional?: true
}

const element = <T extends Record<string, Element>>(all: T): Readonly<Record<keyof T & string, Element>> => all

/** 字段目录 of a form with a row for each person; the words of each stand at `forms.elements.<id>`. */
export const personElements = element({
  number: { from: 'sheet', headings: ['序号', '编号', '序', 'no', '顺序号'] },
  filledOn: { from: 'sheet', headings: ['填报日期', '填表日期', '登记日期', '统计日期', '摸排日期', '排查日期', '上报日期', '日期'], ways: DATES },
  filledBy: { from: 'sheet', headings: ['填报人', '填表人', '登记人', '摸排人', '排查人', '经办人', '采集人', '责任社区工作者'] },
  subdistrict: { from: 'home', headings: ['街道', '乡镇', '镇街', '所属街道', '街道(乡镇)', '乡镇街道', '所属乡镇', '所在街道', '镇(街道)', '街道名称'] },
  community: { from: 'home', headings: ['社区', '村社区', '所属社区', '社区名称', '村(社区)', '所在社区', '社区(村)', '居委会', '村居', '所属村(社区)', '填报社区'] },
  compound: { from: 'home', roster: 'compound', headings: [], optional: true },
  grid: { from: 'home', roster: 'grid', headings: ['网格(片区)', '责任网格', '网格编码'], optional: true },
  building: { from: 'home', roster: 'building', headings: ['楼栋号码'], optional: true },
  unit: { from: 'home', roster: 'unit', headings: [], optional: true },
  room: { from: 'home', roster: 'room', headings: [] },
  address: { from: 'home', roster: 'address', headings: ['现住地', '现居住址', '现住详细地址', '居住详细地址', '实际居住地址', '现住地址(详细到门牌)', '常住地', '现居地', '隔离地址', '居家隔离地址', '家庭详细地址', '详细居住地址'], ways: WHERE },
  name: { from: 'person', roster: 'name', headings: ['老人姓名', '对象姓名', '隔离人员姓名', '被隔离人姓名', '人员', '户主或成员姓名', '本人姓名', '残疾人姓名', '儿童姓名'] },
  documentKind: { from: 'person', roster: 'documentKind', headings: [] },
  documentNo: { from: 'person', roster: 'documentNo', headings: ['身份证件号', '老人身份证号', '公民身份证号码', '证件编号', '身份证(护照)号码', '身份证号/护照号', '身份证号或护照号'], sensitive: true },
  sex: { from: 'person', roster: 'sex', headings: [] },
  age: { from: 'person', headings: ['年龄', '周岁', '实足年龄', '年龄(岁)', '现年龄', '岁数', '年龄(周岁)', 'age'] },
  birthOn: { from: 'person', roster: 'birthOn', headings: [], ways: DATES },
  nation: { from: 'person', roster: 'nation', headings: [] },
  nationality: { from: 'person', roster: 'nationality', headings: [] },
  phone: { from: 'person', roster: 'phone', headings: ['联系电话(本人)', '手机号码(本人)', '本人联系电话', '老人联系电话', '联系电话号码', '本人电话号码'], sensitive: true },
  relation: { from: 'person', roster: 'relation', headings: [] },
  residency: { from: 'person', roster: 'residency', headings: ['人口性质'] },
  registeredAddress: { from: 'person', roster: 'registeredAddress', headings: ['户籍地(详细地址)', '户籍住址', '户籍地详址'] },
  workplace: { from: 'person', roster: 'workplace', headings: ['工作单位及职务', '工作单位/学校'] },
  note: { from: 'person', roster: 'note', headings: [], optional: true },
  householder: { from: 'home', headings: ['户主', '户主姓名', '户主名字', '户主名称'], needs: 'household' },
  householdSize: { from: 'home', headings: ['家庭人口', '家庭人数', '家庭人口数', '户人数', '同住人数', '家庭成员数', '户内人数', '共同居住人数', '在家人数'], needs: 'household' },
  plates: { from: 'home', headings: ['车牌', '车牌号', '车牌号码', '机动车号牌', '车辆号牌'], needs: 'plates', optional: true },
  careGroups: { from: 'care', roster: 'careGroups', headings: ['困难类别', '居住情况', '人群分类', '重点人群类别', '特殊群体类别'], optional: true },
  livingAlone: { from: 'care', headings: ['独居', '独居老人', '独居空巢'], ways: CARE },
  emptyNest: { from: 'care', headings: ['空巢', '空巢老人', '纯老户'], ways: CARE },
  disabled: { from: 'care', headings: ['残疾', '残疾人', '持证残疾人'], ways: CARE },
  incapacitated: { from: 'care', headings: ['失能', '失能老人', '半失能', '失能半失能', '生活不能自理'], ways: CARE },
  pregnant: { from: 'care', headings: ['孕产妇', '孕妇', '怀孕'], ways: CARE },
  chronic: { from: 'care', headings: ['慢病', '慢性病', '基础病', '基础疾病', '慢病患者', '慢性基础疾病', '患有基础疾病'], ways: CARE },
  unattendedChild: { from: 'care', headings: ['困境儿童', '留守儿童', '无人照料儿童'], ways: CARE },
  lowIncome: { from: 'care', headings: ['低保', '低保户', '低保对象', '低收入'], ways: CARE },
  destitute: { from: 'care', headings: ['特困', '特困人员', '五保', '五保户', '特困供养'], ways: CARE },
  mentalDisorder: { from: 'care', headings: ['精神障碍', '严重精神障碍', '精神障碍患者', '精神疾病'], ways: CARE },
  stranded: { from: 'care', headings: ['滞留', '滞留人员'], ways: CARE },
  over60: { from: 'person', headings: ['60岁以上', '60周岁以上', '老年人', '60岁及以上', '60周岁及以上'], ways: YES_NO },
  over80: { from: 'person', headings: ['80岁以上', '80周岁以上', '高龄', '高龄老人', '80岁及以上'], ways: YES_NO },
  managed: { from: 'control', headings: ['在管', '隔离', '被隔离', '在隔离', '正在隔离', '管控', '隔离管控', '隔离观察', '医学观察'], ways: YES_NO, needs: 'control' },
  atHome: { from: 'control', headings: ['居家隔离', '居家', '居家医学观察', '居家隔离观察', '居家观察'], ways: YES_NO, needs: 'control' },
  central: { from: 'control', headings: ['集中隔离', '集中', '集中医学观察', '集中隔离观察', '集中观察'], ways: YES_NO, needs: 'control' },
  measure: { from: 'control', headings: ['管控措施', '隔离方式', '管理方式', '隔离类型', '管控方式', '隔离措施', '隔离类别', '观察方式'], needs: 'control', managedOnly: true },
  startsOn: { from: 'control', headings: ['隔离开始日期', '隔离起始日期', '开始隔离时间', '隔离开始时间', '管控开始日期', '隔离起始时间', '隔离日期', '隔离时间', '开始观察日期', '观察开始日期', '起始日期'], ways: DATES, needs: 'control', managedOnly: true },
  endsOn: { from: 'control', headings: ['解除日期', '解除隔离日期', '预计解除日期', '解除隔离时间', '拟解除日期', '解除时间', '隔离截止日期', '截止日期', '预计解除时间', '隔离结束日期', '应解除日期'], ways: DATES, needs: 'control', managedOnly: true },
  dayOfControl: { from: 'control', headings: ['隔离天数', '已隔离天数', '观察天数', '第几天', '隔离第几天', '已观察天数'], needs: 'control', managedOnly: true },
  origin: { from: 'control', headings: ['来源地', '从何地来', '来自何地', '来自哪里', '出发地', '返乡来源地', '从何地返回', '旅居地', '旅居史', '来返地', '从哪里来', '始发地', '由何地返回', '返回前所在地'], needs: 'control', managedOnly: true },
  arrivedOn: { from: 'control', headings: ['返回日期', '到达日期', '返回时间', '到达时间', '返乡时间', '返乡日期', '来返日期', '抵达日期', '抵达时间', '入住日期', '来本地时间', '返家时间', '返回本地日期'], ways: DATES, needs: 'control', managedOnly: true },
  temperature: { from: 'control', headings: ['体温', '最近体温', '今日体温', '当日体温', '最近一次体温', '体温(℃)', '体温情况', '测量体温', '体温监测'], needs: 'readings', managedOnly: true },
  measuredAt: { from: 'control', headings: ['测温时间', '最近测温时间', '体温测量时间', '测量时间'], needs: 'readings', managedOnly: true },
  gridWorker: { from: 'duty', headings: ['网格员', '网格员姓名', '网格长', '责任网格员', '所属网格员', '包保网格员', '网格负责人', '责任人', '包保人', '包保责任人', '社区责任人'], needs: 'duty' },
  gridWorkerPhone: { from: 'duty', headings: ['网格员电话', '网格员联系电话', '网格员联系方式', '网格长电话', '责任人电话', '网格员手机', '责任人联系电话', '包保人电话', '网格员手机号', '责任人联系方式', '包保责任人电话'], needs: 'duty' },
})
export type PersonElement = keyof typeof personElements

/** 字段目录 of a form with a row for each area; every figure is one the house counts already. */
export const areaElements = element({
  number: { from: 'sheet', headings: ['序号', '编号', '序', 'no'] },
  filledOn: { from: 'sheet', headings: ['填报日期', '日期', '统计日期'], ways: DATES },
  areaName: { from: 'figures', headings: ['单位', '小区', '小区名称', '居民小组', '小区/居民小组', '网格', '网格名称', '辖区', '片区', '小区(组)', '名称', '小区网格', '村小组', '小组', '社区', '社区名称', '地区', '区域', '小区/网格', '辖区名称'] },
  households: { from: 'figures', headings: ['户数', '总户数', '居民户数', '常住户数', '户', '家庭户数', '户数(户)', '住户数', '登记户数'] },
  persons: { from: 'figures', headings: ['人数', '总人数', '人口', '总人口', '居民人数', '人口数', '人', '常住人数', '人数(人)', '登记人数', '居住人数', '人口总数'] },
  male: { from: 'figures', headings: ['男', '男性', '男性人数', '男(人)', '男性人口'] },
  female: { from: 'figures', headings: ['女', '女性', '女性人数', '女(人)', '女性人口'] },
  over60: { from: 'figures', headings: ['60岁以上', '60周岁以上', '老年人', '老年人数', '60岁以上人数', '60岁以上老人', '60岁及以上', '60岁以上老年人'] },
  over80: { from: 'figures', headings: ['80岁以上', '80周岁以上', '高龄老人', '80岁以上老人', '80岁及以上'] },
  minors: { from: 'figures', headings: ['未成年人', '18岁以下', '儿童', '未满18岁', '儿童人数', '18周岁以下', '未成年人数'] },
  livingAlone: { from: 'figures', headings: ['独居', '独居老人', '独居人数', '独居老人数'] },
  emptyNest: { from: 'figures', headings: ['空巢', '空巢老人', '空巢老人数', '空巢人数'] },
  disabled: { from: 'figures', headings: ['残疾', '残疾人', '残疾人数'] },
  incapacitated: { from: 'figures', headings: ['失能', '失能老人', '失能人数'] },
  pregnant: { from: 'figures', headings: ['孕产妇', '孕妇', '孕产妇人数'] },
  chronic: { from: 'figures', headings: ['慢病', '慢性病', '慢病患者', '基础病', '慢性病人数', '基础疾病'] },
  unattendedChild: { from: 'figures', headings: ['困境儿童', '留守儿童'] },
  lowIncome: { from: 'figures', headings: ['低保', '低保户', '低保人数', '低保对象'] },
  destitute: { from: 'figures', headings: ['特困', '特困人员', '特困人数', '五保'] },
  mentalDisorder: { from: 'figures', headings: ['精神障碍', '严重精神障碍', '精神障碍人数'] },
  stranded: { from: 'figures', headings: ['滞留', '滞留人员'] },
  registeredAway: { from: 'figures', headings: ['户籍在外', '外出人口', '外出', '外出人数', '户在人不在'] },
  visitor: { from: 'figures', headings: ['外来人口', '流动人口', '外来', '外来人数', '租住人口', '暂住人口'] },
  returnee: { from: 'figures', headings: ['返乡', '返乡人员', '返乡人数'] },
  managed: { from: 'figures', headings: ['在管', '在管人数', '隔离人数', '在管人员', '管控人数', '在隔离人数', '隔离'] },
  central: { from: 'figures', headings: ['集中', '集中隔离', '集中隔离人数', '集中观察'] },
  home: { from: 'figures', headings: ['居家', '居家隔离', '居家隔离人数', '居家观察'] },
  monitoring: { from: 'figures', headings: ['健康监测', '监测', '健康监测人数', '自我监测'] },
  resumed: { from: 'figures', headings: ['复工企业', '已复工', '复工', '复工企业数', '复工数', '已复工企业', '复工家数'] },
  notResumed: { from: 'figures', headings: ['未复工', '未复工企业', '未复工数', '未复工企业数'] },
  gridWorker: { from: 'duty', headings: personElements.gridWorker.headings, needs: 'duty' },
  gridWorkerPhone: { from: 'duty', headings: personElements.gridWorkerPhone.headings, needs: 'duty' },
})
export type AreaElement = keyof typeof areaElements

export const catalogue = { people: personElements, areas: areaElements } as const satisfies Record<FormKind, Readonly<Record<string, Element>>>
export type { Element }

export const elementOf = (kind: FormKind, id: string | null): Element | undefined => (id === null ? undefined : (catalogue[kind] as Readonly<Record<string, Element>>)[id])

const book = (kind: FormKind): ReadonlyMap<string, string> => {
  const known = new Map<string, string>()
  for (const [id, { headings, roster }] of Object.entries(catalogue[kind])) {
    for (const heading of [...headings, ...(roster ? [fieldHeadings[roster], ...headingSynonyms[roster]] : [])]) if (!known.has(headingKey(heading))) known.set(headingKey(heading), id)
  }
  return known
}
export const books: Readonly<Record<FormKind, ReadonlyMap<string, string>>> = { people: book('people'), areas: book('areas') }
