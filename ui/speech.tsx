import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { chineseVoice, spokenPieces } from '../modules/publicity/rules.ts'
import { useWords } from './words.ts'

const speech = (): SpeechSynthesis | undefined => (typeof speechSynthesis === 'undefined' ? undefined : speechSynthesis)
/** Voices arrive after the page. */
const listen = (listener: () => void) => {
  speech()?.addEventListener?.('voiceschanged', listener)
  return () => speech()?.removeEventListener?.('voiceschanged', listener)
}
const useVoice = (): SpeechSynthesisVoice | undefined => useSyncExternalStore(listen, () => chineseVoice(speech()?.getVoices() ?? []))
/** A little slower than young people speak. */
const RATE = 0.9

/** 读给我听, by the browser's own Chinese voice; not there where it has none: `<ReadAloud parts={[title, body]} />`. */
export function ReadAloud({ parts }: { parts: readonly string[] }): ReactNode {
  const t = useWords()
  const voice = useVoice()
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => () => speech()?.cancel(), [])
  if (!voice) return null
  const stop = () => { speech()?.cancel(); setSpeaking(false) }
  const start = () => {
    speech()?.cancel()
    setSpeaking(true)
    const pieces = spokenPieces(parts)
    for (const [i, piece] of pieces.entries()) {
      const said = Object.assign(new SpeechSynthesisUtterance(piece), { voice, lang: voice.lang, rate: RATE })
      if (i === pieces.length - 1) said.onend = () => setSpeaking(false)
      said.onerror = () => setSpeaking(false)
      speech()?.speak(said)
    }
  }
  return <button type="button" className="plain-button" aria-pressed={speaking} onClick={speaking ? stop : start}>{t(speaking ? 'publicity.own.stop' : 'publicity.own.read')}</button>
}
