import * as z from 'zod'
import { day, id, instant, text } from '../../../kernel/fields.ts'

/** 政策通告 / 科普 / 辟谣 / 居务公开 / 便民通知 */
export const announcementKinds = ['policyNotice', 'science', 'rumour', 'disclosure', 'convenience'] as const
export const announcementKind = z.enum(announcementKinds)
export type AnnouncementKind = z.infer<typeof announcementKind>

/** 草稿 / 还没生效 / 现行 / 已过期 / 已撤回; the middle three are derived from the days. */
export const announcementStandings = ['draft', 'coming', 'inForce', 'expired', 'withdrawn'] as const
export const announcementStanding = z.enum(announcementStandings)
export type AnnouncementStanding = z.infer<typeof announcementStanding>
/** 待传达 / 现行 / 草稿 / 失效的 / 全部 */
export const announcementTabs = ['toTell', 'inForce', 'draft', 'over', 'all'] as const
export const announcementTab = z.enum(announcementTabs)
export type AnnouncementTab = z.infer<typeof announcementTab>

/** 喇叭 / 海报 / 入户 / 群 / 咨询 */
export const publicityWays = ['loudspeaker', 'poster', 'leaflet', 'group', 'consultation'] as const
export const publicityWay = z.enum(publicityWays)
export type PublicityWay = z.infer<typeof publicityWay>

const n = z.number().int()
const namedArea = z.object({ areaId: id(), name: z.string() })

/** 传达情况 in figures: settlements and homes, told and all. */
export const tellingFigures = z.object({ places: n, told: n, households: n, /** 覆盖户数 */ covered: n })
export type TellingFigures = z.infer<typeof tellingFigures>

/** 公告 */
export const announcement = z.object({
  announcementId: id(), kind: announcementKind, title: z.string(), /** Of a rumour what is true; paragraphs by line. */ body: z.string(), /** 谣传: what is said */ rumour: z.string().nullable(),
  /** 发布机关 */ source: z.string(), /** 文号 */ orderNo: z.string().nullable(), fromOn: day(), /** Last day; null: until withdrawn. */ toOn: day().nullable(), /** 传达期限 */ tellBy: instant().nullable(),
  standing: announcementStanding, /** 发布单位 */ officeName: z.string(), /** Whether the caller's own office said it; what comes from elsewhere is not changed here. */ own: z.boolean(), areas: z.array(namedArea),
  publishedAt: instant().nullable(), publisherName: z.string().nullable(), withdrawnAt: instant().nullable(), withdrawerName: z.string().nullable(), withdrawnReason: z.string().nullable(),
})
export type Announcement = z.infer<typeof announcement>
export const announcementLine = announcement.extend({ telling: tellingFigures, /** 居民打开次数, by the codes of the caller's territory */ opened: n })
export type AnnouncementLine = z.infer<typeof announcementLine>

/** 一处的传达: a settlement, or above the communities each of these. */
export const tellingPlace = tellingFigures.extend({ areaId: id(), name: z.string(), lastAt: instant().nullable(), lastWay: publicityWay.nullable() })
export type TellingPlace = z.infer<typeof tellingPlace>

/** 宣传记录 */
export const publicityRecord = z.object({
  recordId: id(), announcementId: id().nullable(), title: z.string().nullable(), areaId: id(), placeName: z.string(), way: publicityWay, at: instant(), /** 户, 人 or 张, by the way */ reached: n.nullable(),
  people: z.string().nullable(), note: z.string().nullable(), byName: z.string().nullable(), undoneAt: instant().nullable(), takenDownAt: instant().nullable(), takenDownBy: z.string().nullable(),
  /** 该撤: a poster of what holds no more */ toTakeDown: z.boolean(), mayUndo: z.boolean(),
})
export type PublicityRecord = z.infer<typeof publicityRecord>
export const recordTabs = ['takeDown', 'all'] as const
export const recordTab = z.enum(recordTabs)

export const announcementCard = announcementLine.extend({ placesOf: z.array(tellingPlace), records: z.array(publicityRecord), /** 每天打开次数, newest first */ openedOn: z.array(z.object({ day: day(), n })) })
export type AnnouncementCard = z.infer<typeof announcementCard>

/** What is written of an announcement. */
export const writtenAnnouncement = {
  kind: announcementKind, title: text(60).min(2), body: text(4000).min(2), rumour: text(500).min(2).optional(), source: text(60).min(2), orderNo: text(60).optional(),
  fromOn: day(), toOn: day().optional(), tellBy: instant().optional(), /** Where it is for; nothing: all of one's own. */ areaIds: z.array(id()).max(60).default([]),
}

/** 居民看到的公告, without anybody's name. */
export const residentsAnnouncement = announcement.pick({ announcementId: true, kind: true, title: true, body: true, rumour: true, source: true, orderNo: true, fromOn: true, toOn: true, standing: true, areas: true, withdrawnAt: true, withdrawnReason: true, publishedAt: true })
export type ResidentsAnnouncement = z.infer<typeof residentsAnnouncement>

/** 随身的公告: what is to be read out, and where it has not been told yet. */
export const carriedAnnouncement = announcement.pick({ announcementId: true, kind: true, title: true, body: true, rumour: true, source: true, orderNo: true, toOn: true, tellBy: true }).extend({ places: z.array(namedArea.extend({ told: z.boolean() })) })
export type CarriedAnnouncement = z.infer<typeof carriedAnnouncement>
