const KEY = 'ideslussen.no-letter-shortcuts';

let on = $state(globalThis.localStorage?.getItem(KEY) == null);

/** Whether single letters do things on this device. Speech control and unsteady hands press them unasked. */
export const letterShortcuts = {
  get on(): boolean {
    return on;
  },
  set on(next: boolean) {
    on = next;
    if (next) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, '1');
  }
};

/** Whether a key press there belongs to something that is being written or chosen. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
