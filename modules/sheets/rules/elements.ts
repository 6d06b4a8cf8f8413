/**
 * Calls back for every complete element of that name in a piece of an office file's XML, none inside another of the same name; answers where the first
 * incomplete one begins, or the text's end. By searching and never by a pattern: what a pattern may try again from every `<` takes minutes for a file of a megabyte.
 */
export function eachElement(xml: string, name: string, found: (tag: string, inner: string, from: number, to: number) => void): number {
  const begin = `<${name}`
  const end = `</${name}>`
  let at = 0
  for (;;) {
    const from = xml.indexOf(begin, at)
    if (from < 0) return beginningAtEnd(xml, at)
    if (!' >/\t\r\n'.includes(xml[from + begin.length] ?? ' ')) {
      at = from + begin.length
      continue
    }
    const open = xml.indexOf('>', from)
    if (open < 0) return from
    const selfClosed = xml[open - 1] === '/'
    const close = selfClosed ? open + 1 : xml.indexOf(end, open)
    if (close < 0) return from
    at = selfClosed ? close : close + end.length
    found(xml.slice(from, open), selfClosed ? '' : xml.slice(open + 1, close), from, at)
  }
}

/** The beginning of a tag may be all there is of it yet. */
const beginningAtEnd = (xml: string, at: number): number => {
  const last = xml.lastIndexOf('<')
  return last >= at ? last : xml.length
}

export const attribute = (tag: string, name: string): string | undefined => {
  const at = tag.indexOf(` ${name}="`)
  if (at < 0) return undefined
  const from = at + name.length + 3
  return tag.slice(from, tag.indexOf('"', from))
}
