import { addDays, type Day } from '../kernel/dates.ts'
import { certificatesApi } from '../modules/certificates/contract.ts'
import type { Life } from './days.ts'

/** What became of it by now. */
type Fate = 'issued' | 'waiting' | 'refused' | 'void'
interface Asked { ago: number; code: string; purpose: string; note?: string; copies?: number; fate: Fate; community?: number }

/** Three weeks at the window, one line each. */
const ASKED: readonly Asked[] = [
  { ago: 17, code: 'residence', purpose: '给新华小学报名用', fate: 'issued' }, { ago: 16, code: 'ceremony', purpose: '核对婚假', note: '于2月8日在家中办理婚事', fate: 'issued' }, { ago: 15, code: 'residence', purpose: '办水电过户', copies: 2, fate: 'issued' },
  { ago: 14, code: 'volunteer', purpose: '评优', note: '参加卡点值守4次,共16小时', fate: 'issued' }, { ago: 13, code: 'residence', purpose: '单位返岗登记', fate: 'void' }, { ago: 13, code: 'residence', purpose: '单位返岗登记', fate: 'issued' },
  { ago: 11, code: 'groupMember', purpose: '小组用水登记', fate: 'issued' }, { ago: 10, code: 'residence', purpose: '办银行卡', fate: 'refused' }, { ago: 9, code: 'ceremony', purpose: '核对丧假', note: '家中老人后事在本社区办理', fate: 'issued' },
  { ago: 7, code: 'residence', purpose: '孩子上幼儿园', fate: 'issued', community: 1 }, { ago: 6, code: 'residence', purpose: '装宽带', fate: 'issued' }, { ago: 5, code: 'volunteer', purpose: '入党考察', note: '为隔离户送菜9次,共20小时', fate: 'issued' },
  { ago: 3, code: 'residence', purpose: '租房备案', fate: 'issued', community: 2 }, { ago: 2, code: 'residence', purpose: '车辆年检', fate: 'issued' }, { ago: 0, code: 'residence', purpose: '给新平中学转户用', fate: 'waiting' }, { ago: 0, code: 'groupMember', purpose: '小组分红登记', fate: 'waiting', community: 1 },
]
const REFERRED: readonly { ago: number; code: string; said: string; community?: number }[] = [
  { ago: 18, code: 'alive', said: '证明我妈还活着,领养老金' }, { ago: 16, code: 'noCrime', said: '单位要没犯过罪的证明' }, { ago: 15, code: 'kinship', said: '学校要证明这孩子是我的' }, { ago: 13, code: 'healthForLeaving', said: '去广东打工要健康证明' },
  { ago: 12, code: 'marriage', said: '贷款要单身证明' }, { ago: 10, code: 'alive', said: '老人还在世' }, { ago: 9, code: 'death', said: '老人在家去世了', community: 1 }, { ago: 8, code: 'lostPapers', said: '身份证丢了' }, { ago: 6, code: 'property', said: '证明我名下没有房' },
  { ago: 5, code: 'healthForLeaving', said: '要没有发烧的证明' }, { ago: 4, code: 'outside', said: '证明我家没有欠水费' }, { ago: 2, code: 'identity', said: '两个名字是同一个人', community: 2 }, { ago: 1, code: 'kinship', said: '银行要父子关系' }, { ago: 0, code: 'employment', said: '证明我没有工作' },
]

/** What is asked for at the window day by day, by whoever has come to it; the subdistrict approves what needs a second pair of eyes. */
export function askForCertificates(life: Life): (day: Day) => Promise<void> {
  const homes = life.communities.map((community) => community.households.filter((home) => home.persons.length > 0))
  const personOf = (community: number, i: number): string | undefined => {
    const some = homes[community] ?? []
    const [one] = some[(i * 131 + 40) % (some.length || 1)]?.persons ?? []
    return one && life.personIdOf(one)
  }
  const on = (day: Day) => ({ ago }: { ago: number }) => addDays(life.today, -ago) === day
  return async (day) => {
    for (const { code, said, community = 0 } of REFERRED.filter(on(day))) {
      life.clock.pass(40)
      await life.town.desk('communityWorker', community).call(certificatesApi.referElsewhere, { code, said })
    }
    for (const asked of ASKED.filter(on(day))) await ask(life, asked, personOf(asked.community ?? 0, ASKED.indexOf(asked)))
  }
}

async function ask(life: Life, { code, purpose, note, copies = 1, fate, community = 0 }: Asked, personId: string | undefined): Promise<void> {
  if (!personId) return
  const [worker, officer] = [life.town.desk('communityWorker', community), life.town.desk('subdistrictOfficer')]
  life.clock.pass(120)
  const { certificateId, state } = await worker.call(certificatesApi.askForCertificate, { code, personId, purpose, copies, ...(note ? { note } : {}) })
  life.clock.pass(60)
  if (fate === 'refused') await officer.call(certificatesApi.refuseCertificate, { certificateId, reason: '银行按本人身份证开户,不需要证明' })
  else if (state === 'waiting' && fate !== 'waiting') await officer.call(certificatesApi.approveCertificate, { certificateId })
  if (fate === 'void') await worker.call(certificatesApi.voidCertificate, { certificateId, reason: '门牌写错,登记册更正后另开' })
}
