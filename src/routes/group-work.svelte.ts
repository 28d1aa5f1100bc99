import { live } from '#lib/app/live.svelte.ts';
import { session } from '#lib/app/session.svelte.ts';
import { kindName } from '#lib/core/ids.ts';

const OF_GROUPS = ['group', 'meeting', 'grouptask'];

/** What waits for the person in working groups. Make it while a component is being made. */
export class GroupWaiting {
  readonly #work = live(() => {
    const id = session.person?.id ?? '';
    return (store) => store.groupWork(id);
  });
  readonly #versions = live(() => {
    const { identities } = session;
    return async (store) => {
      const open = (await store.openVariants(identities)).filter(({ of }) => OF_GROUPS.includes(kindName(of)));
      // `meeting:<group>:<own>`, and a group's own id likewise.
      return [...new Set(open.map(({ of }) => of.split(':')[1]!))];
    };
  });

  get work() {
    return this.#work.value ?? { tasks: [], meets: [] };
  }

  /** Groups in which two versions wait for a choice of the person's. */
  get versions(): readonly string[] {
    return this.#versions.value ?? [];
  }

  get isAny(): boolean {
    return this.work.tasks.length + this.work.meets.length + this.versions.length > 0;
  }
}
