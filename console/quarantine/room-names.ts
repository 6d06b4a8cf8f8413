/** `301-312` or one a line. */
export function roomNames(text: string): string[] {
  return text.split(/[\n,,、\s]+/).filter(Boolean).flatMap((part) => {
    const range = /^(\d+)-(\d+)$/.exec(part)
    if (!range) return [part]
    const [from, to] = [Number(range[1]), Number(range[2])]
    return to < from || to - from > 300 ? [part] : Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
  })
}
