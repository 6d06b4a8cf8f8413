/** 段落: as typed, without empty lines. */
export const paragraphsOf = (body: string): string[] => body.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')

/** A voice loses its breath in a long piece (some browsers stop after fifteen seconds): sentences, put together to so many characters. */
const BREATH = 80
export function spokenPieces(parts: readonly string[]): string[] {
  const sentences = parts.flatMap((part) => part.split(/(?<=[。!?;;!?])/)).map((one) => one.trim()).filter((one) => one !== '')
  return sentences.reduce<string[]>((pieces, one) => {
    const last = pieces.at(-1)
    return last !== undefined && last.length + one.length <= BREATH ? [...pieces.slice(0, -1), last + one] : [...pieces, one]
  }, [])
}

/** The Chinese voice of this browser, its own before one over the network; undefined where there is none. */
export const chineseVoice = <V extends { lang: string; localService: boolean }>(voices: readonly V[]): V | undefined =>
  voices.filter(({ lang }) => /^(zh|cmn)([-_](CN|Hans.*))?$/i.test(lang)).toSorted((a, b) => Number(b.localService) - Number(a.localService))[0]
