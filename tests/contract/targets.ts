import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#lib/server/config.ts';
import { openServer } from '#lib/server/open.ts';
import type { Server } from '#lib/server/server.ts';
import { startStandIn } from './couchdb-stand-in.ts';
import { serve } from './serve.ts';

/** A running server over some database, with the demo's accounts. */
export interface Target {
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** Opens a server in this process on a free port, its files in a folder of its own. */
export async function openTarget(environment: Environment = {}): Promise<Target> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ideslussen-test-'));
  const config = readConfig({ HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent', DEMO: '1', ...environment });
  const server = await openServer(config);
  const { url, close } = await serve(server);
  return {
    url,
    server,
    close: async () => {
      await close();
      await server.backend.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
}

async function overStandIn(environment: Environment = {}): Promise<Target> {
  const standIn = await startStandIn();
  const couch = { COUCHDB_URL: standIn.url, COUCHDB_PROXY_SECRET: standIn.proxySecret };
  const target = await openTarget({ ...couch, ...environment });
  return {
    ...target,
    close: async () => {
      await target.close();
      await standIn.close();
    }
  };
}

const { COUCHDB_URL, COUCHDB_PROXY_SECRET } = process.env;

/** Every database the contract is held against; a real CouchDB where the environment names one. */
export const TARGETS: readonly {
  readonly name: string;
  readonly open: (environment?: Environment) => Promise<Target>;
}[] = [
  { name: 'embedded', open: openTarget },
  { name: 'couchdb stand-in', open: overStandIn },
  ...(COUCHDB_URL === undefined || COUCHDB_PROXY_SECRET === undefined
    ? []
    : [
        {
          name: 'couchdb',
          open: (environment?: Environment) => openTarget({ COUCHDB_URL, COUCHDB_PROXY_SECRET, ...environment })
        }
      ])
];
