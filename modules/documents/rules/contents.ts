import { addDays, ageOn, clockOf, dayOf, daysBetween, type Day } from '../../../kernel/dates.ts'
import type { PolicyDocument } from '../../policies/contract.ts'
import type { Contents } from '../contract.ts'
import { term, terms } from '../data/terms.ts'
import { longDay, shortDay } from './days.ts'
import type { EpisodeFacts, GapFacts, OfficeFacts, ReadingFacts, TestFacts } from './facts.ts'

/** Who makes a document, where and when. */
export interface Making { today: Day; maker: string; makerPhone: string; office: OfficeFacts; policy: Pick<PolicyDocument, 'checkWindows' | 'temperature' | 'counting'> }

export const personContents = (e: Pick<EpisodeFacts, 'name' | 'sex' | 'birthOn' | 'documentKind' | 'documentMasked' | 'phoneMasked' | 'address'> & { workplace?: string | null }, today: Day): Contents => {
  const age = ageOn(e.birthOn, today)
  return {
    姓名: e.name, 性别: term(terms.sexes, e.sex), 年龄: age === undefined ? '' : `${age}岁`, 证件类型: e.documentKind === 'none' ? '' : term(terms.documentKinds, e.documentKind),
    证件号码: e.documentMasked ?? '', 联系电话: e.phoneMasked ?? '', 住址: e.address, 工作单位: e.workplace ?? '',
  }
}

const clock = (text: string): string => text.replace(/^0(\d)/, '$1')
const windowsText = (windows: PolicyDocument['checkWindows']): string => windows.map((w) => `${term(terms.windows, w.id)}${clock(w.from)}—${clock(w.to)}`).join('、')

function managementContents(e: EpisodeFacts, { policy }: Making): Contents {
  return {
    管控方式: term(terms.measures, e.measure), 原因: e.because.replace(/。$/, ''), 方案文号: e.orderNo, 条款: e.clause, 来源地: e.originName ?? '',
    起算日期: longDay(e.anchorOn), 计天方式: `${e.anchor === 'arrival' ? '到达' : '末次接触'},${policy.counting === 'anchorIsDayOne' ? '当天' : '次日'}算第1天`, 开始日期: longDay(e.startsOn), 期满日期: longDay(e.endsOn), 天数: String(dayNo(e.endsOn, e, policy)),
    隔离地点: e.place === 'site' ? (e.roomName ?? '集中隔离点') : '家中', 测温时段: windowsText(policy.checkWindows),
    发热标准: `${policy.temperature.inclusive ? '' : '超过'}${policy.temperature.fever.toFixed(1)}℃`,
  }
}

function officeContents(e: EpisodeFacts, m: Making, issuedOn: Day): Contents {
  return {
    责任医生: e.doctorName ?? '', 医生电话: e.doctorPhone ?? '', 责任社区工作者: e.workerName ?? '', 社区工作者电话: e.workerPhone ?? '',
    社区名称: m.office.name, 单位全称: m.office.fullName, 社区电话: m.office.phone ?? m.makerPhone, 上级单位: m.office.above, 签发日期: longDay(issuedOn), 签发人: m.maker,
  }
}

/** A notice of start or of release: number, date and code are those of its first issue. */
export function noticeContents(e: EpisodeFacts, m: Making, notice: { number: string; issuedOn: Day; issuerName: string | null; url: string }): Contents {
  const tests = e.testsRequired === 0 ? '按方案无需检测' : `要求${e.testsRequired}次,${e.testsNegative}次阴性`
  return {
    编号: notice.number, ...personContents(e, m.today), ...managementContents(e, m), ...officeContents(e, { ...m, maker: notice.issuerName ?? m.maker }, notice.issuedOn),
    二维码: notice.url, 核验网址: notice.url, 告知书编号: e.startNumber ?? '', 解除日期: e.closedAt ? longDay(dayOf(e.closedAt)) : '',
    解除依据: e.closeOrderNo ? `按${e.closeOrderNo}提前解除` : '观察期满', 核酸结果: tests, 决定人: e.closerName ?? '',
  }
}

/** What a certificate says about somebody who goes out; found by modules/exits. */
export interface CertificateFacts {
  exitId: string; areaPath: string; communityId: string; personId: string; name: string; sex: string; birthOn: Day | null; documentKind: string; documentMasked: string | null; phoneMasked: string | null; address: string; workplace: string | null
  reason: string; destination: string; leavesOn: Day; lookBackDays: number; readings: number; lowest: number | null; highest: number | null; symptoms: readonly string[]; managed: string | null; releasedOn: Day | null; escortName: string | null; validTo: Day
}

/** 健康证明: nothing of it is typed by whoever issues it. */
export function certificateContents(c: CertificateFacts, office: OfficeFacts, today: Day, notice: { number: string; issuedOn: Day; issuerName: string | null; url: string }): Contents {
  const range = c.lowest === null || c.highest === null ? '' : c.lowest === c.highest ? `,${c.lowest.toFixed(1)}℃` : `,${c.lowest.toFixed(1)}—${c.highest.toFixed(1)}℃`
  return {
    编号: notice.number, ...personContents(c, today), 社区名称: office.name, 单位全称: office.fullName, 社区电话: office.phone ?? '', 上级单位: office.above, 签发日期: longDay(notice.issuedOn), 签发人: notice.issuerName ?? '',
    二维码: notice.url, 核验网址: notice.url, 外出事由: c.reason, 目的地: c.destination, 出发日期: longDay(c.leavesOn), 查询天数: String(c.lookBackDays), 体温情况: `${c.readings}次${range}`,
    症状情况: c.symptoms.length > 0 ? c.symptoms.map((one) => term(terms.symptoms, one)).join('、') : '无',
    管控情况: c.managed ? `正在${term(terms.measures, c.managed)}` : c.releasedOn ? `${longDay(c.releasedOn)}解除` : '未被管控', 陪同人: c.escortName ?? '', 有效期至: longDay(c.validTo),
  }
}

interface Seen { readings: readonly ReadingFacts[]; gaps: readonly GapFacts[]; tests: readonly TestFacts[] }

/** The number of a day by the order’s own way of counting (domain §3.1): the day of arrival is D0 or D1. */
const dayNo = (on: Day, e: Pick<EpisodeFacts, 'anchorOn'>, { counting }: Pick<PolicyDocument, 'counting'>): number => daysBetween(e.anchorOn, on) + (counting === 'anchorIsDayOne' ? 1 : 0)

/** The sheet of one person, D1 to the last day, with D0 where something was measured; a day that is still to come stays empty, to be written by hand. */
export function healthContents(e: EpisodeFacts, m: Making, seen: Seen): Contents {
  const days = Array.from({ length: daysBetween(e.startsOn, e.endsOn) + 1 }, (_, i) => addDays(e.startsOn, i))
  return {
    ...personContents(e, m.today), ...managementContents(e, m), ...officeContents(e, m, m.today), 制表人: m.maker,
    监测: days.map((on) => ({ on, n: dayNo(on, e, m.policy), said: dayContents(on, seen, m.policy.checkWindows) })).filter(({ n, said }) => n > 0 || said['早体温'] !== '' || said['晚体温'] !== '')
      .map(({ on, n, said }) => ({ 第几天: `D${n}`, 日期: shortDay(on), ...said })),
  }
}

function dayContents(on: Day, seen: Seen, windows: PolicyDocument['checkWindows']): Contents {
  const all = seen.readings.filter((r) => (r.dueOn ?? dayOf(r.takenAt)) === on && !r.deviceError)
  const [first, last] = [windows[0]?.id, windows.at(-1)?.id]
  const early = all.find((r) => r.window === first)
  const late = windows.length > 1 ? all.findLast((r) => r.window === last) : undefined
  const symptoms = [...new Set(all.flatMap((r) => r.symptoms))].map((s) => term(terms.symptoms, s))
  const gaps = seen.gaps.filter((g) => g.dueOn === on).map((g) => `${term(terms.windows, g.window)}${g.state === 'missed' ? '缺测' : `缺测:${g.explanation ?? ''}`}`)
  return {
    早体温: degrees(early), 早时间: early ? clock(clockOf(early.takenAt)) : '', 晚体温: degrees(late), 晚时间: late ? clock(clockOf(late.takenAt)) : '',
    症状: all.length === 0 ? '' : symptoms.join('、') || '无', 核酸: seen.tests.filter((t) => (t.takenOn ?? t.dueOn) === on).map((t) => (t.result ? term(terms.results, t.result) : '应采样')).join('、'),
    处置: gaps.join(';'), 测量人: [...new Set(all.map((r) => (r.channel === 'self' ? term(terms.channels, r.channel) : (r.takerName ?? term(terms.channels, r.channel)))))].join('、'),
  }
}

const degrees = (reading: ReadingFacts | undefined): string => (reading?.temperature === null || reading === undefined ? '' : reading.temperature.toFixed(1))

/** 样例社区疫防告〔2020〕1号 */
export const numberText = (pattern: string, office: string, year: number, no: number): string =>
  pattern.replace('{office}', office).replace('{year}', String(year)).replace('{no}', String(no))
