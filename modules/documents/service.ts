import type { Ctx } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { refuse } from '../../kernel/errors.ts'
import { readKey, toPage } from '../../kernel/page.ts'
import { recordTimeline } from '../people/service.ts'
import { documentsErrors, type documentsApi } from './contract.ts'
import { downloadBatch, downloadEach, getBatch, issueDocuments, todayOf } from './service/issuing.ts'
import { downloadLedger, getLedger } from './service/ledgers.ts'
import { declareFigures, downloadWorkReport, getWorkReport, issueWorkReport, listDeclaredFigures } from './service/report.ts'
import { downloadSample, downloadTemplate, getTemplate, listTemplates, uploadTemplate, useTemplate } from './service/templates.ts'
import * as store from './store.ts'

export { officeOf, oneDocx, onePaper } from './service/one.ts'
export { qrPicture } from './service/docx.ts'
export { contentTypes } from './service/templates.ts'
export { codeOf, takeNumber } from './service/numbers.ts'
export { certificateCodes, certificateUrl, issueCertificates, voidCertificates, type CertificateFacts, type Issued } from './service/certificates.ts'

export const documentsService: Service<typeof documentsApi, Ctx> = {
  listTemplates, getTemplate, uploadTemplate, useTemplate, downloadTemplate, downloadSample,
  documentsDue: async (ctx) => ({ counts: await store.countSelected(ctx.sql, ctx.actor.scope, todayOf(ctx)) }),
  issueDocuments, getBatch, downloadBatch, downloadEach,
  async listNotices(ctx, { after, limit, ...filter }) {
    const rows = await store.listNotices(ctx.sql, { text: filter.text, kind: filter.kind, episodeId: filter.episodeId, today: ctx.today, after: readKey(after, 2) as [string, string] | undefined, limit })
    return toPage(rows, limit, (row) => [row.issuedOn, row.noticeId])
  },
  async withdrawNotice(ctx, { noticeId, reason }) {
    const notice = await store.lockNotice(ctx.sql, noticeId)
    if (notice.withdrawnAt) throw refuse(documentsErrors.withdrawn, { number: notice.number })
    await store.withdraw(ctx.sql, noticeId, ctx.now, ctx.actor.kind === 'staff' ? ctx.actor.name : null, reason)
    await recordTimeline(ctx, { kind: 'documents.withdrawn', areaPath: notice.areaPath, personId: notice.personId, ...(notice.episodeId === null ? {} : { episodeId: notice.episodeId }), params: { number: notice.number, reason } })
    return {}
  },
  verifyNotice: (ctx, { code }) => store.verify(ctx.sql, ctx.vault.index('token', code), ctx.today),
  getLedger, downloadLedger,
  getWorkReport, issueWorkReport, downloadWorkReport, declareFigures, listDeclaredFigures,
}
