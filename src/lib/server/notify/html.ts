/** Text as HTML shows it. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A whole page of one column, in a language: for mail, and for what its links lead to. */
export const htmlPage = (language: string, title: string, body: string): string =>
  `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>` +
  `<body style="margin:0 auto;max-width:34rem;padding:1.5rem;font:1.0625rem/1.5 sans-serif;color:#1b1b1b;background:#fff">` +
  `${body}</body></html>`;

export const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

const BUTTON =
  'display:inline-block;padding:.75rem 1.25rem;border:0;border-radius:.5rem;background:#0b5563;color:#fff;font:inherit;font-weight:600;text-decoration:none';

export const linkButton = (href: string, label: string): string =>
  `<p><a href="${escaped(href)}" style="${BUTTON}">${escaped(label)}</a></p>`;

/** A button that posts to an address of our own. */
export const postButton = (action: string, label: string): string =>
  `<form method="post" action="${escaped(action)}"><button style="${BUTTON}">${escaped(label)}</button></form>`;
