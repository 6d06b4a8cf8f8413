import * as z from 'zod'
import { command, query } from '../../kernel/endpoint.ts'
import { id, instant } from '../../kernel/fields.ts'

export const linkPurpose = z.enum(['declaration', 'personal'])

/** 二维码 / 链接: a link as staff may show and print it. */
export const shownLink = z.object({
  linkId: id(),
  purpose: linkPurpose,
  areaId: id(),
  areaName: z.string(),
  /** Names from the subdistrict down. */
  areaFullName: z.string(),
  /** 社区电话, printed below the code. */
  officePhone: z.string().nullable(),
  /** What the code says; whoever has it may declare for this area. */
  url: z.string(),
  /** 二维码 as an SVG drawing. */
  qrSvg: z.string(),
  /** 邻里协查码: the same area's page for neighbours; null on a personal link. */
  tip: z.object({ url: z.string(), qrSvg: z.string() }).nullable(),
  /** 群众反映码: the same area's page for what residents ask for; null on a personal link. */
  matter: z.object({ url: z.string(), qrSvg: z.string() }).nullable(),
  /** 公告码: the same area's page of what holds now; null on a personal link. */
  news: z.object({ url: z.string(), qrSvg: z.string() }).nullable(),
  /** 志愿者报名码: the same area's page for whoever wants to help; null on a personal link. */
  help: z.object({ url: z.string(), qrSvg: z.string() }).nullable(),
  createdAt: instant(),
  expiresAt: instant().nullable(),
})
export type ShownLink = z.infer<typeof shownLink>

const manage = { permission: 'links.manage' } as const
const care = { permission: 'quarantine.check' } as const

export const linksApi = {
  declarationLink: query({
    path: '/links/declaration/:areaId', access: manage, summary: '申报码: the declaration QR of an area, if it has one',
    input: z.object({ areaId: id() }), output: z.object({ link: shownLink.nullable() }),
  }),
  createDeclarationLink: command({
    path: '/links/declaration/:areaId', access: manage,
    summary: '生成申报码: makes the declaration QR of an area; the one in use stays in use',
    input: z.object({ areaId: id() }), output: shownLink, audit: { act: 'change', subjects: (i) => [i.areaId] },
  }),
  revokeLink: command({
    path: '/links/:linkId/revoke', access: manage, summary: '停用二维码: from now on it opens nothing',
    input: z.object({ linkId: id() }), output: z.object({}), audit: { act: 'change', subjects: (i) => [i.linkId] },
  }),
  personalLink: query({
    path: '/links/personal/:episodeId', access: care, summary: '个人码: the personal page of somebody managed, to show or send again',
    input: z.object({ episodeId: id() }), output: shownLink,
    audit: { act: 'view', subjects: (i) => [i.episodeId] },
  }),
  renewPersonalLink: command({
    path: '/links/personal/:episodeId/renew', access: care, summary: '换个人码: a new personal link, the former one opens nothing',
    input: z.object({ episodeId: id() }), output: shownLink, audit: { act: 'change', subjects: (i) => [i.episodeId] },
  }),
  openLink: query({
    path: '/link', access: 'link', summary: '打开链接: whose page a link opens, before anything is asked',
    input: z.object({}),
    output: z.object({
      purpose: linkPurpose, areaName: z.string(), areaFullName: z.string(), officePhone: z.string().nullable(),
      /** 停止采集: the event is over here; only everyday matters are taken. */
      stopped: z.boolean(),
      /** 6-digit county-level code of the place, so that one's own city stands first in the picker. */
      homeCode: z.string(),
      today: z.string(),
      /** ℃; outside these a reading is a fault of the device, by the order in force. */
      thermometer: z.object({ min: z.number(), max: z.number() }).nullable(),
      /** 小区 / 村组 to choose one's own from. */
      places: z.array(z.object({ areaId: id(), name: z.string() })),
    }),
  }),
}
