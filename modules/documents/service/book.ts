import { Zip } from 'easy-template-x'
import type { Contents, Paper, Placeholder } from '../contract.ts'
import { mouldContents, mouldOf, paperOf, pour, type Mould } from '../rules.ts'
import { documentXml, fillDocx, qrPicture } from './docx.ts'

/** A template made ready for hundreds: its body as a mould, and the file around it. */
export interface Press { template: Buffer; placeholders: readonly Placeholder[]; picture: string | undefined; zip: Zip; before: string; mould: Mould; section: string; after: string; relation: string | undefined; relations: string }

const RELATIONS = 'word/_rels/document.xml.rels'
const pictureName = (placeholders: readonly Placeholder[]) => placeholders.find((one) => one.picture)?.name

export async function openPress(template: Buffer, placeholders: readonly Placeholder[]): Promise<Press> {
  const picture = pictureName(placeholders)
  const filled = await fillDocx(template, placeholders, { ...mouldContents(placeholders), ...(picture ? { [picture]: 'mould' } : {}) })
  const zip = await Zip.load(filled)
  const { before, body, section, after } = inParts(await documentXml(zip))
  return {
    template, placeholders, picture, zip, before, mould: mouldOf(body, placeholders), section, after,
    relations: (await zip.getFile(RELATIONS)?.getContentText()) ?? '',
    // The picture is known by what it is called, not by its place: an office's own template may have a seal or an emblem besides.
    relation: picture ? new RegExp(`descr="${picture}"[\\s\\S]*?r:embed="(\\w+)"`).exec(body)?.[1] : undefined,
  }
}

/** What stands before the body, the body, the page it is printed on (it may say none), and what comes after. */
function inParts(xml: string): { before: string; body: string; section: string; after: string } {
  const bodyAt = xml.indexOf('>', xml.indexOf('<w:body')) + 1
  const end = xml.lastIndexOf('</w:body>')
  const page = xml.lastIndexOf('<w:sectPr', end)
  const sectionAt = page < bodyAt ? end : page
  return { before: xml.slice(0, bodyAt), body: xml.slice(bodyAt, sectionAt), section: xml.slice(sectionAt, end), after: xml.slice(end) }
}

/** The body of one document; a template a mould cannot hold is filled the slow way, without its picture. */
async function bodyOf(press: Press, contents: Contents): Promise<string> {
  const poured = pour(press.mould, contents)
  if (poured !== undefined) return poured
  const filled = await fillDocx(press.template, press.placeholders, { ...contents, ...(press.picture ? { [press.picture]: '' } : {}) })
  return inParts(await documentXml(await Zip.load(filled))).body
}

const dataAddress = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`

/** One document for the screen. */
export async function pressPaper(press: Press, contents: Contents): Promise<Paper> {
  const code = press.picture && contents[press.picture]
  const png = press.relation && typeof code === 'string' && code ? dataAddress(await qrPicture(code)) : undefined
  return paperOf(press.before + (await bodyOf(press, contents)) + press.section + press.after, (relationId) => (relationId === press.relation ? png : undefined))
}

const pause = () => new Promise<void>((resolve) => { setImmediate(resolve) })

/** All of them in one file, each from a new page and counted from its own first; in small steps, so that nobody else has to wait. */
export async function pressBook(press: Press, all: readonly Contents[]): Promise<Buffer> {
  const bodies: string[] = []
  const relations: string[] = []
  let drawings = 0
  for (const [i, contents] of all.entries()) {
    let body = (await bodyOf(press, contents)).replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++drawings}"`)
    const code = press.picture && contents[press.picture]
    if (press.relation && typeof code === 'string' && code) {
      const name = `check${i + 1}`
      press.zip.setFile(`word/media/${name}.png`, await qrPicture(code))
      relations.push(`<Relationship Id="${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${name}.png"/>`)
      body = body.replaceAll(`r:embed="${press.relation}"`, `r:embed="${name}"`)
    }
    bodies.push(i < all.length - 1 ? body + closing(press.section) : body)
    await pause()
  }
  press.zip.setFile(RELATIONS, press.relations.replace('</Relationships>', `${relations.join('')}</Relationships>`))
  if (all.length > 1) await countPagesBySection(press.zip)
  press.zip.setFile('word/document.xml', Buffer.from(press.before + bodies.join('') + press.section + press.after))
  return press.zip.export(Buffer)
}

/** The end of a section is a paragraph; this one is next to nothing high, so that a full page stays one. */
const closing = (section: string): string => `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`

/** 共N页 means this person’s document, not the whole pile. */
async function countPagesBySection(zip: Zip): Promise<void> {
  for (const name of zip.listFiles().filter((path) => /^word\/(footer|header)\d*\.xml$/.test(path))) {
    const text = (await zip.getFile(name)?.getContentText()) ?? ''
    zip.setFile(name, text.replace(/\bNUMPAGES\b/g, 'SECTIONPAGES'))
  }
}
