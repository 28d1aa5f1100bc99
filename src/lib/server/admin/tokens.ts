import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { municipalityNamed } from '#lib/domain/people/municipalities.ts';
import { day } from '#lib/domain/shapes.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import { type ApiToken, ApiTokens } from '../api/tokens.ts';
import { AdminError } from './admin-error.ts';
import type { AdminContext } from './commands.ts';

const USAGE = `npm run token -- list [kommun]
npm run token -- add <kommun> "<vilket system>" [--expires 2027-12-31]
npm run token -- revoke <nyckelns id>

En nyckel låter ett annat system läsa kommunens idéer (docs/api.md). Den skrivs ut en gång.`;

/**
 * Carries out a command about the tokens of systems that read a municipality's ideas.
 * @returns what to print
 * @throws AdminError
 */
export async function runTokens({ config, backend }: AdminContext, args: readonly string[]): Promise<string> {
  const tokens = new ApiTokens(backend.own);
  const { values, positionals } = parsed(args);
  const [command, target, name] = positionals;
  if (command === 'list') return (await tokens.all(target)).map(line).join('\n') || 'Inga nycklar.';
  if (target === undefined) throw new AdminError(USAGE);
  if (command === 'revoke') {
    const token = await tokens.byId(target);
    if (token === undefined) throw new AdminError('Det finns ingen nyckel med id ' + target);
    await tokens.revoke(target);
    return 'Klart: ' + line((await tokens.byId(target))!);
  }
  if (command !== 'add' || name === undefined || name.trim() === '') throw new AdminError(USAGE);
  if (municipalityNamed(target) === undefined || !config.municipalities.includes(target))
    throw new AdminError(`"${target}" finns inte på den här servern (MUNICIPALITIES).`);
  const { expires } = values;
  if (expires !== undefined && (!v.is(day, expires) || expires < swedishDay(new Date().toISOString())))
    throw new AdminError('--expires ska vara en dag som inte har varit, till exempel 2027-12-31.');
  const made = await tokens.make({
    municipality: target,
    name: name.trim().slice(0, 100),
    ...(expires === undefined ? {} : { expires })
  });
  return `Klart: ${line(made.token)}\nNyckel: ${made.secret}`;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { expires: { type: 'string' } } });
  } catch (error) {
    throw new AdminError((error as Error).message + '\n\n' + USAGE);
  }
}

const line = ({ id, municipality, name, made, expires, used, revoked }: ApiToken): string =>
  [
    id,
    municipality,
    name,
    'gjord ' + made.slice(0, 10),
    used === undefined ? 'aldrig använd' : 'använd ' + used.slice(0, 10),
    expires === undefined ? '' : 'till ' + expires,
    revoked === undefined ? '' : 'återkallad ' + revoked.slice(0, 10)
  ]
    .filter((part) => part !== '')
    .join('\t');
