import { clockOf, dayOf, type Day } from '../../../kernel/dates.ts'
import type { Contents, Paper } from '../../documents/contract.ts'
import { longDay, paragraphOf as p, tableOf as table, titleOf as title } from '../../documents/rules.ts'
import type { CertificateItem, CertificateLine, NotIssued } from '../contract.ts'

export interface Office { name: string; fullName: string; phone: string | null }

/** 一次性告知单: where to go, with what, and by which rule; it names nobody. */
export const slipPaper = (s: { title: string; says: string; officeTo: string; bring: string; basis: string; office: Office; by: string; on: Day }): Paper => ({
  landscape: false,
  blocks: [
    title('一次性告知单'),
    p(`您要办的“${s.title}”不由社区出具。`, { size: 16, before: 18, indent: 2 }), p(s.says, { size: 16, before: 6, indent: 2 }),
    p('请到', { size: 14, before: 18, font: 'hei' }), p(s.officeTo, { size: 18, bold: true, indent: 2 }),
    p('请带', { size: 14, before: 12, font: 'hei' }), p(s.bring, { size: 16, indent: 2 }),
    p('依据', { size: 14, before: 12, font: 'hei' }), p(s.basis, { size: 12, indent: 2 }),
    p('去处和材料供参考,以办理窗口为准。如果对方仍要社区证明,请把这张单子给他看,或请他打社区电话。', { size: 12, before: 18, indent: 2 }),
    p(s.office.fullName || s.office.name, { align: 'right', before: 30 }), p(longDay(s.on), { align: 'right' }), p(`经办人:${s.by}${s.office.phone ? `    社区电话:${s.office.phone}` : ''}`, { align: 'right', size: 12 }),
  ],
})

/** 用印登记: by number; what is void stays in its place. */
export const registerPaper = (s: { office: string; month: string; rows: readonly CertificateLine[] }): Paper => ({
  landscape: true,
  blocks: [
    title('用印登记簿'), p(`单位:${s.office}    ${Number(s.month.slice(0, 4))}年${Number(s.month.slice(5))}月    共${s.rows.length}件`, { align: 'center', size: 12, before: 4 }),
    table([24, 40, 34, 20, 20, 20, 10, 28, 24], ['编号', '事由', '用途', '申请人', '经办人', '审批人', '份数', '用印时间', '备注'], s.rows.map((r) => [
      r.number ?? '', r.title, r.purpose ?? '', r.name ?? '', r.askerName ?? '', r.deciderName ?? r.askerName ?? '', String(r.copies ?? ''), r.decidedAt ? `${dayOf(r.decidedAt)} ${clockOf(r.decidedAt)}` : '', r.state === 'void' ? `作废:${r.voidReason ?? ''}` : '',
    ])),
    p('用印人(签字):                    负责人(签字):', { size: 12, before: 14 }),
  ],
})

/** 公示 */
export const publicPaper = (s: { office: Office; issued: readonly Pick<CertificateItem, 'name' | 'use' | 'checks' | 'basis' | 'validDays'>[]; notIssued: readonly NotIssued[]; on: Day; qr: string }): Paper => ({
  landscape: false,
  blocks: [
    title('开证明,先看这里'), p(`${s.office.fullName || s.office.name}证明清单公示`, { align: 'center', size: 14 }),
    p('一、社区可以开的(不收费)', { font: 'hei', before: 10 }),
    table([34, 52, 54, 20], ['证明', '用途', '查什么', '有效'], s.issued.map((i) => [i.name, i.use, i.checks.join(';'), i.validDays === null ? '长期' : `${i.validDays}天`])),
    p('二、不应由社区开的,请到这些地方', { font: 'hei', before: 10 }),
    table([40, 66, 54], ['证明', '请到', '请带'], s.notIssued.map((i) => [i.name, i.office, i.bring])),
    p(`依据:${[...new Set(s.notIssued.map((i) => i.basis.replace(/第\d+项$/, '')))].join(';')}。去处和材料供参考,以办理窗口为准。`, { size: 9, before: 6 }),
    { ...p('', { align: 'center', before: 8 }), picture: { src: s.qr, width: 24 } }, p(`扫码看最新清单${s.office.phone ? `    社区电话:${s.office.phone}` : ''}    ${longDay(s.on)}`, { align: 'center', size: 10.5 }),
  ],
})

/** 证明, as the template of the office takes it. */
export const certificateContents = (c: { title: string; body: string; number: string; issuedOn: Day; validTo: Day | null; copies: number; askerName: string | null; deciderName: string | null; url: string; office: Office }): Contents => ({
  编号: c.number, 标题: c.title, 正文: c.body.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => ({ 段落: line })), 社区名称: c.office.name, 单位全称: c.office.fullName || c.office.name, 社区电话: c.office.phone ?? '', 签发日期: longDay(c.issuedOn),
  有效期至: c.validTo ? `有效期至${longDay(c.validTo)}` : '长期有效', 份数: String(c.copies), 经办人: c.askerName ?? '', 批准人: c.deciderName ?? c.askerName ?? '', 二维码: c.url, 核验网址: c.url,
})
