/**
 * What somebody typed or pasted as degrees: `365`, `36.5`, `36。5`, `３６．５` and `36.5℃` are all 36.5;
 * undefined when it is not a number yet. A second decimal is never rounded away.
 */
export function readDegrees(typed: string): number | undefined {
  const text = typed.normalize('NFKC').replace(/\s*(°\s*c?|度|c)\s*$/i, '').trim().replace(/[。,·]/g, '.')
  const dotted = /^\d{3}$/.test(text) ? `${text.slice(0, 2)}.${text.slice(2)}` : text
  if (!/^\d{1,2}(\.\d?)?$/.test(dotted)) return undefined
  return Number(dotted)
}
