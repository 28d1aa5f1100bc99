import { storage } from './storage.svelte.ts';

/** Chromium's event; the standard knows nothing of it. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** Whether and how the app can be installed here. */
class Install {
  #offer = $state.raw<InstallPromptEvent | null>(null);
  isInstalled = $state(false);
  /** iPhone and iPad: there the person does it, through Share. */
  isApple = $state(false);

  /** Whether the browser lets the app ask. */
  get canAsk(): boolean {
    return this.#offer !== null;
  }

  /** Listens for the browser's offer until the returned function is called. */
  start(): () => void {
    const stopping = new AbortController();
    const { signal } = stopping;
    const standalone = matchMedia('(display-mode: standalone)');
    const apple = navigator as Navigator & { readonly standalone?: boolean };
    this.isApple = apple.standalone !== undefined;
    this.isInstalled = standalone.matches || apple.standalone === true;
    standalone.addEventListener('change', () => (this.isInstalled = standalone.matches), { signal });
    addEventListener(
      'beforeinstallprompt',
      (event) => {
        event.preventDefault();
        this.#offer = event as InstallPromptEvent;
      },
      { signal }
    );
    addEventListener(
      'appinstalled',
      () => {
        this.#offer = null;
        this.isInstalled = true;
        void storage.protect();
      },
      { signal }
    );
    return () => stopping.abort();
  }

  /** Shows the browser's own question. It may be asked once for each offer. */
  async ask(): Promise<void> {
    const offer = this.#offer;
    this.#offer = null;
    await offer?.prompt();
  }
}

export const install = new Install();
