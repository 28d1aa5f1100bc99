import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import { setSecurityHeaders } from '#lib/server/http/headers.ts';
import type { Server } from '#lib/server/server.ts';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** The server's own answers on a port of this machine, as hooks.server.ts gives them; no pages. */
export async function serve(server: Server, port = 0): Promise<Served> {
  const http = createServer((incoming, outgoing) => {
    void (async () => {
      const base = 'http://' + (incoming.headers.host ?? 'localhost');
      const request = await getRequest({ request: incoming, base, bodySizeLimit: 16_000_000 });
      const response =
        server.refuse(request) ?? (await server.respond(request, () => incoming.socket.remoteAddress ?? ''));
      setSecurityHeaders(response.headers, server.isHttps(request));
      await setResponse(outgoing, response);
    })();
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      })
  };
}
