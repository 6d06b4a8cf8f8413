/** An element of an office file's XML. */
export interface XmlNode { name: string; attributes: Record<string, string>; children: (XmlNode | string)[] }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decode = (text: string): string => text.replace(/&(#x?)?(\w+);/g, (whole, number: string | undefined, name: string) =>
  number ? (letterOf(Number.parseInt(name, number === '#x' ? 16 : 10)) ?? whole) : (ENTITIES[name] ?? whole))
const letterOf = (code: number): string | undefined => (code <= 0x10ffff ? String.fromCodePoint(code) : undefined)

/** In XML text, line breaks as Word writes them; characters XML cannot hold are left out. */
export const escapeXml = (text: string): string => text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
  // eslint-disable-next-line no-control-regex
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/**
 * Reads well-formed XML, fast enough for hundreds of documents; comments and instructions are left out, and what follows a tag without an end. By searching and not
 * by one pattern, which would try again from every `<`: a template of a few kilobytes could hold the house up.
 */
export function readXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] }
  const open = [root]
  for (let at = 0; at < text.length;) {
    const parent = open.at(-1) ?? root
    const next = text.indexOf('<', at)
    if (next !== at) parent.children.push(decode(text.slice(at, next < 0 ? text.length : next)))
    const end = next < 0 ? -1 : endOfTag(text, next)
    if (end < 0) break
    if (text[next + 1] === '/') open.pop()
    else if (!'?!'.includes(text[next + 1] ?? '?')) {
      const selfClosed = text[end - 1] === '/'
      const tag = text.slice(next + 1, selfClosed ? end - 1 : end)
      const name = /^[\w:.-]*/.exec(tag)?.[0] ?? ''
      const node: XmlNode = { name, attributes: attributesOf(tag.slice(name.length)), children: [] }
      parent.children.push(node)
      if (!selfClosed) open.push(node)
    }
    at = end + 1
  }
  return root
}

/** The `>` of the tag, comment or instruction that begins there; one in quotes is none. */
function endOfTag(text: string, from: number): number {
  if (text.startsWith('<!--', from)) {
    const end = text.indexOf('-->', from + 4)
    return end < 0 ? -1 : end + 2
  }
  for (let at = from + 1; at < text.length; at++) {
    const letter = text[at]
    if (letter === '>') return at
    if (letter !== '"' && letter !== "'") continue
    at = text.indexOf(letter, at + 1)
    if (at < 0) return -1
  }
  return -1
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', a, b]) => [name, decode(a ?? b ?? '')]))

export const elements = (node: XmlNode | undefined): XmlNode[] => (node?.children ?? []).filter((child): child is XmlNode => typeof child !== 'string')
/** The first child of that name, down a path of names. */
export const childAt = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((at, name) => elements(at).find((child) => child.name === name), node)
export const allBelow = (node: XmlNode, name: string): XmlNode[] => elements(node).flatMap((child) => (child.name === name ? [child] : allBelow(child, name)))
export const textOf = (node: XmlNode): string => node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
