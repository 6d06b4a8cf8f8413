import type { BothLanguages } from '../../../kernel/fields.ts'

/** 告知: what somebody is told where data are taken (个人信息保护法, 2021年11月1日施行, §17、§30); the office and its telephone are filled in. */
export const notice: { law: BothLanguages; points: readonly { id: string; title: BothLanguages; text: BothLanguages }[] } = {
  law: {
    zh: '依据:《中华人民共和国个人信息保护法》(2021)第十三、十七、二十八至三十条;《中华人民共和国传染病防治法》;《中华人民共和国突发事件应对法》(2024年修订)第八十四、八十五条。',
    en: 'By: Personal Information Protection Law (2021), articles 13, 17, 28–30; Law on Prevention and Control of Infectious Diseases; Emergency Response Law (revised 2024), articles 84 and 85.',
  },
  points: [
    { id: 'who', title: { zh: '谁在收集', en: 'Who collects' }, text: { zh: '{office},电话 {phone}。', en: '{office}, telephone {phone}.' } },
    { id: 'why', title: { zh: '疫情防控:用来做什么', en: 'In the epidemic: what for' }, text: { zh: '只用于这次疫情防控:决定要不要管理、怎么管理,照看在管的人,向上级报数字。不作他用,不公开姓名、证件号、电话、住址。', en: 'Only for this epidemic: to decide on measures, to look after people under them and to report figures. For nothing else; no name, number, telephone or address is made public.' } },
    { id: 'what', title: { zh: '疫情防控:收集什么', en: 'In the epidemic: what' }, text: { zh: '姓名、证件号、电话、住址、从哪里来、体温和症状、接触史。健康情况和行踪是敏感信息:不提供就不能判断要不要管理,泄露会影响您的生活,所以加密保存、谁看过都有记录。', en: 'Name, identity number, telephone, address, where from, temperature and symptoms, contacts. Health and movements are sensitive: without them no measure can be decided; a leak would harm you. So they are encrypted and every look is recorded.' } },
    { id: 'howLong', title: { zh: '疫情防控:保存多久', en: 'In the epidemic: how long' }, text: { zh: '到这次事件宣布终结为止;终结后停止收集,评估后销毁,只留不含姓名的统计数字。', en: 'Until the event is declared over; then collecting stops and the data are destroyed after a review. Only figures without names stay.' } },
    { id: 'rights', title: { zh: '您可以', en: 'You may' }, text: { zh: '查看、更正自己的信息,提出异议,要求删除或解释。{days} 天内答复;不同意会说明理由,您可以向上级或法院提出。', en: 'see and correct your data, object, ask for deletion or an explanation. You are answered within {days} days; a refusal gives its reason and may be taken to the office above or to court.' } },
  ],
}
