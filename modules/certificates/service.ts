import { scopeOf, type Ctx, type Scope } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { readKey, toPage } from '../../kernel/page.ts'
import { areaById } from '../territory/service.ts'
import type { certificatesApi } from './contract.ts'
import { askForCertificate, draftCertificate, referElsewhere } from './service/asking.ts'
import { approveCertificate, refuseCertificate, takeBackCertificate, voidCertificate } from './service/deciding.ts'
import { certificateItemVersions, certificateLists, publicCertificateList, saveCertificateItem, stopCertificateItem } from './service/lists.ts'
import { certificateListPaper, certificatePaper, downloadCertificate, sealRegisterPaper } from './service/papers.ts'
import { cardOf, toLine, whoOf } from './service/reading.ts'
import * as store from './store.ts'

/** 今日待办: what others asked for and whoever looks may approve. */
export const certificatesWaiting = (ctx: Ctx, limit: number) => store.waitingIn(ctx.sql, ctx.actor.scope, whoOf(ctx).accountId, limit)

const rangeOf = async (ctx: Ctx, areaId: string | undefined): Promise<Scope> => (areaId === undefined ? ctx.actor.scope : scopeOf((await areaById(ctx, areaId)).areaPath))

export const certificatesService: Service<typeof certificatesApi, Ctx> = {
  async listCertificates(ctx, { areaId, after, limit, by, ...cut }) {
    const rows = await store.listRows(ctx.sql, { ...cut, text: cut.text, range: await rangeOf(ctx, areaId), notBy: by ? whoOf(ctx).accountId : undefined, after: readKey(after, 2) as [string, string] | undefined, limit })
    const page = toPage(rows, limit, (row) => [row.askedAt, row.certificateId])
    return { ...page, items: page.items.map(toLine) }
  },
  async certificateFigures(ctx, { areaId, code, month }) {
    const range = await rangeOf(ctx, areaId)
    return {
      tabs: await store.countTabs(ctx.sql, { range, code, month }),
      byMonth: await store.countMonths(ctx.sql, { range, code }), byItem: await store.countItems(ctx.sql, { range, month }),
    }
  },
  certificateLists, certificateItemVersions, saveCertificateItem, stopCertificateItem, publicCertificateList, certificateListPaper, sealRegisterPaper,
  draftCertificate, askForCertificate, referElsewhere,
  getCertificate: (ctx, { certificateId }) => cardOf(ctx, certificateId),
  approveCertificate, refuseCertificate, takeBackCertificate, voidCertificate, certificatePaper, downloadCertificate,
  verifyCertificate: (ctx, { code }) => store.verify(ctx.sql, ctx.vault.index('token', code), ctx.today),
}
