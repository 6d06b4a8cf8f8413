const KEY = 'wangge.origins'

/** Where people came from lately, by this desk: the next one probably comes from there too. */
export function recentOrigins(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

export function keepOrigin(code: string): void {
  if (!/^\d{6}$/.test(code)) return
  const short = code.replace(/(00)+$/, '')
  try { localStorage.setItem(KEY, JSON.stringify([short, ...recentOrigins().filter((one) => one !== short)].slice(0, 6))) } catch { /* only a convenience */ }
}
