const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), bluetooth=(), serial=(), hid=(), display-capture=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY'
};

/** What an answer that is no page may do as a page: nothing. */
export const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Sets on every answer what browsers shall hold us to. A policy that is set already stays. */
export function setSecurityHeaders(headers: Headers, isHttps: boolean): void {
  for (const [name, value] of securityHeaders(isHttps)) headers.set(name, value);
  if (!headers.has('content-security-policy') && !(headers.get('content-type') ?? '').startsWith('text/html'))
    headers.set('content-security-policy', NOTHING_RUNS);
}

const PLAIN = Object.entries(SECURITY_HEADERS);
const SECURE = [...PLAIN, ['strict-transport-security', 'max-age=31536000']] as const;

/** What stands on every answer, whatever it is. */
export const securityHeaders = (isHttps: boolean): readonly (readonly [name: string, value: string])[] =>
  isHttps ? SECURE : PLAIN;
