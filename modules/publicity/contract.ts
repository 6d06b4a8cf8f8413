import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { declareErrors } from '../../kernel/errors.ts'
import { day, id, instant, reason, text } from '../../kernel/fields.ts'
import { orderBy, pageInput, pageOf } from '../../kernel/page.ts'
import { announcementCard, announcementKind, announcementLine, announcementStandings, announcementTab, publicityRecord, publicityWay, recordTab, residentsAnnouncement, writtenAnnouncement } from './contract/views.ts'

export * from './contract/views.ts'

export const publicityErrors = declareErrors('publicity', {
  /** Of another office: theirs to change. */
  notYours: { status: 409, params: z.object({ office: z.string() }) },
  notInState: { status: 409, params: z.object({ standing: z.enum(announcementStandings) }) },
  endsBefore: { status: 422 },
  rumourNeeded: { status: 422 },
  /** Somebody was told of it or has read it; it is withdrawn with a reason then. */
  alreadyTold: { status: 409 },
  reachedNeeded: { status: 422, params: z.object({ way: publicityWay }) },
  notTheDay: { status: 409 },
  notAPoster: { status: 409 },
})
const errors = publicityErrors

const view = { permission: 'publicity.view' } as const
const issue = { permission: 'publicity.issue' } as const
const record = { permission: 'publicity.record' } as const
const one = z.object({ announcementId: id() })
const aRecord = z.object({ recordId: id() })
const n = z.number().int()
const onOne = { act: 'change' as const, subjects: (i: { announcementId: string }) => [i.announcementId] }
const onRecord = { act: 'change' as const, subjects: (i: { recordId: string }) => [i.recordId] }
const writing = [errors.endsBefore, errors.rumourNeeded]
const changing = [errors.notYours, errors.notInState]

/** A code of the community with the address it says. */
const code = z.object({ url: z.string(), qrSvg: z.string() })

export const publicityApi = {
  listAnnouncements: query({
    path: '/publicity/announcements', access: view, summary: '公告: the own ones, those from above and those below, with how far each was passed on',
    input: z.object({ tab: announcementTab.default('inForce'), kind: announcementKind.optional(), text: text(40).optional(), order: orderBy('title', 'published').optional(), ...pageInput }), output: pageOf(announcementLine),
  }),
  announcementCounts: query({ path: '/publicity/counts', access: view, summary: '公告数 by tab, and posters to take down', input: z.object({ kind: announcementKind.optional() }), output: z.object({ toTell: n, inForce: n, draft: n, over: n, all: n, /** 该撤的海报 */ takeDown: n }) }),
  getAnnouncement: query({ path: '/publicity/announcements/:announcementId', access: view, summary: '公告卡: where it was told, by whom and how, and how often residents opened it', input: one, output: announcementCard }),
  createAnnouncement: command({ path: '/publicity/announcements', access: issue, summary: '起草公告', input: z.object(writtenAnnouncement), output: announcementCard, errors: writing, audit: { act: 'change', subjects: (_, o) => [o.announcementId] } }),
  editAnnouncement: command({ path: '/publicity/announcements/:announcementId/edit', access: issue, summary: '改草稿; what is published is withdrawn and said anew', input: one.extend(writtenAnnouncement), output: announcementCard, errors: [...writing, ...changing], audit: onOne }),
  removeAnnouncement: command({ path: '/publicity/announcements/:announcementId/remove', access: issue, summary: '删草稿', input: one, output: z.object({}), errors: changing, audit: onOne }),
  publishAnnouncement: command({ path: '/publicity/announcements/:announcementId/publish', access: issue, summary: '发布: at once with everybody it is for', input: one, output: announcementCard, errors: changing, audit: onOne }),
  takeBackAnnouncement: command({ path: '/publicity/announcements/:announcementId/take-back', access: issue, summary: '收回发布: a draft again, as long as nobody was told of it', input: one, output: announcementCard, errors: [...changing, errors.alreadyTold], audit: onOne }),
  withdrawAnnouncement: command({ path: '/publicity/announcements/:announcementId/withdraw', access: issue, summary: '撤回公告, with the reason, which residents see', input: one.extend({ reason: reason() }), output: announcementCard, errors: changing, audit: { ...onOne, reason: (i) => i.reason } }),
  restoreAnnouncement: command({ path: '/publicity/announcements/:announcementId/restore', access: issue, summary: '恢复撤回的公告', input: one, output: announcementCard, errors: changing, audit: onOne }),

  recordPublicity: command({
    path: '/publicity/records', access: record, summary: '登记宣传: how, where and how many; of an announcement or of none',
    input: z.object({ /** Made by the phone, so that it can take it back. */ recordId: id().optional(), announcementId: id().optional(), areaId: id(), way: publicityWay, at: instant().optional(), /** 户, 人 or 张 */ reached: n.min(1).max(100_000).optional(), people: text(60).optional(), note: text(300).optional() }),
    output: publicityRecord, errors: [errors.reachedNeeded], audit: { act: 'change', subjects: (i, o) => [o.recordId, i.areaId] },
  }),
  undoPublicity: command({ path: '/publicity/records/:recordId/undo', access: record, summary: '撤销宣传记录, on the day it was written', input: aRecord, output: publicityRecord, errors: [errors.notTheDay], audit: onRecord }),
  listPublicity: query({
    path: '/publicity/records', access: view, summary: '宣传记录; 该撤的海报', input: z.object({ tab: recordTab.default('all'), from: day().optional(), to: day().optional(), way: publicityWay.optional(), areaId: id().optional(), order: orderBy('at').optional(), ...pageInput }), output: pageOf(publicityRecord),
  }),
  getPublicity: query({ path: '/publicity/records/:recordId', access: view, summary: '宣传记录卡', input: aRecord, output: publicityRecord }),
  takeDownPoster: command({ path: '/publicity/records/:recordId/take-down', access: record, summary: '海报已撤', input: aRecord, output: publicityRecord, errors: [errors.notAPoster], audit: onRecord }),
  putUpAgain: command({ path: '/publicity/records/:recordId/put-up', access: record, summary: '海报还在: it was not taken down after all', input: aRecord, output: publicityRecord, errors: [errors.notAPoster], audit: onRecord }),

  announcementPoster: query({ path: '/publicity/announcements/:announcementId/poster', access: view, summary: '公告海报 (A4), with the code of the place', input: one.extend({ areaId: id().optional() }), output: announcementLine.pick({ announcementId: true, kind: true, title: true, body: true, rumour: true, source: true, orderNo: true, fromOn: true, toOn: true, standing: true, publishedAt: true }).extend({ placeName: z.string(), /** Null where the place has no code yet. */ code: code.nullable() }) }),
  noticeBoard: query({ path: '/publicity/board', access: view, summary: '公告栏 (A4): everything that holds now, on one sheet', input: z.object({ areaId: id() }), output: z.object({ placeName: z.string(), items: z.array(residentsAnnouncement), code: code.nullable() }) }),

  residentsAnnouncements: query({ path: '/my/announcements', access: 'link', summary: '居民看公告: what holds at this door, and what holds no more', input: z.object({}), output: z.object({ items: z.array(residentsAnnouncement) }) }),
  openAnnouncement: command({ path: '/my/announcements/:announcementId/open', access: 'link', summary: '居民打开公告: counted as a number, nobody knows who', input: one, output: z.object({}), audit: { act: 'change', anonymous: true } }),
}
