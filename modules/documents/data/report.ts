import type { IndicatorId } from '../../reporting/contract.ts'
import type { DeclaredIndicator, Placeholder, ReportFigure } from '../contract.ts'
import { p } from './notices.ts'

const origin: readonly Placeholder[] = [
  p('序号词', '一、二、三', 'one, two, three', '一'), p('来源', '方案的来源分类', 'class of the order', '湖北(含武汉)'),
  p('户数', '累计', 'households so far', '18'), p('人数', '累计', 'persons so far', '34'),
  p('主要来源', '来人最多的省份,只有一个来源地时为空', 'provinces most came from; empty for one', ''), p('管理措施', '管控方式、天数、上门,取自方案和实际安排', 'measure, days, visits: from the order', '安排在样例酒店集中隔离14天'), p('标点', ';或。', 'stop', ';'),
]
const source: readonly Placeholder[] = [
  p('序', '从1起', 'from 1', '1'), p('数字', '文中数字', 'figure', '34人'), p('指标', '', 'indicator', '湖北(含武汉)累计排查'), p('时点', '', 'as of', '2月26日15:41'),
  p('出处', '系统生成,或某人某时填报', 'derived, or declared by whom and when', '系统按登记生成'), p('查看', '打开背后的人', 'address that opens the people', 'http://localhost/reporting'),
]
/** 段号: which of the parts that do not always stand this is. */
const part = (example: string) => p('段号', '第几段', 'number of the part', example)
const hygiene: readonly Placeholder[] = [p('次数', '当日消毒次数', 'times', '46'), p('面积', '当日消毒面积,平方米', 'm²', '2760')]
const publicity: readonly Placeholder[] = [part('五'), p('宣传次数', '当日宣传次数', 'times', '12')]
const example = (rows: readonly Placeholder[]) => [Object.fromEntries(rows.map((row) => [row.name, String(row.example)]))]
const n = (name: string, en: string, example: string) => p(name, '数字,可追溯', en, example)

const careRow: readonly Placeholder[] = [part('四'), n('关爱人数', 'people in care groups', '218'), n('走访人数', 'visited this week', '196')]
const supplyRow: readonly Placeholder[] = [n('入库笔数', 'received this week, times', '3'), p('入库明细', '最多的几种', 'what came most', '医用外科口罩800只'), n('出库笔数', 'given out this week, times', '58'), p('出库明细', '最多的几种', 'what was given out most', '医用外科口罩1330只')]
const servedRow: readonly Placeholder[] = [part('六'), n('服务人数', 'who served in seven days', '42'), n('服务小时', 'their hours', '310'), p('单位情况', '按单位,最多四个', 'by unit, four at most', '市水务局12人、居民9人')]

/** The figures of section 一; those of (二) and (三) are declared until a register derives them. */
export const workReport: readonly Placeholder[] = [
  p('社区名称', '', 'community', '样例社区', { required: true }), p('单位全称', '', 'names from the subdistrict down', '样例街道样例社区'), p('截至', '数据时点', 'as of', '2020年2月26日15时41分', { required: true }),
  p('成文日期', '', 'day of the report', '2020年2月26日'), p('方案文号', '', 'number of the order', '指挥部令第3号'), p('填报人', '', 'made by', '样例社工'), p('联系电话', '', 'telephone', '0876-1990000'),
  n('小区数', 'compounds', '10'), n('小区户数', 'households in compounds', '8652'), n('小区人数', 'persons in compounds', '32126'),
  n('居民小组数', 'village groups', '6'), n('居民小组户数', 'households in village groups', '971'), n('居民小组人数', 'persons in village groups', '3821'),
  n('来返户数', 'households that came', '662'), n('来返人数', 'persons that came', '740'),
  { name: '来返情况', about: { zh: '方案的每个来源分类一段,没有来人的不写', en: 'one part for each class of the order that somebody came from' }, rows: origin, example: example(origin) },
  p('无来返', '没有来人的分类,明说为零', 'classes nobody came from, said as zero', '疫情高风险地区、境外无来人。'),
  n('在管户数', 'households managed', '215'), n('在管人数', 'persons managed', '240'), n('集中隔离人数', 'central quarantine', '12'), n('居家隔离人数', 'home quarantine', '100'), n('居家健康监测人数', 'home monitoring', '128'),
  n('解除人数', 'released on the day', '9'), n('新增人数', 'new on the day', '2'), n('发热人数', 'fever on the day', '1'), n('待核实线索数', 'leads not closed', '2'),
  n('外出务工人数', 'left for work elsewhere', '981'), p('外出务工去向', '填报', 'where to', '广东、浙江、福建'),
  n('企业数', 'enterprises', '46'), n('个体工商户数', 'sole traders', '1092'), n('已复工数', 'resumed', '1100'), n('未复工数', 'not resumed', '38'), p('未复工情况', '填报', 'which kinds', '餐饮、足浴、烧烤'),
  n('消毒次数', 'disinfected on the day, times', '46'), n('消毒面积', 'disinfected on the day, m²', '2760'),
  { name: '消毒情况', about: { zh: '当天有消毒记录才有这一段', en: 'only where something was disinfected on the day' }, rows: hygiene, example: example(hygiene) },
  { name: '物资保障', about: { zh: '本周有出入库才有这一段', en: 'only where something came in or was given out this week' }, rows: supplyRow, example: example(supplyRow) },
  n('宣传次数', 'publicity on the day, times', '12'),
  { name: '宣传引导', about: { zh: '当天有宣传记录才有这一段', en: 'only where something was made known on the day' }, rows: publicity, example: example(publicity) },
  { name: '困难帮扶', about: { zh: '有关爱对象时一段,没有就不写', en: 'one part where there is anybody to look in on' }, rows: careRow, example: example(careRow) },
  { name: '志愿服务', about: { zh: '七天里有人服务才有这一段', en: 'only where somebody served in the seven days' }, rows: servedRow, example: example(servedRow) },
  { name: '数据来源', about: { zh: '附表:每个数字一行', en: 'annex: one row a figure' }, required: true, rows: source, example: example(source) },
]

/** Which figure of the daily report a placeholder shows. */
export const fromReport: Readonly<Record<string, { indicator: IndicatorId; counted: 'households' | 'persons'; unit: ReportFigure['unit']; /** Told only where there is something to tell. */ ifAny?: true }>> = {
  小区户数: { indicator: 'compounds', counted: 'households', unit: 'households' }, 小区人数: { indicator: 'compounds', counted: 'persons', unit: 'persons' },
  居民小组户数: { indicator: 'villageGroups', counted: 'households', unit: 'households' }, 居民小组人数: { indicator: 'villageGroups', counted: 'persons', unit: 'persons' },
  来返户数: { indicator: 'cumulative', counted: 'households', unit: 'households' }, 来返人数: { indicator: 'cumulative', counted: 'persons', unit: 'persons' },
  在管户数: { indicator: 'managed', counted: 'households', unit: 'households' }, 在管人数: { indicator: 'managed', counted: 'persons', unit: 'persons' },
  集中隔离人数: { indicator: 'central', counted: 'persons', unit: 'persons' }, 居家隔离人数: { indicator: 'home', counted: 'persons', unit: 'persons' }, 居家健康监测人数: { indicator: 'monitoring', counted: 'persons', unit: 'persons' },
  新增人数: { indicator: 'opened', counted: 'persons', unit: 'persons' }, 解除人数: { indicator: 'released', counted: 'persons', unit: 'persons' },
  消毒次数: { indicator: 'disinfections', counted: 'persons', unit: 'occasions', ifAny: true }, 消毒面积: { indicator: 'disinfectedArea', counted: 'persons', unit: 'squareMetres', ifAny: true },
  宣传次数: { indicator: 'publicityTimes', counted: 'persons', unit: 'occasions', ifAny: true },
  发热人数: { indicator: 'fever', counted: 'persons', unit: 'times' }, 待核实线索数: { indicator: 'leadsOpen', counted: 'persons', unit: 'leads' },
}

/** Which declared figure a placeholder shows, and the one for its words. */
export const fromDeclared: Readonly<Record<string, { declared: DeclaredIndicator; unit: ReportFigure['unit']; detail?: string }>> = {
  外出务工人数: { declared: 'migrantWork', unit: 'persons', detail: '外出务工去向' }, 企业数: { declared: 'enterprises', unit: 'enterprises' }, 个体工商户数: { declared: 'soleTraders', unit: 'households' },
  已复工数: { declared: 'resumed', unit: 'enterprises' }, 未复工数: { declared: 'notResumed', unit: 'households', detail: '未复工情况' },
}
