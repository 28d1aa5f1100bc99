import * as v from 'valibot';
import { roleIn } from '#lib/domain/actor.ts';
import { clean } from '#lib/domain/command.ts';
import { day, filledText } from '#lib/domain/shapes.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import { CouchError, notFound } from '../couch/errors.ts';
import { json } from '../http/answers.ts';
import { readJson } from '../http/body.ts';
import type { Account } from '../identity/accounts.ts';
import type { Api } from './api.ts';

/** Tokens in use that a municipality may have. */
const MOST_TOKENS = 50;
const BODY_MAX = 4000;

const tokenName = filledText(100);

/** Why a token was not made: which field, and what about it. */
type FieldProblem = { readonly field: 'name' | 'expires'; readonly code: string };

/**
 * What whoever is signed in does with tokens of their municipality's, and with the link to their calendar. Secrets are
 * told once, in the answer that makes them.
 * @param path the URL's segments after `/api/own`
 * @throws CouchError
 */
export async function ownRequest(
  api: Api,
  request: Request,
  path: readonly string[],
  account: Account
): Promise<Response> {
  const [area, id, ...rest] = path;
  if (rest.length > 0) throw notFound();
  if (area === 'tokens') return id === undefined ? tokens(api, request, account) : revoke(api, request, id, account);
  if (area === 'calendar' && id === undefined) return calendar(api, request, account);
  throw notFound();
}

const wrongMethod = (): CouchError => new CouchError(405, 'method_not_allowed', 'wrong method');

/** The municipalities whose tokens are the person's to see to. */
const administered = ({ config }: Api, { roles }: Account): readonly string[] =>
  config.municipalities.filter((slug) => roles.includes(roleIn(slug, 'admin')));

async function tokens(api: Api, request: Request, account: Account): Promise<Response> {
  const municipalities = administered(api, account);
  if (municipalities.length === 0) throw new CouchError(403, 'forbidden', 'not-admin');
  if (request.method === 'GET') {
    const all = await api.tokens.all();
    return json(200, {
      municipalities,
      tokens: all.filter(({ municipality }) => municipalities.includes(municipality))
    });
  }
  if (request.method !== 'POST') throw wrongMethod();
  const body = ((await readJson(request, BODY_MAX)) ?? {}) as Readonly<Record<string, unknown>>;
  const municipality = municipalities.find((slug) => slug === body['municipality']);
  if (municipality === undefined) throw new CouchError(403, 'forbidden', 'not-admin');
  const name = typeof body['name'] === 'string' ? clean(body['name']) : '';
  const expires = body['expires'];
  const problem = problemOf(name, expires);
  if (problem !== undefined) return json(400, { error: 'wrong', ...problem });
  const inUse = (await api.tokens.all(municipality)).filter(({ revoked }) => revoked === undefined);
  if (inUse.length >= MOST_TOKENS) return json(400, { error: 'wrong', field: 'name', code: 'too-many' });
  const by = account.id;
  const made = await api.tokens.make({
    municipality,
    name,
    by,
    ...(expires === undefined ? {} : { expires: expires as string })
  });
  return json(201, made);
}

function problemOf(name: string, expires: unknown): FieldProblem | undefined {
  const named = v.safeParse(tokenName, name);
  if (!named.success) return { field: 'name', code: named.issues[0].message };
  if (expires === undefined) return undefined;
  if (!v.is(day, expires)) return { field: 'expires', code: 'wrong-type' };
  return expires < swedishDay(new Date().toISOString()) ? { field: 'expires', code: 'passed' } : undefined;
}

async function revoke(api: Api, request: Request, id: string, account: Account): Promise<Response> {
  if (request.method !== 'DELETE') throw wrongMethod();
  const token = await api.tokens.byId(id);
  // Others' tokens are as good as none.
  if (token === undefined || !administered(api, account).includes(token.municipality)) throw notFound();
  await api.tokens.revoke(id);
  return json(200, { ok: true });
}

async function calendar(api: Api, request: Request, { id }: Account): Promise<Response> {
  switch (request.method) {
    case 'GET':
      return json(200, { made: (await api.links.madeBy(id)) ?? null });
    case 'POST': {
      const made = new Date().toISOString();
      const secret = await api.links.make(id, made);
      return json(201, { made, path: `/api/v1/calendar/${secret}.ics` });
    }
    case 'DELETE':
      await api.links.revoke(id);
      return json(200, { ok: true });
    default:
      throw wrongMethod();
  }
}
