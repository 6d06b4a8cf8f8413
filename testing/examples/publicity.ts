import { addDays, dayOf } from '../../kernel/dates.ts'
import { linksApi } from '../../modules/links/contract.ts'
import { publicityApi as api, type publicityApi } from '../../modules/publicity/contract.ts'
import { Caller, clock } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

let serial = 0
const worker = (w: ExampleWorld) => w.c.as('communityWorker')
export const written = (over: object = {}) => ({ kind: 'policyNotice', title: `关于进出小区测温的通告${++serial}`, body: '进出小区一律测温、登记。\n外来车辆停在小区外。', source: '新平街道疫情防控指挥部', orderNo: '指挥部通告第3号', fromOn: dayOf(clock.now), toOn: addDays(dayOf(clock.now), 14), ...over } as const)
/** A draft of the community's own. */
export const aDraft = async (w: ExampleWorld, over?: object): Promise<{ announcementId: string }> => ({ announcementId: (await (await worker(w)).call(api.createAnnouncement, written(over))).announcementId })
export async function published(by: Caller, over?: object): Promise<{ announcementId: string }> {
  const { announcementId } = await by.call(api.createAnnouncement, written(over))
  await by.call(api.publishAnnouncement, { announcementId })
  return { announcementId }
}
const anAnnouncement = async (w: ExampleWorld, over?: object) => published(await worker(w), over)
/** 待传达: nobody was told yet, and by some time everybody is to be. */
export const toBeTold = (w: ExampleWorld) => anAnnouncement(w, { tellBy: clock.now })
const aRecord = async (w: ExampleWorld, way: 'loudspeaker' | 'poster' = 'loudspeaker', of?: { announcementId: string }): Promise<{ recordId: string }> =>
  ({ recordId: (await (await worker(w)).call(api.recordPublicity, { areaId: w.c.compounds[0]?.id ?? '', way, ...of })).recordId })
/** 该撤的海报: of what was withdrawn. */
export async function aPosterToTakeDown(w: ExampleWorld): Promise<{ recordId: string }> {
  const one = await anAnnouncement(w)
  const record = await aRecord(w, 'poster', one)
  await (await worker(w)).call(api.withdrawAnnouncement, { ...one, reason: '政策调整' })
  return record
}
/** Whoever has scanned the code of a community. */
export const aResident = async (w: ExampleWorld): Promise<Caller> => new Caller({ link: (await (await worker(w)).call(linksApi.createDeclarationLink, { areaId: w.c.community.id })).url.split('/').at(-1) ?? '' }, '')

export const publicityExamples: ExamplesOf<typeof publicityApi> = {
  listAnnouncements: async () => ({}),
  announcementCounts: async () => ({}),
  getAnnouncement: anAnnouncement,
  createAnnouncement: async () => written(),
  editAnnouncement: async (w) => ({ ...(await aDraft(w)), ...written() }),
  removeAnnouncement: aDraft,
  publishAnnouncement: aDraft,
  takeBackAnnouncement: anAnnouncement,
  withdrawAnnouncement: async (w) => ({ ...(await anAnnouncement(w)), reason: '政策调整' }),
  restoreAnnouncement: async (w) => { const one = await anAnnouncement(w); await (await worker(w)).call(api.withdrawAnnouncement, { ...one, reason: '政策调整' }); return one },
  recordPublicity: async (w) => ({ ...(await anAnnouncement(w)), areaId: w.c.compounds[0]?.id ?? '', way: 'leaflet', reached: 40 }),
  undoPublicity: (w) => aRecord(w),
  listPublicity: async () => ({}),
  getPublicity: (w) => aRecord(w),
  takeDownPoster: (w) => aRecord(w, 'poster'),
  putUpAgain: (w) => aRecord(w, 'poster'),
  announcementPoster: async (w) => ({ ...(await anAnnouncement(w)), areaId: w.c.community.id }),
  noticeBoard: async ({ c }) => ({ areaId: c.community.id }),
  residentsAnnouncements: async () => ({}),
  openAnnouncement: (w) => anAnnouncement(w),
}
