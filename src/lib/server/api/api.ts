import { createHash } from 'node:crypto';
import { type Actor, roleIn } from '#lib/domain/actor.ts';
import { csvHead, csvLines } from '#lib/domain/export/csv.ts';
import type { Cell, Column } from '#lib/domain/export/table.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import { type Config, spacesOf } from '../config.ts';
import type { Backend } from '../couch/backend.ts';
import { CouchError } from '../couch/errors.ts';
import { json, jsonBody } from '../http/answers.ts';
import type { AccountStore } from '../identity/accounts.ts';
import { RequestLimits } from '../identity/limits.ts';
import { personCalendar } from './calendar.ts';
import { CalendarLinks } from './calendar-links.ts';
import { Documents } from './documents.ts';
import { openApi, type ProblemCode, PROBLEMS } from './openapi.ts';
import { type ApiPage, DEFAULT_LIMIT, MAX_LIMIT, readPage, tagOf } from './reading.ts';
import { type Resource, RESOURCES } from './resources.ts';
import { type ApiToken, ApiTokens } from './tokens.ts';
import { DaysOfIdeas } from './idea-days.ts';

/** Wrong tokens and links that one address may try in a minute. */
const TRIES_PER_MINUTE = 60;
/** How often one calendar may be fetched in a minute. */
const CALENDAR_PER_MINUTE = 30;
const PARAMETERS = ['cursor', 'since', 'limit', 'format'];

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly headers: Readonly<Record<string, string>> = {},
    readonly more: object = {}
  ) {
    super(code);
  }
}

const tooMany = (seconds: number): Refused =>
  new Refused(429, 'too-many-requests', { 'retry-after': String(seconds) }, { retryAfterSeconds: seconds });

/** The open API: what other systems, and people's calendars, read. Nobody's session counts here, and nothing is written. */
export class Api {
  readonly tokens: ApiTokens;
  readonly links: CalendarLinks;
  readonly #days = new DaysOfIdeas();
  readonly #isHttps: (request: Request) => boolean;
  readonly #limits: RequestLimits;
  readonly #tries = new RequestLimits(TRIES_PER_MINUTE);
  readonly #calendars = new RequestLimits(CALENDAR_PER_MINUTE);

  constructor(
    readonly config: Config,
    readonly backend: Backend,
    readonly accounts: AccountStore,
    isHttps: (request: Request) => boolean
  ) {
    this.#isHttps = isHttps;
    this.tokens = new ApiTokens(backend.own);
    this.links = new CalendarLinks(backend.own);
    this.#limits = new RequestLimits(config.apiRequestsPerMinute);
  }

  /**
   * @param path the URL's segments after `/api`
   * @param address whom the request comes from, for counting wrong tokens
   */
  async respond(request: Request, path: readonly string[], params: URLSearchParams, address: () => string) {
    try {
      const [version, name = '', file, ...rest] = path;
      if (version !== 'v1' || rest.length > 0) throw new Refused(404, 'not-found');
      if (request.method !== 'GET') throw new Refused(405, 'method-not-allowed', { allow: 'GET' });
      if (name === 'calendar' && file?.endsWith('.ics') === true)
        return await this.#calendar(request, file.slice(0, -'.ics'.length), address);
      if (file !== undefined) throw new Refused(404, 'not-found');
      if (name === 'openapi.json') return await jsonBody(request, JSON.stringify(openApi(this.#origin(request))));
      const token = await this.#token(request, address);
      const resource = RESOURCES.find((each) => each.name === name);
      if (resource === undefined) throw new Refused(404, 'not-found');
      return await this.#list(request, resource, token, params);
    } catch (error) {
      const refused = refusedBy(error);
      if (refused === undefined) throw error;
      const { status, code, headers, more } = refused;
      return json(status, { error: code, reason: PROBLEMS[code], ...more }, headers);
    }
  }

  #origin(request: Request): string {
    // Behind the adapter an address says https whether it came so or not.
    const { host } = new URL(request.url);
    return (
      this.config.origin ?? `${this.#isHttps(request) ? 'https' : 'http'}://${request.headers.get('host') ?? host}`
    );
  }

  async #token(request: Request, address: () => string): Promise<ApiToken> {
    const header = request.headers.get('authorization') ?? '';
    const challenge = { 'www-authenticate': 'Bearer realm="ideslussen"' };
    const text = /^Bearer +(\S+)$/i.exec(header)?.[1];
    if (text === undefined) throw new Refused(401, 'missing-token', challenge);
    const token = await this.tokens.read(text);
    if (typeof token === 'string') {
      const wait = await this.#tries.request(address());
      if (wait !== undefined) throw tooMany(wait);
      throw new Refused(401, `${token}-token`, challenge);
    }
    const wait = await this.#limits.request(token.id);
    if (wait !== undefined) throw tooMany(wait);
    return token;
  }

  async #list(request: Request, resource: Resource, token: ApiToken, params: URLSearchParams): Promise<Response> {
    const { municipality } = token;
    const space = this.config.municipalities.includes(municipality) ? this.backend.space(municipality) : undefined;
    if (space === undefined) throw new Refused(404, 'not-served');
    const { position, limit, isCsv } = readParams(params);
    // In the system's own name, and as any employee: what only leaders read is in a space it has no role in.
    const actor: Actor = { id: 'api-' + token.id, roles: [roleIn(municipality, 'member')], space: space.name };
    const from = new Documents(space, actor);
    const now = new Date().toISOString();
    const tag = await tagOf(from, swedishDay(now), [municipality, resource.name, params.toString()].join(' '));
    const headers = { etag: tag, 'cache-control': 'private, no-cache', vary: 'accept-encoding, authorization' };
    if (request.headers.get('if-none-match')?.includes(tag) === true)
      return new Response(null, { status: 304, headers });
    const page = await readPage(resource, from, { position, limit }, now);
    const next = page.next === undefined ? undefined : nextAddress(this.#origin(request), resource, params, page.next);
    const response = await jsonBody(request, isCsv ? csvOf(resource, page) : jsonOf(municipality, page, next));
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    if (next !== undefined) response.headers.set('link', `<${next}>; rel="next"`);
    if (!isCsv) return response;
    response.headers.set('content-type', 'text/csv; charset=utf-8');
    response.headers.set('content-disposition', `attachment; filename="${resource.name}.csv"`);
    if (page.since !== undefined) response.headers.set('ideslussen-since', page.since);
    return response;
  }

  async #calendar(request: Request, secret: string, address: () => string): Promise<Response> {
    const person = await this.links.read(secret);
    const account = person === undefined ? undefined : await this.accounts.byId(person);
    if (account === undefined || account.disabled) {
      const wait = await this.#tries.request(address());
      if (wait !== undefined) throw tooMany(wait);
      throw new Refused(404, 'not-found');
    }
    const wait = await this.#calendars.request(account.id);
    if (wait !== undefined) throw tooMany(wait);
    const spaces = spacesOf(this.config.municipalities);
    const text = await personCalendar(this.backend, spaces, account, this.#days, this.#origin(request));
    const etag = 'W/"' + calendarTag(text) + '"';
    const headers = { etag, 'cache-control': 'private, no-cache' };
    if (request.headers.get('if-none-match')?.includes(etag) === true)
      return new Response(null, { status: 304, headers });
    const name = 'attachment; filename="ideslussen.ics"';
    return new Response(text, {
      headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': name }
    });
  }
}

const calendarTag = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** What a failure is called here; undefined where it is none of the one who asks. */
function refusedBy(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error;
  if (!(error instanceof CouchError)) return undefined;
  if (error.status === 410) return new Refused(410, 'gone');
  return error.status === 400 ? new Refused(400, 'bad-request', {}, { detail: error.reason }) : undefined;
}

/** @throws Refused 400 with which of them is wrong */
function readParams(params: URLSearchParams) {
  const wrong = (detail: string): Refused => new Refused(400, 'bad-request', {}, { detail });
  for (const name of params.keys()) if (!PARAMETERS.includes(name) || params.getAll(name).length > 1) throw wrong(name);
  const [cursor, since] = [params.get('cursor') ?? undefined, params.get('since') ?? undefined];
  if (cursor !== undefined && since !== undefined) throw wrong('cursor, since');
  const limit = params.get('limit') ?? String(DEFAULT_LIMIT);
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX_LIMIT) throw wrong('limit');
  const format = params.get('format') ?? 'json';
  if (format !== 'json' && format !== 'csv') throw wrong('format');
  return { position: cursor ?? since, limit: Number(limit), isCsv: format === 'csv' };
}

function nextAddress(origin: string, { name }: Resource, params: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams(params);
  next.delete('since');
  next.set('cursor', cursor);
  return `${origin}/api/v1/${name}?${next.toString()}`;
}

const jsonOf = (municipality: string, { rows, erased, since }: ApiPage, next: string | undefined): string =>
  JSON.stringify({ municipality, data: rows, erased, next: next ?? null, since: since ?? null }) + '\n';

/** The members' own names are the headings: what reads it goes by them. What was erased is a row with its id alone. */
function csvOf({ fields }: Resource, { rows, erased }: ApiPage): string {
  const columns: Column[] = [
    ...fields.map(({ name, type }) => ({
      header: name,
      type: type === 'integer' ? ('number' as const) : ('text' as const)
    })),
    { header: 'erased', type: 'text' }
  ];
  const cells = rows.map((row) => [...fields.map(({ name }) => cellOf(row[name])), 'false']);
  const gone = erased.map((id) => [id, ...fields.slice(1).map(() => undefined), 'true']);
  return csvHead(columns) + csvLines(columns, [...cells, ...gone]);
}

const cellOf = (value: string | number | boolean | null | undefined): Cell =>
  value === null || value === undefined ? undefined : typeof value === 'boolean' ? String(value) : value;
