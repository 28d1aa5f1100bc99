/** Why a sign-in came to nothing, as the form says it. */
export type SignInFailure =
  | { readonly code: 'wrong-credentials' | 'no-contact' | 'another-person' | 'unexpected' }
  | { readonly code: 'too-many-attempts'; readonly retryAfterSeconds: number };
