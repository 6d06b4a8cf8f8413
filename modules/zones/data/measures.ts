import type { BothLanguages } from '../../../kernel/fields.ts'
import type { DutyRole } from '../../duty/contract.ts'
import type { ChecklistMeasure, ZoneValue } from '../contract.ts'

const plan: BothLanguages = { zh: '《新冠肺炎疫情社区防控工作方案(试行)》(肺炎机制发〔2020〕5号)', en: 'Community epidemic plan (trial), 2020 no. 5' }
const closed: BothLanguages = { zh: '居住小区封闭管理通告(一个出入口、24小时值守、消防通道畅通、外来人员车辆不得进入)', en: 'Orders on closed management of compounds, 2020' }
const ninth: BothLanguages = { zh: '《新型冠状病毒肺炎防控方案(第九版)》附件12 高中低风险区划定及防控方案', en: '9th national edition, annex on zones' }
const disinfection: BothLanguages = { zh: '《公共场所新型冠状病毒感染的肺炎卫生防护指南》及消毒指南', en: 'Hygiene and disinfection guidelines for public places' }
const terminal: BothLanguages = { zh: '《疫源地消毒总则》GB 19193—2015:终末消毒由专业队伍进行', en: 'GB 19193—2015: terminal disinfection by a professional team' }
const reportOne: BothLanguages = { zh: '里布嘎社区疫情防控工作汇报 二(二)(三)', en: 'The community’s own report, part 2' }

const m = (key: string, zh: string, en: string, ownerRole: DutyRole, dueHours: number, source: BothLanguages): ChecklistMeasure => ({ key, title: { zh, en }, ownerRole, dueHours, source })

const mobilise = m('mobilise', '组织动员:人员到岗,挂联名单公示', 'Mobilise: people on duty, board published', 'communitySupervisor', 24, plan)
const education = m('education', '健康教育:小区张贴告知,喇叭、微信群宣传', 'Health education at every gate', 'compoundKeeper', 48, plan)
const inform = m('inform', '信息告知:就诊电话、求助电话公布到楼栋', 'Phones for help posted in every building', 'compoundKeeper', 48, plan)
const returnees = m('returnees', '返回人员管理:逐户摸排,三问一测,分类管理', 'Returnees: every door asked, every returnee managed', 'gridWorker', 48, plan)
const environment = m('environment', '环境治理:楼道、垃圾点、公厕清洁', 'Clean stairs, waste points and toilets', 'propertyTeam', 72, plan)
const supplies = m('supplies', '物资准备:口罩、消毒剂、测温枪清点到位', 'Masks, disinfectant, thermometers counted and in place', 'communitySupervisor', 48, plan)
const contacts = m('contacts', '密切接触者管理:配合疾控排查,全部转运或居家隔离', 'Close contacts found and quarantined', 'doctorTeam', 12, plan)
const disinfect = m('disinfect', '消毒:疫点由专业队伍终末消毒,公共部位每天消毒', 'Terminal disinfection by professionals, daily in common parts', 'doctorTeam', 24, terminal)
const lockArea = m('lockArea', '疫区封锁:划定范围,设卡,公告', 'Close the area: boundary, gates, notice', 'subdistrictCoordinator', 12, plan)
const noCrowds = m('noCrowds', '限制聚集:停止集体活动,关闭棋牌室、活动室', 'No gatherings; closed activity rooms', 'communitySupervisor', 12, plan)

const oneGate = m('oneGate', '只留一个出入口,其余封闭,24小时值守', 'One gate only, guarded day and night', 'compoundKeeper', 6, closed)
const fireLane = m('fireLane', '消防通道保持畅通,封闭处能紧急打开', 'Fire lanes clear; barriers open in an emergency', 'propertyTeam', 6, closed)
const guards = m('guards', '值班排到人:班次、姓名、交接', 'Guard roster by name and shift', 'compoundKeeper', 12, closed)
const gateCheck = m('gateCheck', '出入测温、扫码或验证、登记', 'At the gate: temperature, code or pass, entry in the log', 'propertyTeam', 12, closed)
const outsiders = m('outsiders', '外来人员和车辆不得进入;保供、救护、消防凭证放行', 'No outsiders or vehicles; supplies and emergencies pass', 'propertyTeam', 12, closed)
const notice = m('notice', '公告张贴:等级、范围、开始时间、求助电话', 'Notice posted: grade, scope, time, phones', 'compoundKeeper', 6, closed)
const pickup = m('pickup', '人不出区、错峰取物:定取物点和时段', 'Nobody leaves; staggered pick-up points and times', 'compoundKeeper', 24, ninth)
const errands = m('errands', '采购规则:每户几天一人次,居家隔离户不出门、由人代买', 'Shopping rule by household; quarantined households are supplied', 'compoundKeeper', 24, closed)
const doorstep = m('doorstep', '足不出户、上门服务:生活物资配送到户', 'Nobody leaves the door; supplies delivered', 'compoundKeeper', 12, ninth)
const medical = m('medical', '就医保障:透析、孕产、急症名单和接送车辆', 'Medical needs: list and transport for dialysis, births, emergencies', 'doctorTeam', 12, ninth)
const vulnerable = m('vulnerable', '特殊困难人员名单:独居老人、残疾人、儿童,每天联系', 'Old people alone, disabled, children: listed and called daily', 'gridWorker', 24, ninth)
const transfer = m('transfer', '密接和次密接转运完毕', 'Close contacts transferred', 'doctorTeam', 8, ninth)
const daily = m('daily', '健康监测:每天上门或电话测温、问症状', 'Health checks of every household daily', 'gridWorker', 24, ninth)
const waste = m('waste', '生活垃圾先消毒再清运,专人专车', 'Household waste disinfected and removed separately', 'propertyTeam', 24, disinfection)
const commonParts = m('commonParts', '电梯、门把手、扶手每天消毒2—3次并记录', 'Lifts, handles, rails disinfected 2–3 times a day, logged', 'propertyTeam', 24, disinfection)
const final = m('final', '疫点终末消毒完成,留有记录', 'Terminal disinfection done and recorded', 'doctorTeam', 24, terminal)
const crowdless = m('crowdless', '非必要不离开、不聚集,提示贴到楼栋', 'Stay if you can, no crowds: posted in every building', 'compoundKeeper', 24, ninth)
const registerIn = m('registerIn', '来返人员到小区先报备、先登记', 'Whoever returns reports and registers first', 'gridWorker', 24, reportOne)

const ladder6 = [mobilise, education, inform, returnees, environment, supplies]
const ladder8 = [...ladder6, contacts, disinfect]

/** 措施清单 as shipped; an office replaces them on a page. Which measures go with which state of a community (6, 8, 8, 10 items) and with which grade of a compound. */
export const measuresOf: Readonly<Record<ZoneValue, readonly ChecklistMeasure[]>> = {
  noCase: ladder6, caseFound: ladder8, outbreak: ladder8, spread: [...ladder8, lockArea, noCrowds],
  lifted: [],
  prevention: [gateCheck, registerIn, crowdless, commonParts, notice],
  control: [notice, oneGate, fireLane, guards, gateCheck, outsiders, pickup, errands, commonParts, vulnerable],
  lockdown: [notice, oneGate, fireLane, guards, outsiders, transfer, doorstep, medical, vulnerable, daily, waste, final],
}
