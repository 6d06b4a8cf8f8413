import type { ExitTerms } from '../contract.ts'

/** Report 1, section (二)外出人员情况: four reasons to go out, four rules; the periods are the community's practice of February 2020. */
export const reportOneExits: ExitTerms = {
  kinds: {
    migrantWork: {
      clause: '第五条', answer: 'certificate', transport: 'group', approval: false, confined: 'refuse',
      says: { zh: '凭卫生院健康证明,由社区联系客运公司集中输送', en: 'with the health centre’s certificate, by group transport' },
      quote: '一是外出务工。严格按文件要求,由卫生院开健康证明,集中于广东、浙江、福建方向的务工人员,社区联系客运公司,集中输送。',
    },
    visiting: {
      clause: '第六条', answer: 'refuse', transport: 'own', approval: false, confined: 'refuse',
      says: { zh: '走亲访友一律不批', en: 'visits to relatives and friends are not allowed' }, quote: '二是走亲访友,一律不允批准。',
    },
    medical: {
      clause: '第七条', answer: 'certificate', transport: 'own', approval: false, confined: 'escort',
      says: { zh: '凭卫生院证明外出看病', en: 'to a doctor with the health centre’s certificate' }, quote: '三是外出看病,根据实际情况,由卫生院出具证明材料。',
    },
    localWork: {
      clause: '第八条', answer: 'register', transport: 'own', approval: false, confined: 'refuse',
      says: { zh: '市内务工劳作,每天登记、测温', en: 'work within the city: registered and measured every day' }, quote: '四是市内务工和出山劳作,每天进行登记,并测量体温。',
    },
  },
  confining: ['centralQuarantine', 'homeQuarantine', 'homeMonitoring'],
  certificate: { lookBackDays: 14, readings: 1, validDays: 7 },
  backBy: '19:00',
}
