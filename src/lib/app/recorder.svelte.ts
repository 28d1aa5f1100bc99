import { RECORDING_MAX_BYTES, RECORDING_MAX_SECONDS } from '#lib/domain/ideas/recording.ts';

/** A spoken note. */
export interface Spoken {
  readonly blob: Blob;
  readonly seconds: number;
}

/** Why nothing could be recorded, or why it ended before its time. */
export type RecorderFault = 'denied' | 'no-microphone' | 'unsupported' | 'failed';

// Opus first, since it says most in least; Safari has AAC in MP4.
const TYPES = ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/ogg'];
const BITS_PER_SECOND = 28_000;
const CHUNK_MS = 1000;
const CHUNKS_PER_DRAFT = 5;
// A browser may spend more bits than it was asked to.
const STOP_AT_BYTES = RECORDING_MAX_BYTES - 60_000;

/** The first kind of sound that this browser can record, or undefined. */
export const pickSoundType = (isSupported: (type: string) => boolean): string | undefined => TYPES.find(isSupported);

/**
 * Records a spoken note of at most three minutes.
 *
 * `keep` is given what has been said every few seconds, so that little is lost if the browser dies,
 * and the whole when it ends.
 */
export class Recorder {
  state = $state<'idle' | 'asking' | 'recording'>('idle');
  /** Seconds recorded so far. */
  seconds = $state(0);
  fault = $state<RecorderFault | undefined>();

  readonly #keep: (spoken: Spoken) => void;
  #recorder: MediaRecorder | undefined;
  #ended: Promise<void> | undefined;
  #isCancelled = false;

  constructor(keep: (spoken: Spoken) => void) {
    this.#keep = keep;
  }

  async start(): Promise<void> {
    if (this.state !== 'idle') return;
    this.fault = undefined;
    const type =
      typeof MediaRecorder === 'undefined' || navigator.mediaDevices === undefined
        ? undefined
        : pickSoundType((each) => MediaRecorder.isTypeSupported(each));
    if (type === undefined) {
      this.fault = 'unsupported';
      return;
    }
    this.state = 'asking';
    this.#isCancelled = false;
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true }
      });
    } catch (error) {
      this.state = 'idle';
      this.fault = faultOf(error);
      return;
    }
    if (this.#isCancelled) {
      release(stream);
      this.state = 'idle';
      return;
    }
    this.#record(stream, type);
  }

  /** Ends the recording and keeps it; resolves when it has been kept. */
  async stop(): Promise<void> {
    this.#isCancelled = true;
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
    await this.#ended;
  }

  #record(stream: MediaStream, type: string): void {
    const chunks: Blob[] = [];
    const startedAt = performance.now();
    const elapsed = () => Math.min(RECORDING_MAX_SECONDS, (performance.now() - startedAt) / 1000);
    const spoken = (): Spoken => ({
      blob: new Blob(chunks, { type: type.split(';')[0]! }),
      seconds: Math.round(elapsed())
    });
    const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS_PER_SECOND });
    this.#recorder = recorder;
    this.seconds = 0;
    this.state = 'recording';
    const clock = setInterval(() => {
      this.seconds = Math.floor(elapsed());
      if (elapsed() >= RECORDING_MAX_SECONDS && recorder.state === 'recording') recorder.stop();
    }, 200);
    let size = 0;
    recorder.ondataavailable = ({ data }) => {
      if (data.size === 0 || size + data.size > RECORDING_MAX_BYTES) return;
      chunks.push(data);
      size += data.size;
      if (size >= STOP_AT_BYTES && recorder.state === 'recording') recorder.stop();
      else if (recorder.state === 'recording' && chunks.length % CHUNKS_PER_DRAFT === 0) this.#keep(spoken());
    };
    recorder.onerror = () => {
      this.fault = 'failed';
    };
    this.#ended = new Promise((resolve) => {
      // Also when the system takes the microphone away, as for a phone call.
      recorder.onstop = () => {
        clearInterval(clock);
        release(stream);
        this.#recorder = undefined;
        this.state = 'idle';
        if (size > 0) this.#keep(spoken());
        else this.fault ??= 'failed';
        resolve();
      };
    });
    recorder.start(CHUNK_MS);
  }
}

const release = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

function faultOf(error: unknown): RecorderFault {
  const name = (error as { name?: unknown }).name;
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'NotReadableError' ? 'no-microphone' : 'failed';
}
