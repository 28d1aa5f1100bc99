const KEY = 'ideslussen.theme';

export const THEMES = ['system', 'light', 'dark'] as const;
/** `system`: as the device has it. */
export type Theme = (typeof THEMES)[number];

function remembered(): Theme {
  const stored = globalThis.localStorage?.getItem(KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

let current = $state<Theme>(remembered());

/** The colours chosen on this device. */
export const theme = (): Theme => current;

/** Changes the colours at once and for next time. `theme.js` reads the same before the first paint. */
export function setTheme(next: Theme): void {
  current = next;
  if (next === 'system') {
    delete document.documentElement.dataset['theme'];
    localStorage.removeItem(KEY);
  } else {
    document.documentElement.dataset['theme'] = next;
    localStorage.setItem(KEY, next);
  }
}
