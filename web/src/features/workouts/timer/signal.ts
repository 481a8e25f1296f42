/** Sound and vibration at the end of a rest, as far as the platform allows. */

let audio: AudioContext | null = null;

/** Browsers let a page sound only after a tap: call this in the handler of one. */
export function unlockSound(): void {
  try {
    audio ??= new AudioContext();
    // On iOS: mix with the lifter's music and obey the mute switch.
    const session = (navigator as Navigator & { audioSession?: { type: string } }).audioSession;
    if (session) session.type = "ambient";
    if (audio.state === "suspended") void audio.resume().catch(() => undefined);
  } catch {
    // No sound on this device; the strip still shows that the rest is over.
  }
}

const TONES = [
  { at_s: 0, pitch_hz: 880 },
  { at_s: 0.18, pitch_hz: 880 },
  { at_s: 0.36, pitch_hz: 1174.7 },
];
const TONE_S = 0.14;

export interface SignalChoice {
  readonly sound: boolean;
  readonly vibration: boolean;
}

export function giveSignal({ sound, vibration }: SignalChoice): void {
  if (vibration && "vibrate" in navigator) navigator.vibrate([180, 90, 180, 90, 320]);
  if (!sound || audio?.state !== "running") return;
  for (const { at_s, pitch_hz } of TONES) playTone(audio, audio.currentTime + at_s, pitch_hz);
}

function playTone(context: AudioContext, start_s: number, pitch_hz: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = pitch_hz;
  // A short swell instead of a step, which would click.
  gain.gain.setValueAtTime(0.0001, start_s);
  gain.gain.exponentialRampToValueAtTime(0.5, start_s + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start_s + TONE_S);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start_s);
  oscillator.stop(start_s + TONE_S);
}
