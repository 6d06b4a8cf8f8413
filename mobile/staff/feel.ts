const KEPT = 'wangge.sound'
/** Whether it sounds; kept on the phone. Vibration stays, where the phone has it. */
export const soundOn = (): boolean => { try { return localStorage.getItem(KEPT) !== 'off' } catch { return true } }
export const setSound = (on: boolean): void => { try { localStorage.setItem(KEPT, on ? 'on' : 'off') } catch { /* private window: as it is for this page */ } }

export type Feeling = 'arrived' | 'refused' | 'allow' | 'stop'
/** Tones in hertz, one after the other; a refusal goes down and lasts, so that it is told apart without looking. */
const tones: Record<Feeling, readonly number[]> = { arrived: [880], allow: [660, 990], refused: [440, 330], stop: [392, 262, 196] }
const shakes: Record<Feeling, number[]> = { arrived: [30], allow: [60], refused: [120, 60, 120], stop: [300, 80, 300] }
const TONE_SECONDS = 0.13

let audio: AudioContext | undefined
/** For hands and ears in the sun: a sound and a shake beside the colour and the word. */
export function feel(what: Feeling): void {
  if ('vibrate' in navigator && navigator.userActivation?.hasBeenActive) navigator.vibrate(shakes[what])
  // Browsers let nothing sound before somebody has touched the page.
  if (!soundOn() || !navigator.userActivation?.hasBeenActive) return
  audio ??= new AudioContext()
  const context = audio
  tones[what].forEach((hertz, i) => {
    const [tone, volume] = [context.createOscillator(), context.createGain()]
    const from = context.currentTime + i * TONE_SECONDS
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(0.2, from)
    volume.gain.exponentialRampToValueAtTime(0.001, from + TONE_SECONDS)
    tone.connect(volume).connect(context.destination)
    tone.start(from)
    tone.stop(from + TONE_SECONDS)
  })
}
