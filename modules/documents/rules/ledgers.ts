import { dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import type { Contents } from '../contract.ts'
import { term, terms } from '../data/terms.ts'
import { dayCount } from '../../quarantine/rules.ts'
import { personContents } from './contents.ts'
import { shortDay } from './days.ts'

interface Somebody { name: string; sex: string; birthOn: Day | null; documentKind: string; documentMasked: string | null; phoneMasked: string | null; address: string; originClass: string | null; policyId: string | null; originName: string | null }

/** A line of form 1. */
export interface ArrivalFacts extends Somebody {
  registeredAddress: string | null; originPlace: string | null; leftOn: Day | null; arrivedOn: Day; transport: string | null; tripNo: string | null; via: string | null; purpose: string | null; companions: number | null
  contact: string; symptoms: string[]; symptomsAsked: boolean; temperature: number | null; state: string; outcomeReason: string | null; measure: string | null; startsOn: Day | null; endsOn: Day | null
  workerName: string | null; reporterName: string | null
}
/** A line of form 3. */
export interface ManagedFacts extends Somebody {
  cohabitants: string | null; measure: string; anchorOn: Day; startsOn: Day; endsOn: Day; state: string; closedAt: Instant | null; doctorName: string | null; workerName: string | null
  startNumber: string | null; releaseNumber: string | null
}

export type ClassName = (policyId: string | null, originClass: string | null) => string

export const arrivalRow = (a: ArrivalFacts, n: number, today: Day, className: ClassName): Contents => ({
  序号: String(n), ...personContents(a, today), 户籍地: a.registeredAddress ?? '', 来源地: `${a.originName ?? ''}${a.originPlace ?? ''}`, 来源分类: className(a.policyId, a.originClass),
  离开时间: shortDay(a.leftOn), 到达时间: shortDay(a.arrivedOn), 交通方式: term(terms.transports, a.transport), 班次: a.tripNo ?? '', 途经地: a.via ?? '', 来由: term(terms.purposes, a.purpose),
  同行人数: a.companions === null ? '' : String(a.companions), 接触史: term(terms.contacts, a.contact),
  症状: a.symptoms.map((s) => term(terms.symptoms, s)).join('、') || (a.symptomsAsked ? '无' : '未问'), 体温: a.temperature === null ? '未测' : a.temperature.toFixed(1),
  处置: a.measure ? term(terms.measures, a.measure) : a.outcomeReason ? term(terms.outcomes, a.outcomeReason) : term(terms.screeningStates, a.state),
  开始: shortDay(a.startsOn), 期满: shortDay(a.endsOn), 责任人: a.workerName ?? '', 登记人: a.reporterName ?? '本人申报',
})

export function managedRow(m: ManagedFacts, n: number, today: Day, className: ClassName): Contents {
  const { dayNo, days } = dayCount(m.anchorOn, m.endsOn, today)
  return {
    序号: String(n), ...personContents(m, today), 同住人: m.cohabitants ?? '', 类别: className(m.policyId, m.originClass), 来源地: m.originName ?? '', 管控方式: term(terms.measures, m.measure),
    起算日期: shortDay(m.anchorOn), 开始: shortDay(m.startsOn), 期满: shortDay(m.endsOn), 第几天: m.state === 'active' ? `${dayNo}/${days}` : '', 告知书编号: m.startNumber ?? '',
    责任社区工作者: m.workerName ?? '', 责任医生: m.doctorName ?? '', 状态: term(terms.states, m.state), 解除日期: m.state === 'released' && m.closedAt ? shortDay(dayOf(m.closedAt)) : '', 解除通知书编号: m.releaseNumber ?? '',
  }
}
