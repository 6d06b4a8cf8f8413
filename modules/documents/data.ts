import type { Placeholder, TemplateKind } from './contract.ts'
import { communityCertificate, healthCertificate, releaseNotice, startNotice } from './data/notices.ts'
import { workReport } from './data/report.ts'
import { arrivalLedger, healthSheet, managedLedger } from './data/sheets.ts'

export interface KindSpec {
  format: 'docx' | 'xlsx'
  placeholders: readonly Placeholder[]
  /** How its numbers are written; only notices have numbers. */
  number?: string
}

/** 文书种类: what each may say, and how its numbers are written. */
export const kinds: Record<TemplateKind, KindSpec> = {
  startNotice: { format: 'docx', placeholders: startNotice, number: '{office}疫防告〔{year}〕{no}号' },
  releaseNotice: { format: 'docx', placeholders: releaseNotice, number: '{office}疫防解〔{year}〕{no}号' },
  healthSheet: { format: 'docx', placeholders: healthSheet },
  arrivalLedger: { format: 'xlsx', placeholders: arrivalLedger },
  managedLedger: { format: 'xlsx', placeholders: managedLedger },
  workReport: { format: 'docx', placeholders: workReport },
  healthCertificate: { format: 'docx', placeholders: healthCertificate, number: '{office}健证〔{year}〕{no}号' },
  communityCertificate: { format: 'docx', placeholders: communityCertificate },
}
