/** An element of an office file's XML. */
export interface XmlNode { name: string; attributes: Record<string, string>; children: (XmlNode | string)[] }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decode = (text: string): string => text.replace(/&(#x?)?(\w+);/g, (whole, number: string | undefined, name: string) =>
  number ? String.fromCodePoint(Number.parseInt(name, number === '#x' ? 16 : 10)) : (ENTITIES[name] ?? whole))

/** In XML text, line breaks as Word writes them; characters XML cannot hold are left out. */
export const escapeXml = (text: string): string => text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
  // eslint-disable-next-line no-control-regex
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** Reads well-formed XML, fast enough for hundreds of documents; comments and instructions are left out. */
export function readXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] }
  const open = [root]
  for (const [, , closing, name, rest, selfClosed, chars] of text.matchAll(/(<!--[\s\S]*?-->|<[?!][^>]*>)|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|([^<]+)/g)) {
    const parent = open.at(-1) ?? root
    if (chars !== undefined) parent.children.push(decode(chars))
    else if (closing) open.pop()
    else if (name) {
      const node: XmlNode = { name, attributes: attributesOf(rest ?? ''), children: [] }
      parent.children.push(node)
      if (!selfClosed) open.push(node)
    }
  }
  return root
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', a, b]) => [name, decode(a ?? b ?? '')]))

export const elements = (node: XmlNode | undefined): XmlNode[] => (node?.children ?? []).filter((child): child is XmlNode => typeof child !== 'string')
/** The first child of that name, down a path of names. */
export const childAt = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((at, name) => elements(at).find((child) => child.name === name), node)
export const allBelow = (node: XmlNode, name: string): XmlNode[] => elements(node).flatMap((child) => (child.name === name ? [child] : allBelow(child, name)))
export const textOf = (node: XmlNode): string => node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
