/** Searches for a person by name or number, and the open card: not for everybody's eyes. */
const PERSONAL = ['text', 'q', 'open', 'subject']

/** An address without what belongs to one moment (the open card); a shared one without searches for a person either. */
export function kept(query: string, shared: boolean): string {
  const search = new URLSearchParams(query)
  for (const name of shared ? PERSONAL : ['open']) search.delete(name)
  return search.toString()
}
