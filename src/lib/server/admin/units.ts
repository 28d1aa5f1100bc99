import { ulid } from 'ulid';
import { roleIn } from '#lib/domain/actor.ts';
import { idOf } from '#lib/core/ids.ts';
import type { Unit } from '#lib/domain/people/unit.ts';
import { type Space, textOf } from '../couch/backend.ts';
import type { Account } from '../identity/accounts.ts';
import { actorIn, writeAs } from '../people.ts';
import { AdminError } from './admin-error.ts';
import type { AdminContext } from './commands.ts';

const USAGE = `npm run unit -- list <kommun>
npm run unit -- add <kommun> "<namn>"
npm run unit -- rename <kommun> "<namn>" "<nytt namn>"
npm run unit -- close <kommun> "<namn>"
npm run unit -- open <kommun> "<namn>"

En stängd enhet kan inte väljas för nya idéer. De gamla behåller den.`;

/**
 * Carries out a command about a municipality's care units, in the name of one of its administrators.
 * @returns what to print
 * @throws AdminError
 */
export async function runUnits(context: AdminContext, args: readonly string[]): Promise<string> {
  const [command, municipality, name, next] = args;
  if (command === undefined || municipality === undefined) throw new AdminError(USAGE);
  const space = context.config.municipalities.includes(municipality) ? context.backend.space(municipality) : undefined;
  if (space === undefined) throw new AdminError(`"${municipality}" finns inte på den här servern (MUNICIPALITIES).`);
  const admin = await anAdmin(context, municipality);
  const units = await unitsOf(space, admin);
  if (command === 'list') return units.map(line).join('\n') || 'Inga enheter.';
  if (name === undefined) throw new AdminError(USAGE);
  const found = units.find((unit) => same(unit.name, name));
  const put = async (unit: Unit): Promise<string> => {
    await writeAs(admin, space, unit);
    return 'Klart: ' + line(unit);
  };
  if (command === 'add') {
    if (found !== undefined) throw new AdminError(`${found.name} finns redan.`);
    return put({ _id: idOf('unit', ulid()), v: 1, name: named(name) });
  }
  if (found === undefined) throw new AdminError(`Det finns ingen enhet som heter ${name}.`);
  const { closed: _closed, ...open } = found;
  switch (command) {
    case 'rename':
      if (next === undefined) throw new AdminError(USAGE);
      return put({ ...found, name: named(next) });
    case 'close':
      return put({ ...found, closed: true });
    case 'open':
      return put(open);
    default:
      throw new AdminError(USAGE);
  }
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const line = ({ name, closed }: Unit): string => (closed === true ? name + '\tstängd' : name);

function named(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > 100) throw new AdminError('Namnet ska vara 1–100 tecken.');
  return name;
}

/** The rules let a municipality's administrators write its units, and nobody else. */
async function anAdmin({ accounts }: AdminContext, municipality: string): Promise<Account> {
  const role = roleIn(municipality, 'admin');
  const admin = (await accounts.all()).find((account) => !account.disabled && account.roles.includes(role));
  if (admin !== undefined) return admin;
  throw new AdminError(
    `Kommunen har ingen administratör än. Lägg till en först:\n` +
      `npm run account -- add <användarnamn> --name "<namn>" --roles ${role}`
  );
}

async function unitsOf(space: Space, admin: Account): Promise<Unit[]> {
  const range = { startKey: 'unit:', endKey: 'unit;', inclusiveEnd: false };
  const query = { ...range, descending: false, skip: 0, includeDocs: true, conflicts: false };
  const body = await space.allDocs(query, actorIn(admin, space.name));
  const { rows } = JSON.parse(await textOf(body)) as { rows: { doc: Unit }[] };
  return rows.map((row) => row.doc).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}
