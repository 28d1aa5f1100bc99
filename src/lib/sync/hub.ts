/** What one space looks like from outside. */
export interface SpaceState {
  readonly name: string;
  /** Update sequence. Opaque, but the number it starts with only grows while the data set lives. */
  readonly seq: string;
  /** Identity of the data set: another one after a restore or when the database was made anew. */
  readonly epoch: string;
}

/** The server's answer to "what is new?": everything an idle round needs. */
export interface HubState {
  /** Differs whenever anything else here does. */
  readonly version: string;
  readonly me: { readonly id: string; readonly roles: readonly string[] };
  readonly spaces: readonly SpaceState[];
}

/** The server, as the engine sees it. In tests an in-memory PouchDB stands behind it. */
export interface Hub {
  /**
   * @param wait answer at once when the version is not `known`, otherwise when it changes or after so many seconds
   * @throws SyncProblem or whatever the request failed with
   */
  state(wait?: { readonly seconds: number; readonly known: string; readonly signal: AbortSignal }): Promise<HubState>;
  /** The database of a space. */
  space(name: string): PouchDB.Database;
}
