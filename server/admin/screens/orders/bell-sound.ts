const kept = 'khach-quen.order-sound'
let audio: AudioContext | undefined

export const isBellOn = () => localStorage.getItem(kept) !== 'off'
export const setBell = (on: boolean) => localStorage.setItem(kept, on ? 'on' : 'off')

/** Browsers let a page be heard once somebody has touched it; before that nothing is made that they would complain of. */
export function readyBell() {
  audio ??= new AudioContext()
  if (audio.state === 'suspended') void audio.resume()
}

/** Two short tones, a fifth apart. */
export function ringBell() {
  if (!audio || !isBellOn()) return
  for (const [hertz, after] of [
    [659, 0],
    [988, 0.18],
  ] as const)
    tone(audio, hertz, audio.currentTime + after)
}

function tone(context: AudioContext, hertz: number, at: number) {
  const oscillator = context.createOscillator()
  const loudness = context.createGain()
  oscillator.frequency.value = hertz
  loudness.gain.setValueAtTime(0.25, at)
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.35)
  oscillator.connect(loudness).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + 0.4)
}
