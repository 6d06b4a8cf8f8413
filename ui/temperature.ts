/** What somebody typed as degrees: `365` and `36.5` and `36。5` are all 36.5; undefined when it is not a number yet. */
export function readDegrees(typed: string): number | undefined {
  const text = typed.trim().replace(/[。,,·]/g, '.')
  const dotted = /^\d{3}$/.test(text) ? `${text.slice(0, 2)}.${text.slice(2)}` : text
  if (!/^\d{1,2}(\.\d?)?$/.test(dotted)) return undefined
  return Number(dotted)
}
