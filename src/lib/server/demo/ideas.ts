import type { DemoIdea, DemoMunicipality } from './demo-idea.ts';
import { UDDEVALLA_INTRODUCED } from './introduced.ts';
import { TROLLHATTAN_IDEAS } from './trollhattan.ts';
import { UDDEVALLA_IDEAS } from './uddevalla.ts';
import { VANERSBORG_IDEAS } from './vanersborg.ts';

/** Care units of each demo municipality, as people there would call them. */
export const DEMO_UNITS: Readonly<Record<DemoMunicipality, readonly string[]>> = {
  uddevalla: [
    'Hemtjänst Centrum',
    'Hemtjänst Ljungskile',
    'Äldreboendet Björkbacken',
    'Äldreboendet Strandgläntan',
    'LSS-boendet Kaprifolvägen',
    'Nattpatrullen',
    'Köket på Björkbacken',
    'Rehab och hjälpmedel'
  ],
  trollhattan: [
    'Hemtjänst Öst',
    'Hemtjänst Sjuntorp',
    'Äldreboendet Slussgården',
    'Demensboendet Lönnen',
    'Daglig verksamhet Verkstaden',
    'LSS-boendet Granngården',
    'Nattpatrullen',
    'Centralköket'
  ],
  vanersborg: [
    'Hemtjänst Centrum',
    'Hemtjänst Brålanda',
    'Äldreboendet Solhaga',
    'Korttidsboendet Vänerblick',
    'Boendestöd',
    'Nattpatrullen',
    'Träffpunkten Aspen'
  ]
};

/** Every idea the demo starts with. */
export const DEMO_IDEAS: readonly DemoIdea[] = [
  ...UDDEVALLA_IDEAS,
  ...UDDEVALLA_INTRODUCED,
  ...TROLLHATTAN_IDEAS,
  ...VANERSBORG_IDEAS
];
