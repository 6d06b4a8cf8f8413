import { addDays, type Day } from '../kernel/dates.ts'
import { documentsApi } from '../modules/documents/contract.ts'
import type { Life } from './days.ts'

/** Figures of report 1, section (三), that no register derives yet. */
const DECLARED = [
  { indicator: 'enterprises', value: 46 }, { indicator: 'soleTraders', value: 1092 },
  { indicator: 'resumed', value: 1100 }, { indicator: 'notResumed', value: 38, detail: '餐饮、足浴、烧烤' },
] as const
const REPORT_BEFORE = 7

/** The day's papers: a notice for everybody taken in or released; today's are still to be made. A week ago a work report went up. */
export async function writePapers({ town, today }: Life, day: Day): Promise<void> {
  if (day === today) return
  const worker = town.desk('communityWorker')
  const { counts } = await worker.call(documentsApi.documentsDue, {})
  if (counts.startsWithout > 0) await worker.call(documentsApi.issueDocuments, { kind: 'startNotice', all: 'startsWithout' })
  if (counts.releasesWithout > 0) await worker.call(documentsApi.issueDocuments, { kind: 'releaseNotice', all: 'releasesWithout' })
  if (day !== addDays(today, -REPORT_BEFORE)) return
  await worker.call(documentsApi.declareFigures, { source: '社区台账:企业和个体户摸底', figures: [...DECLARED] })
  await worker.call(documentsApi.issueWorkReport, {})
}
