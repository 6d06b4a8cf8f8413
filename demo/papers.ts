import { addDays, type Day } from '../kernel/dates.ts'
import { documentsApi } from '../modules/documents/contract.ts'
import type { Life } from './days.ts'

const REPORT_BEFORE = 7

/** The day's papers: a notice for everybody taken in or released; today's are still to be made. A week ago a work report went up. */
export async function writePapers({ town, today }: Life, day: Day): Promise<void> {
  if (day === today) return
  const worker = town.desk('communityWorker')
  const { counts } = await worker.call(documentsApi.documentsDue, {})
  if (counts.startsWithout > 0) await worker.call(documentsApi.issueDocuments, { kind: 'startNotice', all: 'startsWithout' })
  if (counts.releasesWithout > 0) await worker.call(documentsApi.issueDocuments, { kind: 'releaseNotice', all: 'releasesWithout' })
  if (day !== addDays(today, -REPORT_BEFORE)) return
  await worker.call(documentsApi.issueWorkReport, {})
}
