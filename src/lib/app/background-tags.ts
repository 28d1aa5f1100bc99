/**
 * The names under which page and service worker speak of sending what is unsent. The worker cannot
 * read this device's choices, so the choice about pictures goes in the name.
 */
export const BACKGROUND_SYNC = { any: 'ideslussen-outbox', wifiOnly: 'ideslussen-outbox-media-on-wifi' } as const;
