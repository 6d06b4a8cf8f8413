import { addDays, type Day } from '../kernel/dates.ts'
import { formsApi, type Frequency } from '../modules/forms/contract.ts'
import { writeXlsx } from '../modules/sheets/service.ts'
import type { Life } from './days.ts'

interface Told {
  name: string; department: string; basis: string; headings: readonly string[]; frequency: Frequency
  /** Days ago it came, those on which it was filled, and the last day of one asked for once. */
  came: number; filled: readonly number[]; due?: number; free: number
  admission?: { basis: string; reason: string } | { declined: string }
}
/** What departments ask of the main community: one due today, one filled yesterday, one that is late and nobody admitted. */
const TOLD: readonly Told[] = [
  { name: '居家隔离人员每日情况表', department: '卫生健康局', basis: '防控办〔2020〕8号', headings: ['序号', '姓名', '性别', '年龄', '身份证号码', '联系电话', '现住址', '所属网格', '隔离开始日期', '预计解除日期', '最近体温', '备注'], frequency: 'daily', came: 4, filled: [4, 3, 2, 1], free: 12, admission: { basis: '防控办〔2020〕8号', reason: '疫情期间每日报送' } },
  { name: '60岁以上独居老人摸底表', department: '民政局', basis: '民函〔2020〕12号', headings: ['序号', '姓名', '性别', '身份证号码', '年龄', '联系电话', '家庭住址', '所属网格', '网格员', '网格员电话', '居住情况', '是否在隔离', '备注'], frequency: 'once', came: 1, filled: [1], due: 0, free: 20, admission: { basis: '民函〔2020〕12号', reason: '独居老人关爱,现有报表里没有' } },
  { name: '小区人口和复工情况统计表', department: '发展和改革局', basis: '', headings: ['序号', '小区', '户数', '人数', '男', '女', '60岁以上', '独居老人', '在管人数', '集中隔离', '居家隔离', '复工企业', '未复工'], frequency: 'weekly', came: 6, filled: [6], free: 6 },
  { name: '外来人员信息采集表', department: '人力资源和社会保障局', basis: '', headings: ['序号', '姓名', '性别', '民族', '身份证号', '手机号码', '户籍地址', '现住址', '工作单位', '学历', '月收入'], frequency: 'once', came: 2, filled: [], due: 1, free: 10, admission: { declined: '与流动人口登记重复,学历、收入与防控无关' } },
]

async function fileOf({ name, headings, free }: Told): Promise<Uint8Array> {
  const rows = async function* () {
    yield [[name], ['填报单位:', '', '', '填报日期:'], headings]
    yield Array.from({ length: free }, (_, i) => [String(i + 1)])
    yield [['填表人:', '', '', '审核人:']]
  }
  const parts: Buffer[] = []
  for await (const part of writeXlsx({ name: '表', headRows: 3, columns: headings.map(() => ({ width: 14 })) }, rows())) parts.push(part)
  return Buffer.concat(parts)
}

/** 部门来要表, day by day: it comes, is looked at by the street office, and is filled. */
export function departmentsAsk(life: Life): (day: Day) => Promise<void> {
  const made = new Map<Told, string>()
  return async (day) => {
    const worker = life.town.desk('communityWorker')
    for (const told of TOLD) {
      const at = (ago: number) => addDays(life.today, -ago) === day
      if (at(told.came)) {
        life.clock.pass(10)
        const { formId } = await worker.call(formsApi.uploadForm, {}, { filename: `${told.name}.xlsx`, bytes: await fileOf(told) })
        made.set(told, formId)
        const { frequency, name, department, basis } = told
        await worker.call(formsApi.setFormFacts, { formId, name, department, basis, frequency, dueOn: addDays(life.today, -(told.due ?? 0)), ...(frequency === 'weekly' ? { dueWeekday: 5 } : {}), dueTime: frequency === 'daily' ? '23:00' : '17:00' })
        await judge(life, told, formId)
      }
      const formId = made.get(told)
      if (formId && told.filled.some(at)) { life.clock.pass(20); await worker.call(formsApi.fillForm, { formId }) }
    }
  }
}

async function judge(life: Life, { admission }: Told, formId: string): Promise<void> {
  const officer = life.town.desk('subdistrictOfficer')
  if (!admission) return
  if ('declined' in admission) await officer.call(formsApi.declineForm, { formId, reason: admission.declined })
  else await officer.call(formsApi.admitForm, { formId, ...admission })
}
