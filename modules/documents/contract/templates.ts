import * as z from 'zod'
import { bothLanguages, id, instant } from '../../../kernel/fields.ts'
import { paper } from './paper.ts'

/** 文书种类 */
export const templateKinds = ['startNotice', 'releaseNotice', 'healthSheet', 'arrivalLedger', 'managedLedger', 'workReport', 'healthCertificate', 'communityCertificate'] as const
export const templateKind = z.enum(templateKinds)
export type TemplateKind = z.infer<typeof templateKind>

/** What is filled in: text by placeholder, or the rows of a repeated part. */
export interface Contents { [placeholder: string]: string | Contents[] }
export const contents: z.ZodType<Contents> = z.record(z.string(), z.union([z.string(), z.lazy(() => z.array(contents))]))

/** 占位符: what a template may say in braces. */
export interface Placeholder {
  /** 姓名 */
  name: string
  about: { zh: string; en: string }
  /** What the sample shows. */
  example: string | Contents[]
  /** A document without it would not be one. */
  required?: true
  /** The text is drawn as a QR code. */
  picture?: true
  /** A repeated part: {#监测}…{/监测} in Word, the repeated row in Excel. */
  rows?: readonly Placeholder[]
}

/** 占位符 as listed on the page. */
export const shownPlaceholder = z.object({
  name: z.string(),
  /** As it is written: {姓名}, {#监测}…{/监测} */
  written: z.string(),
  about: bothLanguages, example: z.string(), required: z.boolean(),
  /** The repeated part it stands in. */
  within: z.string().nullable(),
})

/** What is wrong with an uploaded template; words at `documents.problems.<id>`. */
export const templateProblem = z.object({
  id: z.enum(['notAnOfficeFile', 'oldFormat', 'wrongFormat', 'locked', 'unknown', 'unknownNear', 'missing', 'notClosed', 'notOpened', 'noRepeatedRow', 'broken', 'tooLarge', 'tooFar']),
  params: z.record(z.string(), z.string()),
})
export type TemplateProblem = z.infer<typeof templateProblem>

export const templateVersion = z.object({
  templateId: id(), version: z.number().int(), filename: z.string(), bytes: z.number().int(), inForce: z.boolean(),
  uploadedAt: instant(), uploaderName: z.string().nullable(),
})

/** 现用模板: own, inherited from an office above, or the one that comes with the program. */
export const templateInForce = z.object({
  kind: templateKind,
  format: z.enum(['docx', 'xlsx']),
  origin: z.enum(['own', 'inherited', 'shipped']),
  templateId: id().nullable(),
  version: z.number().int().nullable(),
  filename: z.string(),
  officeName: z.string().nullable(),
  uploadedAt: instant().nullable(),
  uploaderName: z.string().nullable(),
  /** Own versions kept. */
  versions: z.number().int(),
})

export const sample = z.object({ paper, filename: z.string() })
