import type { BothLanguages } from '../../../kernel/fields.ts'

/** 平时也保存的: what is kept of residents beside the event. What is said here, the notice says. */
export interface KeptKind {
  id: string
  tables: readonly string[]
  name: BothLanguages
  /** What it is and what for. */
  why: BothLanguages
  /** 依据, with its edition. */
  law: BothLanguages
  /** {callerDays}, {formDays}, {rosterDays}: the days by which the house itself removes it. */
  howLong: BothLanguages
}

const duty: BothLanguages = { zh: '个人信息保护法(2021年)第十三条第(三)项', en: 'Personal Information Protection Law (2021), art. 13 (3)' }
const committee = (item: '二' | '三' | '五' | '六', n: 2 | 3 | 5 | 6): BothLanguages => ({ zh: `城市居民委员会组织法(2018年修正)第三条第(${item})项、${duty.zh}`, en: `Organic Law of Urban Residents’ Committees (amended 2018), art. 3 (${n}); ${duty.en}` })

export const keptKinds: readonly KeptKind[] = [
  {
    id: 'register', tables: ['household', 'person', 'vehicle', 'person_double', 'person_merge', 'import_batch', 'import_match', 'import_issue', 'import_change'], name: { zh: '户、人、车的底数', en: 'Register of homes, people and vehicles' },
    why: { zh: '姓名、证件号、电话、住址、同住的人、车牌,由网格员登记或由名册导入,办事和应急时知道谁住在哪里。', en: 'Name, identity number, telephone, address, who lives together, number plates; entered by the grid worker or from a roster, to know in daily work and in an emergency who lives where.' }, law: committee('五', 5),
    howLong: { zh: '住在这里时一直保存;迁走、去世后只作以前的名册。导入用的原表 {rosterDays} 天后删除。', en: 'While you live here; after moving away or death as a former register only. Sheets it was imported from go after {rosterDays} days.' },
  },
  {
    id: 'matters', tables: ['matter', 'matter_event', 'matter_photo'], name: { zh: '反映的事和求助', en: 'What you reported or asked for' },
    why: { zh: '什么事、在哪里、您留的称呼和电话、照片,只用来办这件事和回访。', en: 'What and where, the name and telephone you left, photos: only to deal with it and to call you back.' }, law: committee('六', 6),
    howLong: { zh: '办结 {callerDays} 天后删去您的称呼和电话,办了什么留作工作记录。', en: 'Your name and telephone go {callerDays} days after it is closed; what was done stays as a record of work.' },
  },
  {
    id: 'certificates', tables: ['certificate'], name: { zh: '开的证明', en: 'Certificates' },
    why: { zh: '给谁开了什么证明、作什么用、谁批的章,供要证明的单位核验、防止乱用公章。', en: 'What was certified for whom, for which use and who approved the seal: for whoever checks it, and against misuse of the seal.' }, law: { zh: `民发〔2020〕20号(规范社区出具证明)、${duty.zh}`, en: `Civil Affairs [2020] no. 20 on certificates of communities; ${duty.en}` },
    howLong: { zh: '用印登记是公章的底账,一直保存,不公开。', en: 'The seal register is the record of the seal; it is kept and not made public.' },
  },
  {
    id: 'care', tables: ['care_person', 'care_visit', 'care_cover'], name: { zh: '关爱走访', en: 'Care visits' },
    why: { zh: '哪些老人、孩子、残疾人、病人要有人去看,去看过没有、缺什么;家里大人被隔离时谁在照料。困难类别是敏感信息,只有要去的人看得到。', en: 'Which old people, children, disabled and ill somebody looks in on, when, and what they need; who cares for a home whose adults are in quarantine. The group is sensitive and shown only to whoever has to go.' },
    law: { zh: `${committee('五', 5).zh};北京市突发公共卫生事件应急条例(2020年)第四十二条`, en: `${committee('五', 5).en}; Beijing Regulations on Public Health Emergencies (2020), art. 42` },
    howLong: { zh: '需要走访时一直保存;不愿意被走访,告诉社区就不再去。', en: 'While visits are needed; tell the community if you do not want them.' },
  },
  {
    id: 'business', tables: ['business', 'business_step'], name: { zh: '企业、商户复工', en: 'Work resumption of businesses' },
    why: { zh: '店名、行业、地址、负责人姓名和电话、缺什么防疫条件,用来核查能不能复工和统计复工数。', en: 'Name, trade, address, who is in charge with the telephone, and what is missing: to check whether it may open, and to count.' }, law: { zh: `当时生效的防控方案(命令)、${duty.zh}`, en: `The order in force at the time; ${duty.en}` },
    howLong: { zh: '经营期间保存;登记错的撤销即删。电话加密,查看要写理由、有记录。', en: 'While it is in business; a wrong registration is removed. The telephone is encrypted, every look at it needs a reason and is recorded.' },
  },
  {
    id: 'volunteers', tables: ['volunteer', 'volunteer_service', 'volunteer_point'], name: { zh: '志愿服务', en: 'Volunteering' },
    why: { zh: '您自己报名时留的姓名、单位、电话、会做什么、何时有空,来过几次、多少小时、多少积分;用来请您帮忙、开服务证明。不同意就不公开姓名。', en: 'What you left when you offered to help: name, unit, telephone, what you can do and when; when you came, hours and points. To ask you and to certify your service; your name is public only if you agree.' },
    law: { zh: '志愿服务条例(国务院令第685号,2017年)第十九条、第二十条', en: 'Regulations on Volunteer Service (State Council Decree 685, 2017), arts. 19 and 20' },
    howLong: { zh: '服务记录是开证明的依据,一直保存;不再参加,告诉社区就不再联系。', en: 'The record is what certificates are made from and is kept; tell the community and you are not asked again.' },
  },
  {
    id: 'forms', tables: ['form', 'form_filling'], name: { zh: '报给部门的表', en: 'Sheets for other departments' },
    why: { zh: '部门要社区填的表,按册上已有的填,不再来问您;每张表写着哪个部门、凭什么要。', en: 'Sheets a department wants filled are filled from the register, so that nobody asks you again; each says which department, and by which rule.' }, law: { zh: `各表所写的依据、${duty.zh}`, en: `What each sheet gives as its basis; ${duty.en}` },
    howLong: { zh: '填好的表 {formDays} 天后删除;部门发来的表不再用了,{formDays} 天后删除。只留填过几次、填了多少格。', en: 'A filled sheet goes after {formDays} days; the department’s own once it has been out of use for {formDays} days. How often and how much was filled stays.' },
  },
  {
    id: 'photos', tables: ['zone_photo', 'disinfection_photo'], name: { zh: '工作照片', en: 'Photos of work' },
    why: { zh: '卡点、公告、消毒的照片,证明做过。不拍人;拍到了的删掉。', en: 'Gates, notices and disinfection, as evidence. They are not of people; one that shows somebody is removed.' }, law: duty,
    howLong: { zh: '随那项工作保存;拍到您的,告诉社区删掉。', en: 'With that work; tell the community to remove one that shows you.' },
  },
  {
    id: 'trail', tables: ['audit_event', 'data_export', 'privacy_request', 'exit_miss'], name: { zh: '谁看过、谁导出过', en: 'Who looked, who took a file' },
    why: { zh: '哪个工作人员什么时候看过、改过、导出过,您提过什么请求、怎么答复的;只记编号,不记姓名。', en: 'Which of the staff looked, changed or exported when, what you asked and what was answered; by numbers, not by names.' }, law: { zh: '网络安全法(2016年)第二十一条第(三)项、个人信息保护法(2021年)第五十条', en: 'Cybersecurity Law (2016), art. 21 (3); Personal Information Protection Law (2021), art. 50' },
    howLong: { zh: '至少六个月;输错的外出编号只留一天。', en: 'Six months at least; a mistyped exit code for one day.' },
  },
]
