/** Three notes, twice: Hz, and when, s. */
const NOTES = [
  [659, 0],
  [784, 0.22],
  [988, 0.44],
  [659, 1.2],
  [784, 1.42],
  [988, 1.64]
] as const;
const LASTS = 0.7;

let context: AudioContext | undefined;

/** To be called in a press: a browser that has not been pressed makes no sound. */
export function prepareChime(): void {
  context ??= new AudioContext();
  void context.resume();
}

/** Sounds as a small bell; nothing where the device has no sound. */
export function ring(): void {
  prepareChime();
  const audio = context!;
  for (const [pitch, after] of NOTES) {
    const from = audio.currentTime + after;
    const note = audio.createOscillator();
    const loudness = audio.createGain();
    note.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, from);
    loudness.gain.exponentialRampToValueAtTime(0.4, from + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + LASTS);
    note.connect(loudness).connect(audio.destination);
    note.start(from);
    note.stop(from + LASTS);
  }
}
