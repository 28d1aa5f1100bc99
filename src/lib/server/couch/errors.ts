/** A refusal in CouchDB's form: status, `error` and `reason`. */
export class CouchError extends Error {
  override readonly name = 'CouchError';

  constructor(
    readonly status: number,
    readonly error: string,
    readonly reason: string
  ) {
    super(error);
  }
}

export const badRequest = (reason: string): CouchError => new CouchError(400, 'bad_request', reason);
export const notFound = (reason = 'missing'): CouchError => new CouchError(404, 'not_found', reason);
export const conflict = (): CouchError => new CouchError(409, 'conflict', CONFLICT_REASON);
export const tooLarge = (): CouchError => new CouchError(413, 'too_large', 'the request entity is too large');
export const wrongType = (reason: string): CouchError => new CouchError(415, 'bad_content_type', reason);

export const unavailable = (reason: string): CouchError => new CouchError(503, 'unavailable', reason);

export const CONFLICT_REASON = 'Document update conflict.';
