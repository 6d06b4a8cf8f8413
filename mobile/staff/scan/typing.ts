const BEGINS = 'WG:'
/** Faster than anybody types. */
const FAST_MS = 80
/** A scanner that sends no line end has said all there is. */
const QUIET_MS = 250
const isOurs = (line: string): boolean => line.toUpperCase().startsWith(BEGINS)

/** 扫码枪: told every key and when, takes the line of a code of ours and says whether the key belongs to it. */
export function scannerKeys(onLine: (text: string) => void): { key: (key: string, at: number) => boolean; end: () => void } {
  let [line, last] = ['', 0]
  const end = () => {
    const text = line
    line = ''
    if (isOurs(text) && text.length > BEGINS.length) onLine(text)
  }
  return {
    end,
    key(key, at) {
      if (key !== 'Enter' && key.length !== 1) return isOurs(line)
      if (at - last > (isOurs(line) ? QUIET_MS : FAST_MS)) line = ''
      last = at
      const taken = isOurs(line)
      if (key === 'Enter') end()
      else line = taken ? line + key : (line + key).slice(-BEGINS.length)
      return taken
    },
  }
}

/** Wherever the focus is: the spaces of a code would press the button that has it, and the rest would lie in a field. */
export function listenForScanner(onLine: (text: string) => void): () => void {
  const keys = scannerKeys(onLine)
  let quiet: ReturnType<typeof setTimeout> | undefined
  const press = (event: KeyboardEvent) => {
    clearTimeout(quiet)
    quiet = setTimeout(keys.end, QUIET_MS)
    if (!keys.key(event.key, event.timeStamp)) return
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('keydown', press, true)
  return () => {
    clearTimeout(quiet)
    document.removeEventListener('keydown', press, true)
  }
}
