import { scopeOf, type Ctx } from '../../../kernel/ctx.ts'
import { addDays, dayOf, instantAt } from '../../../kernel/dates.ts'
import type { FileReply, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { refuse } from '../../../kernel/errors.ts'
import type { PolicyDocument } from '../../policies/contract.ts'
import { policyInForce } from '../../policies/service.ts'
import type { DailyReport } from '../../reporting/contract.ts'
import { communityReportOf, mustBeOwnOffice } from '../../reporting/service.ts'
import { careAsOf } from '../../care/service.ts'
import { suppliesAsOf } from '../../supplies/service.ts'
import { businessesAsOf } from '../../resumption/service.ts'
import { divisionName } from '../../territory/divisions.ts'
import { areaById, divisions } from '../../territory/service.ts'
import { documentsErrors, type DeclaredIndicator, type documentsApi, type ReportFigure } from '../contract.ts'
import { kinds } from '../data.ts'
import { businessesAddUp, longDay, pageBehind, reportContents, reportFigures, shortProvince, type Counted, type ReportClass, type ReportFacts } from '../rules.ts'
import * as store from '../store.ts'
import { zh } from '../words.zh.ts'
import { fillDocx, paperOfDocx } from './docx.ts'
import { contentTypes, templateFor } from './templates.ts'

type Input<K extends keyof typeof documentsApi> = ParsedInputOf<(typeof documentsApi)[K]>

/** So many provinces are named, as report 1 does. */
const NAMED_PROVINCES = 6

/** What the order says is done with a class where nothing else is known of somebody. */
const saysOf = (document: PolicyDocument, originClass: string): string =>
  document.rules.find(({ when }) => when.origin?.includes(originClass) && when.contact === undefined && when.symptom === undefined)?.says.zh ?? ''

async function classesOf(ctx: Ctx, report: DailyReport, areaPath: string, document: PolicyDocument): Promise<ReportClass[]> {
  const scope = scopeOf(areaPath)
  const from = await store.provinces(ctx.sql, scope, report.asOf)
  const sites = await store.sites(ctx.sql, scope, report.asOf)
  return report.classes.map(({ id, name }) => ({
    id, name: name.zh, says: saysOf(document, id), sites: sites.filter((one) => one.originClass === id).map((one) => one.site),
    provinces: from.filter((one) => one.originClass === id).slice(0, NAMED_PROVINCES).map((one) => shortProvince(divisionName(divisions(), one.province))),
  }))
}

/** Once requests and businesses are kept here they are counted; a figure somebody declared before that stands until then. */
async function countedOf(ctx: Ctx, areaPath: string, asOf: string): Promise<Map<DeclaredIndicator, Counted>> {
  return new Map([...(await migrantsOf(ctx, areaPath, asOf)), ...(await businessesOf(ctx, areaPath, asOf))])
}

async function migrantsOf(ctx: Ctx, areaPath: string, asOf: string): Promise<[DeclaredIndicator, Counted][]> {
  const rows = await store.migrants(ctx.sql, scopeOf(areaPath), asOf)
  if (rows.length === 0) return []
  const provinces = rows.flatMap(({ province, persons }) => (province && persons > 0 ? [shortProvince(divisionName(divisions(), province))] : [])).slice(0, NAMED_PROVINCES)
  return [['migrantWork', { value: rows.reduce((n, { persons }) => n + persons, 0), detail: provinces.join('、'), source: { from: 'exits' } }]]
}

/** So many trades are named, as report 1 does: 餐饮、足浴、烧烤. */
const NAMED_TRADES = 3
async function businessesOf(ctx: Ctx, areaPath: string, asOf: string): Promise<[DeclaredIndicator, Counted][]> {
  const all = await businessesAsOf(ctx, areaPath, asOf)
  if (!all) return []
  const figure = (of: 'enterprises' | 'soleTraders' | 'resumed' | 'notResumed'): Counted => ({ value: all[of], source: { from: 'businesses', of } })
  return [['enterprises', figure('enterprises')], ['soleTraders', figure('soleTraders')], ['resumed', figure('resumed')], ['notResumed', { ...figure('notResumed'), detail: all.idleTrades.slice(0, NAMED_TRADES).join('、') || '无' }]]
}

/** 志愿服务: the seven days up to then. */
async function servedOf(ctx: Ctx, areaPath: string, asOf: string): Promise<ReportFacts['served']> {
  const since = instantAt(addDays(dayOf(asOf), -6), '00:00')
  const units = await store.served(ctx.sql, scopeOf(areaPath), since, asOf)
  return units.length > 0 ? { since, units } : undefined
}

interface Written { facts: ReportFacts; figures: ReportFigure[]; officeId: string; areaPath: string; former: Awaited<ReturnType<typeof store.formerReport>> }

/** The report of a community as of a day, from the daily report’s figures and what was declared. */
async function write(ctx: Ctx, which: Input<'getWorkReport'>): Promise<Written> {
  const report = await communityReportOf(ctx, which)
  const area = await areaById(ctx, report.areaId)
  const { document } = await policyInForce(ctx, area.areaPath, report.asOf)
  const declared = new Map((await store.declaredOn(ctx.sql, area.id, report.day)).map((one) => [one.indicator, one]))
  const facts: ReportFacts = {
    areaId: area.id, areaName: area.name, unitName: area.fullName, phone: area.officePhone ?? '', maker: ctx.actor.kind === 'staff' ? ctx.actor.name : '', day: report.day, asOf: report.asOf, orderNo: report.orderNo,
    cells: report.cells, classes: await classesOf(ctx, report, area.areaPath, document), ...(await store.countAreas(ctx.sql, scopeOf(area.areaPath))), declared, counted: await countedOf(ctx, area.areaPath, report.asOf), care: await careAsOf(ctx, area.areaPath, report.asOf), supplies: await suppliesAsOf(ctx, area.id, report.asOf), served: await servedOf(ctx, area.areaPath, report.asOf),
  }
  const former = await store.formerReport(ctx.sql, area.id, report.day)
  const before = former && new Map(former.figures.flatMap((figure) => (figure.value === null ? [] : [[figure.key, figure.value] as const])))
  return { facts, figures: reportFigures(facts, before), officeId: area.id, areaPath: area.areaPath, former }
}

function addressOf(ctx: Ctx, facts: ReportFacts): (figure: ReportFigure) => string {
  const base = ctx.settings.publicUrl.replace(/\/+$/, '')
  return (figure) => {
    const { page, search } = pageBehind(figure, facts)
    const asked = new URLSearchParams(search).toString()
    return `${base}${page}${asked ? `?${asked}` : ''}`
  }
}

export async function getWorkReport(ctx: Ctx, which: Input<'getWorkReport'>) {
  const { facts, figures, officeId, areaPath, former } = await write(ctx, which)
  const template = await templateFor(ctx, areaPath, 'workReport')
  const contents = reportContents(facts, figures, { marked: true, addressOf: addressOf(ctx, facts) })
  const filled = await fillDocx(template, kinds.workReport.placeholders, contents).catch(() => { throw refuse(documentsErrors.templateUnusable, { kind: zh.kinds.workReport }) })
  return {
    areaId: facts.areaId, areaName: facts.areaName, day: facts.day, asOf: facts.asOf, paper: await paperOfDocx(filled), figures, businessesAddUp: businessesAddUp(figures),
    former: former ? { day: former.day, issuedAt: former.issuedAt, accountName: former.accountName } : null, issued: await store.listReports(ctx.sql, officeId),
  }
}

export async function issueWorkReport(ctx: Ctx, which: Input<'issueWorkReport'>) {
  const { facts, figures, officeId, areaPath } = await write(ctx, which)
  const missing = figures.filter((figure) => figure.value === null).length
  if (missing > 0) throw refuse(documentsErrors.notDeclared, { n: missing })
  const reportId = ctx.newId()
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await store.insertReport(ctx.sql, {
    id: reportId, officeId, areaPath, day: facts.day, asOf: facts.asOf, contents: reportContents(facts, figures, { marked: false, addressOf: addressOf(ctx, facts) }), figures,
    at: ctx.now, by: staff?.accountId ?? null, name: staff?.name ?? null,
  })
  return { reportId }
}

export async function downloadWorkReport(ctx: Ctx, { reportId }: Input<'downloadWorkReport'>): Promise<FileReply> {
  const { contents, areaPath, areaName, day } = await store.getReport(ctx.sql, reportId)
  const template = await templateFor(ctx, areaPath, 'workReport')
  const body = await fillDocx(template, kinds.workReport.placeholders, contents).catch(() => { throw refuse(documentsErrors.templateUnusable, { kind: zh.kinds.workReport }) })
  return { filename: `${areaName}疫情防控工作汇报-${longDay(day)}.docx`, contentType: contentTypes.docx, body }
}

export async function declareFigures(ctx: Ctx, { areaId, day, source, figures }: Input<'declareFigures'>) {
  const report = await communityReportOf(ctx, { areaId, day })
  const area = await areaById(ctx, report.areaId)
  await mustBeOwnOffice(ctx, area)
  const staff = ctx.actor.kind === 'staff' ? ctx.actor : undefined
  await store.insertDeclared(ctx.sql, { officeId: area.id, areaPath: area.areaPath, day: report.day, source, at: ctx.now, by: staff?.accountId ?? null, name: staff?.name ?? null },
    figures.map((one) => ({ id: ctx.newId(), indicator: one.indicator, value: one.value, detail: one.detail || null })))
  return {}
}

export async function listDeclaredFigures(ctx: Ctx, { areaId, indicator }: Input<'listDeclaredFigures'>) {
  const report = await communityReportOf(ctx, { areaId })
  return { items: await store.listDeclared(ctx.sql, report.areaId, indicator) }
}
