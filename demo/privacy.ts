import type { Day } from '../kernel/dates.ts'
import { addDays } from '../kernel/dates.ts'
import { peopleApi } from '../modules/people/contract.ts'
import { privacyApi } from '../modules/privacy/contract.ts'
import type { Town } from './town.ts'

/** The event everything of the demo is collected for, and two requests about personal data, so that neither page is empty. */
export async function askAboutData(town: Town, today: Day): Promise<void> {
  await town.desk('districtCommand').call(privacyApi.openEvent, { areaId: town.district.id, title: '新冠肺炎疫情防控', orderNo: '指挥部令第1号', startedOn: addDays(today, -33) })
  const worker = town.desk('communityWorker')
  const { items: [one, , two] } = await worker.call(peopleApi.listPeople, { limit: 3 } as never)
  if (one) await worker.call(privacyApi.askFor, { personId: one.id, kind: 'correct', text: '门牌号登记错了,应为2单元' })
  if (two) await worker.call(privacyApi.askFor, { personId: two.id, kind: 'see', text: '想知道社区存了我家哪些信息' })
}
