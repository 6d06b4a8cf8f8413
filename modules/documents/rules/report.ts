import { dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import type { Cell, IndicatorId } from '../../reporting/contract.ts'
import { cellOf } from '../../reporting/rules.ts'
import type { Contents, Declaration, DeclaredIndicator, ReportFigure } from '../contract.ts'
import { fromDeclared, fromReport } from '../data/report.ts'
import { terms } from '../data/terms.ts'
import type { SuppliesMoved } from '../../supplies/rules.ts'
import { longDay, longTime, shortDay, shortTime } from './days.ts'
import { markFigure } from './paper.ts'

/** 来源分类 with how its people are managed, where they are and where most came from. */
export interface ReportClass { id: string; name: string; says: string; sites: readonly string[]; provinces: readonly string[] }

/** A figure that a register of the house derives, in the place of what was declared; with its words, where it has some. */
export interface Counted { value: number; detail?: string; source: Extract<ReportFigure['source'], { from: 'exits' | 'businesses' }> }

/** What a report is written from. */
export interface ReportFacts {
  areaId: string; areaName: string; unitName: string; phone: string; maker: string; day: Day; asOf: Instant; orderNo: string
  cells: readonly Cell[]; classes: readonly ReportClass[]; compounds: number; villageGroups: number
  declared: ReadonlyMap<DeclaredIndicator, Declaration>
  counted: ReadonlyMap<DeclaredIndicator, Counted>
  /** 关爱对象 and who of them was visited this week; absent where there is nobody. */
  care?: { all: number; visited: number } | undefined
  /** 出入库 of the week up to the cut-off; absent where nothing moved. */
  supplies?: SuppliesMoved | undefined
  /** Who helped in the seven days up to then, by unit (residents under null); absent where nobody did. */
  served?: { since: Instant; units: readonly { unit: string | null; persons: number; minutes: number }[] } | undefined
}

const indicator = (cells: readonly Cell[], id: IndicatorId, originClass: string | null, counted: 'households' | 'persons', key: string, label: string, unit: ReportFigure['unit']): ReportFigure =>
  ({ key, label, unit, value: cellOf(cells, id, originClass)[counted] ?? 0, source: { from: 'indicator', indicator: id, originClass, unit: counted }, former: null })

/** Classes somebody came from, in the order of the order. */
const peopled = ({ classes, cells }: ReportFacts) => classes.filter((one) => cellOf(cells, 'cumulative', one.id).persons > 0)

/** Every figure of the text with where it comes from. */
export function reportFigures(f: ReportFacts, former: ReadonlyMap<string, number> | undefined): ReportFigure[] {
  const area = (key: string, value: number): ReportFigure => ({ key, label: key, unit: 'places', value, source: { from: 'areas' }, former: null })
  const care = (['all', 'visited'] as const).flatMap((of): ReportFigure[] => (f.care ? [{ key: CARE_KEYS[of], label: CARE_KEYS[of], unit: 'persons', value: f.care[of], source: { from: 'care', of }, former: null }] : []))
  const all = [
    area('小区数', f.compounds), area('居民小组数', f.villageGroups),
    ...Object.entries(fromReport).filter(([, { indicator: id, ifAny }]) => !ifAny || cellOf(f.cells, id).persons > 0).map(([key, { indicator: id, counted, unit }]) => indicator(f.cells, id, null, counted, key, key, unit)),
    ...peopled(f).flatMap((one) => (['households', 'persons'] as const).map((counted) =>
      indicator(f.cells, 'cumulative', one.id, counted, `${one.id}.${counted}`, `${one.name}累计${counted === 'households' ? '户数' : '人数'}`, counted))),
    ...Object.entries(fromDeclared).map(([key, { declared, unit }]): ReportFigure => {
      const [counted, declaration] = [f.counted.get(declared), f.declared.get(declared) ?? null]
      if (counted) return { key, label: key, unit, value: counted.value, source: counted.source, former: null }
      return { key, label: key, unit, value: declaration?.value ?? null, source: { from: 'declared', declared, declaration }, former: null }
    }),
    ...care, ...servedFigures(f),
    ...(['received', 'given'] as const).flatMap((of): ReportFigure[] => (f.supplies ? [{ key: SUPPLY_KEYS[of], label: SUPPLY_KEYS[of], unit: 'entries', value: f.supplies[of].times, source: { from: 'supplies', of, fromOn: f.supplies.fromOn }, former: null }] : [])),
  ]
  return former ? all.map((figure) => ({ ...figure, former: former.get(figure.key) ?? null })) : all
}

const SUPPLY_KEYS = { received: '入库笔数', given: '出库笔数' } as const
const SERVED_KEYS = { persons: '服务人数', hours: '服务小时' } as const
const servedFigures = ({ served, asOf }: ReportFacts): ReportFigure[] => (['persons', 'hours'] as const).flatMap((of): ReportFigure[] => (served ? [{
  key: SERVED_KEYS[of], label: SERVED_KEYS[of], unit: of, value: of === 'persons' ? sumOf(served.units, 'persons') : Math.floor(sumOf(served.units, 'minutes') / 60), source: { from: 'volunteers', of, since: served.since, until: asOf }, former: null,
}] : []))
const sumOf = (units: readonly { persons: number; minutes: number }[], of: 'persons' | 'minutes'): number => units.reduce((sum, one) => sum + one[of], 0)
/** So many units are named. */
const NAMED_UNITS = 4
const unitsText = (units: readonly { unit: string | null; persons: number }[]): string => {
  const named = units.slice(0, NAMED_UNITS).map(({ unit, persons }) => `${unit ?? '居民'}${persons}人`).join('、')
  return units.length > NAMED_UNITS ? `${named}等` : named
}

const CARE_KEYS = { all: '关爱人数', visited: '走访人数' } as const

const UNITS: Record<ReportFigure['unit'], string> = { households: '户', persons: '人', times: '人次', leads: '条', places: '个', enterprises: '家', occasions: '次', squareMetres: '㎡', entries: '笔', hours: '小时' }
const NOT_DECLARED = '(未填报)'

/** The number of a paragraph that only stands where there is something to say, after the three that always do and those of these that stand before it. */
const numberOf = (...before: readonly unknown[]): string => ['四', '五', '六'][before.filter(Boolean).length] ?? ''

/** What the template is filled with; with marks, each figure of the text can be pressed on the screen. */
export function reportContents(f: ReportFacts, figures: readonly ReportFigure[], { marked, addressOf }: { marked: boolean; addressOf: (figure: ReportFigure) => string }): Contents {
  const shown = (key: string): string => {
    const figure = figures.find((one) => one.key === key)
    const text = figure?.value === null || figure === undefined ? NOT_DECLARED : String(figure.value)
    return marked ? markFigure(key, text) : text
  }
  const plain = Object.fromEntries([...Object.keys(fromReport), ...Object.keys(fromDeclared), '小区数', '居民小组数'].map((key) => [key, shown(key)]))
  const details = Object.fromEntries(Object.values(fromDeclared).flatMap(({ detail, declared }) => (detail ? [[detail, f.counted.get(declared)?.detail ?? f.declared.get(declared)?.detail ?? NOT_DECLARED]] : [])))
  const told = cellOf(f.cells, 'publicityTimes').persons > 0
  const came = peopled(f)
  const nobody = f.classes.filter((one) => !came.includes(one) && one.says !== '')
  return {
    社区名称: f.areaName, 单位全称: f.unitName, 截至: longTime(f.asOf), 成文日期: longDay(f.day), 方案文号: f.orderNo, 填报人: f.maker, 联系电话: f.phone, ...plain, ...details,
    来返情况: came.map((one, i) => ({
      序号词: terms.ordinals[i] ?? String(i + 1), 来源: one.name, 户数: shown(`${one.id}.households`), 人数: shown(`${one.id}.persons`),
      主要来源: one.provinces.length > 1 ? `,主要集中于${one.provinces.join('、')}等省份` : '', 管理措施: managementText(one), 标点: i < came.length - 1 ? ';' : '。',
    })),
    无来返: nobody.length > 0 ? `${nobody.map((one) => one.name).join('、')}来人为零。` : '',
    消毒情况: cellOf(f.cells, 'disinfections').persons > 0 ? [{ 次数: shown('消毒次数'), 面积: shown('消毒面积') }] : [],
    物资保障: f.supplies ? [{ 入库笔数: shown('入库笔数'), 入库明细: f.supplies.received.most || '无', 出库笔数: shown('出库笔数'), 出库明细: f.supplies.given.most || '无' }] : [],
    宣传引导: told ? [{ 段号: numberOf(f.care), 宣传次数: shown('宣传次数') }] : [],
    困难帮扶: f.care ? [{ 段号: numberOf(), 关爱人数: shown('关爱人数'), 走访人数: shown('走访人数') }] : [],
    志愿服务: f.served ? [{ 段号: numberOf(f.care, told), 服务人数: shown('服务人数'), 服务小时: shown('服务小时'), 单位情况: unitsText(f.served.units) }] : [],
    数据来源: figures.map((figure, i) => ({ 序: String(i + 1), 数字: figure.value === null ? NOT_DECLARED : `${figure.value}${UNITS[figure.unit]}`, 指标: figure.label, ...originOf(figure, f), 查看: addressOf(figure) })),
  }
}

const managementText = ({ says, sites }: ReportClass): string => `${sites.length > 0 ? `统一安排在${sites.join('、')},` : ''}${says ? `按要求${says}` : '随同住人一并管理'}`

/** As of when and from whom. */
function originOf({ source }: ReportFigure, f: ReportFacts): Contents {
  if (source.from === 'indicator') return { 时点: shortTime(f.asOf), 出处: '系统按登记逐人生成' }
  if (source.from === 'areas') return { 时点: shortTime(f.asOf), 出处: '系统按辖区生成' }
  if (source.from === 'exits') return { 时点: shortTime(f.asOf), 出处: '系统按外出申请逐人生成' }
  if (source.from === 'businesses') return { 时点: shortTime(f.asOf), 出处: '系统按企业和商户登记逐家生成' }
  if (source.from === 'care') return { 时点: shortTime(f.asOf), 出处: '系统按关爱走访逐人生成' }
  if (source.from === 'supplies') return { 时点: shortTime(f.asOf), 出处: '系统按物资出入库逐笔生成' }
  if (source.from === 'volunteers') return { 时点: shortTime(f.asOf), 出处: '系统按志愿服务记录逐次相加' }
  const { declaration: d } = source
  return d ? { 时点: shortDay(d.day), 出处: `填报:${d.accountName ?? ''}${shortDay(dayOf(d.at))},依据:${d.source}` } : { 时点: '', 出处: '还没有填报' }
}

/** 企业 + 个体工商户 against 已复工 + 未复工. */
export function businessesAddUp(figures: readonly Pick<ReportFigure, 'key' | 'value'>[]): { all: number; parts: number } | null {
  const [enterprises, traders, resumed, not] = ['企业数', '个体工商户数', '已复工数', '未复工数'].map((key) => figures.find((one) => one.key === key)?.value ?? null)
  return enterprises == null || traders == null || resumed == null || not == null ? null : { all: enterprises + traders, parts: resumed + not }
}

const businesses: Partial<Record<DeclaredIndicator, Record<string, string>>> = { enterprises: { kind: 'enterprise', tab: 'all' }, soleTraders: { kind: 'soleTrader', tab: 'all' }, resumed: { tab: 'resumed' }, notResumed: { tab: 'notResumed' } }
/** The page on which a figure opens its people, its areas, its businesses or its declaration. */
export function pageBehind({ source, key }: Pick<ReportFigure, 'source' | 'key'>, { areaId, day, asOf }: Pick<ReportFacts, 'areaId' | 'day' | 'asOf'>): { page: string; search: Record<string, string> } {
  if (source.from === 'areas') return { page: '/territory', search: {} }
  if (source.from === 'exits') return { page: '/exits', search: { area: areaId, kind: 'migrantWork', tab: 'gone' } }
  if (source.from === 'businesses') return { page: '/resumption', search: { area: areaId, ...businesses[source.of], at: asOf } }
  if (source.from === 'care') return { page: '/care', search: { area: areaId, ...(source.of === 'all' ? { tab: 'all' } : { slice: 'visited' }) } }
  if (source.from === 'supplies') return { page: '/supplies/ledger', search: { area: areaId, kind: source.of, from: source.fromOn, to: dayOf(asOf), asOf } }
  if (source.from === 'volunteers') return { page: '/volunteers', search: { area: areaId, since: source.since, until: source.until } }
  return source.from === 'declared' ? { page: '/work-report', search: { area: areaId, day, f: key } } : { page: '/reporting', search: { area: areaId, day, f: [source.indicator, source.originClass ?? '', source.unit].join('.') } }
}

/** 广东省 → 广东, 广西壮族自治区 → 广西: as people name a province. */
export const shortProvince = (name: string): string => name.replace(/(壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$/, '')
