import { idOf } from '#lib/core/ids.ts';
import type { Person } from '#lib/domain/people/person.ts';
import { stored } from './people.ts';
import { aliasOf } from '#lib/domain/actor.ts';
import { Api } from './api/api.ts';
import { ownRequest } from './api/own.ts';
import type { Backend } from './couch/backend.ts';
import { CouchError } from './couch/errors.ts';
import { Gate } from './couch/gate.ts';
import { type Config, isLoopbackHost, spacesOf } from './config.ts';
import { json, jsonBody, refusal } from './http/answers.ts';
import { readJson } from './http/body.ts';
import { isOwnOrigin } from './http/origin.ts';
import { type Account, type AccountStore, normalLogin } from './identity/accounts.ts';
import { LoginLimits, RequestLimits } from './identity/limits.ts';
import { readCookie, SESSION_COOKIE, type Session, Sessions } from './identity/sessions.ts';
import { faultOf, type Log } from './log.ts';
import { NotifyEndpoints } from './notify/endpoints.ts';
import type { Notices } from './notify/notices.ts';
import { spacesFor, SyncStates } from './sync-state.ts';

/** Says for whom a device makes a request, so that it is not done in another's name. */
const PERSON_HEADER = 'x-ideslussen-person';

/** What proxies put on the requests they pass on. */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Everything the server answers that is not a page. Requests and answers are the web's own. */
export class Server {
  readonly #api: Api;
  readonly #gate: Gate;
  readonly #sessions: Sessions;
  readonly #states: SyncStates;
  readonly #closing = new AbortController();
  readonly #loginLimits = new LoginLimits();
  readonly #requestLimits: RequestLimits;
  readonly #notify: NotifyEndpoints;

  constructor(
    readonly config: Config,
    readonly backend: Backend,
    readonly accounts: AccountStore,
    sessionSecret: string,
    readonly notices: Notices,
    readonly log: Log
  ) {
    this.#api = new Api(config, backend, accounts, (request) => this.isHttps(request));
    this.#notify = new NotifyEndpoints(notices);
    this.#gate = new Gate(backend, this.#closing.signal);
    this.#sessions = new Sessions(sessionSecret, accounts);
    this.#states = new SyncStates(backend, spacesOf(config.municipalities), this.#closing.signal);
    this.#requestLimits = new RequestLimits(config.requestsPerMinute);
  }

  /** Whether the browser came over https, as far as the proxy in front says. */
  isHttps(request: Request): boolean {
    return this.saysHttps((name) => request.headers.get(name) ?? undefined);
  }

  saysHttps(header: (name: string) => string | undefined): boolean {
    const { origin, protocolHeader } = this.config;
    if (origin !== undefined) return origin.startsWith('https:');
    return protocolHeader !== undefined && header(protocolHeader) === 'https';
  }

  /** Why a request is not answered at all, whatever it asks for; undefined when it may go on. */
  refuse(request: Request): Response | undefined {
    const { origin, demo, demoAsked } = this.config;
    const asked = request.headers.get('host') ?? new URL(request.url).host;
    // The demo's passwords are known to all. A page elsewhere whose name is made to point at this
    // machine would be let in by the browser; its Host header gives it away. A proxy that writes that
    // header anew gives itself away by another.
    const isProxied = PROXY_HEADERS.some((name) => request.headers.has(name));
    if (demo && !demoAsked && (isProxied || !isLoopbackHost(asked)))
      return refusal(new CouchError(421, 'misdirected', 'the demo answers only on this machine'));
    const own = origin === undefined ? asked : new URL(origin).host;
    if (!isOwnOrigin(request, own)) return refusal(new CouchError(403, 'forbidden', 'cross-origin'));
    return undefined;
  }

  /**
   * Answers `/api/…`, `/auth/…`, `/db/…`, `/notify/…`, `/sync` and `/healthz`.
   * @param address whom the request comes from, for counting sign-in attempts
   */
  async respond(request: Request, address: () => string): Promise<Response> {
    const url = new URL(request.url);
    try {
      const [, area, ...rest] = url.pathname.split('/');
      if (area === 'db') return await this.#database(request, url.pathname.slice('/db'.length), url.searchParams);
      if (area === 'api') return await this.#apiRequest(request, rest, url.searchParams, address);
      if (area === 'auth') return await this.#auth(request, rest.join('/'), address);
      if (area === 'notify') return await this.#notifying(request, rest.join('/'), url.searchParams, address);
      if (area === 'sync' && rest.length === 0) return await this.#sync(request, url.searchParams);
      if (area === 'healthz' && rest.length === 0) return await this.#health();
      return refusal(new CouchError(404, 'not_found', 'missing'));
    } catch (error) {
      if (error instanceof CouchError) return refusal(error);
      this.log.error('request-failed', { fault: faultOf(error) });
      return refusal(new CouchError(500, 'internal_server_error', 'the server failed'));
    }
  }

  /** Answers those who wait, so that the process can end without cutting anybody off. */
  stopWaiting(): void {
    this.#closing.abort();
  }

  #session(request: Request): Promise<Session | undefined> {
    return this.#sessions.read(readCookie(request.headers.get('cookie'), SESSION_COOKIE));
  }

  async #database(request: Request, path: string, params: URLSearchParams): Promise<Response> {
    const { account, renewed } = await this.#signedIn(request);
    const wait = await this.#requestLimits.request(account.id);
    if (wait !== undefined) return tooMany('too_many_requests', wait);
    return this.#renewing(request, renewed, await this.#gate.respond(request, path, params, account));
  }

  async #apiRequest(request: Request, path: readonly string[], params: URLSearchParams, address: () => string) {
    if (path[0] !== 'own') return this.#api.respond(request, path, params, address);
    const { account, renewed } = await this.#signedIn(request);
    const wait = await this.#requestLimits.request(account.id);
    if (wait !== undefined) return tooMany('too_many_requests', wait);
    return this.#renewing(request, renewed, await ownRequest(this.#api, request, path.slice(1), account));
  }

  async #sync(request: Request, params: URLSearchParams): Promise<Response> {
    const { account, renewed } = await this.#signedIn(request);
    const limited = await this.#requestLimits.request(account.id);
    if (limited !== undefined) return tooMany('too_many_requests', limited);
    const [wait, known] = [Number(params.get('wait') ?? 0), params.get('known')];
    if (!(wait >= 0)) throw new CouchError(400, 'bad_request', 'wait must be a number of seconds');
    const state =
      known === null || wait === 0
        ? await this.#states.state(account)
        : await this.#states.wait(
            wait,
            known,
            request.signal,
            account,
            async () => (await this.#session(request))?.account
          );
    if (state === undefined) throw signIn();
    return this.#renewing(request, renewed, await jsonBody(request, JSON.stringify(state)));
  }

  async #notifying(
    request: Request,
    action: string,
    params: URLSearchParams,
    address: () => string
  ): Promise<Response> {
    if (this.#notify.isLink(action)) return this.#notify.respondToLink(request, action, params, address());
    const { account, renewed } = await this.#signedIn(request);
    return this.#renewing(request, renewed, await this.#notify.respond(request, action, account));
  }

  async #health(): Promise<Response> {
    try {
      await this.backend.ping();
      return json(200, { ok: true });
    } catch (error) {
      this.log.error('database-silent', { fault: faultOf(error) });
      return json(503, { ok: false });
    }
  }

  async #auth(request: Request, action: string, address: () => string): Promise<Response> {
    const isPost = request.method === 'POST';
    if (action === 'login' && isPost) return this.#login(request, address());
    if (action === 'logout' && isPost)
      return json(200, { ok: true }, { 'set-cookie': this.#sessions.cookie('', this.isHttps(request)) });
    if (action === 'me' && request.method === 'GET') {
      const session = await this.#session(request);
      if (session === undefined) return json(401, { error: 'sign-in' });
      return this.#renewing(request, session.renewed, json(200, await this.#me(session.account)));
    }
    const isKnown = action === 'login' || action === 'logout' || action === 'me';
    throw isKnown
      ? new CouchError(405, 'method_not_allowed', 'wrong method')
      : new CouchError(404, 'not_found', 'missing');
  }

  async #login(request: Request, address: string): Promise<Response> {
    const body = (await readJson(request, 4000)) as { username?: unknown; password?: unknown } | null;
    const { username, password } = body ?? {};
    if (typeof username !== 'string' || typeof password !== 'string' || username.length > 200)
      throw new CouchError(400, 'bad_request', 'username and password are texts');
    const login = normalLogin(username);
    const wait = await this.#loginLimits.attempt(login, address);
    if (wait !== undefined) {
      this.log.warn('too-many-sign-ins');
      return tooMany('too-many-attempts', wait);
    }
    const account = await this.accounts.byLogin(login);
    const isRight = await this.accounts.verify(account, password);
    if (account === undefined || !isRight || account.disabled) return json(401, { error: 'wrong-credentials' });
    await this.#loginLimits.succeeded(login, address);
    const cookie = this.#sessions.cookie(this.#sessions.start(account), this.isHttps(request));
    return json(200, await this.#me(account), { 'set-cookie': cookie });
  }

  async #me(account: Account) {
    const { id, login, roles } = account;
    const spaces = spacesFor(spacesOf(this.config.municipalities), roles);
    // What people call themselves is their document; the account's name is what it began with.
    const home = spaces[0] === undefined ? undefined : this.backend.space(spaces[0]);
    const person = home === undefined ? undefined : await stored<Person>(home, idOf('person', id), account);
    return { id, username: login, name: person?.name ?? account.name, roles, spaces };
  }

  async #signedIn(request: Request): Promise<Session> {
    const session = await this.#session(request);
    if (session === undefined) throw signIn();
    const meant = request.headers.get(PERSON_HEADER);
    if (meant !== null && meant !== session.account.id && meant !== aliasOf(session.account))
      throw new CouchError(401, 'other-person', 'other-person');
    return session;
  }

  #renewing(request: Request, renewed: string | undefined, response: Response): Response {
    if (renewed !== undefined)
      response.headers.append('set-cookie', this.#sessions.cookie(renewed, this.isHttps(request)));
    return response;
  }
}

const signIn = (): CouchError => new CouchError(401, 'sign-in', 'sign-in');

const tooMany = (error: string, seconds: number): Response =>
  json(429, { error, reason: error, retryAfterSeconds: seconds }, { 'retry-after': String(seconds) });
