import { killedBrowser } from './killed-browser.ts';
import { killedServer } from './killed-server.ts';
import { badGateway, captivePortal, poorLine, truncatedAnswers } from './network.ts';
import { newBuild } from './new-build.ts';
import { signOutMidSync } from './people.ts';
import type { Scenario } from './scenario.ts';
import { fullDisk, restoredServer } from './server-data.ts';
import { deletedStorage, fullDevice } from './storage.ts';
import { tenTabs, twoTabs } from './tabs.ts';

/** Every misfortune, in the order of the report. */
export const scenarios: readonly Scenario[] = [
  killedBrowser,
  fullDevice,
  deletedStorage,
  killedServer,
  fullDisk,
  restoredServer,
  twoTabs,
  tenTabs,
  signOutMidSync,
  newBuild,
  poorLine,
  truncatedAnswers,
  badGateway,
  captivePortal
];
