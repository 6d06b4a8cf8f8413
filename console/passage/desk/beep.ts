/** Two notes up for go, one low one for stop: told without looking. Nothing where the browser has no sound. */
export function beep(go: boolean): void {
  if (typeof AudioContext === 'undefined') return
  const context = new AudioContext()
  const notes = go ? [660, 880] : [220]
  for (const [i, hertz] of notes.entries()) {
    const [tone, gain] = [context.createOscillator(), context.createGain()]
    tone.frequency.value = hertz
    gain.gain.value = 0.15
    tone.connect(gain).connect(context.destination)
    tone.start(context.currentTime + i * 0.12)
    tone.stop(context.currentTime + i * 0.12 + (go ? 0.1 : 0.35))
  }
  setTimeout(() => { void context.close() }, 900)
}
