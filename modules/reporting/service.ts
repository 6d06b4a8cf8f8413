import type { Ctx } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { xlsxType } from '../sheets/service.ts'
import type { reportingApi } from './contract.ts'
import { checkFigures } from './service/checks.ts'
import { figurePeople, listDailyReports, reportParts, reportsOfDay } from './service/lists.ts'
import { computeFigures, dailyReportOf, reportOf } from './service/report.ts'
import { answerReturn, returnDailyReport, withdrawReturn } from './service/returning.ts'
import { addUpAgain, correctDailyReport, sendDailyReport } from './service/sending.ts'
import { settingOf } from './service/setting.ts'
import { workbookOf } from './service/workbook.ts'

export { figuresNow } from './service/now.ts'
export { communityReportOf } from './service/report.ts'
export { mustBeOwnOffice } from './service/setting.ts'
export { communitiesSent, reportDueAt, reportsOwed, reportsReturned, type ReportOwed } from './service/owed.ts'

export const reportingService: Service<typeof reportingApi, Ctx> = {
  getDailyReport: dailyReportOf,
  async reportChecks(ctx, which) {
    const setting = await settingOf(ctx, which)
    return checkFigures(ctx, setting, setting.sent?.figures ?? (await computeFigures(ctx, setting)))
  },
  figurePeople, reportParts, sendDailyReport, correctDailyReport, addUpAgain, returnDailyReport, withdrawReturn, answerReturn, listDailyReports, reportsOfDay,
  async downloadDailyReport(ctx, which) {
    const setting = await settingOf(ctx, which)
    const report = await reportOf(ctx, setting)
    return {
      filename: `${report.areaName}疫情防控日报-${report.day}.xlsx`,
      contentType: xlsxType, body: await workbookOf(report, setting.addedUp?.parts),
    }
  },
}
