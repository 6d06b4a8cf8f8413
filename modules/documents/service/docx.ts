import { MalformedFileError, MimeType, MissingCloseDelimiterError, MissingStartDelimiterError, TemplateHandler, UnclosedTagError, UnidentifiedFileTypeError, UnopenedTagError, UnsupportedFileTypeError, Zip, type Tag, type TemplateData } from 'easy-template-x'
import QRCode from 'qrcode'
import type { Contents, Paper, Placeholder, TemplateProblem } from '../contract.ts'
import { paperOf, problemsOf } from '../rules.ts'

const handler = new TemplateHandler({ skipEmptyTags: false })
const QR_PIXELS = 88

/** Level M survives a fold in the paper. */
export const qrPicture = (text: string): Promise<Buffer> => QRCode.toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: 1, scale: 3 })

const asPicture = async (text: string, altText: string) => ({ _type: 'image', source: await qrPicture(text), format: MimeType.Png, width: QR_PIXELS, height: QR_PIXELS, altText })

/** Contents as easy-template-x takes them; what nobody filled in is empty, not the placeholder again. */
async function dataOf(placeholders: readonly Placeholder[], contents: Contents): Promise<TemplateData> {
  const data: Record<string, unknown> = {}
  for (const one of placeholders) {
    const value = contents[one.name]
    if (one.rows) data[one.name] = await Promise.all((Array.isArray(value) ? value : []).map((row) => dataOf(one.rows ?? [], row)))
    else if (one.picture && typeof value === 'string' && value !== '') data[one.name] = await asPicture(value, one.name)
    else data[one.name] = typeof value === 'string' ? value : ''
  }
  return data as TemplateData
}

export const fillDocx = async (template: Buffer, placeholders: readonly Placeholder[], contents: Contents): Promise<Buffer> =>
  handler.process(template, await dataOf(placeholders, contents))

const DOCUMENT = 'word/document.xml'
export const documentXml = async (zip: Zip): Promise<string> => (await zip.getFile(DOCUMENT)?.getContentText()) ?? ''

/** Pictures of a file by their relation, as data addresses. */
async function picturesOf(zip: Zip): Promise<Map<string, string>> {
  const relations = (await zip.getFile('word/_rels/document.xml.rels')?.getContentText()) ?? ''
  const found = new Map<string, string>()
  for (const begun of relations.split('<Relationship ').slice(1)) {
    const tag = begun.slice(0, begun.indexOf('>'))
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    const target = of('Target').replace(/^\//, '')
    const extension = /\.(png|jpe?g|gif)$/i.exec(target)?.[1]?.toLowerCase()
    const file = extension && zip.getFile(target.startsWith('word/') ? target : `word/${target}`)
    if (file) found.set(of('Id'), `data:image/${extension === 'jpg' ? 'jpeg' : extension};base64,${(await file.getContentBinary(Buffer)).toString('base64')}`)
  }
  return found
}

export async function paperOfDocx(file: Buffer): Promise<Paper> {
  const zip = await Zip.load(file)
  const pictures = await picturesOf(zip)
  return paperOf(await documentXml(zip), (relationId) => pictures.get(relationId))
}

/** What is wrong with a .docx as a template, in words of the page; it is also filled once, so that a good one is known to work. */
export async function checkDocx(file: Buffer, placeholders: readonly Placeholder[], sample: Contents): Promise<TemplateProblem[]> {
  const tags = await handler.parseTags(file).catch((error: Error) => error)
  if (tags instanceof Error) return [problemIn(tags)]
  const problems = [...problemsOf(tags.map((tag) => ({ name: tag.name })), placeholders, 'docx'), ...unpaired(tags)]
  if (problems.length > 0) return problems
  return fillDocx(file, placeholders, sample).then(() => [], (error: Error) => [problemIn(error)])
}

/** Repeated parts that begin without an end, or end without a beginning. */
function unpaired(tags: readonly Tag[]): TemplateProblem[] {
  const count = (name: string, disposition: string) => tags.filter((tag) => tag.name === name && tag.disposition === disposition).length
  return [...new Set(tags.map((tag) => tag.name))].flatMap((name): TemplateProblem[] => {
    const [opens, closes] = [count(name, 'Open'), count(name, 'Close')]
    return opens > closes ? [{ id: 'notClosed', params: { name } }] : closes > opens ? [{ id: 'notOpened', params: { name } }] : []
  })
}

function problemIn(error: Error): TemplateProblem {
  if (error instanceof UnclosedTagError) return { id: 'notClosed', params: { name: error.tagName } }
  if (error instanceof UnopenedTagError) return { id: 'notOpened', params: { name: error.tagName } }
  if (error instanceof MissingCloseDelimiterError || error instanceof MissingStartDelimiterError) return { id: 'broken', params: { where: error.message.slice(0, 120) } }
  if (error instanceof MalformedFileError || error instanceof UnidentifiedFileTypeError || error instanceof UnsupportedFileTypeError) return { id: 'notAnOfficeFile', params: {} }
  return { id: 'broken', params: { where: error.message.slice(0, 120) } }
}
