const ASKED = 'ideslussen.asked-protection';

/** How much this device keeps, and whether the browser has promised not to clear it. */
class DeviceStorage {
  /** Bytes; undefined where the browser does not say. */
  used = $state<number | undefined>();
  quota = $state<number | undefined>();
  /** `unsupported`: the browser makes no such promises. */
  protection = $state<'unknown' | 'protected' | 'unprotected' | 'unsupported'>('unknown');
  /** The browser said no when it was last asked. */
  wasRefused = $state(false);

  async refresh(): Promise<void> {
    const manager = navigator.storage as StorageManager | undefined;
    if (manager === undefined) {
      this.protection = 'unsupported';
      return;
    }
    const estimate = await manager.estimate?.();
    this.used = estimate?.usage;
    this.quota = estimate?.quota;
    if (manager.persisted === undefined) this.protection = 'unsupported';
    else this.protection = (await manager.persisted()) ? 'protected' : 'unprotected';
  }

  /** Asks the browser to keep what is here. Some browsers ask the person in their turn. */
  async protect(): Promise<void> {
    const manager = navigator.storage as StorageManager | undefined;
    if (manager?.persist !== undefined) this.wasRefused = !(await manager.persist());
    await this.refresh();
  }

  /** Asks once by itself, when there is something to keep: before that browsers say no, and people wonder why. */
  async protectAfterFirstSave(): Promise<void> {
    if (localStorage.getItem(ASKED) !== null) return;
    localStorage.setItem(ASKED, new Date().toISOString());
    await this.protect();
  }
}

export const storage = new DeviceStorage();
